import Extraction

/// The words of a property's local name.
package enum PropertyLabel {
  /// `foreign minister of` for `foreignMinisterOf`.
  package static func words(of localName: String) -> String {
    // Nearly all names are ASCII, of which no character needs to be looked up.
    if localName.utf8.allSatisfy({ $0 < 0x80 }) { return asciiWords(of: localName.utf8) }
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

  private static func asciiWords(of localName: String.UTF8View) -> String {
    let prefix = OpenPredicate.prefix.utf8
    let name = localName.starts(with: prefix) ? localName.dropFirst(prefix.count) : localName[...]
    var words: [UInt8] = []
    words.reserveCapacity(name.count + 8)
    for byte in name {
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        words.append(UInt8(ascii: " "))
        words.append(byte + 0x20)
      } else {
        words.append(byte)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}
