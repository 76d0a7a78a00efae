import Testing

@testable import NewsGraph

extension WritersTests {
  struct RDFGraphMLWriterTests {
    private static func written(_ turtle: String, _ format: GraphFormat) throws -> String {
      let sink = OutputSink.memory()
      let writer = try format.quadWriter(to: sink)
      try GraphReader().read(Array(turtle.utf8), as: .turtle, into: writer)
      try writer.finish()
      try sink.finish()
      return sink.text
    }

    private static let people = """
      @prefix e: <http://e/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      e:ana a e:Person ; rdfs:label "Ana"@en, "Anna"@de ; e:age 41 ; e:size 1.7 ; e:nick "A", "B|C" ;
        e:workedWith e:bo . e:bo e:age 7 ; e:size "tall"^^e:unit ; e:code 007, 8 .
      """

    @Test func `literals are columns, links are edges, names are short`() throws {
      let text = try Self.written(Self.people, .graphml)
      #expect(text.contains("attr.name=\"e:age.integer\" attr.type=\"long\""))
      #expect(text.contains("attr.name=\"e:size.decimal\" attr.type=\"double\""))
      #expect(text.contains("attr.name=\"e:code.integer\" attr.type=\"string\""))
      #expect(text.contains("<data key=\"node.label\">Ana</data>"))
      #expect(text.contains("<data key=\"node.classes\">e:Person</data>"))
      #expect(text.contains("A | B\\|C"))
      #expect(text.contains("<data key=\"edge.label\">worked with</data>"))
      #expect(text.split(separator: "<node ").count == 3)
      #expect(text.split(separator: "<edge ").count == 2)
    }

    @Test func `the order of the document does not show`() throws {
      let lines = try Self.written(Self.people, .ntriples).split(separator: "\n")
      let reversed = lines.reversed().joined(separator: "\n") + "\n"
      for format in [GraphFormat.graphml, .dot] {
        let plain = try Self.written(lines.joined(separator: "\n") + "\n", format)
        #expect(plain == (try Self.written(reversed, format)))
      }
    }

    @Test func `a drawing has names, classes and values in its nodes`() throws {
      let text = try Self.written(Self.people, .dot)
      #expect(text.contains("label=\"Ana\\n(Person)\\ne:age: 41"))
      #expect(text.contains("n0 -> n1 [label=\"worked with\""))
      #expect(text.contains("URL=\"http://e/ana\""))
    }

    @Test func `Turtle has prefixes and says each subject once`() throws {
      let text = try Self.written(Self.people, .turtle)
      #expect(text.contains("@prefix e: <http://e/> .\n"))
      #expect(text.contains("e:ana a e:Person ;\n  rdfs:label \"Ana\"@en,\n    \"Anna\"@de ;\n"))
      #expect(text.contains("e:age 41 ;\n  e:size 1.7 ;"))
    }
  }
}
