import Extraction

/// A writer of one JSON object a line: for each article, in the order of the ids, the article, its
/// entities with their mentions, and what it claims; then the conflicts between claims.
///
/// A conflict is an object of the kind `conflict`: its `type` (`denial`, `rivalSubjects`,
/// `rivalValues` or `differentValues`), its `grade` (`conflicts`, or `differs` where what may have
/// changed explains it), the `property` and the `node` that it is about, and the `id`s of the two
/// `claims`, of a denial the affirmed one first, and of their `statements`.
///
/// Members that the records had from the start keep their names and places; more follow them.
struct JSONLinesWriter {
  private let sink: OutputSink
  private var json = JSONText()

  /// Makes a writer on a sink.
  init(to sink: OutputSink) { self.sink = sink }

  /// Writes a whole graph; the sink stays open.
  mutating func write(_ graph: KnowledgeGraph) throws(OutputError) {
    let index = ArticleIndex(graph)
    for article in graph.sortedArticles {
      try write(article)
      for entity in index.entities(of: article.id, in: graph) {
        try write(entity, of: article.id)
      }
      for claim in index.claims(of: article.id) {
        try write(claim.evidence, for: claim.statement)
      }
    }
    for conflict in graph.conflicts { try write(conflict, in: graph) }
    try json.flush(to: sink)
  }
}

extension JSONLinesWriter {
  private mutating func write(_ article: ArticleNode) throws(OutputError) {
    json.beginObject()
    json.member("kind", "article")
    json.member("article", article.id)
    json.member("title", article.title)
    json.member("published", article.published?.description)
    json.member("publisher", article.publisher)
    json.member("characters", article.characterCount)
    json.member("iri", article.iri.string)
    json.member("authors", article.authors)
    json.member("language", article.language)
    json.endObject()
    try json.endLine(to: sink)
  }

  private mutating func write(_ entity: EntityNode, of article: String) throws(OutputError) {
    json.beginObject()
    json.member("kind", "entity")
    json.member("article", article)
    json.member("id", entity.iri.string)
    json.member("name", entity.name)
    json.member("type", entity.type.rawValue)
    json.member("link", entity.link)
    json.key("mentions")
    json.beginArray()
    for mention in entity.mentions[article] ?? [] { write(mention) }
    json.endArray()
    json.member("aliases", entity.otherNames)
    json.endObject()
    try json.endLine(to: sink)
  }

  private mutating func write(_ mention: Mention) {
    json.beginObject()
    json.member("begin", mention.range.begin)
    json.member("end", mention.range.end)
    json.member("form", mention.form.rawValue)
    json.endObject()
  }

  private mutating func write(_ evidence: Evidence, for statement: Statement)
    throws(OutputError)
  {
    json.beginObject()
    json.member("kind", "claim")
    json.member("article", evidence.article)
    // A record keeps the order of the text, in which the one who acts comes first.
    let (subject, object) = (Term.iri(statement.key.subject), statement.key.object)
    json.key("subject")
    write(evidence.isReversed ? object : subject)
    json.member("predicate", statement.key.predicate)
    json.key("object")
    write(evidence.isReversed ? subject : object)
    json.member("modality", evidence.modality.rawValue)
    json.member("attributedTo", evidence.attributedTo.map(\.string))
    // A time without an end has the day, month or year with which it begins as its date.
    let date = evidence.date
    let isOpen = date?.hasPrefix("../") == true || date?.hasSuffix("/..") == true
    let bound = date?.split(separator: "/").first { $0 != ".." }.map(String.init)
    json.member("date", isOpen ? bound : date)
    if isOpen { json.member("interval", date) }
    json.member("begin", evidence.range.begin)
    json.member("end", evidence.range.end)
    json.key("confidence")
    json.value(number: DecimalText.twoPlaces(evidence.confidence))
    json.member("place", evidence.place?.string)
    json.member("rule", evidence.rule)
    json.member("basis", evidence.basis.rawValue)
    if let bound = evidence.bound { json.member("bound", bound.rawValue) }
    if let unit = evidence.unit { json.member("unit", unit) }
    if let content = evidence.content { json.member("content", content) }
    if !evidence.addressees.isEmpty {
      json.member("addressees", evidence.addressees.map(\.string))
    }
    if evidence.isReversed { json.member("reversed", true) }
    json.key("sentence")
    json.beginArray()
    json.value(evidence.sentenceRange.begin)
    json.value(evidence.sentenceRange.end)
    json.endArray()
    json.member("statement", statement.iri.string)
    json.member("sourceCount", statement.sourceCount)
    json.member("independentSourceCount", statement.independentSourceCount)
    json.member("firstPrintedIn", evidence.firstPrintedIn)
    json.member("id", evidence.iri.string)
    json.endObject()
    try json.endLine(to: sink)
  }

