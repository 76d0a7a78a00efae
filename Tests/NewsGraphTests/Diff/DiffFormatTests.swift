import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension DiffTests {
  struct DiffFormatTests {
    private static func sample() throws -> GraphDiff {
      let old = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, .denied, by: [land])
        sample.state(alma, "backs", land)
        sample.state(bero, "stated", .literal(Literal("A <b>\"bold\"</b> & false claim.")))
      }
      let new = DiffSample.day { sample, alma, bero, land in
        sample.state(alma, "met", bero, in: "a2")
        sample.state(alma, "backs", land)
        sample.state(bero, "accused", alma)
      }
      return try DiffSample.compare(old, new)
    }

    @Test func `json has the keys that are documented`() throws {
      let text = try DiffSample.text(Self.sample(), .json)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(
        Set(object.keys) == [
          "diff", "old", "new", "same", "focus", "notes", "counts", "knowledge", "articles",
          "entities", "statements", "conflicts", "triples",
        ])
      #expect(object["same"] as? Bool == false && object["diff"] as? Int == 1)
      let statements = try #require(object["statements"] as? [[String: Any]])
      #expect(statements.count == 3)
      #expect((statements[0]["changes"] as? [String])?.first == "standing")
      let side = try #require(statements[0]["old"] as? [String: Any])
      #expect(side["standing"] as? String == "denied" && side["fact"] as? Bool == false)
      #expect(statements.last?["new"] is NSNull)
      let counts = try #require(object["counts"] as? [String: [String: Int]])
      #expect(counts["statements"]?["standing"] == 1 && counts["statements"]?["newFacts"] == 2)
      let triples = try #require(object["triples"] as? [String: [String]])
      #expect(counts["triples"]?["added"] == triples["added"]?.count)
    }

    @Test func `the same differences have the same bytes`() throws {
      for format in GraphDiff.Format.allCases where format != .html {
        #expect(
          try DiffSample.text(Self.sample(), format) == DiffSample.text(Self.sample(), format))
      }
    }

    @Test func `a property graph says of every edge what became of it`() throws {
      let text = try DiffSample.text(Self.sample(), .graphml)
      let changes = ["added", "removed", "changed", "context"].map { change in
        text.components(separatedBy: "<data key=\"edge.change\">\(change)</data>").count - 1
      }
      #expect(changes == [1, 1, 1, 1])
      #expect(try !GraphReader().quads(in: text, as: .graphml).isEmpty)
    }

    @Test func `colours are not all that tells changes apart`() throws {
      let text = try DiffSample.text(Self.sample(), .dot)
      for mark in ["\"+ accused\"", "\"− stated\"", "~ met\\n", "style=dashed", "style=dotted"] {
        #expect(text.contains(mark), "\(mark)")
      }
    }

    @Test(.enabled(if: (try? GraphvizRenderer()) != nil, "NOT RUN: Graphviz is not installed"))
    func `a page holds its drawing and asks for nothing else`() throws {
      let text = try DiffSample.text(Self.sample(), .html)
      #expect(text.contains("<svg") && text.contains("class=\"edge changed\""))
      #expect(text.contains("A &lt;b&gt;&quot;bold&quot;&lt;/b&gt; &amp; false claim."))
      for word in ["<script", "<link", "src=", "@import", "url(http"] {
        #expect(!text.contains(word), "\(word)")
      }
    }

    @Test func `no node of a page is a program`() throws {
      let diff = try DiffSample.compare("", "<javascript:alert(1)> <http://e/p> <http://e/o> .")
      let text = try DiffSample.text(diff, .dot)
      #expect(text.contains("URL=\"http://e/o\"") && !text.contains("URL=\"javascript"))
    }

    @Test func `graphs of others are told by their labels`() throws {
      let head = "@prefix e: <http://e/> . @prefix r: <http://www.w3.org/2000/01/rdf-schema#> .\n"
      let names = "e:n17 r:label \"Ana\"@en, \"Anna\"@de . e:n18 r:label \"Bo\" .\n"
      let diff = try DiffSample.compare(head + names, head + names + "e:n17 e:knows e:n18 .")
      #expect(diff.knowledge == nil && diff.notes.contains { $0.contains("triples") })
      #expect(try DiffSample.text(diff, .text).contains("Ana\n  - Added: knows Bo"))
      #expect(try diff.focused(on: "bo").triples.added.count == 1)
      #expect(try diff.focused(on: "Ida").isSame)
    }
  }
}
