import Foundation
import Testing

@testable import NewsGraph

extension WritersTests {
  struct OutputSinkTests {
    private let home: TemporaryFolder
    private var folder: String { home.path }

    init() throws { home = try TemporaryFolder() }

    private var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }

    private func contents(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    @Test func aFileAppearsOnlyWhenItIsFinished() throws {
      let sink = try OutputSink(path: "\(folder)/graph.nt")
      try sink.write("line\n")
      #expect(try !names.contains("graph.nt"))
      try sink.finish()
      #expect(try names == ["graph.nt"])
      #expect(try contents("graph.nt") == "line\n")
    }

    @Test func aDroppedSinkLeavesTheOldFileAndNothingElse() throws {
      try "old".write(toFile: "\(folder)/graph.nt", atomically: false, encoding: .utf8)
      do {
        let sink = try OutputSink(path: "\(folder)/graph.nt")
        try sink.write(String(repeating: "new", count: 100_000))
      }
      #expect(try names == ["graph.nt"])
      #expect(try contents("graph.nt") == "old")
    }

    @Test func permissionsOfTheOldFileAreKept() throws {
      let path = "\(folder)/secret.nt"
      #expect(
        FileManager.default.createFile(
          atPath: path, contents: Data(), attributes: [.posixPermissions: 0o640]))
      let sink = try OutputSink(path: path)
      try sink.write("new")
      try sink.finish()
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
      #expect(try contents("secret.nt") == "new")
    }

    @Test(arguments: [true, false])
    func symbolicLinksAreFollowed(targetExists: Bool) throws {
      if targetExists {
        try "old".write(toFile: "\(folder)/target", atomically: false, encoding: .utf8)
      }
      for (link, target) in [("first", "second"), ("second", "target")] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(link)", withDestinationPath: target)
      }
      let sink = try OutputSink(path: "\(folder)/first")
      try sink.write("new")
      try sink.finish()
      #expect(try names == ["first", "second", "target"])
      #expect(try contents("target") == "new")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/first") == "second")
    }

    @Test func linksInACircleAreAnError() throws {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/loop", withDestinationPath: "loop")
      let error = #expect(throws: OutputError.self) { try OutputSink(path: "\(folder)/loop") }
      #expect(error?.code == ELOOP)
    }

    @Test func aFolderThatIsNotThereIsAnErrorThatNamesThePath() throws {
      let error = #expect(throws: OutputError.self) {
        try OutputSink(path: "\(folder)/none/graph.nt")
      }
      #expect(
        error?.description == "cannot open \(folder)/none/graph.nt: No such file or directory")
    }

    @Test func aFolderInPlaceOfAFileIsAnError() throws {
      let error = #expect(throws: OutputError.self) { try OutputSink(path: folder) }
      #expect(error?.code == EISDIR)
      #expect(try names.isEmpty)
    }

    @Test func aFullDeviceIsAnErrorThatStays() throws {
      guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
      let sink = try OutputSink(path: "/dev/full")
      let expected = OutputError(.write, "/dev/full", code: ENOSPC)
      #expect(throws: expected) {
        for _ in 0..<100 { try sink.write(String(repeating: "x", count: 10_000)) }
      }
      #expect(throws: expected) { try sink.write("more") }
      #expect(throws: expected) { try sink.finish() }
    }

    @Test(arguments: GraphFormat.allCases)
    func everyFormatTellsOfAFullDevice(format: GraphFormat) throws {
      guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
      #expect(throws: OutputError.self) {
        try format.write(StoryGraph.make(size: 40), to: OutputSink(path: "/dev/full"))
      }
    }

    /// Mounting needs the superuser; where it is not allowed, `/dev/full` above has to do.
    @Test func aFullDiskLeavesTheOldFile() throws {
      guard try Self.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder) else {
        print("SKIPPED aFullDiskLeavesTheOldFile: a small file system cannot be mounted here")
        return
      }
      defer { _ = try? Self.run("umount", folder) }
      try "old".write(toFile: "\(folder)/graph.rdf", atomically: false, encoding: .utf8)
      let error = #expect(throws: OutputError.self) {
        try GraphFormat.rdfxml.write(
          StoryGraph.make(size: 300), to: OutputSink(path: "\(folder)/graph.rdf"))
      }
      #expect(error?.code == ENOSPC)
      #expect(try contents("graph.rdf") == "old")
      #expect(try names == ["graph.rdf"])
    }

    @Test func chunksOfAllSizesArriveInOrder() throws {
      let sink = OutputSink.memory()
      var expected: [UInt8] = []
      for size in [0, 1, 65_535, 65_536, 65_537, 3, 200_000, 0, 7] {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        expected += bytes
        try sink.write(bytes)
      }
      try sink.finish()
      #expect(sink.contents == expected)
      #expect(sink.byteCount == expected.count)
    }

    @Test func standardStreamsAreNotReplaced() throws {
      #expect(OutputPath.standardDescriptor("/dev/stdout") == 1)
      #expect(OutputPath.standardDescriptor("/dev/fd/7") == 7)
      #expect(OutputPath.standardDescriptor("/dev/null") == nil)
    }

    private static func run(_ command: String...) throws -> Bool {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = command
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }
}
