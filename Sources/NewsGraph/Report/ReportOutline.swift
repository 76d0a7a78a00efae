import Extraction

/// A report as headings and lists, which text and Markdown draw each in its way.
struct ReportOutline {
  /// A piece of the outline.
  enum Block: Hashable {
    /// A heading; 1 is the report's own.
    case heading(Int, String)
    /// A paragraph.
    case paragraph(String)
    /// An element of a list; 0 is the outermost.
    case item(Int, String)
  }

  private(set) var blocks: [Block] = []

  mutating func add(_ block: Block) { blocks.append(block) }
}

extension ReportOutline {
  /// The whole report.
  init(_ report: CorpusReport) {
    add(.heading(1, report.focus.map { "What is said of \($0)" } ?? "What the articles say"))
    for line in Self.numbers(report.counts) { add(.paragraph(line)) }
    addFacts(report.corroborated)
    add(disputes: report.disputes)
    add(contests: report.contests)
    addProfiles(report.entities)
    addEntries("Only claimed", Self.claimedNote, report.claimed)
    addEntries("Only planned", nil, report.planned)
    addEntries("Only under a condition", nil, report.conditional)
    addEntries("Only denied", nil, report.denied)
  }

  private static let claimedNote =
    "Said by somebody whom an article names, or alleged; no article says so in its own voice."

  private static func numbers(_ counts: CorpusReport.Counts) -> [String] {
    [
      "\(counted(counts.articles, "article")), \(counted(counts.entities, "entity", "entities")),"
        + " \(counted(counts.statements, "statement")) in \(counted(counts.claims, "claim")),"
        + " \(counts.attributed) of them by somebody whom the article names.",
      "\(counted(counts.facts, "statement")) said by an article in its own voice;"
        + " \(counts.corroborated) borne out by two articles or more; \(counts.disputed) disputed;"
        + " \(counted(counts.conflicts, "conflict")) and"
        + " \(counted(counts.differences, "difference")) between holders or values.",
    ]
  }

  static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  mutating func addMore(_ level: Int, _ more: Int) {
    if more > 0 { add(.item(level, "and \(more) more")) }
  }
}
