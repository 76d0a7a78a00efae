import Extraction

extension ReportOutline {
  mutating func addFacts(_ section: CorpusReport.Section<CorpusReport.Entry>) {
    add(.heading(2, "The best corroborated facts"))
    if section.shown.isEmpty {
      add(.paragraph("No fact stands in two articles."))
      return
    }
    for entry in section.shown {
      let mark = entry.isDisputed ? " (disputed)" : ""
      add(.item(0, "\(entry.words)\(mark): \(Self.sources(entry.corroboration))"))
    }
    addMore(0, section.more)
  }

  /// Adds what is disputed, each with both sides; nothing where nothing is.
  mutating func add(disputes section: CorpusReport.Section<CorpusReport.Dispute>) {
    guard !section.shown.isEmpty else { return }
    add(.heading(2, "Disputed statements"))
    for dispute in section.shown {
      add(.item(0, dispute.words))
      for entry in dispute.affirming where entry.statement == dispute.statement {
        addVoices(1, entry.voices)
      }
      for entry in dispute.affirming where entry.statement != dispute.statement {
        add(.item(1, "which follows from: \(entry.words)"))
        addVoices(2, entry.voices)
      }
      addVoices(1, dispute.denying)
    }
    addMore(0, section.more)
  }

  /// Adds holders and values that do not go together; nothing where there are none.
  mutating func add(contests section: CorpusReport.Section<CorpusReport.Contest>) {
    guard !section.shown.isEmpty else { return }
    add(.heading(2, "Conflicts between holders and values"))
    for contest in section.shown {
      add(.item(0, "\(contest.words): \(Self.reason(contest))"))
      for side in contest.sides {
        add(.item(1, side.words))
        addVoices(2, side.voices)
      }
    }
    addMore(0, section.more)
  }

  private static func reason(_ contest: CorpusReport.Contest) -> String {
    switch (contest.kind, contest.grade) {
    case (.denial, _): "denied and affirmed"
    case (.rivalSubjects, .conflicts): "\(contest.sides.count) at one time"
    case (.rivalSubjects, .differs): "\(contest.sides.count) at different times"
    case (_, .conflicts): "\(contest.sides.count) values that cannot all be true"
    case (_, .differs): "\(contest.sides.count) values, at different times or of different days"
    }
  }

  mutating func addProfiles(_ section: CorpusReport.Section<CorpusReport.Profile>) {
    guard !section.shown.isEmpty else { return }
    add(.heading(2, "What is said of whom"))
    for profile in section.shown {
      let link = profile.link.map { ", Wikidata \($0)" } ?? ""
      add(.heading(3, profile.name))
      add(
        .paragraph(
          "\(profile.type.rawValue)\(link): \(Self.counted(profile.mentions, "mention"))"
            + " in \(Self.counted(profile.articles, "article"))."))
      for entry in profile.statements { add(.item(0, Self.line(entry))) }
      addMore(0, profile.more)
    }
    if section.more > 0 {
      add(.paragraph("And \(Self.counted(section.more, "more entity", "more entities"))."))
    }
  }

  mutating func addEntries(
    _ title: String, _ note: String?, _ section: CorpusReport.Section<CorpusReport.Entry>
  ) {
    guard !section.shown.isEmpty else { return }
    add(.heading(2, title))
    if let note { add(.paragraph(note)) }
    for entry in section.shown {
      add(.item(0, entry.words))
      addVoices(1, entry.voices)
    }
    addMore(0, section.more)
  }
}

// MARK: - Lines

extension ReportOutline {
  /// The claims of one side that are shown; a wire story printed everywhere has hundreds.
  private static let voiceLimit = 12

  private mutating func addVoices(_ level: Int, _ voices: [CorpusReport.Voice]) {
    for voice in voices.prefix(Self.voiceLimit) { add(.item(level, Self.line(voice))) }
    addMore(level, voices.count - Self.voiceLimit)
  }

  private static func line(_ voice: CorpusReport.Voice) -> String {
    var line = voice.modality.rawValue
    switch voice.bound {
    case .atLeast: line += ", at least so many,"
    case .atMost: line += ", at most so many,"
    case .about: line += ", about so many,"
    case nil: break
    }
    if !voice.claimants.isEmpty { line += " by \(voice.claimants.joined(separator: ", "))" }
    if let date = voice.date { line += ", of \(date)" }
    if let place = voice.place { line += ", in \(place)" }
    if let sentence = voice.sentence { line += ": “\(sentence)”" }
    let source =
      [voice.article, voice.published].compactMap { $0 }
      + ["characters \(voice.range.begin)–\(voice.range.end)"]
    let place = source.joined(separator: ", ")
    return line + " — " + (voice.title.map { "\($0) (\(place))" } ?? place)
  }

  /// A statement with its standing and its sources on one line.
  private static func line(_ entry: CorpusReport.Entry) -> String {
    let claimants = Set(entry.voices.flatMap(\.claimants)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let dates = Set(entry.voices.compactMap(\.date)).sorted()
    var marks: [String] = []
    if entry.standing != .asserted { marks.append(entry.standing.rawValue) }
    if entry.isDisputed { marks.append("disputed") }
    if entry.standing != .asserted, !claimants.isEmpty {
      marks.append("by \(claimants.joined(separator: ", "))")
    }
    if !dates.isEmpty { marks.append(dates.prefix(3).joined(separator: ", ")) }
    let articles = Set(entry.voices.map(\.article)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    marks.append(list(articles))
    return "\(entry.words) (\(marks.joined(separator: "; ")))"
  }

  private static func sources(_ corroboration: Corroboration) -> String {
    let count = counted(corroboration.articles.count, "article")
    let independent = corroboration.independentSources.map { ", \($0) independent" } ?? ""
    return "\(count)\(independent): \(list(corroboration.articles))"
  }

  private static func list(_ articles: [String]) -> String {
    let more = articles.count > 8 ? " and \(articles.count - 8) more" : ""
    return articles.prefix(8).joined(separator: ", ") + more
  }
}
