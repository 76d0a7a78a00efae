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

    @Test(arguments: [10, 60, 300])
    func storiesAreWrittenInEveryFormat(size: Int) throws {
      guard let folder = Self.folder else { return }
      try Self.write(StoryGraph.make(size: size), to: "\(folder)/story-\(size)")
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
