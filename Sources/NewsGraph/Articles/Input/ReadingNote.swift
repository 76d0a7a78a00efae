/// Something a user may want to know about an article that was read all the same.
public struct ReadingNote: Hashable, Sendable {
  /// What happened: facts; `ReadingNote.description` makes sentences of them.
  public enum Fact: Hashable, Sendable {
    /// Another article of this run has the same id, so this one got another.
    case renamed(from: String, to: String)
    /// The bytes were not UTF-8 and nothing was declared, so they were read in this encoding.
    case assumedEncoding(String)
    /// Bytes that the declared encoding does not have became U+FFFD.
    case replacedBytes(count: Int, encoding: String)
    /// A date that a record states could not be understood and was left out.
    case unreadableDate(String)
    /// A worker noted it, in the worker's words.
    case reported(String)
  }

  /// The path as it was given or found; `-` is standard input.
  public var path: String
  /// The line of a JSON lines file, or the place in a JSON array, from 1.
  public var record: Int?
  /// What happened.
  public var fact: Fact

  /// Makes a note on a file or on one record in it.
  public init(path: String, record: Int? = nil, fact: Fact) {
    self.path = path
    self.record = record
    self.fact = fact
  }
}

extension ReadingNote: CustomStringConvertible {
  /// One line in the manner of compilers: `news/a.txt: …`.
  public var description: String { "\(InputPlace.text(path, record: record)): \(fact)" }
}

extension ReadingNote.Fact: CustomStringConvertible {
  /// The fact as the end of a sentence that begins with the file's name.
  public var description: String {
    switch self {
    case .renamed(let old, let new): "the id '\(old)' is taken, this article is '\(new)'"
    case .assumedEncoding(let name): "is not UTF-8 and was read as \(name)"
    case .replacedBytes(let count, let encoding):
      "\(count) \(count == 1 ? "byte is" : "bytes are") not valid \(encoding) and became U+FFFD"
    case .reported(let words): words
    case .unreadableDate(let text): "the date '\(text)' could not be understood and was left out"
    }
  }
}
