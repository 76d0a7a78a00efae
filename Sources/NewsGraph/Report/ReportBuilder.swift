public import Extraction

extension CorpusReport {
  /// Makes the report of a graph, whose conflicts have been marked.
  ///
  /// - Parameters:
  ///   - texts: The texts of the articles, where their sentences are to be quoted.
  ///   - ontology: The ontology, for the labels of properties and to tell news from lasting facts.
  ///   - independentSources: The number of sources of a statement that do not depend on each other,
  ///     where it is known; the number of articles stands for it otherwise.
  /// - Throws: `WritingError` where nothing has the name of the focus.
  public init(
    _ graph: KnowledgeGraph, options: Options = Options(), texts: ArticleTexts? = nil,
    ontology: Ontology? = nil,
    independentSources: @escaping (Statement) -> Int? = { _ in nil }
  ) throws {
    let builder = try ReportBuilder(
      graph, options, texts, ontology: ontology, independentSources: independentSources)
    self = builder.report()
  }
}

/// Chooses and orders what a report shows.
struct ReportBuilder {
  private let graph: KnowledgeGraph
  private let options: CorpusReport.Options
  private let texts: ArticleTexts?
  private let independentSources: (Statement) -> Int?
  /// The entities of the focus; empty where all are of interest.
  private let focus: Set<IRI>
  /// What articles say of the focus, sorted.
  private let statements: [Statement]
  private let words: StatementWords
  /// The statements that are denied by one and affirmed by another, or imply such a one.
  private let disputed: Set<Statement.Key>

  init(
    _ graph: KnowledgeGraph, _ options: CorpusReport.Options, _ texts: ArticleTexts? = nil,
    ontology: Ontology? = nil, independentSources: @escaping (Statement) -> Int? = { _ in nil }
  ) throws(WritingError) {
    self.graph = graph
    self.options = options
    self.texts = texts
    self.independentSources = independentSources
    let properties = PropertyGraph(graph)
    var focus: Set<IRI> = []
    if let name = options.focus {
      for node in try EntitySearch(properties).nodes(named: name) {
        if case .entity(let entity) = properties.nodes[node] { focus.insert(entity.iri) }
      }
    }
    self.focus = focus
    words = StatementWords(graph: graph, ontology: ontology)
    disputed = Set(
      graph.conflicts.filter { $0.kind == .denial }
        .flatMap { [$0.first.statement, $0.second.statement] }
    ).union(graph.statements.values.filter(\.isDisputed).map(\.key))
    statements = graph.sortedStatements.filter { statement in
      statement.evidence.contains { $0.basis == .read }
        && (focus.isEmpty || statement.speaks(ofOneOf: focus))
    }
  }

  func report() -> CorpusReport {
    let top = options.top
    let disputes = disputes()
    let contests = contests()
    let entities = profiles()
    let facts = statements.filter { $0.affirmingArticles.count > 1 }
    return CorpusReport(
      focus: focus.isEmpty ? nil : name(ofFocus: focus),
      counts: counts(disputes, contests),
      corroborated: .init(
        ranked(facts.filter(\.isBareFact)).map { entry($0, \.isAffirming) }, top: top),
      disputes: .init(disputes, top: top), contests: .init(contests, top: top),
      entities: .init(entities, top: top),
      claimed: only(.alleged), planned: only(.planned), conditional: only(.conditional),
      denied: only(.denied))
  }

  private func name(ofFocus focus: Set<IRI>) -> String {
    focus.sorted().compactMap { graph.entities[$0]?.name }.joined(separator: ", ")
  }

  private func counts(
    _ disputes: [CorpusReport.Dispute], _ contests: [CorpusReport.Contest]
  ) -> CorpusReport.Counts {
    let evidence = statements.flatMap { $0.evidence.filter { $0.basis == .read } }
    var counts = CorpusReport.Counts()
    counts.articles = focus.isEmpty ? graph.articles.count : Set(evidence.map(\.article)).count
    counts.entities = focus.isEmpty ? graph.entities.count : focus.count
    counts.statements = statements.count
    counts.facts = statements.count(where: \.isBareFact)
    counts.corroborated = statements.count { $0.affirmingArticles.count > 1 }
    counts.disputed = disputes.count
    counts.conflicts = contests.count { $0.grade == .conflicts }
    counts.differences = contests.count { $0.grade == .differs }
    counts.claims = evidence.count
    counts.attributed = evidence.count { !$0.attributedTo.isEmpty }
    return counts
  }

