#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

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

/// Why bytes are not JSON, in the parser's words.
struct JSONSyntaxError: Error, Hashable {
  var message: String
}

extension JSONValue {
  /// Parses UTF-8 bytes that hold one value.
  init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
    do {
      self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw JSONSyntaxError(message: JSONValue.message(error))
    }
  }

  private static func message(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else {
      return "not valid JSON"
    }
    // The parser's own word, with line and column, stands in the debug description of the cause.
    let cause = context.underlyingError.map { String(describing: $0) } ?? context.debugDescription
    guard let range = cause.firstRange(of: "NSDebugDescription=") else { return cause.singleLine }
    return cause[range.upperBound...].prefix { $0 != "}" && $0 != "\"" }.description.singleLine
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

extension JSONValue: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Decodes whatever value comes; strings are tried first, as records hold little else.
  init(from decoder: any Decoder) throws {
    if let fields = try? decoder.container(keyedBy: Key.self) {
      var object: [String: JSONValue] = [:]
      for key in fields.allKeys {
        object[key.stringValue] = try fields.decode(JSONValue.self, forKey: key)
      }
      self = .object(object)
    } else if var list = try? decoder.unkeyedContainer() {
      var array: [JSONValue] = []
      while !list.isAtEnd { array.append(try list.decode(JSONValue.self)) }
      self = .array(array)
    } else {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .string(text)
      } else if let flag = try? container.decode(Bool.self) {
        self = .bool(flag)
      } else if let integer = try? container.decode(Int.self) {
        self = .integer(integer)
      } else if container.decodeNil() {
        self = .null
      } else {
        self = .number(try container.decode(Double.self))
      }
    }
  }
}

extension StringProtocol {
  /// The text on one line.
  fileprivate var singleLine: String {
    split { $0.isNewline }.joined(separator: " ")
  }
}
