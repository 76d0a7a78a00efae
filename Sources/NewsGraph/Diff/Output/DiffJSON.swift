import Extraction

/// A writer of differences as one JSON object, whose members keep their names.
///
///     {"diff":1,                          the version of this description
///      "old":NAME,"new":NAME,"same":true|false,"focus":NAME|null,"notes":[…],
///      "counts":{"articles":{"added":N,"removed":N,"changed":N},
///                "entities":{"appeared":N,"gone":N,"renamed":N,"merged":N,"split":N,"retyped":N,
///                            "relinked":N,"readdressed":N,"aliases":N},
///                "statements":{"standing":N,"appeared":N,"gone":N,"gainedEvidence":N,
///                              "lostEvidence":N,"otherEvidence":N,"newFacts":N,"lostFacts":N},
///                "conflicts":{"new":N,"settled":N},"triples":{"added":N,"removed":N}},
///      "knowledge":true|false,            whether both speak of articles; else the next four are []
///      "articles":[{"change":"added|removed|changed","id":ID,"title":…}],
///      "entities":[{"changes":[KIND…],"old":[ENTITY…],"new":[ENTITY…],
///                   "gainedAliases":[…],"lostAliases":[…]}],
///      "statements":[{"changes":[KIND…],"text":…,"newFact":true|false,"lostFact":true|false,
///                     "old":SIDE|null,"new":SIDE|null,"gained":[CLAIM…],"lost":[CLAIM…]}],
///      "conflicts":[{"change":"new|settled","type":…,"grade":"conflicts|differs","node":IRI,
///                    "text":…,"sides":[…]}],
///      "triples":{"added":[LINE…],"removed":[LINE…]}}   N-Quads, sorted
///
/// ENTITY is `{"id":IRI,"name":…,"type":…,"link":"Q1"|null}`, SIDE `{"statement":IRI,"subject":IRI,
/// "predicate":…,"object":N-TRIPLES,"standing":MODALITY,"fact":…,"background":…,"disputed":…,
/// "words":…,"claims":N,"articles":[ID…]}`, CLAIM `{"id":IRI,"article":ID,"modality":…,
/// "attributedTo":[IRI…],"date":ISO|null,"begin":N,"end":N,"confidence":0.93}`. The kinds are those
/// of the counts; statements come the most important first.
struct DiffJSON {
  private let sink: OutputSink
  private var json = JSONText()

  init(to sink: OutputSink) { self.sink = sink }

  /// Writes the differences; the sink stays open.
  mutating func write(_ diff: GraphDiff) throws {
    json.beginObject()
    json.member("diff", 1)
    json.member("old", diff.oldName)
    json.member("new", diff.newName)
    json.member("same", diff.isSame)
    json.member("focus", diff.focus)
    json.member("notes", diff.notes)
    write(diff.counts)
    json.member("knowledge", diff.knowledge != nil)
    let knowledge = diff.knowledge ?? KnowledgeChanges()
    list("articles", knowledge.articles) { $0.write($1) }
    list("entities", knowledge.entities) { $0.write($1) }
    list("statements", knowledge.statements) { $0.write($1) }
    list("conflicts", knowledge.conflicts) { $0.write($1) }
    try write(diff.triples)
    json.endObject()
    try json.endLine(to: sink)
    try json.flush(to: sink)
  }

  private mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout DiffJSON, Element) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      body(&self, element)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func numbers(_ name: String, _ members: [(String, Int)]) {
    json.key(name)
    json.beginObject()
    for (name, number) in members { json.member(name, number) }
    json.endObject()
  }

  private mutating func write(_ counts: GraphDiff.Counts) {
    json.key("counts")
    json.beginObject()
    let articles = counts.articles
    numbers(
      "articles",
      [("added", articles.added), ("removed", articles.removed), ("changed", articles.changed)])
    numbers("entities", EntityChange.Kind.allCases.map { ($0.rawValue, counts.entities[$0] ?? 0) })
    numbers(
      "statements",
      StatementChange.Kind.allCases.map { ($0.rawValue, counts.statements[$0] ?? 0) }
        + [("newFacts", counts.newFacts), ("lostFacts", counts.lostFacts)])
    numbers("conflicts", [("new", counts.conflicts.new), ("settled", counts.conflicts.settled)])
    numbers("triples", [("added", counts.triples.added), ("removed", counts.triples.removed)])
    json.endObject()
  }

  private mutating func write(_ change: ArticleChange) {
    json.member("change", change.old == nil ? "added" : change.new == nil ? "removed" : "changed")
    json.member("id", change.id)
    json.member("title", change.new?.title ?? change.old?.title)
  }

  private mutating func write(_ change: EntityChange) {
    json.member("changes", change.kinds.map(\.rawValue))
    for (name, entities) in [("old", change.old), ("new", change.new)] {
      list(name, entities) { writer, entity in
        writer.json.member("id", entity.iri.string)
        writer.json.member("name", entity.name)
        writer.json.member("type", entity.type.rawValue)
        writer.json.member("link", entity.link)
      }
    }
    json.member("gainedAliases", change.gainedAliases)
    json.member("lostAliases", change.lostAliases)
  }

  private mutating func write(_ change: StatementChange) {
    json.member("changes", change.kinds.map(\.rawValue))
    json.member("text", change.current?.words)
    json.member("newFact", change.isNewFact)
    json.member("lostFact", change.isLostFact)
    write("old", change.old)
    write("new", change.new)
    list("gained", change.gained) { $0.write($1) }
    list("lost", change.lost) { $0.write($1) }
  }

  private mutating func write(_ name: String, _ side: StatementChange.Side?) {
    guard let side else { return json.member(name, nil) }
    let statement = side.statement
    var object = TextBuffer()
    object.appendNTriples(statement.key.object)
    json.key(name)
    json.beginObject()
    json.member("statement", statement.iri.string)
    json.member("subject", statement.key.subject.string)
    json.member("predicate", statement.key.predicate)
    json.member("object", String(decoding: object.bytes, as: UTF8.self))
    json.member("standing", statement.standing.rawValue)
    json.member("fact", statement.isBareFact)
    json.member("background", statement.isBackground)
    json.member("disputed", statement.isDisputed)
    json.member("words", side.standing)
    json.member("claims", statement.evidence.count)
    json.member("articles", statement.articles)
    json.endObject()
  }

  private mutating func write(_ evidence: Evidence) {
    json.member("id", evidence.iri.string)
    json.member("article", evidence.article)
    json.member("modality", evidence.modality.rawValue)
    json.member("attributedTo", evidence.attributedTo.map(\.string))
    json.member("date", evidence.date)
    json.member("begin", evidence.range.begin)
    json.member("end", evidence.range.end)
    json.key("confidence")
    json.value(number: DecimalText.twoPlaces(evidence.confidence))
  }

  private mutating func write(_ change: ConflictChange) {
    json.member("change", change.isNew ? "new" : "settled")
    json.member("type", change.conflict.kind.rawValue)
    json.member("grade", change.conflict.grade.rawValue)
    json.member("node", change.conflict.node.string)
    json.member("text", change.words)
    json.member("sides", change.sides)
  }

  private mutating func write(_ triples: TripleChanges) throws {
    json.key("triples")
    json.beginObject()
    for (name, lines) in [("added", triples.added), ("removed", triples.removed)] {
      json.key(name)
      json.beginArray()
      for line in lines {
        json.value(line)
        if json.buffer.count >= OutputSink.chunkSize { try json.flush(to: sink) }
      }
      json.endArray()
    }
    json.endObject()
  }
}
