import Foundation
import Testing

@testable import NewsGraph

#if canImport(FoundationXML)
  import FoundationXML
#endif

extension WritersTests {
  struct GraphvizRendererTests {
    /// Nothing, with a word about it, where Graphviz is not installed.
    private func renderer(_ test: String = #function) -> GraphvizRenderer? {
      do {
        return try GraphvizRenderer()
      } catch {
        print("SKIPPED \(test): \(error)")
        return nil
      }
    }

    @Test(arguments: [0, 10, 60, 300])
    func thePictureIsWellFormedAndShowsEveryNode(size: Int) throws {
      guard let renderer = renderer() else { return }
      let graph = size == 0 ? KnowledgeGraph() : StoryGraph.make(size: size)
      let sink = OutputSink.memory()
      try renderer.draw(graph, as: .svg, to: sink)
      #expect(XMLParser(data: Data(sink.contents)).parse())
      let text = try GraphFormat.dot.text(graph)
      let nodes = text.split(separator: "\n").count {
        $0.hasPrefix("    n") && $0.contains(" [label")
      }
      #expect(sink.text.components(separatedBy: "class=\"node").count - 1 == nodes)
    }

    @Test func hostileNamesAreDrawn() throws {
      guard let renderer = renderer() else { return }
      let sink = OutputSink.memory()
      try renderer.draw(
        HostileGraph.make(HostileText.all), as: .svg, to: sink, options: .init(showsValues: true))
      #expect(XMLParser(data: Data(sink.contents)).parse())
    }

    @Test(arguments: [
      (GraphvizRenderer.ImageFormat.png, [0x89, 0x50, 0x4E, 0x47]),
      (.pdf, [0x25, 0x50, 0x44, 0x46]),
    ])
    func otherPicturesAreDrawn(format: GraphvizRenderer.ImageFormat, magic: [UInt8]) throws {
      guard let renderer = renderer() else { return }
      let sink = OutputSink.memory()
      try renderer.draw(StoryGraph.make(size: 10), as: format, to: sink)
      #expect(Array(sink.contents.prefix(4)) == magic)
    }

    @Test func aMissingGraphvizIsNamed() {
      let error = #expect(throws: GraphvizError.notInstalled) {
        try GraphvizRenderer(searching: "/nonexistent:/dev")
      }
      #expect(error?.description.contains("apt install graphviz") == true)
    }

    @Test func aProgramThatFailsIsAnError() throws {
      let folder = try Self.folder(withDot: "echo 'no fonts here' >&2; exit 3")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      #expect(throws: GraphvizError.failed(status: 3, message: "no fonts here")) {
        try GraphvizRenderer(searching: folder)
          .draw(StoryGraph.make(size: 10), as: .svg, to: .memory())
      }
    }

    @Test func aProgramThatHangsIsStopped() throws {
      let folder = try Self.folder(withDot: "exec sleep 60")
      defer { try? FileManager.default.removeItem(atPath: folder) }
      #expect(throws: GraphvizError.timedOut(seconds: 1)) {
        try GraphvizRenderer(searching: folder, timeout: 1)
          .draw(StoryGraph.make(size: 10), as: .svg, to: .memory())
      }
    }

    @Test(arguments: ["graph", "graph.jpg", "graph.", "svg"])
    func otherNamesOfPicturesAreAnError(name: String) {
      #expect(throws: GraphvizError.unknownImageFormat(name)) {
        try GraphvizRenderer.ImageFormat(fileName: name)
      }
    }

    private static func folder(withDot script: String) throws -> String {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("newsgraph-dot-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try "#!/bin/sh\n\(script)\n".write(
        toFile: "\(folder)/dot", atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/dot")
      return folder
    }
  }
}
