import Extraction

/// Makes a knowledge graph of the RDF that NewsGraph writes: articles, entities, statements and
/// their claims are found by their classes.
public final class KnowledgeGraphBuilder: QuadHandler {
  private var properties: [Resource: [IRI: Set<Term>]] = [:]
  private var order: [Resource] = []
  /// The triples, in the order in which they came, each once.
  public private(set) var tripleCount = 0

  /// Makes a builder of nothing.
  public init() {}

  /// Takes a quad; the graph that it is in says nothing that its claims do not.
  public func handle(_ quad: borrowing EncodedQuad) {
    guard let triple = quad.triple else { return }
    if properties[triple.subject] == nil { order.append(triple.subject) }
    let isNew = properties[triple.subject, default: [:]][triple.predicate, default: []]
      .insert(triple.object).inserted
    if isNew { tripleCount += 1 }
  }

  /// Whether an article or a statement was met.
  var hasKnowledge: Bool {
    order.contains { subject in
      guard case .iri(let iri) = subject else { return false }
      return has(iri, NG.article) || has(iri, NG.statement)
    }
  }

  /// The graph, and the number of triples that it does not hold.
  ///
  /// Positions of mentions and sentences, and the lengths of articles, are not in the RDF.
  public func build() -> (graph: KnowledgeGraph, leftOver: Int) {
    var graph = KnowledgeGraph()
    var articleIDs: [Term: String] = [:]
    var evidence: [Term: [Evidence]] = [:]
    for case .iri(let iri) in order where has(iri, NG.article) {
      let article = article(iri)
      articleIDs[.iri(iri)] = article.id
      graph.add(article)
    }
    for case .iri(let iri) in order where has(iri, NG.claim) {
      guard let (statement, piece) = claim(iri, articleIDs) else { continue }
      evidence[statement, default: []].append(piece)
    }
    for case .iri(let iri) in order where has(iri, NG.statement) {
      if let statement = statement(iri, evidence[.iri(iri)] ?? []) { graph.add(statement) }
    }
    for case .iri(let iri) in order {
      for type in EntityType.allCases where has(iri, NG.entityClass(type)) {
        graph.add(entity(iri, type))
        break
      }
    }
    graph.conflicts = conflicts(graph)
    return (graph, leftOver(graph))
  }

  /// The number of triples that the graph does not give back.
  private func leftOver(_ graph: KnowledgeGraph) -> Int {
    var held = 0
    graph.forEachDescription { description in
      for triple in description.triples
      where properties[triple.subject]?[triple.predicate]?.contains(triple.object) == true {
        held += 1
      }
    }
    return tripleCount - held
  }

  private func has(_ iri: IRI, _ type: IRI) -> Bool {
    properties[.iri(iri)]?[RDF.type]?.contains(.iri(type)) == true
  }

  private func values(_ iri: IRI, _ property: IRI) -> [Term] {
    (properties[.iri(iri)]?[property] ?? []).sorted()
  }

  private func text(_ iri: IRI, _ property: IRI) -> String? {
    for case .literal(let literal) in values(iri, property) { return literal.lexicalForm }
    return nil
  }

  private func iris(_ iri: IRI, _ property: IRI) -> [IRI] {
    values(iri, property).compactMap { if case .iri(let value) = $0 { value } else { nil } }
  }
}

extension KnowledgeGraphBuilder {
  private func article(_ iri: IRI) -> ArticleNode {
    ArticleNode(
      iri: iri, id: text(iri, DCTerms.identifier) ?? iri.string, title: text(iri, DCTerms.title),
      published: text(iri, DCTerms.date).flatMap(Timestamp.init(parsing:)),
      publisher: text(iri, DCTerms.publisher),
      authors: values(iri, DCTerms.creator).compactMap {
        if case .literal(let literal) = $0 { literal.lexicalForm } else { nil }
      },
      language: text(iri, DCTerms.language), characterCount: 0)
  }

  private func entity(_ iri: IRI, _ type: EntityType) -> EntityNode {
    let names = values(iri, RDFS.label).compactMap { term in
      if case .literal(let literal) = term { literal.lexicalForm } else { nil }
    }
    let aliases = values(iri, SKOS.altLabel).compactMap { term in
      if case .literal(let literal) = term { literal.lexicalForm } else { nil }
    }
    let links = iris(iri, OWL.sameAs).filter { $0.string.hasPrefix(Wikidata.namespace) }
      .map { String($0.string.dropFirst(Wikidata.namespace.count)) }
    return EntityNode(
      iri: iri, type: type,
      nameVoters: Dictionary(names.map { ($0, []) }, uniquingKeysWith: { first, _ in first }),
      aliases: Set(aliases), links: Set(links))
  }

