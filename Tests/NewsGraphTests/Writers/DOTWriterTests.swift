import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension WritersTests {
  struct DOTWriterTests {
    private func text(_ graph: KnowledgeGraph, _ options: DrawingOptions = .init()) throws -> String
    {
      try GraphFormat.dot.text(graph, .init(drawing: options))
    }

    @Test func statementsOfOneStandingShareAnArrow() throws {
      let bundled = try text(GraphSample.village)
      #expect(bundled.contains("label=\"accused\\nmet\""))
      let single = try text(GraphSample.village, .init(bundlesStatements: false))
      #expect(single.contains("label=\"accused\", "))
      #expect(single.contains("label=\"met\", "))
    }

    @Test func theStandingDecidesTheLine() throws {
      let text = try text(GraphSample.village)
      #expect(text.contains("label=\"visited\", fontcolor=\"#005A8C\", style=dotted"))
      #expect(text.contains("label=\"accused\\n(disputed)\""))
      #expect(text.contains("color=\"#8A5A00:#C8260E\", arrowhead=normal"))
      #expect(text.contains("disputed=true"))
    }

    @Test func whatIsNotDrawnIsSaid() throws {
      let sink = OutputSink.memory()
      let report = try GraphFormat.dot.write(GraphSample.village, to: sink)
      #expect(
        report.losses == [.init(.statementsWithValues, 1), .init(.entitiesWithoutStatements, 1)])
      #expect(
        sink.text.hasPrefix("// 4 of 6 nodes and 6 of 7 statements.\n// Not drawn: 1 statement"))
      #expect(
        sink.text.contains("Not drawn: 1 statement with a value (quotations, numbers); 1 entity"))
    }

    @Test func valuesAreDrawnOnRequest() throws {
      let text = try text(GraphSample.village, .init(showsValues: true))
      #expect(text.contains("label=\"Not so.\""))
      #expect(!text.contains("with a value"))
    }

    @Test func theMostConnectedEntitiesAreKept() throws {
      let text = try text(GraphSample.village, .init(top: 2))
      #expect(text.contains("\"Alma Vanter\""))
      #expect(text.contains("\"Bero Massimi\""))
      #expect(!text.contains("\"Velmora\""))
      #expect(text.contains("2 entities of lower rank"))
    }

    @Test(arguments: ["vanter", "ALMA VANTER", "q1", "https://example.org/id/person/alma-vanter"])
    func theFocusIsFoundByAnyOfItsNames(name: String) throws {
      let text = try text(GraphSample.village, .init(focus: name, depth: 0))
      #expect(text.hasPrefix("// 1 of 6 nodes"))
      #expect(text.contains("penwidth=3"))
    }

    @Test func theFocusShowsWhatIsNear() throws {
      let near = try text(GraphSample.village, .init(focus: "Bero Massimi"))
      #expect(near.hasPrefix("// 2 of 6 nodes"))
      let far = try text(GraphSample.village, .init(focus: "Bero Massimi", depth: 2))
      #expect(far.hasPrefix("// 4 of 6 nodes"))
    }

    @Test func anUnknownFocusIsAnErrorWithSuggestions() throws {
      #expect(
        throws: WritingError.unknownEntity("velmor", similar: ["Velmora", "Republic of Velmora"])
      ) { try text(GraphSample.village, .init(focus: "velmor")) }
    }

    @Test func entitiesAreFramedOnRequest() throws {
      let types = try text(GraphSample.village, .init(clusters: .type))
      #expect(types.contains("label=\"Person\""))
      let countries = try text(GraphSample.village, .init(clusters: .country))
      #expect(countries.contains("label=\"Republic of Velmora\", labelloc"))
      #expect(countries.contains("n0; n1; n2; "))
      let articles = try text(GraphSample.village, .init(clusters: .article))
      #expect(articles.contains("label=\"Day 1\", labelloc"))
      #expect(!(try text(GraphSample.village)).contains("subgraph cluster"))
    }

    @Test func largeGraphsGetALayoutThatDraws() throws {
      #expect(try text(StoryGraph.make(size: 30)).contains("layout=\"dot\""))
      #expect(try text(StoryGraph.make(size: 300)).contains("layout=\"sfdp\""))
    }

    @Test func anEmptyGraphIsADrawing() throws {
      #expect(try text(KnowledgeGraph()).hasPrefix("// 0 of 0 nodes"))
    }

    @Test(arguments: [
      ("a\"b", "\"a\\\"b\""), ("\\N", "\"\\\\N\""), ("a\nb\r\n", "\"a\\nb \\n\""),
      ("&amp;", "\"&amp;amp;\""), ("<b>", "\"<b>\""),
      ("\u{0}\u{1}\u{FFFE}", "\"\u{FFFD}\u{FFFD}\u{FFFD}\""),
      ("", "\"\""),
    ])
    func labelsAreQuoted(text: String, expected: String) {
      var buffer = TextBuffer()
      _ = DOTText.appendQuoted(text, .label, to: &buffer)
      #expect(String(decoding: buffer.bytes, as: UTF8.self) == expected)
    }

    @Test func longTextsAreJoinedOfPieces() {
      var buffer = TextBuffer()
      let text = String(repeating: "é\\", count: 5000)
      _ = DOTText.appendQuoted(text, .data, to: &buffer)
      let written = String(decoding: buffer.bytes, as: UTF8.self)
      let pieces = written.components(separatedBy: "\" + \"")
      #expect(pieces.count == 7)
      #expect(pieces.joined() == "\"" + text.replacing("\\", with: "\\\\") + "\"")
    }

    @Test(arguments: EntityType.allCases)
    func textCanBeReadOnEveryFill(type: EntityType) throws {
      let drawn = DrawnClass.ofType(type)
      #expect(try Contrast.ratio(DrawnClass.textColor, drawn.fill) >= 7)
      #expect(try Contrast.ratio(drawn.color, "#FFFFFF") >= 3)
    }

    @Test(arguments: Modality.allCases)
    func linesAndTheirLabelsCanBeReadOnWhite(standing: Modality) throws {
      #expect(try Contrast.ratio(DrawnStanding(standing).textColor, "#FFFFFF") >= 4.5)
      #expect(try Contrast.ratio(DrawnStanding(standing).color, "#FFFFFF") >= 4.5)
    }

    @Test func theDrawingsOfClassesDiffer() {
      let looks = EntityType.allCases.map { type -> [String] in
        let drawn = DrawnClass.ofType(type)
        return [drawn.shape, drawn.style, drawn.fill, drawn.isDouble ? "double" : "single"]
      }
      #expect(Set(looks).count == looks.count)
    }

    @Test(arguments: [
      ("Ministry of Foreign Affairs of Velmora", "Ministry of Foreign\nAffairs of Velmora"),
      ("Velmora", "Velmora"), ("a  b\n c", "a b c"), ("", ""),
      ("Alma Vanter and Bero Massimi, both of Velmora", "Alma Vanter and Bero\nMassimi, both of…"),
    ])
    func namesAreBrokenOrCutBetweenWords(name: String, expected: String) {
      #expect(ShortLabel.wrapped(name, width: 20) == expected)
    }
  }
}

/// The contrast of two colours. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
private enum Contrast {
  static func ratio(_ first: String, _ second: String) throws -> Double {
    let (a, b) = (try luminance(first), try luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: String) throws -> Double {
    let number = try #require(Int(color.dropFirst(), radix: 16))
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
