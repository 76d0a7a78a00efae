import Extraction

/// A writer of GraphML, valid against its XML Schema.
///
/// Nodes come before edges, both with plain ids (`n0`, `e0`); IRIs and all that is known of an
/// entity or a statement are data. Every statement is an edge, so that two entities may have
/// several; a statement with a value leads to a node of the class `Literal`.
/// http://graphml.graphdrawing.org/specification.html
struct GraphMLWriter {
  private let out: MarkupText
  private let keys: GraphMLKeys
  private let dialect: GraphMLDialect

  /// Opens a document on a sink.
  init(
    to sink: OutputSink, forbiddenCharacters characters: ForbiddenCharacters = .refuse,
    profile: GraphMLProfile = .strict
  ) throws {
    keys = try GraphMLKeys()
    dialect = GraphMLDialect(profile: profile)
    out = MarkupText(to: sink, forbiddenCharacters: characters)
  }

  /// The number of characters that were replaced by U+FFFD.
  var replacedCharacterCount: Int { out.replacedCount }

  /// The number of texts that the program of the profile cannot read whole.
  var cutTextCount: Int { out.cutCount }

  /// Writes a whole graph and closes the document; the sink stays open.
  func write(_ contents: some GraphContents, _ index: some PropertyNumbering) throws {
    let nodeCount = index.nodeCount
    try out.writing("the document") { () throws(ForbiddenScalar) in
      try openDocument(nodeCount: nodeCount, edgeCount: index.edgeCount)
    }
    try index.forEachNode(of: contents) { numbered, node in
      try out.writing(node.place(numbered.number)) { () throws(ForbiddenScalar) in
        try write(node, numbered, of: nodeCount)
      }
    }
    try index.forEachEdge(of: contents) { number, statement, ends in
      let summary = try StatementSummary(statement, in: index)
      try out.writing("<\(statement.iri)>") { () throws(ForbiddenScalar) in
        try write(statement, summary, number: number, from: ends.source, to: ends.target)
      }
    }
    out.append("\n  </graph>\n</graphml>\n")
    try out.flush()
  }
}

// MARK: - The document

extension GraphMLWriter {
  private func openDocument(nodeCount: Int, edgeCount: Int) throws(ForbiddenScalar) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml")
    out.append(dialect.rootAttributes)
    out.append(">")
    for key in keys.all { try declare(key) }
    try dialect.declareExtraKeys(out)
    out.append("\n  <graph id=\"G\" edgedefault=\"directed\" parse.order=\"nodesfirst\"")
    out.append(" parse.nodeids=\"canonical\" parse.edgeids=\"canonical\"")
    out.append(" parse.nodes=\"\(nodeCount)\" parse.edges=\"\(edgeCount)\">")
  }

  private func declare(_ key: GraphMLKey) throws(ForbiddenScalar) {
    out.append("\n  <key")
    try out.attribute("id", key.id)
    try out.attribute("for", key.domain.rawValue)
    try out.attribute("attr.name", key.name)
    try out.attribute("attr.type", key.type.rawValue)
    if key.isList, dialect.hasArrays { try out.attribute("attr.list", key.type.rawValue) }
    out.append("><desc>")
    try out.text(key.text(hasArrays: dialect.hasArrays))
    out.append("</desc></key>")
  }
}

// MARK: - Nodes

extension GraphMLWriter {
  private func write(
    _ node: PropertyGraph.Node, _ numbered: PropertyNode, of count: Int
  ) throws(ForbiddenScalar) {
    let (number, name) = (numbered.number, numbered.name)
    let look = dialect.hasLooks ? GraphMLNodeLook(node, name: name) : nil
    out.append("\n    <node id=\"n")
    out.append(number)
    out.append("\"")
    if let look { try dialect.writeAttributes(of: look, out) }
    out.append(">")
    switch node {
    case .entity(let entity): try write(entity, name: name)
    case .unknown(.iri(let iri)): try writeNames(iri: iri.string, name, type: "Thing")
    case .unknown: try writeNames(iri: nil, name, type: "Thing")
    case .value(let literal): try write(literal)
    }
    if let look { try dialect.writeData(of: look, number, of: count, out) }
    out.append("</node>")
  }

