import Extraction

/// A writer of GEXF 1.3, the format of Gephi, with the dates of claims as dynamics.
///
/// An edge lives on the days on which its claims say that it happened; nodes, and edges of which no
/// date is told, have no times and so are always there. Version 1.3 is the one in which edges have
/// a kind, so that parallel edges stay apart; Gephi reads it since 0.9.3, and so does networkx.
/// https://gexf.net/schema.html
struct GEXFWriter {
  private let out: MarkupText
  private let keys: GraphMLKeys

  /// Opens a document on a sink.
  init(to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters = .refuse) throws {
    keys = try GraphMLKeys()
    out = MarkupText(to: sink, forbiddenCharacters: forbiddenCharacters)
  }

  /// The number of characters that were replaced by U+FFFD.
  var replacedCharacterCount: Int { out.replacedCount }

  /// Writes a whole graph and closes the document; the sink stays open.
  func write(_ contents: some GraphContents, _ index: some PropertyNumbering) throws {
    let days = try GEXFSpells.all(contents)
    try out.writing("the document") { () throws(ForbiddenScalar) in
      GEXFMarkup.open(days, out)
      try GEXFMarkup.declare(nodeColumns, "node", out)
      try GEXFMarkup.declare(edgeColumns, "edge", out)
      out.append("\n    <nodes count=\"\(index.nodeCount)\">")
    }
    try index.forEachNode(of: contents) { numbered, node in
      try out.writing(node.place(numbered.number)) { () throws(ForbiddenScalar) in
        try write(node, numbered)
      }
    }
    out.append("\n    </nodes>\n    <edges count=\"\(index.edgeCount)\">")
    try index.forEachEdge(of: contents) { number, statement, ends in
      let summary = try StatementSummary(statement, in: index)
      try out.writing("<\(statement.iri)>") { () throws(ForbiddenScalar) in
        try write(statement, summary, number: number, from: ends.source, to: ends.target)
      }
    }
    GEXFMarkup.close(out)
    try out.flush()
  }
}

// MARK: - Columns

extension GEXFWriter {
  /// The columns of nodes: those of GraphML without the name, which GEXF has a place for.
  private var nodeColumns: [GraphMLKey] {
    keys.all.filter { $0.domain == .node && $0.name != "label" && $0.name != "name" }
  }

  /// The columns of edges, likewise without label and weight.
  private var edgeColumns: [GraphMLKey] {
    keys.all.filter { $0.domain == .edge && $0.name != "label" && $0.name != "weight" }
  }

  private func write(
    _ node: PropertyGraph.Node, _ numbered: PropertyNode
  ) throws(ForbiddenScalar) {
    let look = GraphMLNodeLook(node, name: numbered.name)
    out.append("\n      <node id=\"n\(numbered.number)\"")
    try out.attribute("label", look.label)
    out.append("><attvalues>")
    switch node {
    case .entity(let entity):
      try value(keys.iri, entity.iri.string)
      try value(keys.type, entity.type.rawValue)
      try value(keys.aliases, list: entity.otherNames)
      try value(keys.wikidata, entity.link.flatMap(Wikidata.entity)?.string)
      try value(keys.mentionCount, String(entity.mentionCount))
      try value(keys.articleCount, String(entity.mentions.count))
    case .unknown(let term):
      if case .iri(let iri) = term { try value(keys.iri, iri.string) }
      try value(keys.type, "Thing")
    case .value(let literal):
      try value(keys.type, "Literal")
      try value(keys.value, literal.lexicalForm)
      try value(keys.datatype, literal.datatype.string)
      try value(keys.language, literal.language)
    }
    out.append("</attvalues>")
    GEXFMarkup.color(look.color, out)
    out.append("<viz:size value=\"\(look.size)\"/></node>")
  }

  private func write(
    _ statement: Statement, _ summary: StatementSummary, number: Int, from source: PropertyNode,
    to target: PropertyNode
  ) throws(ForbiddenScalar) {
    let look = GraphMLEdgeLook(statement, summary, ends: (source.name, target.name))
    out.append("\n      <edge id=\"e\(number)\" source=\"n\(source.number)\"")
    out.append(" target=\"n\(target.number)\"")
    try out.attribute("kind", look.interaction)
    try out.attribute("label", summary.label)
    out.append(" weight=\"\(NumberText.twoPlaces(summary.weight))\"><attvalues>")
    try value(keys.statement, statement.iri.string)
    try value(keys.predicate, summary.predicate.string)
    try value(keys.interaction, statement.key.predicate)
    try value(keys.standing, summary.standing.rawValue)
    try value(keys.modalities, list: summary.modalities.map(\.rawValue))
    try value(keys.claimants, list: summary.claimantNames)
    try value(keys.claimantIRIs, list: summary.claimants.map(\.string))
    try value(keys.dates, list: summary.dates)
    try value(keys.places, list: summary.placeNames)
    try value(keys.placeIRIs, list: summary.places.map(\.string))
    try value(keys.sources, list: summary.sources)
    try value(keys.passages, list: summary.passages)
    try value(keys.confidence, DecimalText.twoPlaces(summary.confidence))
    try value(keys.evidenceCount, String(summary.evidenceCount))
    try value(keys.sourceCount, String(summary.sourceCount))
    try value(keys.independentSourceCount, String(summary.independentSourceCount))
    try value(keys.disputed, summary.isDisputed ? "true" : "false")
    try value(keys.conflict, summary.conflict?.text)
    try value(keys.conflictsWith, list: summary.conflict?.others.map(\.string) ?? [])
    try value(keys.background, summary.isBackground ? "true" : "false")
    out.append("</attvalues>")
    GEXFSpells.write(GEXFSpells.of(statement), out)
    GEXFMarkup.color(look.color, out)
    out.append("<viz:shape value=\"\(look.style)\"/></edge>")
  }

  private func value(_ key: GraphMLKey, _ text: String?) throws(ForbiddenScalar) {
    guard let text else { return }
    try GEXFMarkup.value(key.id, text, out)
  }

  private func value(_ key: GraphMLKey, list: [String]) throws(ForbiddenScalar) {
    if !list.isEmpty { try value(key, ListText.joined(list)) }
  }
}
