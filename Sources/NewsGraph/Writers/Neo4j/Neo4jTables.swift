import Extraction

/// A knowledge graph as the CSV files that `neo4j-admin database import full` reads, with a script
/// that calls it.
///
/// Nodes are entities, articles, values, statements and claims; all are known by their IRIs.
/// Statements are also relationships between their subjects and objects, named by the property only
/// where an article says so in its own voice (see `Neo4jNames`). Claims lead to what they claim, who
/// claims it and where it stands.
/// https://neo4j.com/docs/operations-manual/current/import/header-format/
final class Neo4jTables {
  /// The names of the files, in the order in which they are written.
  let names = Table.allCases.map(\.fileName) + [Neo4jImportScript.fileName]

  private let contents: any GraphContents
  private let storage: TemporaryStorage
  private let index: any PropertyNumbering
  private var replacedTabulators = 0

  /// Makes the tables of a graph.
  ///
  /// - Parameters:
  ///   - contents: The graph; entities and statements come from it anew for each table.
  ///   - storage: Where the mentions are sorted by articles.
  init(_ contents: any GraphContents, _ storage: TemporaryStorage) throws {
    self.contents = contents
    self.storage = storage
    index = try contents.numbering(storage)
  }

  /// What is in a conflict.
  private var frame: KnowledgeGraph { contents.frame }

  /// What the files do not hold as it was, once they are written.
  var losses: [WritingReport.Loss] { [.init(.replacedTabulators, replacedTabulators)] }

  /// The tables.
  enum Table: String, CaseIterable {
    case entities, values, articles, statements, claims
    case edges, links, mentions

    var fileName: String { "\(rawValue).csv" }

    /// Whether its rows are nodes.
    var hasNodes: Bool { ![.edges, .links, .mentions].contains(self) }

    /// The first row, with the types of the columns.
    var header: String {
      switch self {
      case .entities:
        "iri:ID,:LABEL,name,type,names:string[],wikidata,mentionCount:int,articleCount:int"
      case .values: "iri:ID,:LABEL,value,datatype,language,number:double"
      case .articles:
        "iri:ID,:LABEL,id,title,published:date,publishedAt,publisher,authors:string[],language,"
          + "characters:int"
      case .statements:
        "iri:ID,:LABEL,text,predicate,predicateIRI,standing,fact:boolean,background:boolean,"
          + "disputed:boolean,conflict,confidence:float,weight:float,evidenceCount:int,"
          + "sourceCount:int,independentSourceCount:int"
      case .claims:
        "iri:ID,:LABEL,modality,date,from:date,to:date,begin:int,end:int,sentenceBegin:int,"
          + "sentenceEnd:int,passage,confidence:float,rule,basis,content,unit,bound,reversed:boolean"
      case .edges:
        ":START_ID,:END_ID,:TYPE,iri,predicate,label,standing,modalities:string[],"
          + "claimants:string[],dates:string[],articles:string[],confidence:float,weight:float,"
          + "evidenceCount:int,sourceCount:int,independentSourceCount:int,disputed:boolean"
      case .links: ":START_ID,:END_ID,:TYPE"
      case .mentions: ":START_ID,:END_ID,:TYPE,begin:int,end:int,form"
      }
    }
  }

  /// Writes the file with a name; the sink stays open.
  func write(_ name: String, to sink: OutputSink) throws {
    guard let table = Table.allCases.first(where: { $0.fileName == name }) else {
      return try sink.write(Neo4jImportScript.text)
    }
    try sink.write(table.header + "\n")
    var csv = CSVText()
    switch table {
    case .entities: try writeEntities(&csv, sink)
    case .values: try writeValues(&csv, sink)
    case .articles: try writeArticles(&csv, sink)
    case .statements: try writeStatements(&csv, sink)
    case .claims: try writeClaims(&csv, sink)
    case .edges: try writeEdges(&csv, sink)
    case .links: try writeLinks(&csv, sink)
    case .mentions: try writeMentions(&csv, sink)
    }
    try csv.flush(to: sink)
    replacedTabulators += csv.replacedTabulators
  }
}

// MARK: - Nodes

