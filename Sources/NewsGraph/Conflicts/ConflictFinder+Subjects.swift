import Extraction

extension ConflictFinder {
  /// Two subjects of an exclusive property of one object at one time: two heads of a state.
  ///
  /// A claim without a date holds on the day of its article. Where the days differ, or one is not
  /// known, the holder may have changed, and the claims only differ; where they are far apart, or
  /// one holder is said to have followed the other, nothing is noted.
  func rivalSubjects(
    among statements: [ContestedStatement], in graph: KnowledgeGraph
  ) -> [Conflict] {
    let relations = PropertyRelations(ontology: ontology)
    var groups: [Office: [Holder]] = [:]
    for statement in statements where !statement.affirming.isEmpty {
      guard let (office, subject) = holding(statement.key, relations) else { continue }
      groups[office, default: []].append(Holder(subject: subject, statement: statement))
    }
    let days = PublicationDays(graph)
    let successions = successions(among: statements)
    var found: [Conflict] = []
    for (office, holders) in groups {
      for index in holders.indices {
        for other in holders[(index + 1)...]
        where looksAt(holders[index].statement, other.statement) {
          found += conflicts(of: holders[index], other, office, graph, days, successions)
        }
      }
    }
    return found
  }

  /// A property that has one subject at a time, and its object.
  struct Office: Hashable {
    var property: String
    var object: IRI
  }

  private struct Holder {
    var subject: IRI
    var statement: ContestedStatement
  }

  /// Whether a statement says who holds what one alone can hold, or who followed whom.
  func tellsOfHolders(_ key: Statement.Key, _ relations: PropertyRelations) -> Bool {
    Self.successionProperties.contains(key.predicate) || holding(key, relations) != nil
  }

  /// Who holds what by a statement, or by its inverse: `hasHeadOfState` is `headOfStateOf` the
  /// other way round.
  func holding(
    _ key: Statement.Key, _ relations: PropertyRelations
  ) -> (Office, subject: IRI)? {
    guard case .iri(let object) = key.object else { return nil }
    if let property = relations.widest(key.predicate, where: \.isExclusive) {
      return (Office(property: property, object: object), key.subject)
    }
    guard let inverse = ontology.property(key.predicate)?.inverse,
      let property = relations.widest(inverse, where: \.isExclusive)
    else { return nil }
    return (Office(property: property, object: key.subject), object)
  }

  private func conflicts(
    of one: Holder, _ other: Holder, _ office: Office, _ graph: KnowledgeGraph,
    _ days: PublicationDays, _ successions: Set<Set<IRI>>
  ) -> [Conflict] {
    guard one.subject != other.subject, !successions.contains([one.subject, other.subject]),
      let entity = graph.entities[one.subject], let rival = graph.entities[other.subject],
      entity.type == rival.type, !entity.mayBe(rival)
    else { return [] }
    return Self.conflicts(
      .rivalSubjects, property: office.property, node: office.object, one.statement,
      other.statement
    ) { left, right in
      guard let leftSpan = days.span(of: left), let rightSpan = days.span(of: right) else {
        return .differs
      }
      if leftSpan.overlaps(rightSpan) { return .conflicts }
      // Who was in office until one day, and who was since another, are one after the other.
      guard leftSpan.day != nil, rightSpan.day != nil else { return nil }
      return leftSpan.gap(to: rightSpan) <= Self.nearness ? .differs : nil
    }
  }

  static let successionProperties: Set<String> = ["succeeded", "succeededBy"]

  /// The pairs of which an article says that one followed the other.
  private func successions(among statements: [ContestedStatement]) -> Set<Set<IRI>> {
    var found: Set<Set<IRI>> = []
    for statement in statements where !statement.affirming.isEmpty {
      guard case .iri(let object) = statement.key.object,
        Self.successionProperties.contains(statement.key.predicate)
      else { continue }
      found.insert([statement.key.subject, object])
    }
    return found
  }
}

extension EntityNode {
  /// Whether the fullest names that articles give leave open that two nodes are one: all words of one
  /// stand in the other, as in Lavrov and Sergey Lavrov.
  func mayBe(_ other: EntityNode) -> Bool {
    if let link, let otherLink = other.link { return link == otherLink }
    let mine = foldedNames
    let others = other.foldedNames
    return mine.contains { name in
      others.contains { name.isSubset(of: $0) || $0.isSubset(of: name) }
    }
  }

  private var foldedNames: [Set<String>] {
    nameVoters.keys.map { Set(NameFolding.foldedWords(of: $0, type: type)) }
      .filter { !$0.isEmpty }
  }
}

/// The days on which articles came out.
struct PublicationDays {
  private let days: [String: DateSpan]

  init(_ graph: KnowledgeGraph) {
    days = graph.articles.compactMapValues { $0.published.map { DateSpan(day: $0.date) } }
  }

  /// The day of an article.
  subscript(article: String) -> DateSpan? { days[article] }

  /// When what is claimed holds: at its own date, else on the day of its article.
  func span(of evidence: Evidence) -> DateSpan? {
    guard let date = evidence.date else { return days[evidence.article] }
    return DateSpan(iso: date)
  }
}