  private func write(_ entity: EntityNode, name: String) throws(ForbiddenScalar) {
    try writeNames(iri: entity.iri.string, name, type: entity.type.rawValue)
    try write(keys.aliases, list: entity.otherNames)
    try write(keys.wikidata, entity.link.flatMap(Wikidata.entity)?.string)
    try write(keys.mentionCount, String(entity.mentionCount))
    try write(keys.articleCount, String(entity.mentions.count))
  }

  private func writeNames(iri: String?, _ name: String, type: String) throws(ForbiddenScalar) {
    try write(keys.iri, iri)
    try write(keys.label, name)
    try write(keys.name, name)
    try write(keys.type, type)
  }

  private func write(_ literal: Literal) throws(ForbiddenScalar) {
    let label = ShortLabel.cut(literal.lexicalForm, to: 60)
    try writeNames(iri: nil, label, type: "Literal")
    try write(keys.value, literal.lexicalForm)
    try write(keys.datatype, literal.datatype.string)
    try write(keys.language, literal.language)
  }

  private func write(_ key: GraphMLKey, _ value: String?) throws(ForbiddenScalar) {
    guard let value else { return }
    try dialect.writeElement(key.tag, value, out)
  }

  private func write(_ key: GraphMLKey, list: [String]) throws(ForbiddenScalar) {
    guard !list.isEmpty else { return }
    let text = dialect.hasArrays ? JSONText.array(list) : ListText.joined(list)
    try dialect.writeElement(key.tag, text, out)
  }
}

// MARK: - Edges

extension GraphMLWriter {
  private func write(
    _ statement: Statement, _ summary: StatementSummary, number: Int, from source: PropertyNode,
    to target: PropertyNode
  ) throws(ForbiddenScalar) {
    let look: GraphMLEdgeLook? =
      dialect.hasLooks
      ? GraphMLEdgeLook(statement, summary, ends: (source.name, target.name)) : nil
    out.append("\n    <edge id=\"e")
    out.append(number)
    out.append("\" source=\"n")
    out.append(source.number)
    out.append("\" target=\"n")
    out.append(target.number)
    out.append("\"")
    if let look { try dialect.writeAttributes(of: look, out) }
    out.append(">")
    try write(keys.statement, statement.iri.string)
    try write(keys.predicate, summary.predicate.string)
    try write(keys.edgeLabel, summary.label)
    try write(keys.interaction, statement.key.predicate)
    try write(keys.standing, summary.standing.rawValue)
    try write(keys.modalities, list: summary.modalities.map(\.rawValue))
    try write(keys.claimants, list: summary.claimantNames)
    try write(keys.claimantIRIs, list: summary.claimants.map(\.string))
    try write(keys.dates, list: summary.dates)
    try write(keys.places, list: summary.placeNames)
    try write(keys.placeIRIs, list: summary.places.map(\.string))
    try write(keys.sources, list: summary.sources)
    try write(keys.passages, list: summary.passages)
    try write(keys.confidence, DecimalText.twoPlaces(summary.confidence))
    try write(keys.evidenceCount, String(summary.evidenceCount))
    try write(keys.sourceCount, String(summary.sourceCount))
    try write(keys.independentSourceCount, String(summary.independentSourceCount))
    try write(keys.disputed, summary.isDisputed ? "true" : "false")
    try write(keys.conflict, summary.conflict?.text)
    try write(keys.conflictsWith, list: summary.conflict?.others.map(\.string) ?? [])
    try write(keys.background, summary.isBackground ? "true" : "false")
    try write(keys.weight, NumberText.twoPlaces(summary.weight))
    if let look { try dialect.writeData(of: look, out) }
    out.append("</edge>")
  }
}

extension PropertyGraph.Node {
  /// What to call the node of a number in an error.
  func place(_ number: Int) -> String {
    switch self {
    case .entity(let entity): "<\(entity.iri)>"
    case .unknown(.iri(let iri)): iri.string
    case .unknown(.blank(let label)): "_:\(label)"
    case .unknown(.literal(let literal)): literal.lexicalForm
    case .value: "the value of a statement, node n\(number)"
    }
  }
}
