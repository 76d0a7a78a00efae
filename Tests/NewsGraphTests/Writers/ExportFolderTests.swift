#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Testing

@testable import NewsGraph

extension WritersTests {
  /// Exports for programs outside, written where the variable `NEWSGRAPH_TEST_EXPORTS` names a
  /// folder; `Scripts/check-exports` reads them.
  struct ExportFolderTests {
    private static let folder = ProcessInfo.processInfo.environment["NEWSGRAPH_TEST_EXPORTS"]

    @Test(arguments: [10, 60, 130, 300, 1500])
    func storiesAreWrittenInEveryFormat(size: Int) throws {
      guard let folder = Self.folder else { return }
      try Self.write(StoryGraph.make(size: size), to: "\(folder)/story-\(size)")
    }

    @Test func aGraphThatFitsTheShapesIsWrittenInEveryFormat() throws {
      guard let folder = Self.folder else { return }
      try Self.write(GraphSample.village, to: "\(folder)/village")
    }

    @Test(arguments: DrawingOptions.Clusters.allCases)
    func framesAreDrawn(clusters: DrawingOptions.Clusters) throws {
      guard let folder = Self.folder else { return }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/frames", withIntermediateDirectories: true)
      for size in [30, 110] {
        try GraphFormat.dot.write(
          StoryGraph.make(size: size),
          to: OutputSink(path: "\(folder)/frames/\(clusters)-\(size).dot"),
          options: .init(drawing: .init(clusters: clusters, title: "By \(clusters)")))
      }
    }

    @Test func hostileNamesAreWrittenInEveryFormat() throws {
      guard let folder = Self.folder else { return }
      try Self.write(HostileGraph.make(HostileText.allowed), to: "\(folder)/hostile")
    }

    @Test func randomTriplesAreWritten() throws {
      guard let folder = Self.folder else { return }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/random", withIntermediateDirectories: true)
      var random = RandomTriples(seed: 44)
      for number in 0..<1000 {
        let triples = random.graph()
        let name = "\(folder)/random/\(number)"
        let sinks = try [OutputSink(path: name + ".rdf"), OutputSink(path: name + ".nt")]
        let document = try RDFXMLWriter(to: sinks[0])
        var lines = NTriplesWriter(to: sinks[1])
        for triple in triples {
          try document.write(triple)
          try lines.write(triple)
        }
        try document.finish()
        try lines.finish()
        for sink in sinks { try sink.finish() }
      }
    }

    static func write(_ graph: KnowledgeGraph, to folder: String) throws {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for format in GraphFormat.allCases {
        let path = "\(folder)/graph.\(format.fileExtensions[0])"
        try format.write(
          graph, to: OutputSink(path: path), options: .init(forbiddenCharacters: .replace))
      }
    }
  }
}
