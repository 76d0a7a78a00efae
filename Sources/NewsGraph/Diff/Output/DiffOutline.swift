import Extraction

/// The differences as a summary for people: the numbers, then what is news of each entity, the most
/// important first, then names and articles.
struct DiffOutline {
  private(set) var outline = ReportOutline()
  private let diff: GraphDiff
  private let top: Int

  init(_ diff: GraphDiff, top: Int) {
    self.diff = diff
    self.top = top
    let about = diff.focus.map { " about \($0)" } ?? ""
    outline.add(.heading(1, "What changed\(about) from \(diff.oldName) to \(diff.newName)"))
    if diff.isSame {
      outline.add(.paragraph("Nothing."))
    } else {
      for line in DiffWords.numbers(diff) { outline.add(.paragraph(line)) }
    }
    for note in diff.notes { outline.add(.paragraph(note)) }
    if let knowledge = diff.knowledge {
      addNews(knowledge)
      addNames(knowledge.entities)
      addArticles(knowledge.articles)
    } else {
      addTriples()
    }
  }
}

// MARK: - Numbers

enum DiffWords {
  /// The numbers as sentences; what is none is left out.
  static func numbers(_ diff: GraphDiff) -> [String] {
    let counts = diff.counts
    var lines: [String] = []
    func line(_ subject: String, _ parts: [(Int, String)]) {
      let words = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if !words.isEmpty { lines.append("\(subject): \(words.joined(separator: ", ")).") }
    }
    line(
      "Articles",
      [
        (counts.articles.added, "new"), (counts.articles.removed, "gone"),
        (counts.articles.changed, "changed"),
      ])
    line(
      "Statements",
      [
        (counts.statements[.standing] ?? 0, "with another standing"),
        (counts.newFacts, "newly stated as fact"),
        (counts.lostFacts, "no more stated as fact"),
        (counts.statements[.appeared] ?? 0, "new"), (counts.statements[.gone] ?? 0, "gone"),
        (counts.statements[.gainedEvidence] ?? 0, "with more evidence"),
        (counts.statements[.lostEvidence] ?? 0, "with evidence lost"),
        (counts.statements[.otherEvidence] ?? 0, "with evidence changed"),
      ])
    line(
      "Conflicts", [(counts.conflicts.new, "new"), (counts.conflicts.settled, "settled")])
    line(
      "Entities",
      entityWords.map { (counts.entities[$0.0] ?? 0, $0.1) })
    line("Triples", [(counts.triples.added, "added"), (counts.triples.removed, "removed")])
    return lines
  }

  private static let entityWords: [(EntityChange.Kind, String)] = [
    (.appeared, "new"), (.gone, "gone"), (.renamed, "renamed"), (.merged, "merged"),
    (.split, "split"), (.retyped, "of another class"), (.relinked, "with another link"),
    (.readdressed, "with another IRI"), (.aliases, "with other names changed"),
  ]

  /// A changed statement as a line.
  static func line(_ change: StatementChange, _ diff: GraphDiff) -> String {
    guard let current = change.current else { return "" }
    func sources(_ evidence: [Evidence], old: Bool) -> String {
      guard let graphs = diff.graphs else { return "" }
      let words = StandingWords(graph: old ? graphs.old : graphs.new)
      return words.sources(of: evidence).map { " (\($0))" } ?? ""
    }
    let all = current.statement.evidence
    switch (change.kinds.first, change.old, change.new) {
    case (.standing, let old?, let new?):
      let evidence = change.gained.isEmpty ? all : change.gained
      return "\(new.words): \(old.standing) before, \(new.standing) now"
        + sources(evidence, old: false)
    case (.appeared, _, let new?):
      return "New: \(new.words) – \(new.standing)" + sources(all, old: false)
    case (.gone, let old?, _):
      return "Gone: \(old.words) – was \(old.standing)" + sources(all, old: true)
    case (.gainedEvidence, _, let new?):
      let articles = new.statement.sourceCount
      let lost = change.lost.isEmpty ? "" : ", some lost"
      return "More evidence\(lost): \(new.words) – \(new.standing)"
        + sources(change.gained, old: false)
        + (articles > 1 ? "; in \(articles) articles now" : "")
    case (.lostEvidence, _, let new?):
      return "Evidence lost: \(new.words) – \(new.standing)" + sources(change.lost, old: true)
    default:
      return "Evidence changed: \(current.words) – \(current.standing)"
        + sources(all, old: false)
    }
  }

  /// A conflict as a line.
  static func line(_ change: ConflictChange) -> String {
    let grade = change.conflict.grade == .conflicts ? "conflict" : "difference"
    let sides = change.sides.joined(separator: " – against – ")
    return "\(change.isNew ? "New \(grade)" : "No more \(grade)") over \(change.words): \(sides)"
  }

