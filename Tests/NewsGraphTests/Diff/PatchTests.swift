import Foundation
import Testing

@testable import NewsGraph

extension DiffTests {
  struct PatchTests {
    /// Datasets of which one has some statements of the other, and some of its own.
    static func pairs(_ count: Int, seed: UInt64, hasGraphs: Bool) -> [(old: [Quad], new: [Quad])] {
      var random = RandomQuads(seed: seed, hasGraphs: hasGraphs)
      var choose = SeededGenerator(seed: seed + 1)
      return (0..<count).map { _ in
        let old = random.dataset()
        var new = old.filter { _ in choose.chance(80) }
        if choose.chance(80) { new += random.dataset().prefix(choose.below(4)) }
        return (old, new)
      }
    }

    private static func version(_ quads: [Quad], _ name: String) throws -> GraphVersion {
      .document(try DiffSample.document(quads, as: .nquads), name: name, format: .nquads)
    }

    /// The lines of a document as the reader has them.
    private static func lines(_ quads: [Quad]) throws -> Set<String> {
      let store = QuadStore()
      try GraphReader().read(DiffSample.document(quads, as: .nquads), as: .nquads, into: store)
      return Set(store.entries.map { String(decoding: store.line($0).dropLast(), as: UTF8.self) })
    }

    private static func canonical(_ lines: Set<String>) throws -> CanonicalDataset {
      let store = QuadStore()
      let text = lines.sorted().joined(separator: "\n") + "\n"
      try GraphReader().read(Array(text.utf8), as: .nquads, into: store)
      return try CanonicalDataset(store)
    }

    /// Applies a patch, line by line.
    private static func apply(_ patch: String, to lines: Set<String>) throws -> Set<String> {
      var lines = lines
      for line in patch.split(separator: "\n") {
        let text = String(line.dropFirst(2))
        switch line.prefix(2) {
        case "D ": #expect(lines.remove(text) != nil, "not there: \(text)")
        case "A ": #expect(lines.insert(text).inserted, "there already: \(text)")
        case "H ", "TX", "TC": break
        default: Issue.record("no line of RDF Patch: \(line)")
        }
      }
      return lines
    }

    @Test(arguments: [false, true])
    func `patches of a thousand pairs lead there and back`(hasGraphs: Bool) throws {
      for (number, pair) in Self.pairs(500, seed: 77, hasGraphs: hasGraphs).enumerated() {
        for (from, to) in [(pair.old, pair.new), (pair.new, pair.old)] {
          let diff = try GraphComparison().compare(
            Self.version(from, "old"), Self.version(to, "new"))
          let start = try Self.lines(from)
          let result = try Self.apply(DiffSample.text(diff, .rdfpatch), to: start)
          let isRight = try Self.canonical(result) == Self.canonical(Self.lines(to))
          #expect(isRight, "pair \(number)")
          let isSame = try Self.canonical(start) == Self.canonical(Self.lines(to))
          #expect(diff.isSame == isSame, "pair \(number)")
        }
      }
    }

    @Test func `one changed statement among alike blank nodes is one change`() throws {
      let people = (0..<40).map { number in
        "[ e:name \"N\(number)\" ; e:knows [ e:age \(number % 5) ] ] e:in e:Town ."
      }
      let old = "@prefix e: <http://e/> .\n" + people.joined(separator: "\n")
      let new = old.replacingOccurrences(of: "\"N17\"", with: "\"M17\"")
      let diff = try DiffSample.compare(old, new)
      #expect(diff.triples.removed.count == 1 && diff.triples.added.count == 1)
      #expect(diff.triples.removed[0].contains("\"N17\""))
    }

    @Test func `sparql of ground triples is data`() throws {
      let diff = try DiffSample.compare(
        "<http://e/s> <http://e/p> \"a b\", <http://e/o> .",
        "<http://e/s> <http://e/p> \"a } c\" .")
      #expect(
        try DiffSample.text(diff, .sparql) == """
          # 2 removed, 1 added
          DELETE DATA {
            <http://e/s> <http://e/p> "a b" .
            <http://e/s> <http://e/p> <http://e/o> .
          }
          ;
          INSERT DATA {
            <http://e/s> <http://e/p> "a } c" .
          }

          """)
    }

    @Test func `sparql does not guess which blank node is meant`() throws {
      let diff = try DiffSample.compare(
        "_:a <http://e/p> \"1\" . _:b <http://e/p> \"1\", \"2\" .",
        "_:b <http://e/p> \"1\" , \"2\" .")
      #expect(throws: GraphDiffError.self) { try DiffSample.text(diff, .sparql) }
    }

    /// The Python of the checks, which has pyoxigraph; `Scripts/setup --tests` installs it.
    static let python: String? = {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let path =
        ProcessInfo.processInfo.environment["NEWSGRAPH_CHECKS_PYTHON"]
        ?? root.appendingPathComponent(".venv-checks/bin/python").path
      return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    @Test(
      .enabled(
        if: python != nil,
        "NOT RUN: no .venv-checks with pyoxigraph here; Scripts/setup --tests makes it"))
    func `pyoxigraph applies the updates and finds the new version`() throws {
      let home = try TemporaryFolder()
      let folder = URL(fileURLWithPath: home.path)
      defer { withExtendedLifetime(home) {} }
      var written = 0
      for (number, pair) in Self.pairs(150, seed: 5, hasGraphs: true).enumerated() {
        for (name, from, to) in [("f", pair.old, pair.new), ("r", pair.new, pair.old)] {
          let diff = try GraphComparison().compare(
            Self.version(from, "old"), Self.version(to, "new"))
          guard let update = try? DiffSample.text(diff, .sparql) else { continue }
          let base = folder.appendingPathComponent("\(number)\(name)").path
          for (ending, bytes) in [
            ("old.nq", try DiffSample.document(from, as: .nquads)),
            ("new.nq", try DiffSample.document(to, as: .nquads)), ("ru", Array(update.utf8)),
          ] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(base).\(ending)"))
          }
          written += 1
        }
      }
      #expect(written > 150)
      let script = """
        import glob, sys
        import pyoxigraph as ox
        wrong = 0
        for path in sorted(glob.glob(sys.argv[1] + "/*.ru")):
            base = path[:-3]
            store = ox.Store()
            store.load(path=base + ".old.nq")
            try:
                store.update(open(path, encoding="utf-8").read())
            except SyntaxError as error:
                print(path, error)
                wrong += 1
                continue
            # A store writes 0012 as 12, so that the other side has to come out of one too.
            new = ox.Store()
            new.load(path=base + ".new.nq")
            got, wanted = ox.Dataset(store), ox.Dataset(new)
            for dataset in (got, wanted):
                dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
            if got != wanted:
                print(path, "is not the new version")
                wrong += 1
        sys.exit(1 if wrong else 0)
        """
      let process = Process()
      process.executableURL = URL(fileURLWithPath: try #require(Self.python))
      process.arguments = ["-c", script, folder.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let said = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    }
  }
}
