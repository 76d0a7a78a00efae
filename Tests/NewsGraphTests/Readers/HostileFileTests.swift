import Foundation
import Testing

@testable import NewsGraph

extension ReadersTests {
  struct HostileFileTests {
    /// What becomes of each file: refused with a part of the message, or nothing where it has to
    /// come back from every format that can hold it.
    static let files: [(name: String, refusal: String?)] = [
      ("bad.nt", ":2:31:"), ("bn.nt", nil), ("bncycle.nt", nil), ("cr.nt", nil), ("ctrl.nt", nil),
      ("fffe.nt", nil), ("li.nt", nil), ("lol.graphml", "limit"), ("lol.rdf", "limit"),
      ("qn.nt", nil), ("qn2.nt", nil), ("qn3.nt", nil), ("type.nt", nil), ("xmllit.nt", nil),
      ("xxe.rdf", "nothing is loaded"),
    ]

    /// What RDF/XML cannot hold, by the IRI that the message has to name.
    static let notInXML = [
      "ctrl.nt": "<http://e/p>", "fffe.nt": "<http://e/p>", "li.nt": "#li>",
      "qn.nt": "<http://example.com/123>", "qn2.nt": "<http://example.com/a/>",
    ]

    @Test(
      .enabled(if: SharedFolder.has("hostile"), Comment(rawValue: SharedFolder.missing("hostile"))),
      arguments: files.map(\.name))
    func `every file comes back, or is refused by line and name`(name: String) throws {
      let path = "\(SharedFolder.path)/hostile/\(name)"
      let refusal = Self.files.first { $0.name == name }?.refusal
      let store = QuadStore()
      do {
        try GraphReader().read(path, into: store)
        #expect(refusal == nil)
      } catch {
        let wanted = try #require(refusal)
        #expect("\(error)".contains(wanted))
        #expect("\(error)".contains("\(path):"))
        return
      }
      for format in RoundTripTests.formats {
        let sink = OutputSink.memory()
        let writer = try format.quadWriter(to: sink)
        do {
          try GraphReader().read(path, into: writer)
          try writer.finish()
          try sink.finish()
        } catch {
          let isControl = ["ctrl.nt", "fffe.nt"].contains(name)
          #expect(format == .rdfxml || format == .graphml && isControl)
          let iri = try #require(Self.notInXML[name])
          #expect("\(error)".contains("\(path):1:1: ") && "\(error)".contains(iri))
          continue
        }
        let found = QuadStore()
        try GraphReader().read(sink.contents, as: format, into: found)
        #expect(try CanonicalDataset(found) == CanonicalDataset(store), "\(format)")
      }
    }

    @Test func `all files in the folder are in the table`() throws {
      guard SharedFolder.has("hostile") else { return }
      let names = try FileManager.default.contentsOfDirectory(
        atPath: "\(SharedFolder.path)/hostile")
      #expect(names.sorted() == Self.files.map(\.name).sorted())
    }
  }
}