extension Neo4jTables {
  private func writeEntities(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.entities().forEach { entity in
      csv.field(entity.iri.string)
      csv.field(list: ["Entity", Neo4jNames.label(entity.type.rawValue)])
      csv.field(entity.name)
      csv.field(entity.type.rawValue)
      csv.field(list: entity.otherNames)
      csv.field(entity.link.flatMap(Wikidata.entity)?.string)
      csv.field(entity.mentionCount)
      csv.field(entity.mentions.count)
      try csv.endRow(to: sink)
    }
    for term in try undescribed() {
      csv.field(Self.id(term))
      csv.field(list: ["Entity", "Thing"])
      csv.field(frame.label(of: term))
      csv.field("Thing")
      for _ in 0..<2 { csv.field(nil as String?) }
      for _ in 0..<2 { csv.field(0) }
      try csv.endRow(to: sink)
    }
  }

  /// What statements and claims name and no other table describes, sorted.
  private func undescribed() throws -> [Term] {
    var found: Set<Term> = []
    func note(_ iri: IRI) throws { if try !index.isEntity(iri) { found.insert(.iri(iri)) } }
    try contents.statements().forEach { statement in
      try note(statement.key.subject)
      switch statement.key.object {
      case .iri(let object): try note(object)
      case .blank: found.insert(statement.key.object)
      case .literal: break
      }
      for piece in statement.evidence {
        try (piece.attributedTo + piece.addressees).forEach(note)
        try piece.place.map(note)
      }
    }
    // There are few, if any, and so most graphs are gone through once.
    if found.isEmpty { return [] }
    try contents.articles.articles().forEach { found.remove(.iri($0.iri)) }
    try contents.statements().forEach { statement in
      found.remove(.iri(statement.iri))
      for piece in statement.evidence { found.remove(.iri(piece.iri)) }
    }
    return found.sorted()
  }

  private func writeValues(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.statements().forEach { statement in
      guard case .literal(let literal) = statement.key.object else { return }
      csv.field(Self.valueID(statement))
      csv.field("Value")
      csv.field(literal.lexicalForm)
      csv.field(literal.datatype.string)
      csv.field(literal.language)
      csv.field(Self.number(literal))
      try csv.endRow(to: sink)
    }
  }

  private func writeArticles(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.articles.articles().forEach { article in
      csv.field(article.iri.string)
      csv.field("Article")
      csv.field(article.id)
      csv.field(article.title)
      csv.field(article.published?.date.description)
      csv.field(article.published.map(TemporalDatatype.lexicalForm))
      csv.field(article.publisher)
      csv.field(list: article.authors)
      csv.field(article.language)
      csv.field(article.characterCount)
      try csv.endRow(to: sink)
    }
  }

  private func writeStatements(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.statements().forEach { statement in
      csv.field(statement.iri.string)
      csv.field("Statement")
      csv.field(try contents.label(of: statement))
      csv.field(statement.key.predicate)
      csv.field(statement.predicate.string)
      csv.field(statement.standing.rawValue)
      csv.field(statement.isBareFact)
      csv.field(statement.isBackground)
      csv.field(statement.isDisputed)
      csv.field(index.conflicts[statement]?.text)
      csv.field(DecimalText.twoPlaces(statement.confidence))
      csv.field(
        NumberText.twoPlaces(max(0.01, statement.evidence.reduce(0) { $0 + $1.confidence })))
      csv.field(statement.evidence.count)
      csv.field(statement.sourceCount)
      csv.field(statement.independentSourceCount)
      try csv.endRow(to: sink)
    }
  }

  private func writeClaims(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.statements().forEach { statement in
      for piece in statement.evidence { try write(piece, &csv, sink) }
    }
  }

  private func write(_ piece: Evidence, _ csv: inout CSVText, _ sink: OutputSink) throws {
    let span = piece.date.flatMap(DateSpan.init(iso:))
    csv.field(piece.iri.string)
    csv.field("Claim")
    csv.field(piece.modality.rawValue)
    csv.field(piece.date)
    csv.field(span.flatMap { CalendarDate(day: $0.first) }?.description)
    csv.field(span.flatMap { CalendarDate(day: $0.last) }?.description)
    csv.field(piece.range.begin)
    csv.field(piece.range.end)
    csv.field(piece.sentenceRange.begin)
    csv.field(piece.sentenceRange.end)
    csv.field(contents.articles.passage(piece.range, of: piece.article)?.string)
    csv.field(DecimalText.twoPlaces(piece.confidence))
    csv.field(piece.rule)
    csv.field(piece.basis.rawValue)
    csv.field(piece.content)
    csv.field(piece.unit)
    csv.field(piece.bound?.rawValue)
    csv.field(piece.isReversed)
    try csv.endRow(to: sink)
  }
}

