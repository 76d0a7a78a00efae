/// The error that a graph file breaks the rules of its format, or cannot be read at all.
public struct GraphReadingError: Error, Sendable, Hashable {
  /// The path, or `standard input`.
  public var file: String
  /// The line, from 1; nothing where the file could not be opened.
  public var line: Int?
  /// The column in code points, from 1.
  public var column: Int?
  /// The rule of the format's grammar or specification that is broken: `IRIREF`.
  public var rule: String?
  /// What was found, and what was expected.
  public var reason: String

  /// Makes an error.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, rule: String? = nil, reason: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.rule = rule
    self.reason = reason
  }
}

extension GraphReadingError: CustomStringConvertible {
  /// A sentence for people: `a.nt:3:17: the blank cannot stand in an IRI (rule IRIREF)`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ":\(column)" }
    text += ": \(reason)"
    if let rule { text += " (rule \(rule))" }
    return text
  }
}

extension GraphReadingError {
  /// An error of a writer that cannot hold what a reader found, with the place where it stands;
  /// nothing for all other errors.
  init?(_ error: any Error, file: String, place: (line: Int, column: Int)) {
    guard let error = error as? WritingError else { return nil }
    self.init(file: file, line: place.line, column: place.column, reason: error.description)
  }
}

extension QuadHandler {
  /// Takes a quad; what it cannot hold becomes an error with the place where that stands.
  @inline(__always)
  func handle(
    _ quad: borrowing EncodedQuad, of file: String,
    at place: @autoclosure () -> (line: Int, column: Int)
  ) throws {
    do {
      try handle(quad)
    } catch {
      throw GraphReadingError(error, file: file, place: place()) ?? error
    }
  }
}
