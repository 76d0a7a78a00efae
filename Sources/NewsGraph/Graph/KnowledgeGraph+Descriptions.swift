public import Extraction

extension KnowledgeGraph {
  /// Hands on the graph as RDF, one node at a time: articles, then entities with their plain
  /// triples, then statements, each followed by its claims; each sorted.
  ///
  /// All RDF writers take what this gives, so the rule that only bare facts become plain triples
  /// holds for all of them.
  public func forEachDescription(_ body: (Description) throws -> Void) rethrows {
    let sorted = sortedStatements
    var entities = sortedEntities.makeIterator()
    var (facts, statements) = (sorted.makeIterator(), sorted.makeIterator())
    for article in sortedArticles { try body(describe(article)) }
    try forEachDescription(
      iri: { articles[$0]?.iri }, entities: { entities.next() }, facts: { facts.next() },
      statements: { statements.next() }, label: label, body)
  }

  /// Hands on articles, entities and statements as RDF.
  ///
  /// Conflicts are looked up in the graph.
  ///
  /// - Parameters:
  ///   - articles: The articles.
  ///   - entities: Gives the entities, sorted.
  ///   - facts: Gives the statements, sorted, for the plain triples of the entities.
  ///   - statements: Gives them once more.
  ///   - label: Gives the names of statements.
  ///   - body: Takes the descriptions.
  func forEachDescription(
    _ articles: ArticleCatalog, entities: () throws -> EntityNode?,
    facts: () throws -> Statement?, statements: () throws -> Statement?,
    label: (Statement) throws -> String, _ body: (Description) throws -> Void
  ) throws {
    try articles.articles().forEach { try body(describe($0)) }
    try forEachDescription(
      iri: articles.iri, entities: entities, facts: facts, statements: statements, label: label,
      body)
  }

  private func forEachDescription(
    iri: (String) -> IRI?, entities: () throws -> EntityNode?, facts: () throws -> Statement?,
    statements: () throws -> Statement?, label: (Statement) throws -> String,
    _ body: (Description) throws -> Void
  ) rethrows {
    let conflicts = ConflictIndex(self)
    var next = try facts()
    while let entity = try entities() {
      var description = describe(entity)
      while let fact = next, fact.key.subject <= entity.iri {
        if fact.key.subject == entity.iri, fact.isBareFact {
          description.add(fact.predicate, fact.key.object)
        }
        next = try facts()
      }
      try body(description)
    }
    while let statement = try statements() {
      try body(describe(statement, label: label(statement)))
      for evidence in statement.evidence {
        try body(describe(evidence, of: statement, conflicts, iri: iri))
      }
    }
  }

  /// Hands on the graph as quads with a named graph for each article.
  ///
  /// What an article says, and the evidence for it, stands in the graph that has the article's
  /// name; what is known of entities from more than one article, and what is inferred of all, stands
  /// in the default graph.
  public func forEachQuad(_ body: (Quad) throws -> Void) rethrows {
    var entities = sortedEntities.makeIterator()
    var statements = sortedStatements.makeIterator()
    for article in sortedArticles { try forEachQuad(of: article, body) }
    try forEachQuad(
      iri: { articles[$0]?.iri }, entities: { entities.next() },
      statements: { statements.next() }, label: label, body)
  }

  /// Hands on articles, entities and statements as quads; entities and statements come sorted.
  func forEachQuad(
    _ articles: ArticleCatalog, entities: () throws -> EntityNode?,
    statements: () throws -> Statement?, label: (Statement) throws -> String,
    _ body: (Quad) throws -> Void
  ) throws {
    try articles.articles().forEach { try forEachQuad(of: $0, body) }
    try forEachQuad(
      iri: articles.iri, entities: entities, statements: statements, label: label, body)
  }

  private func forEachQuad(
    iri: (String) -> IRI?, entities: () throws -> EntityNode?,
    statements: () throws -> Statement?, label: (Statement) throws -> String,
    _ body: (Quad) throws -> Void
  ) rethrows {
    while let entity = try entities() { try forEachQuad(of: entity, body) }
    let conflicts = ConflictIndex(self)
    while let statement = try statements() {
      try forEachQuad(of: statement, label: label(statement), conflicts, iri: iri, body)
    }
  }

  func forEachQuad(of article: ArticleNode, _ body: (Quad) throws -> Void) rethrows {
    for triple in describe(article).triples { try body(Quad(triple, graph: article.iri)) }
  }

  func forEachQuad(of entity: EntityNode, _ body: (Quad) throws -> Void) rethrows {
    for triple in describe(entity).triples { try body(Quad(triple, graph: nil)) }
  }

  /// Hands on the quads of a statement of the graph, for which the names of its ends and of its
  /// articles are looked up in the graph.
  func forEachQuad(
    of statement: Statement, _ conflicts: ConflictIndex, _ body: (Quad) throws -> Void
  ) rethrows {
    try forEachQuad(
      of: statement, label: label(of: statement), conflicts, iri: { articles[$0]?.iri }, body)
  }

  private func forEachQuad(
    of statement: Statement, label: String, _ conflicts: ConflictIndex, iri: (String) -> IRI?,
    _ body: (Quad) throws -> Void
  ) rethrows {
    var inferred: [Triple] = []
    let description = describe(statement, label: label)
    for id in statement.articles {
      guard let graph = iri(id) else { continue }
      let evidence = statement.evidence.filter { $0.article == id }
      if evidence.contains(where: \.isBareFact) {
        try body(Quad(statement.triple, graph: graph))
      }
      for triple in description.triples where !Self.isInferred(triple.predicate) {
        try body(Quad(triple, graph: graph))
      }
      for piece in evidence {
        for triple in describe(piece, of: statement, conflicts, iri: iri).triples {
          if Self.isInferred(triple.predicate) {
            inferred.append(triple)
          } else {
            try body(Quad(triple, graph: graph))
          }
        }
      }
    }
    for triple in description.triples where Self.isInferred(triple.predicate) {
      try body(Quad(triple, graph: nil))
    }
    for triple in inferred { try body(Quad(triple, graph: nil)) }
  }

