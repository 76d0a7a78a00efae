/// A JSON value of any shape (RFC 8259).
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

/// Why bytes are not JSON, and where.
struct JSONSyntaxError: Error, Hashable {
  /// The place of the fault, in bytes from 0.
  var offset: Int
  /// What should have stood there.
  var expected: String
}

extension JSONSyntaxError: CustomStringConvertible {
  /// The error as a part of a sentence: `expected ':' at byte 17`.
  var description: String { "expected \(expected) at byte \(offset)" }
}

extension JSONValue {
  /// Parses UTF-8 bytes that hold one value.
  init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    var parser = JSONParser(bytes)
    self = try parser.document()
  }

  /// The fields of an object; nothing for other values.
  var object: [String: JSONValue]? { if case .object(let fields) = self { fields } else { nil } }

  /// The text of a string; nothing for other values.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The elements of an array, or the value itself.
  var elements: [JSONValue] { if case .array(let values) = self { values } else { [self] } }

  /// What kind of value it is, for an error: "a number".
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