  /// What has a standing and no better one, beside what is disputed.
  private func only(_ standing: Modality) -> CorpusReport.Section<CorpusReport.Entry> {
    let found = statements.filter { $0.standing == standing && !disputed.contains($0.key) }
    return .init(ranked(found).map { entry($0) }, top: options.top)
  }
}

// MARK: - Statements and claims

extension ReportBuilder {
  /// The statements that most sources bear out first; of equals what articles say themselves, then
  /// acts before what lasts, then the surer, then by subject, predicate and object.
  private func ranked(_ statements: [Statement]) -> [Statement] {
    let ranks = statements.map { statement in
      (
        statement: statement, weight: corroboration(of: statement).weight,
        isFact: statement.isBareFact, isLasting: words.isLasting(statement.key.predicate),
        confidence: statement.confidence
      )
    }
    return ranks.sorted { left, right in
      if left.weight != right.weight { return left.weight > right.weight }
      if left.isFact != right.isFact { return left.isFact }
      if left.isLasting != right.isLasting { return right.isLasting }
      if left.confidence != right.confidence { return left.confidence > right.confidence }
      return left.statement < right.statement
    }.map(\.statement)
  }

  private func corroboration(of statement: Statement) -> Corroboration {
    Corroboration(
      articles: statement.affirmingArticles, independentSources: independentSources(statement))
  }

  /// A statement with those of its claims that pass a test.
  private func entry(
    _ statement: Statement, _ isShown: (Evidence) -> Bool = { _ in true }
  ) -> CorpusReport.Entry {
    CorpusReport.Entry(
      statement: statement.iri, words: words.words(of: statement), standing: statement.standing,
      isDisputed: disputed.contains(statement.key), corroboration: corroboration(of: statement),
      voices: statement.evidence.filter { $0.basis == .read && isShown($0) }.map(voice))
  }

  private func voice(_ evidence: Evidence) -> CorpusReport.Voice {
    let article = graph.articles[evidence.article]
    return CorpusReport.Voice(
      claim: evidence.iri, claimants: evidence.attributedTo.map(graph.name),
      modality: evidence.modality, article: evidence.article, title: article?.title,
      published: article?.published?.date.description, bound: evidence.bound,
      date: evidence.date,
      place: evidence.place.map(graph.name), range: evidence.range,
      sentence: texts?.passage(of: evidence.article, evidence.sentenceRange),
      confidence: evidence.confidence)
  }
}

// MARK: - Disputes and conflicts

extension ReportBuilder {
  /// What is denied by one and asserted or alleged by another; what most speak of first.
  func disputes() -> [CorpusReport.Dispute] {
    let denials = graph.conflicts.filter { $0.kind == .denial }
    let groups = Dictionary(grouping: denials, by: \.second.statement)
    var found = groups.compactMap { key, conflicts in
      graph.statements[key].flatMap { dispute($0, conflicts) }
    }
    // A graph whose conflicts nobody looked for still shows the statements that are disputed.
    for statement in statements where statement.isDisputed && groups[statement.key] == nil {
      let isIn = { (piece: Evidence) in
        statement.evidence.contains { piece.conflicts(with: $0) }
      }
      let shown = statement.evidence.filter(isIn)
      found.append(
        (
          statement,
          CorpusReport.Dispute(
            statement: statement.iri, words: words.words(of: statement),
            affirming: [entry(statement) { isIn($0) && $0.isAffirming }],
            denying: shown.filter { $0.modality == .denied }.map(voice))
        ))
    }
    return found.sorted { left, right in
      let voices = (left.1.voiceCount, right.1.voiceCount)
      return voices.0 != voices.1 ? voices.0 > voices.1 : left.0 < right.0
    }.map(\.1)
  }

