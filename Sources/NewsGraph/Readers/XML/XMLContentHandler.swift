/// What takes the events of an `XMLPushParser`.
///
/// Names come as numbers of the parser's table, values as ranges of its buffer, so that an element
/// costs no strings.
protocol XMLContentHandler: AnyObject {
  /// An element begins; its attributes are the parser's.
  func startElement(_ name: Int, _ parser: XMLPushParser) throws
  /// The innermost element ends.
  func endElement(_ parser: XMLPushParser) throws
  /// Text, perhaps only a part of it.
  func characters(_ bytes: Span<UInt8>, _ parser: XMLPushParser) throws
  /// A comment.
  func comment(_ text: [UInt8], _ parser: XMLPushParser) throws
  /// A processing instruction.
  func processingInstruction(_ target: String, _ data: String?, _ parser: XMLPushParser) throws
}

extension XMLContentHandler {
  func comment(_ text: [UInt8], _ parser: XMLPushParser) throws {}
  func processingInstruction(_ target: String, _ data: String?, _ parser: XMLPushParser) throws {}
}

/// The name of an element or attribute.
struct XMLEventName: Hashable, Sendable {
  /// The namespace; empty where there is none.
  var namespace: String
  /// The prefix in the document; empty where there is none.
  var prefix: String
  /// The name without prefix.
  var local: String
}

/// An attribute of an element.
struct XMLEventAttribute {
  /// The number of the name.
  var name: Int
  /// Where the value lies in the parser's buffer.
  var value: Range<Int>
}

/// The declaration of a namespace on an element.
struct XMLEventNamespace: Hashable {
  /// The prefix; empty for the default namespace.
  var prefix: String
  /// The namespace; empty where the default is taken back.
  var namespace: String
}