  private func statement(_ iri: IRI, _ evidence: [Evidence]) -> Statement? {
    guard let subject = iris(iri, RDF.subject).first,
      let predicate = iris(iri, RDF.predicate).first,
      let object = values(iri, RDF.object).first, let name = Self.name(predicate)
    else { return nil }
    let key = Statement.Key(subject: subject, predicate: name, object: object)
    return Statement(iri: iri, key: key, evidence: evidence)
  }

  /// A predicate as claims have it: the local name of a property, or an open predicate.
  private static func name(_ predicate: IRI) -> String? {
    let text = predicate.string
    if text.hasPrefix(NG.openNamespace) {
      return OpenPredicate.prefix + text.dropFirst(NG.openNamespace.count)
    }
    return text.hasPrefix(NG.namespace) ? String(text.dropFirst(NG.namespace.count)) : nil
  }

  private func claim(_ iri: IRI, _ articles: [Term: String]) -> (Term, Evidence)? {
    guard let statement = values(iri, NG.proposition).first,
      let name = iris(iri, NG.modality).first?.string.dropFirst(NG.namespace.count),
      let modality = Modality(rawValue: String(name)),
      let article = values(iri, NG.inArticle).first.flatMap({ articles[$0] })
    else { return nil }
    let range = iris(iri, PROV.wasDerivedFrom).compactMap { Self.range($0) }.first
    var evidence = Evidence(
      iri: iri, article: article, modality: modality,
      attributedTo: iris(iri, PROV.wasAttributedTo), date: text(iri, NG.eventDate),
      place: iris(iri, NG.eventPlace).first, range: range ?? TextRange(0, 0),
      sentenceRange: range ?? TextRange(0, 0),
      confidence: text(iri, NG.confidence).flatMap(Double.init) ?? 0,
      rule: text(iri, NG.rule) ?? "")
    evidence.firstPrintedIn = values(iri, NG.firstPrintedIn).first.flatMap { articles[$0] }
    evidence.basis = iris(iri, NG.basis).contains(NG.background) ? .background : .read
    evidence.addressees = iris(iri, NG.addressee).sorted()
    evidence.content = text(iri, NG.content)
    evidence.unit = text(iri, NG.unit)
    evidence.bound = text(iri, NG.bound).flatMap(ValueBound.init(rawValue:))
    return (statement, evidence)
  }

  /// The range in `…#char=17,30`.
  private static func range(_ passage: IRI) -> TextRange? {
    guard let fragment = passage.string.split(separator: "#").last, fragment.hasPrefix("char=")
    else { return nil }
    let ends = fragment.dropFirst(5).split(separator: ",").compactMap { Int($0) }
    return ends.count == 2 && ends[0] >= 0 && ends[0] <= ends[1] ? TextRange(ends[0], ends[1]) : nil
  }
}

// MARK: - Conflicts

extension KnowledgeGraphBuilder {
  /// The conflicts between claims; RDF tells their grade, and their statements tell the kind.
  private func conflicts(_ graph: KnowledgeGraph) -> [Conflict] {
    var sides: [IRI: (Statement, Evidence)] = [:]
    for statement in graph.sortedStatements {
      for piece in statement.evidence { sides[piece.iri] = (statement, piece) }
    }
    var found: [Conflict] = []
    for (claim, side) in sides {
      for (property, grade) in [
        (NG.conflictsWith, Conflict.Grade.conflicts), (NG.differsFrom, .differs),
      ] {
        // Both claims point at each other; one of the two is enough.
        for other in iris(claim, property) where claim < other {
          guard let otherSide = sides[other] else { continue }
          found.append(Self.conflict(side, otherSide, grade))
        }
      }
    }
    return found.sorted()
  }

  private static func conflict(
    _ left: (Statement, Evidence), _ right: (Statement, Evidence), _ grade: Conflict.Grade
  ) -> Conflict {
    let isLeftDenied = left.1.modality == .denied
    let (first, second) = isLeftDenied ? (right, left) : (left, right)
    let kind: Conflict.Kind
    if isLeftDenied != (right.1.modality == .denied) {
      kind = .denial
    } else if first.0.key.predicate == second.0.key.predicate,
      first.0.key.object == second.0.key.object
    {
      kind = .rivalSubjects
    } else {
      kind = first.0.key.predicate == second.0.key.predicate ? .rivalValues : .differentValues
    }
    var node = first.0.key.subject
    if kind == .rivalSubjects, case .iri(let object) = first.0.key.object { node = object }
    return Conflict(
      kind: kind, grade: grade, property: first.0.key.predicate, node: node,
      first: Conflict.Side(statement: first.0.key, claim: first.1.iri),
      second: Conflict.Side(statement: second.0.key, claim: second.1.iri))
  }
}