  private func dispute(
    _ denied: Statement, _ conflicts: [Conflict]
  ) -> (Statement, CorpusReport.Dispute)? {
    let affirmed = Set(conflicts.map(\.first.statement)).compactMap { graph.statements[$0] }
    guard isOfInterest([denied] + affirmed) else { return nil }
    let claims = Set(conflicts.map(\.first.claim))
    let denials = Set(conflicts.map(\.second.claim))
    return (
      denied,
      CorpusReport.Dispute(
        statement: denied.iri, words: words.words(of: denied),
        affirming: affirmed.sorted().map { entry($0) { claims.contains($0.iri) } },
        denying: denied.evidence.filter { denials.contains($0.iri) }.map(voice))
    )
  }

  private func isOfInterest(_ statements: [Statement]) -> Bool {
    focus.isEmpty || statements.contains { $0.speaks(ofOneOf: focus) }
  }

  private struct Subject: Hashable {
    var kind: Conflict.Kind
    var property: String
    var node: IRI
  }

  /// What has two holders or values that do not go together, the surer first.
  func contests() -> [CorpusReport.Contest] {
    let rivals = graph.conflicts.filter { $0.kind != .denial }
    let groups = Dictionary(grouping: rivals) {
      Subject(kind: $0.kind, property: $0.property, node: $0.node)
    }
    let found = groups.compactMap { subject, conflicts -> CorpusReport.Contest? in
      let claims = Set(conflicts.flatMap { [$0.first.claim, $0.second.claim] })
      let keys = Set(conflicts.flatMap { [$0.first.statement, $0.second.statement] })
      let sides = keys.compactMap { graph.statements[$0] }
      guard isOfInterest(sides) else { return nil }
      return CorpusReport.Contest(
        kind: subject.kind, grade: conflicts.map(\.grade).min() ?? .differs,
        words: words.words(ofContest: subject.kind, subject.property, of: subject.node),
        sides: ranked(sides.sorted()).map { entry($0) { claims.contains($0.iri) } })
    }
    return found.sorted { left, right in
      if left.grade != right.grade { return left.grade < right.grade }
      if left.sides.count != right.sides.count { return left.sides.count > right.sides.count }
      if left.kind != right.kind { return left.kind < right.kind }
      return left.words.utf8.lexicographicallyPrecedes(right.words.utf8)
    }
  }

}

extension CorpusReport.Dispute {
  /// The number of claims on both sides.
  fileprivate var voiceCount: Int {
    denying.count + affirming.reduce(0) { $0 + $1.voices.count }
  }
}

// MARK: - Entities

extension ReportBuilder {
  /// The entities of which most is said: by the articles that speak of them, then statements, then
  /// mentions.
  private func profiles() -> [CorpusReport.Profile] {
    var about: [IRI: [Statement]] = [:]
    for statement in statements {
      for entity in statement.ends { about[entity, default: []].append(statement) }
    }
    let shown = focus.isEmpty ? Set(about.keys) : focus
    let ranks = shown.compactMap { iri in
      graph.entities[iri].map { entity in
        (entity: entity, articles: entity.mentions.count, statements: about[iri]?.count ?? 0)
      }
    }
    return ranks.sorted { left, right in
      if left.articles != right.articles { return left.articles > right.articles }
      if left.statements != right.statements { return left.statements > right.statements }
      let mentions = (left.entity.mentionCount, right.entity.mentionCount)
      if mentions.0 != mentions.1 { return mentions.0 > mentions.1 }
      return left.entity.iri < right.entity.iri
    }.enumerated().map { index, rank in
      // What is behind the cut is counted and need not be put together.
      profile(of: rank.entity, index < options.top ? about[rank.entity.iri] ?? [] : [])
    }
  }

  private func profile(of entity: EntityNode, _ statements: [Statement]) -> CorpusReport.Profile {
    let shown = ranked(statements).prefix(options.top)
    return CorpusReport.Profile(
      entity: entity.iri, name: entity.name, type: entity.type, link: entity.link,
      mentions: entity.mentionCount, articles: entity.mentions.count,
      statements: shown.map { entry($0) }, more: statements.count - shown.count)
  }
}

extension Statement {
  /// The entities at its two ends.
  var ends: [IRI] {
    if case .iri(let object) = key.object { return [key.subject, object] }
    return [key.subject]
  }

  /// Whether it is about one of some entities, or one of them says it.
  func speaks(ofOneOf entities: Set<IRI>) -> Bool {
    ends.contains(where: entities.contains)
      || evidence.contains { $0.attributedTo.contains(where: entities.contains) }
  }
}
