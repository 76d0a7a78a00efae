/// A file, or a record of a file, that could not be read as an article, and why.
public struct RejectedInput: Error, Hashable, Sendable {
  /// Why an input was rejected: facts; `RejectedInput.description` makes sentences of them.
  public enum Reason: Error, Hashable, Sendable {
    /// The file or record holds nothing, or white space only.
    case empty
    /// The bytes are not text; the kind of file where its first bytes tell.
    case binary(kind: String?)
    /// The input, or what it unpacks to, is longer than the limit in bytes.
    case tooLarge(limit: Int)
    /// The bytes are no text in the encoding; the first bad byte counts from 0.
    case undecodable(encoding: String, offset: Int)
    /// The input declares an encoding that is not known here.
    case unknownEncoding(String)
    /// The system did not let the file be read, in the system's words.
    case unreadable(message: String)
    /// The gzip data are damaged.
    case damagedGzip(GzipError)
    /// The markup or record holds no article text.
    case noText
    /// The JSON is not well-formed, in the parser's words.
    case malformedJSON(message: String)
    /// The record is not an object of fields.
    case notARecord(found: String)
    /// A field of a record has the wrong type.
    case wrongType(field: String, expected: String, found: String)
    /// The markup is made so that reading it would take without end: unclosed elements, attributes.
    case markupTooComplex
    /// The record has no name of its own where it must have one.
    case nameless
    /// A worker rejected it, in the worker's words.
    case reported(String)
  }

  /// The path as it was given or found; `-` is standard input.
  public var path: String
  /// The line of a JSON lines file, from 1; the place in a JSON array, from 1, for a JSON file.
  public var record: Int?
  /// Why it was rejected.
  public var reason: Reason

  /// Makes a rejection of a file or of one record in it.
  public init(path: String, record: Int? = nil, reason: Reason) {
    self.path = path
    self.record = record
    self.reason = reason
  }
}

extension RejectedInput: CustomStringConvertible {
  /// One line in the manner of compilers: `news/a.jsonl:7: malformed JSON: …`.
  public var description: String { "\(InputPlace.text(path, record: record)): \(reason)" }
}

extension RejectedInput.Reason: CustomStringConvertible {
  /// The reason as the end of a sentence that begins with the file's name.
  public var description: String {
    switch self {
    case .empty: "is empty"
    case .binary(let kind): "is not text but \(kind ?? "binary data")"
    case .tooLarge(let limit): "is over the size limit of \(limit) bytes"
    case .undecodable(let encoding, let offset): "is not valid \(encoding) at byte \(offset)"
    case .unknownEncoding(let name): "declares the encoding '\(name)', which is not known"
    case .unreadable(let message): "cannot be read: \(message)"
    case .damagedGzip(let error): error.description
    case .noText: "holds no article text"
    case .malformedJSON(let message): "malformed JSON: \(message)"
    case .notARecord(let found): "expected a JSON object, found \(found)"
    case .wrongType(let field, let expected, let found):
      "expected \(expected) in '\(field)', found \(found)"
    case .nameless: "has neither 'id' nor 'url' nor 'file', which give an article its name"
    case .reported(let words): words
    case .markupTooComplex: "has markup too deeply nested or tags too long to be read"
    }
  }
}
