/// The words of a property's local name.
package enum PropertyLabel {
  /// `foreign minister of` for `foreignMinisterOf`.
  package static func words(of localName: String) -> String {
    var words = ""
    for character in localName {
      if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words
  }
}
