/// The encoding that a page says it is in (HTML, 13.2.3.2, "prescan a byte stream").
enum DeclaredEncoding {
  /// The encoding of `<meta charset>`, `<meta http-equiv>` or an XML declaration in the first
  /// bytes; nothing where none is declared.
  static func find(in bytes: [UInt8]) throws(RejectedInput.Reason) -> TextEncoding? {
    let start = String(decoding: bytes.prefix(4_096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    guard let label = xmlEncoding(start) ?? metaCharset(start) else { return nil }
    guard let encoding = TextEncoding(label: label) else { throw .unknownEncoding(label) }
    // The declaration itself was read as ASCII, so it cannot be UTF-16.
    if case .utf16 = encoding.scheme { return .utf8 }
    return encoding
  }

  private static func xmlEncoding(_ start: String) -> String? {
    guard start.hasPrefix("<?xml"), let end = start.firstIndex(of: ">"),
      let range = start[..<end].firstRange(of: "encoding")
    else { return nil }
    return value(start[range.upperBound..<end])
  }

  private static func metaCharset(_ start: String) -> String? {
    for range in start.ranges(of: "<meta") {
      let tag = start[range.upperBound...].prefix { $0 != ">" }
      guard let charset = tag.firstRange(of: "charset") else { continue }
      if let label = value(tag[charset.upperBound...]) { return label }
    }
    return nil
  }

  /// The value behind an equals sign, with or without quotes.
  private static func value(_ text: Substring) -> String? {
    let rest = text.drop { $0.isWhitespace }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0.isWhitespace || "\"'".contains($0) }
      .prefix { !$0.isWhitespace && !"\"';/>".contains($0) }
    return value.isEmpty ? nil : String(value)
  }
}
