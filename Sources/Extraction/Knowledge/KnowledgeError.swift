/// A fault in the ontology, the lexicon or the gazetteer, and where it stands.
public struct KnowledgeError: Error, Hashable, CustomStringConvertible {
  /// The file, as its path was given.
  public let file: String
  /// The line, counted from 1, or nothing where the whole file is meant.
  public let line: Int?
  /// What is wrong and what was expected.
  public let message: String

  /// Makes an error.
  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The error as `file:line: message`.
  public var description: String {
    line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
  }
}
