import Extraction

/// The words of a property's local name.
package enum PropertyLabel {
  /// `foreign minister of` for `foreignMinisterOf`.
  package static func words(of localName: String) -> String {
    var words = ""
    let name =
      OpenPredicate.isOpen(localName)
      ? localName.dropFirst(OpenPredicate.prefix.count) : localName[...]
    for character in name {
      if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    return words
  }
}