  /// A changed entity as a line.
  static func line(_ change: EntityChange) -> String {
    func named(_ entities: [ComparedEntity]) -> String {
      StandingWords.list(entities.map { "\($0.name) (\($0.type.rawValue))" }) ?? ""
    }
    if change.kinds == [.merged] { return "\(named(change.old)) are one now: \(named(change.new))" }
    if change.kinds == [.split] {
      return "\(named(change.old)) is several now: \(named(change.new))"
    }
    guard let old = change.old.first, let new = change.new.first else { return change.name }
    var parts: [String] = []
    if change.kinds.contains(.renamed) { parts.append("was called \(old.name)") }
    if change.kinds.contains(.retyped) {
      parts.append("was a \(old.type.rawValue), is a \(new.type.rawValue)")
    }
    if change.kinds.contains(.relinked) {
      parts.append("was linked to \(old.link ?? "nothing"), is to \(new.link ?? "nothing")")
    }
    if change.kinds.contains(.readdressed) { parts.append("its node is \(new.iri) now") }
    if !change.gainedAliases.isEmpty {
      parts.append("also called \(StandingWords.list(change.gainedAliases) ?? "")")
    }
    if !change.lostAliases.isEmpty {
      parts.append("no more called \(StandingWords.list(change.lostAliases) ?? "")")
    }
    return "\(new.name): " + parts.joined(separator: "; ")
  }
}

// MARK: - News

extension DiffOutline {
  private struct Group {
    var name: String
    var lines: [(rank: Int, text: String)] = []
  }

  private mutating func addNews(_ changes: KnowledgeChanges) {
    var groups: [IRI: Group] = [:]
    func add(_ iri: IRI, _ rank: Int, _ text: String) {
      groups[iri, default: Group(name: name(iri))].lines.append((rank, text))
    }
    for change in changes.statements {
      guard let statement = change.current?.statement else { continue }
      add(statement.key.subject, change.rank, DiffWords.line(change, diff))
    }
    for change in changes.conflicts {
      add(change.conflict.node, 1, DiffWords.line(change))
    }
    guard !groups.isEmpty else { return }
    outline.add(.heading(2, "What is news"))
    // The weight of a group is that of its news, so that one line of evidence lifts nobody.
    let sorted = groups.map { (iri: $0.key, group: $0.value) }.sorted { left, right in
      let ranks = (Self.ranks(left.group), Self.ranks(right.group))
      if ranks.0 != ranks.1 { return ranks.0.lexicographicallyPrecedes(ranks.1) }
      return left.iri < right.iri
    }
    for (_, group) in sorted.prefix(top) {
      outline.add(.heading(3, group.name))
      let lines = group.lines.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }
      for (_, line) in lines.prefix(top) { outline.add(.item(0, line.text)) }
      outline.addMore(0, lines.count - top)
    }
    if sorted.count > top {
      outline.add(.heading(3, "and \(sorted.count - top) more entities"))
    }
  }

  /// How much there is of each rank, negated, so that more comes first.
  private static func ranks(_ group: Group) -> [Int] {
    (0...8).map { rank in -group.lines.count { $0.rank == rank } }
  }

  private func name(_ iri: IRI) -> String {
    guard let graphs = diff.graphs else { return iri.string }
    return (graphs.new.entities[iri] ?? graphs.old.entities[iri])?.name ?? iri.string
  }
}

// MARK: - Names, articles, triples

extension DiffOutline {
  private mutating func addNames(_ changes: [EntityChange]) {
    let identities = changes.filter { ![.appeared, .gone].contains($0.kinds.first) }
    addList("Who is who", identities.map(DiffWords.line))
    for (kind, title) in [
      (EntityChange.Kind.appeared, "Named for the first time"), (.gone, "Named no more"),
    ] {
      addList(
        title,
        changes.filter { $0.kinds.first == kind }.compactMap { change in
          (change.new.first ?? change.old.first).map { "\($0.name) (\($0.type.rawValue))" }
        })
    }
  }

  private mutating func addArticles(_ changes: [ArticleChange]) {
    addList(
      "Articles",
      changes.map { change in
        let word = change.old == nil ? "New" : change.new == nil ? "Gone" : "Changed"
        return "\(word): \(change.title)" + (change.title == change.id ? "" : " (\(change.id))")
      })
  }

  private mutating func addList(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    outline.add(.heading(2, title))
    for line in lines.prefix(top) { outline.add(.item(0, line)) }
    outline.addMore(0, lines.count - top)
  }

  /// The triples by subject.
  private mutating func addTriples() {
    let words = TripleWords(diff)
    var groups: [Resource: [String]] = [:]
    for (sign, quads) in [("Removed", words.removed), ("Added", words.added)] {
      for quad in quads {
        groups[quad.triple.subject, default: []].append("\(sign): \(words.line(quad))")
      }
    }
    guard !groups.isEmpty else { return }
    outline.add(.heading(2, "Triples"))
    let sorted = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (subject, lines) in sorted.prefix(top) {
      outline.add(.heading(3, words.name(Term(subject))))
      for line in lines.prefix(top) { outline.add(.item(0, line)) }
      outline.addMore(0, lines.count - top)
    }
    if sorted.count > top {
      outline.add(.heading(3, "and \(sorted.count - top) more subjects"))
    }
  }
}