// MARK: - Relationships

extension Neo4jTables {
  private func writeEdges(_ csv: inout CSVText, _ sink: OutputSink) throws {
    try contents.statements().forEach { statement in
      let summary = try StatementSummary(statement, in: index)
      csv.field(statement.key.subject.string)
      csv.field(Self.objectID(statement))
      csv.field(Neo4jNames.relationshipType(of: statement))
      csv.field(statement.iri.string)
      csv.field(statement.key.predicate)
      csv.field(summary.label)
      csv.field(summary.standing.rawValue)
      csv.field(list: summary.modalities.map(\.rawValue))
      csv.field(list: summary.claimantNames)
      csv.field(list: summary.dates)
      csv.field(list: statement.articles)
      csv.field(DecimalText.twoPlaces(summary.confidence))
      csv.field(NumberText.twoPlaces(summary.weight))
      csv.field(summary.evidenceCount)
      csv.field(summary.sourceCount)
      csv.field(summary.independentSourceCount)
      csv.field(summary.isDisputed)
      try csv.endRow(to: sink)
    }
  }

  private func writeLinks(_ csv: inout CSVText, _ sink: OutputSink) throws {
    func link(_ start: IRI, _ type: String, _ end: String) throws {
      csv.field(start.string)
      csv.field(end)
      csv.field(type)
      try csv.endRow(to: sink)
    }
    try contents.statements().forEach { statement in
      try link(statement.iri, "SUBJECT", statement.key.subject.string)
      try link(statement.iri, "OBJECT", Self.objectID(statement))
      for piece in statement.evidence {
        try link(piece.iri, "CLAIMS", statement.iri.string)
        for claimant in piece.attributedTo { try link(piece.iri, "CLAIMED_BY", claimant.string) }
        for addressee in piece.addressees { try link(piece.iri, "ADDRESSED_TO", addressee.string) }
        if let place = piece.place { try link(piece.iri, "HAPPENED_IN", place.string) }
        if let article = contents.articles.iri(piece.article) {
          try link(piece.iri, "STANDS_IN", article.string)
        }
        if let first = piece.firstPrintedIn.flatMap(contents.articles.iri) {
          try link(piece.iri, "FIRST_PRINTED_IN", first.string)
        }
        for other in index.conflicts.claims(against: piece, of: statement) {
          try link(piece.iri, "CONFLICTS_WITH", other.string)
        }
        for other in index.conflicts.claims(against: piece.iri, .differs) {
          try link(piece.iri, "DIFFERS_FROM", other.string)
        }
      }
    }
  }

  private func writeMentions(_ csv: inout CSVText, _ sink: OutputSink) throws {
    let articles = try MentionsByArticle(contents, storage)
    while let found = try articles.next() {
      guard let article = contents.articles.iri(found.article) else { continue }
      for (entity, mentions) in found.entities {
        for mention in mentions {
          csv.field(article.string)
          csv.field(entity.string)
          csv.field("MENTIONS")
          csv.field(mention.range.begin)
          csv.field(mention.range.end)
          csv.field(mention.form.rawValue)
          try csv.endRow(to: sink)
        }
      }
    }
  }
}

// MARK: - Ids

extension Neo4jTables {
  private static func id(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.string
    case .blank(let label): "_:\(label)"
    case .literal(let literal): literal.lexicalForm
    }
  }

  /// Each statement has a value of its own, as equal numbers of two entities are not one thing.
  private static func valueID(_ statement: Statement) -> String { statement.iri.string + "/value" }

  private static func objectID(_ statement: Statement) -> String {
    if case .literal = statement.key.object { return valueID(statement) }
    return id(statement.key.object)
  }

  /// The number that a literal is, as Neo4j reads it.
  private static func number(_ literal: Literal) -> String? {
    guard literal.datatype.string.hasPrefix(XSD.namespace), literal.datatype != XSD.string,
      literal.datatype != XSD.gYear, let number = Double(literal.lexicalForm), number.isFinite
    else { return nil }
    return literal.lexicalForm
  }
}

extension CalendarDate {
  /// A day counted from 1 January 1970; nothing for an open end.
  fileprivate init?(day: Int) {
    guard day != Int.min, day != Int.max else { return nil }
    self.init(dayNumber: day)
  }
}