  /// Whether a property says what no article does, but what is inferred of all of them.
  private static func isInferred(_ predicate: IRI) -> Bool {
    inferredProperties.contains(predicate)
  }

  private static let inferredProperties: Set<IRI> = [
    NG.evidenceCount, NG.sourceCount, NG.independentSourceCount, NG.conflictsWith, NG.differsFrom,
  ]
}

extension KnowledgeGraph {
  func describe(_ article: ArticleNode) -> Description {
    var description = Description(article.iri, type: NG.article)
    description.add(DCTerms.identifier, article.id)
    description.add(DCTerms.title, article.title)
    if let published = article.published {
      let text = TemporalDatatype.lexicalForm(of: published)
      description.add(DCTerms.date, text, datatype: TemporalDatatype.datatype(of: text))
    }
    description.add(DCTerms.publisher, article.publisher)
    for author in article.authors { description.add(DCTerms.creator, author) }
    description.add(DCTerms.language, article.language)
    return description
  }

  func describe(_ entity: EntityNode) -> Description {
    var description = Description(entity.iri, type: NG.entityClass(entity.type))
    description.add(RDFS.label, entity.name)
    for alias in entity.otherNames { description.add(SKOS.altLabel, alias) }
    if let link = entity.link.flatMap(Wikidata.entity) { description.add(OWL.sameAs, link) }
    return description
  }

  func describe(_ statement: Statement, label: String) -> Description {
    var description = Description(statement.iri, type: NG.statement)
    description.add(RDF.type, RDF.statement)
    description.add(RDFS.label, label)
    description.add(RDF.subject, statement.key.subject)
    description.add(RDF.predicate, statement.predicate)
    description.add(RDF.object, statement.key.object)
    description.add(
      NG.evidenceCount, String(statement.evidence.count), datatype: XSD.integer)
    description.add(NG.sourceCount, String(statement.sourceCount), datatype: XSD.integer)
    description.add(
      NG.independentSourceCount, String(statement.independentSourceCount), datatype: XSD.integer)
    return description
  }

  func describe(
    _ evidence: Evidence, of statement: Statement, _ conflicts: ConflictIndex,
    iri: (String) -> IRI?
  ) -> Description {
    var description = Description(evidence.iri, type: NG.claim)
    description.add(NG.proposition, statement.iri)
    description.add(NG.modality, NG.modality(evidence.modality))
    for claimant in evidence.attributedTo { description.add(PROV.wasAttributedTo, claimant) }
    if let article = iri(evidence.article) {
      description.add(NG.inArticle, article)
      description.add(PROV.wasDerivedFrom, article.passage(evidence.range))
    }
    if let first = evidence.firstPrintedIn.flatMap(iri) {
      description.add(NG.firstPrintedIn, first)
    }
    if let date = evidence.date {
      description.add(NG.eventDate, date, datatype: TemporalDatatype.datatype(of: date))
    }
    if let place = evidence.place { description.add(NG.eventPlace, place) }
    description.add(
      NG.confidence, DecimalText.twoPlaces(evidence.confidence), datatype: XSD.decimal)
    description.add(NG.rule, evidence.rule)
    if evidence.basis == .background { description.add(NG.basis, NG.background) }
    description.add(NG.bound, evidence.bound?.rawValue)
    description.add(NG.unit, evidence.unit)
    description.add(NG.content, evidence.content)
    for addressee in evidence.addressees { description.add(NG.addressee, addressee) }
    for other in conflicts.claims(against: evidence, of: statement) {
      description.add(NG.conflictsWith, other)
    }
    for other in conflicts.claims(against: evidence.iri, .differs) {
      description.add(NG.differsFrom, other)
    }
    return description
  }

  /// A name for a statement: its subject, predicate and object as words.
  public func label(of statement: Statement) -> String {
    Self.label(of: statement) { entities[$0]?.name }
  }

  /// A name for the object of a statement.
  public func label(of object: Term) -> String { Self.label(of: object) { entities[$0]?.name } }

  /// A name for a statement of entities whose names are looked up.
  static func label(
    of statement: Statement, _ name: (IRI) throws -> String?
  ) rethrows -> String {
    let subject = try name(statement.key.subject) ?? statement.key.subject.string
    return try "\(subject) \(PropertyLabel.words(of: statement.key.predicate)) "
      + label(of: statement.key.object, name)
  }

  private static func label(
    of object: Term, _ name: (IRI) throws -> String?
  ) rethrows -> String {
    switch object {
    case .iri(let iri): try name(iri) ?? iri.string
    case .blank(let label): "_:\(label)"
    case .literal(let literal): literal.lexicalForm
    }
  }
}

extension ArticleNode {
  /// The IRI of a passage, with the `char` scheme of RFC 5147: `…#char=17,30`.
  public func passage(_ range: TextRange) -> IRI { iri.passage(range) }
}

extension IRI {
  /// The IRI of a passage of the article that this one names.
  func passage(_ range: TextRange) -> IRI {
    IRI(checked: "\(passageStart)\(range.begin),\(range.end)")
  }

  /// What the IRIs of the passages of an article begin with: `…#char=`.
  private var passageStart: String {
    let end = string.utf8.firstIndex(of: UInt8(ascii: "#")) ?? string.endIndex
    return string[..<end] + "#char="
  }
}
