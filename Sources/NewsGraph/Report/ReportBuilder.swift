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
    independentSources: @escaping (Statement) -> Int? = \.independentAffirmingSources
  ) throws {
    let builder = try ReportBuilder(
      graph, options, texts, ontology: ontology, independentSources: independentSources)
    self = builder.report()
  }
}

/// Chooses and orders what a report shows.
struct ReportBuilder {
  let graph: KnowledgeGraph
  let options: CorpusReport.Options
  private let texts: ArticleTexts?
  private let independentSources: (Statement) -> Int?
  /// The entities of the focus; empty where all are of interest.
  let focus: Set<IRI>
  /// What articles say of the focus, sorted.
  let statements: [Statement]
  let words: StatementWords
  /// The statements that are denied by one and affirmed by another, or imply such a one.
  let disputed: Set<Statement.Key>

  init(
    _ graph: KnowledgeGraph, _ options: CorpusReport.Options, _ texts: ArticleTexts? = nil,
    ontology: Ontology? = nil, independentSources: @escaping (Statement) -> Int? = { _ in nil }
  ) throws(WritingError) {
    self.graph = graph
    self.options = options
    self.texts = texts
    self.independentSources = independentSources
    var focus: Set<IRI> = []
    if let name = options.focus {
      let properties = PropertyGraph(graph)
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
      statement.evidence.contains { $0.basis == .read && !$0.isOfEventName }
        && (focus.isEmpty || statement.speaks(ofOneOf: focus))
    }
  }

  func report() -> CorpusReport {
    let top = options.top
    let disputes = disputes(top: top)
    let facts = statements.filter { $0.affirmingArticles.count > 1 }
    return CorpusReport(
      focus: focus.isEmpty ? nil : name(ofFocus: focus),
      counts: counts(disputes.shown.count + disputes.more),
      corroborated: CorpusReport.Section(ranked(facts.filter(\.isBareFact)), top: top)
        .map { entry($0, \.isAffirming) },
      disputes: disputes, contests: contests(top: top), entities: profiles(),
      claimed: only(.alleged), planned: only(.planned), conditional: only(.conditional),
      denied: only(.denied))
  }

  private func name(ofFocus focus: Set<IRI>) -> String {
    focus.sorted().compactMap { graph.entities[$0]?.name }.joined(separator: ", ")
  }

  private func counts(_ disputed: Int) -> CorpusReport.Counts {
    let rivalries = rivalryCounts()
    let evidence = statements.flatMap { $0.evidence.filter { $0.basis == .read } }
    var counts = CorpusReport.Counts()
    counts.articles = focus.isEmpty ? graph.articles.count : Set(evidence.map(\.article)).count
    counts.entities = focus.isEmpty ? graph.entities.count : focus.count
    counts.statements = statements.count
    counts.facts = statements.count(where: \.isBareFact)
    counts.corroborated = statements.count { $0.affirmingArticles.count > 1 }
    counts.disputed = disputed
    counts.conflicts = rivalries[.conflicts] ?? 0
    counts.differences = rivalries[.differs] ?? 0
    counts.claims = evidence.count
    counts.attributed = evidence.count { !$0.attributedTo.isEmpty }
    return counts
  }

  /// What has a standing and no better one, beside what is disputed.
  private func only(_ standing: Modality) -> CorpusReport.Section<CorpusReport.Entry> {
    let found = statements.filter { $0.standing == standing && !disputed.contains($0.key) }
    return CorpusReport.Section(ranked(found), top: options.top).map { entry($0) }
  }
}

// MARK: - Statements and claims

extension ReportBuilder {
  /// The statements that most sources bear out first; of equals what articles say themselves, then
  /// acts before what lasts, then the surer, then by subject, predicate and object.
  func ranked(_ statements: [Statement]) -> [Statement] {
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
  func entry(
    _ statement: Statement, _ isShown: (Evidence) -> Bool = { _ in true }
  ) -> CorpusReport.Entry {
    CorpusReport.Entry(
      statement: statement.iri, words: words.words(of: statement), standing: statement.standing,
      isDisputed: disputed.contains(statement.key), corroboration: corroboration(of: statement),
      voices: statement.evidence.filter { $0.basis == .read && isShown($0) }.map(voice))
  }

  func voice(_ evidence: Evidence) -> CorpusReport.Voice {
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
