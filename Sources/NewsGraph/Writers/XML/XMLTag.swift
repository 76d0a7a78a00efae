/// The tags of an element with text, put together once and written many times.
struct XMLTag {
  /// The start tag up to its end: `<ng:knows`.
  let open: [UInt8]
  /// The whole start tag: `<ng:knows>`.
  let start: [UInt8]
  /// The end tag: `</ng:knows>`.
  let close: [UInt8]

  /// Makes the tags of an element with attributes that are the same each time.
  ///
  /// - Throws: `ForbiddenScalar` where an attribute holds a character that XML cannot.
  init(_ name: XMLName, attributes: [(name: XMLName, value: String)] = [])
    throws(ForbiddenScalar)
  {
    var start = TextBuffer()
    start.append("<")
    start.append(name.string)
    for attribute in attributes {
      start.append(" ")
      start.append(attribute.name.string)
      start.append("=\"")
      try start.append(attribute.value, escaping: XMLCharacters.attribute)
      start.append("\"")
    }
    open = start.bytes
    self.start = open + [UInt8(ascii: ">")]
    close = Array("</\(name.string)>".utf8)
  }

  /// Makes the tags of an element without attributes.
  init(plain name: XMLName) {
    open = Array("<\(name.string)".utf8)
    start = open + [UInt8(ascii: ">")]
    close = Array("</\(name.string)>".utf8)
  }
}
