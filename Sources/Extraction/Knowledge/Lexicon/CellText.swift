extension StringProtocol {
  /// A unit of words as it stands in a text: `air force` for `air_force` of the lexicon.
  var spaced: String {
    guard utf8.contains(UInt8(ascii: "_")) else { return String(self) }
    return String(
      decoding: utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  /// A unit of words as the tables write it: `on_behalf_of`.
  var underscored: String {
    guard utf8.contains(UInt8(ascii: " ")) else { return String(self) }
    return String(
      decoding: utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// The parts between the occurrences of an ASCII character, without empty ones.
  ///
  /// Works on bytes: looking for characters costs as much as the rest of reading the lexicon.
  func parts(between separator: UInt8) -> [String] {
    Substring(self).utf8.split(separator: separator).map { String(Substring($0)) }
  }

  /// The part before and the part after the first occurrence of an ASCII character.
  func halves(at separator: UInt8) -> (String, String?) {
    guard let index = utf8.firstIndex(of: separator) else { return (String(self), nil) }
    return (String(self[..<index]), String(self[utf8.index(after: index)...]))
  }
}
