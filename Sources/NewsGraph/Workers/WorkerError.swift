/// A line that a worker, or who joins results of workers, cannot use.
public struct WorkerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, or nothing for standard input.
  public var path: String?
  /// The line, from 1.
  public var line: Int
  /// What is wrong with it, as the end of a sentence.
  public var reason: String

  /// Place and reason: `part.out:17: expected …`.
  public var description: String { "\(path ?? "standard input"):\(line): \(reason)" }
}
