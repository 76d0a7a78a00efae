import Extraction
import Foundation
import Testing

@testable import NewsGraph

@Suite struct CorpusReportTests {
  private static let text = "Alma Vanter met Bero Massimi on Monday. He denied it."

  private func graph() throws -> KnowledgeGraph {
    var story = DisputeSample(title: "A *day*")
    story.sample.state(story.alma, "presidentOf", story.land, in: "a2")
    story.sample.state(story.bero, "visited", story.land, .planned, by: [story.alma])
    story.sample.state(story.bero, "stated", .literal(Literal("Not\nso.")))
    return try story.graph()
  }

  private func texts() -> ArticleTexts {
    let texts = ArticleTexts()
    for id in ["a1", "a2"] { texts.note(Article(id: id, text: ArticleText(Self.text))) }
    return texts
  }

  private func report(_ options: CorpusReport.Options = .init()) throws -> CorpusReport {
    try CorpusReport(
      try graph(), options: options, texts: texts(), ontology: try TestKnowledge.ontology())
  }

  private func text(_ report: CorpusReport, _ format: CorpusReport.Format, width: Int = 80) throws
    -> String
  {
    let sink = OutputSink.memory()
    try report.write(format, to: sink, width: width)
    return sink.text
  }

  @Test func `the sections hold what they say`() throws {
    let report = try report()
    #expect(report.counts.articles == 2)
    #expect(report.counts.facts == 3)
    #expect(report.counts.corroborated == 1)
    #expect(report.counts.attributed == 3)
    #expect(report.corroborated.shown.map(\.words) == ["Alma Vanter is president of Velmora"])
    #expect(report.corroborated.shown.first?.corroboration.articles == ["a1", "a2"])
    let dispute = try #require(report.disputes.shown.first)
    #expect(dispute.words == "Alma Vanter met Bero Massimi")
    #expect(dispute.denying.map(\.claimants) == [["Bero Massimi"]])
    #expect(dispute.denying.map(\.sentence) == ["He denied it."])
    #expect(dispute.affirming.flatMap(\.voices).map(\.date) == ["2021-03-01"])
    let contest = try #require(report.contests.shown.first)
    #expect(contest.words == "president of Velmora")
    #expect(contest.sides.count == 2)
    #expect(report.planned.shown.map(\.words) == ["Bero Massimi visited Velmora"])
    #expect(report.claimed.shown.map(\.words) == ["Bero Massimi is president of Velmora"])
    #expect(report.denied.shown.isEmpty)
  }

  @Test func `independent sources rank where they are known`() throws {
    let report = try CorpusReport(try graph(), independentSources: { $0.affirmingArticles.count })
    #expect(report.corroborated.shown.map(\.corroboration.independentSources) == [2])
    let sink = OutputSink.memory()
    try report.write(.text, to: sink)
    #expect(sink.text.contains("2 articles, 2 independent: a1, a2"))
  }

  @Test func `a focus leaves out what is not about it`() throws {
    let report = try report(.init(focus: "velmora"))
    #expect(report.focus == "Velmora")
    #expect(report.disputes.shown.isEmpty)
    #expect(report.entities.shown.map(\.name) == ["Velmora"])
    #expect(report.counts.statements == 3)
    #expect(throws: WritingError.self) { try self.report(.init(focus: "Nobody Here")) }
  }

  @Test func `lists are cut and what is cut is counted`() throws {
    let report = try report(.init(top: 1))
    #expect(report.entities.shown.count == 1)
    #expect(report.entities.more == 2)
    #expect(try text(report, .text).contains("And 2 more entities."))
  }

  @Test func `lines of text keep to the width and hold no control characters`() throws {
    for width in [30, 60, 100] {
      let text = try text(try report(), .text, width: width)
      for line in text.split(separator: "\n") {
        #expect(line.count <= width || !line.drop { " -".contains($0) }.contains(" "))
      }
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
    #expect(PlainText.line("a\u{1B}[2J\u{202E}b\tc") == "a\u{FFFD}[2J\u{FFFD}b c")
  }

  @Test func `Markdown is escaped`() throws {
    let text = try text(try report(), .markdown)
    #expect(text.hasPrefix("# What the articles say\n\n"))
    #expect(text.contains("A \\*day\\* (a1, 2021-03-01, characters 0–39)"))
  }

  @Test func `JSON has the members that are documented`() throws {
    let text = try text(try report(), .json)
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(record.keys) == [
        "report", "focus", "counts", "corroborated", "disputed", "conflicts", "entities",
        "claimed", "planned", "conditional", "denied",
      ])
    let disputed = try #require(record["disputed"] as? [String: Any])
    let first = try #require((disputed["shown"] as? [[String: Any]])?.first)
    #expect(Set(first.keys) == ["statement", "text", "affirming", "denying"])
    let denial = try #require((first["denying"] as? [[String: Any]])?.first)
    #expect(
      Set(denial.keys) == [
        "claim", "claimants", "modality", "article", "title", "published", "bound", "date",
        "place",
        "begin", "end", "sentence", "confidence",
      ])
    #expect(denial["modality"] as? String == "denied")
    #expect(denial["sentence"] as? String == "He denied it.")
  }

  @Test func `an empty graph has a report`() throws {
    for format in CorpusReport.Format.allCases {
      #expect(!(try text(try CorpusReport(KnowledgeGraph()), format)).isEmpty)
    }
  }

  @Test(arguments: [30, 200])
  func `the order of the articles does not change a byte`(size: Int) throws {
    let whole = StoryGraph.make(size: size)
    var parts = whole.sortedStatements.map { statement in
      var part = KnowledgeGraph()
      part.add(statement)
      return part
    }
    var random = SeededGenerator(seed: 7)
    parts.shuffle(using: &random)
    var again = KnowledgeGraph()
    for part in parts { again.merge(part) }
    for entity in whole.entities.values.shuffled(using: &random) { again.add(entity) }
    for article in whole.articles.values.shuffled(using: &random) { again.add(article) }
    let ontology = try TestKnowledge.ontology()
    var marked = whole
    marked.markConflicts(with: ontology)
    again.markConflicts(with: ontology)
    #expect(again == marked)
    for format in CorpusReport.Format.allCases {
      let reports = try [marked, again].map {
        try text(try CorpusReport($0, ontology: ontology), format)
      }
      #expect(reports[0] == reports[1])
    }
  }
}
