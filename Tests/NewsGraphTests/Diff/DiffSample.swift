import Extraction
import Testing

@testable import NewsGraph

@Suite struct DiffTests {}

/// Small words for comparing graphs in tests.
enum DiffSample {
  /// What changed between two graphs.
  static func compare(_ old: KnowledgeGraph, _ new: KnowledgeGraph) throws -> GraphDiff {
    try GraphComparison().compare(.graph(old, name: "old"), .graph(new, name: "new"))
  }

  /// What changed between two documents.
  static func compare(
    _ old: String, _ new: String, as format: GraphFormat = .turtle
  ) throws -> GraphDiff {
    try GraphComparison().compare(
      .document(Array(old.utf8), name: "old", format: format),
      .document(Array(new.utf8), name: "new", format: format))
  }

  /// The differences in a format.
  static func text(_ diff: GraphDiff, _ format: GraphDiff.Format) throws -> String {
    let sink = OutputSink.memory()
    try diff.write(format, to: sink)
    return sink.text
  }

  /// Quads as a document.
  static func document(_ quads: [Quad], as format: GraphFormat) throws -> [UInt8] {
    let sink = OutputSink.memory()
    let writer = try format.quadWriter(to: sink)
    for quad in quads { try writer.handle(EncodedQuad(quad)) }
    try writer.finish()
    try sink.finish()
    return sink.contents
  }

  /// A graph of two days: what was denied is a fact, and so on.
  static func day(
    _ build: (inout GraphSample, _ alma: IRI, _ bero: IRI, _ land: IRI) -> Void
  ) -> KnowledgeGraph {
    var sample = GraphSample()
    for id in ["a1", "a2", "a3"] { sample.article(id, title: "Day of \(id)") }
    let alma = sample.entity("Alma Vanter", link: "Q1")
    let bero = sample.entity("Bero Massimi")
    let land = sample.entity("Velmora", .country)
    build(&sample, alma, bero, land)
    return sample.graph
  }
}
