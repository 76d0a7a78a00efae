/// What a reader found in a file.
public struct GraphReadingReport: Sendable, Hashable {
  /// The number of quads handed on, with repetitions.
  public var quadCount = 0
  /// The number of broken statements that a lenient reader skipped.
  public var rejectedCount = 0
  /// What the file holds and the reader cannot say in RDF, in words.
  public var losses: [String] = []

  /// Makes a report of nothing.
  public init() {}

  /// Adds the report of another file.
  public mutating func add(_ other: GraphReadingReport) {
    quadCount += other.quadCount
    rejectedCount += other.rejectedCount
    losses += other.losses
  }
}