  private mutating func write(_ conflict: Conflict, in graph: KnowledgeGraph) throws(OutputError) {
    let sides = [conflict.first, conflict.second]
    json.beginObject()
    json.member("kind", "conflict")
    json.member("type", conflict.kind.rawValue)
    json.member("grade", conflict.grade.rawValue)
    json.member("property", conflict.property)
    json.member("node", conflict.node.string)
    json.member("claims", sides.map(\.claim.string))
    json.member("statements", sides.compactMap { graph.statements[$0.statement]?.iri.string })
    json.endObject()
    try json.endLine(to: sink)
  }

  private mutating func write(_ term: Term) {
    json.beginObject()
    switch term {
    case .iri(let iri): json.member("id", iri.string)
    case .blank(let label): json.member("id", "_:\(label)")
    case .literal(let literal):
      json.member("value", literal.lexicalForm)
      json.member("datatype", literal.datatype.string)
      if let language = literal.language { json.member("language", language) }
    }
    json.endObject()
  }
}

/// The entities and claims of each article.
struct ArticleIndex {
  /// A piece of evidence with its statement.
  struct IndexedClaim {
    var statement: Statement
    var evidence: Evidence
  }

  private var entityNames: [String: Set<IRI>] = [:]
  private var claims: [String: [IndexedClaim]] = [:]

  init(_ graph: KnowledgeGraph) {
    for entity in graph.entities.values {
      for article in entity.mentions.keys { entityNames[article, default: []].insert(entity.iri) }
    }
    for statement in graph.sortedStatements {
      for evidence in statement.evidence {
        claims[evidence.article, default: []].append(
          IndexedClaim(statement: statement, evidence: evidence))
        entityNames[evidence.article, default: []].formUnion(Self.entities(statement, evidence))
      }
    }
  }

  /// The claims of an article in text order, those of one passage in the order of the statements.
  func claims(of article: String) -> [IndexedClaim] {
    // The sort has to be stable for that, which Swift's is not bound to be.
    (claims[article] ?? []).enumerated()
      .sorted { left, right in
        left.element.evidence.range == right.element.evidence.range
          ? left.offset < right.offset
          : left.element.evidence.range < right.element.evidence.range
      }
      .map(\.element)
  }

  /// The entities that an article names or that its claims are about, in the order of their first
  /// mentions.
  func entities(of article: String, in graph: KnowledgeGraph) -> [EntityNode] {
    (entityNames[article] ?? []).compactMap { graph.entities[$0] }
      .map { (begin: $0.mentions[article]?.first?.range.begin ?? Int.max, entity: $0) }
      .sorted { ($0.begin, $0.entity.iri) < ($1.begin, $1.entity.iri) }
      .map(\.entity)
  }

  private static func entities(_ statement: Statement, _ evidence: Evidence) -> [IRI] {
    var found = [statement.key.subject] + evidence.attributedTo
    if case .iri(let object) = statement.key.object { found.append(object) }
    if let place = evidence.place { found.append(place) }
    return found
  }
}
