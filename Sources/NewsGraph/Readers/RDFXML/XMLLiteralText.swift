/// The text of a literal with `rdf:parseType="Literal"`, as Exclusive XML Canonicalization writes
/// it, with comments.
///
/// https://www.w3.org/TR/xml-exc-c14n/
struct XMLLiteralText {
  /// The text so far.
  private(set) var text: [UInt8] = []
  private var ends: [String] = []
  /// The namespaces that the text declares, with the depth of the element that does so.
  private var rendered: [(depth: Int, namespace: XMLEventNamespace)] = []

  /// Begins another literal.
  mutating func start() {
    text = []
    ends = []
    rendered = []
  }

  /// An element begins.
  mutating func startElement(_ name: Int, _ parser: XMLPushParser) {
    let element = parser.names[name]
    ends.append(element.qualified)
    text += Array("<\(element.qualified)".utf8)
    var used = [XMLEventNamespace(prefix: element.prefix, namespace: element.namespace)]
    for attribute in parser.attributes {
      let name = parser.names[attribute.name]
      let namespace = XMLEventNamespace(prefix: name.prefix, namespace: name.namespace)
      if !name.prefix.isEmpty, !used.contains(namespace) { used.append(namespace) }
    }
    for namespace in used.sorted(by: { $0.prefix < $1.prefix }) where needsDeclaration(namespace) {
      rendered.append((ends.count, namespace))
      text += Array(
        (namespace.prefix.isEmpty ? " xmlns=\"" : " xmlns:\(namespace.prefix)=\"").utf8)
      append(Array(namespace.namespace.utf8), isAttribute: true)
      text.append(UInt8(ascii: "\""))
    }
    for attribute in sorted(parser) {
      text += Array(" \(parser.names[attribute.name].qualified)=\"".utf8)
      append(Array(parser.values[attribute.value]), isAttribute: true)
      text.append(UInt8(ascii: "\""))
    }
    text.append(UInt8(ascii: ">"))
  }

  /// The innermost element ends.
  mutating func endElement() {
    text += Array("</\(ends.popLast() ?? "")>".utf8)
    while let last = rendered.last, last.depth > ends.count { rendered.removeLast() }
  }

  /// Text.
  mutating func characters(_ bytes: Span<UInt8>) {
    var copy: [UInt8] = []
    copy.append(bytes, 0..<bytes.count)
    append(copy, isAttribute: false)
  }

  /// A comment.
  mutating func comment(_ comment: [UInt8]) {
    text += Array("<!--".utf8) + comment + Array("-->".utf8)
  }

  /// A processing instruction.
  mutating func processingInstruction(_ target: String, _ data: String?) {
    text += Array("<?\(target)\(data.map { " " + $0 } ?? "")?>".utf8)
  }

  private func needsDeclaration(_ namespace: XMLEventNamespace) -> Bool {
    if namespace.prefix == "xml" { return false }
    let known = rendered.last { $0.namespace.prefix == namespace.prefix }?.namespace.namespace
    return (known ?? "") != namespace.namespace
  }

  private func sorted(_ parser: XMLPushParser) -> [XMLEventAttribute] {
    parser.attributes.sorted { left, right in
      let (a, b) = (parser.names[left.name], parser.names[right.name])
      return a.namespace == b.namespace ? a.local < b.local : a.namespace < b.namespace
    }
  }

  private mutating func append(_ bytes: [UInt8], isAttribute: Bool) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): text += Array("&amp;".utf8)
      case UInt8(ascii: "<"): text += Array("&lt;".utf8)
      case UInt8(ascii: ">") where !isAttribute: text += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where isAttribute: text += Array("&quot;".utf8)
      case 0x09 where isAttribute: text += Array("&#x9;".utf8)
      case 0x0A where isAttribute: text += Array("&#xA;".utf8)
      case 0x0D: text += Array("&#xD;".utf8)
      default: text.append(byte)
      }
    }
  }
}
