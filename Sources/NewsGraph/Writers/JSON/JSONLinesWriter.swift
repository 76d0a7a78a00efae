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
  ///
  /// The lines are made in the order of the graph and sorted by articles.
  mutating func write(
    _ contents: some GraphContents, _ storage: TemporaryStorage = .init()
  ) throws {
    var ids = PackedTexts()
    try contents.articles.articles().forEach { ids.append($0.id) }
    let lines = ExternalSorter(storage)
    let named = ExternalSorter(storage)
    try addClaims(of: contents, ids, to: lines, named)
    try addEntities(of: contents, ids, named.finish(), to: lines)
    let sorted = try lines.finish()
    var next = try sorted.next()
    var number = 0
    try contents.articles.articles().forEach { article in
      try write(article)
      while let line = next, line.key.starts(with: Self.key(number)) {
        json.add(line: line.value)
        try json.flushIfLarge(to: sink)
        next = try sorted.next()
      }
      number += 1
    }
    let frame = contents.frame
    for conflict in frame.conflicts { try write(conflict, in: frame) }
    try json.flush(to: sink)
  }

  private static func key(_ numbers: Int...) -> [UInt8] {
    var key = SortKey()
    for number in numbers { key.append(number) }
    return key.bytes
  }

  /// Adds the claims, those of an article in text order and of one passage in the order of the
  /// statements, and notes the entities that are named in claims with the articles.
  private func addClaims(
    of contents: some GraphContents, _ articles: PackedTexts, to lines: ExternalSorter,
    _ named: ExternalSorter
  ) throws {
    var last: Set<IRI> = []
    var lastArticle = -1
    try contents.statements().forEach { statement in
      let sources = (statement.sourceCount, statement.independentSourceCount)
      for evidence in statement.evidence {
        guard let article = articles.sortedIndex(of: evidence.article) else { continue }
        if article != lastArticle { (last, lastArticle) = ([], article) }
        for iri in Self.entities(statement, evidence) where last.insert(iri).inserted {
          var key = SortKey(iri)
          key.append(article)
          try named.add(key: key.bytes, value: [])
        }
        let range = evidence.range
        try lines.add(
          // Of two that begin together the longer comes first (see `TextRange`).
          key: Self.key(article, 1, range.begin, Int.max - range.end),
          value: Self.line(of: evidence, statement, sources))
      }
    }
  }

  /// Adds the entities that each article names or that its claims are about, in the order of their
  /// first mentions.
  private func addEntities(
    of contents: some GraphContents, _ articles: PackedTexts, _ named: SortedRecords,
    to lines: ExternalSorter
  ) throws {
    var number = 0
    var next = try named.next()
    try contents.entities().forEach { entity in
      var found = Set(entity.mentions.keys.compactMap { articles.sortedIndex(of: $0) })
      let key = SortKey(entity.iri).bytes
      // What is named and no entity of the graph comes between entities.
      while let record = next, ByteOrder.compare(Array(record.key.dropLast(8)), key) <= 0 {
        if record.key.dropLast(8).elementsEqual(key) {
          found.insert(record.key.suffix(8).reduce(0) { $0 << 8 | Int($1) })
        }
        next = try named.next()
      }
      let names = (entity.name, entity.otherNames)
      for article in found.sorted() {
        let id = articles[article]
        let begin = entity.mentions[id]?.first?.range.begin ?? Int.max
        try lines.add(
          key: Self.key(article, 0, begin, number), value: Self.line(of: entity, names, id))
      }
      number += 1
    }
  }

  private static func entities(_ statement: Statement, _ evidence: Evidence) -> [IRI] {
    var found = [statement.key.subject] + evidence.attributedTo
    if case .iri(let object) = statement.key.object { found.append(object) }
    if let place = evidence.place { found.append(place) }
    return found
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

  private static func line(
    of entity: EntityNode, _ names: (shown: String, others: [String]), _ article: String
  ) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.member("kind", "entity")
    json.member("article", article)
    json.member("id", entity.iri.string)
    json.member("name", names.shown)
    json.member("type", entity.type.rawValue)
    json.member("link", entity.link)
    json.key("mentions")
    json.beginArray()
    for mention in entity.mentions[article] ?? [] { write(mention, to: &json) }
    json.endArray()
    json.member("aliases", names.others)
    json.endObject()
    return json.buffer.bytes
  }

  private static func write(_ mention: Mention, to json: inout JSONText) {
    json.beginObject()
    json.member("begin", mention.range.begin)
    json.member("end", mention.range.end)
    json.member("form", mention.form.rawValue)
    json.endObject()
  }

  private static func line(
    of evidence: Evidence, _ statement: Statement, _ sources: (all: Int, independent: Int)
  ) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.member("kind", "claim")
    json.member("article", evidence.article)
    // A record keeps the order of the text, in which the one who acts comes first.
    let (subject, object) = (Term.iri(statement.key.subject), statement.key.object)
    json.key("subject")
    write(evidence.isReversed ? object : subject, to: &json)
    json.member("predicate", statement.key.predicate)
    json.key("object")
    write(evidence.isReversed ? subject : object, to: &json)
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
    json.member("sourceCount", sources.all)
    json.member("independentSourceCount", sources.independent)
    json.member("firstPrintedIn", evidence.firstPrintedIn)
    json.member("id", evidence.iri.string)
    json.endObject()
    return json.buffer.bytes
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

  private static func write(_ term: Term, to json: inout JSONText) {
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
