import Extraction
import Testing

@testable import NewsGraph

/// The steps of workers, driven as a cluster drives them: lines are only sorted by their first
/// fields between the steps.
struct WorkerRun {
  let pipeline: Pipeline

  /// The lines that a step makes of lines.
  func lines(of filter: any WorkerFilter, _ lines: [String]) throws -> [String] {
    var filter = filter
    let sink = OutputSink.memory()
    var output = WorkerOutput(sink)
    for (index, line) in lines.enumerated() {
      try filter.take(WorkerLine(Array(line.utf8), number: index + 1), &output)
    }
    try filter.finish(&output)
    try output.flush()
    try sink.finish()
    return sink.text.split(separator: "\n").map(String.init)
  }

  /// The quads of fragments, sorted.
  ///
  /// - Parameters:
  ///   - fragments: Lines of the step `state`.
  ///   - copies: A line of the step `copies`.
  func quads(of fragments: [String], copies: String? = nil) throws -> [String] {
    let sorted = fragments.map { Self.fields($0) }.sorted { left, right in
      (left[0], left[1], Int(left[2]) ?? 0) < (right[0], right[1], Int(right[2]) ?? 0)
    }
    let merged = try lines(
      of: MergeFilter(pipeline),
      (copies.map { ["copies\t\($0)"] } ?? [])
        + sorted.map { "\($0[0])\t\($0[1])\t\($0[3])" })
    let inferred = try lines(of: InferFilter(pipeline), Self.rest(of: merged, tagged: "i"))
    return Self.rest(of: merged + inferred, tagged: "q")
      .flatMap { $0.split(separator: "\r").map(String.init) }.sorted()
  }

  /// The quads of articles, sorted; the lines of each step come in some other order.
  func quads(of articles: [Article], shuffledBy seed: UInt64) throws -> [String] {
    var random = SeededGenerator(seed: seed)
    let records = articles.sorted { $0.id < $1.id }.map { pipeline.record(of: $0) }
    let numbered = records.enumerated().map { number, record in
      "\(number)\t\(WorkerOutput.base64(record.encoded()))"
    }
    let parts = try lines(of: EntitiesFilter(pipeline), numbered.shuffled(using: &random))
    let entities = Self.rest(of: parts, tagged: "e").map { Self.fields($0) }.sorted {
      ($0[0], Int($0[1]) ?? 0, Int($0[2]) ?? 0) < ($1[0], Int($1[1]) ?? 0, Int($1[2]) ?? 0)
    }
    let groups = try lines(of: GroupFilter(), entities.map { "\($0[0])\t\($0[3])" })
    let names = parts.filter { $0.hasPrefix("a\t") }
    let resolved = try lines(
      of: ResolveFilter(pipeline), (groups.map { "g\t\($0)" } + names).shuffled(using: &random))
    let copies = try lines(
      of: CopiesFilter(), Self.rest(of: parts, tagged: "w").shuffled(using: &random))
    let fragments = try zip(numbered, resolved).flatMap { article, entities in
      try lines(of: StateFilter(pipeline), ["\(article)\t\(Self.fields(entities)[1])"])
    }
    return try quads(of: fragments.shuffled(using: &random), copies: copies.first)
  }

  /// The quads of a graph as `extract` writes them, sorted.
  static func quads(of graph: KnowledgeGraph) throws -> [String] {
    let sink = OutputSink.memory()
    try GraphFormat.nquads.write(graph, to: sink)
    return sink.text.split(separator: "\n").map(String.init).sorted()
  }

  private static func fields(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private static func rest(of lines: [String], tagged tag: String) -> [String] {
    lines.filter { $0.hasPrefix("\(tag)\t") }.map { String($0.dropFirst(tag.count + 1)) }
  }
}
