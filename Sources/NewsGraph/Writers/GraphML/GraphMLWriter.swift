import Extraction

/// A writer of GraphML, valid against its XML Schema.
///
/// Nodes come before edges, both with plain ids (`n0`, `e0`); IRIs and all that is known of an
/// entity or a statement are data. Every statement is an edge, so that two entities may have
/// several; a statement with a value leads to a node of the class `Literal`.
/// http://graphml.graphdrawing.org/specification.html
struct GraphMLWriter {
  private let xml: XMLTextWriter
  private let keys: GraphMLKeys

  /// Opens a document on a sink.
  init(to sink: OutputSink, forbiddenCharacters characters: ForbiddenCharacters = .refuse) throws {
    do {
      keys = try GraphMLKeys()
      xml = try XMLTextWriter(to: sink, replacingForbidden: characters == .replace)
    } catch let error as XMLWritingError {
      throw WritingError.translating(error, place: "the document")
    }
  }

  /// The number of characters that were replaced by U+FFFD.
  var replacedCharacterCount: Int { xml.replacedCount }

  /// Writes a whole graph and closes the document; the sink stays open.
  func write(_ graph: PropertyGraph) throws {
    try writing("the document") { () throws(XMLWritingError) in
      try openDocument(graph)
    }
    for (number, node) in graph.nodes.enumerated() {
      try writing(graph.place(ofNode: number)) { () throws(XMLWritingError) in
        try write(node, number: number, name: graph.names[number])
      }
    }
    for (number, edge) in graph.edges.enumerated() {
      try writing("<\(edge.statement.iri)>") { () throws(XMLWritingError) in
        try write(edge, number: number, in: graph)
      }
    }
    try writing("the document") { () throws(XMLWritingError) in
      try xml.writeLineBreak("  ")
      try xml.endElement()
      try xml.writeLineBreak("")
      try xml.endElement()
      try xml.finish()
    }
  }

  private func writing(
    _ place: @autoclosure () -> String, _ body: () throws(XMLWritingError) -> Void
  ) throws {
    do throws(XMLWritingError) {
      try body()
    } catch {
      throw WritingError.translating(error, place: place())
    }
  }
}

// MARK: - The document

extension GraphMLWriter {
  private func openDocument(_ graph: PropertyGraph) throws(XMLWritingError) {
    try xml.startElement(.graphml)
    try xml.writeAttribute(.xmlns, Self.namespace)
    try xml.writeAttribute(.xmlnsXSI, "http://www.w3.org/2001/XMLSchema-instance")
    try xml.writeAttribute(
      .schemaLocation, "\(Self.namespace) \(Self.namespace)/1.0/graphml.xsd")
    for key in keys.all { try declare(key) }
    try xml.writeLineBreak("  ")
    try xml.startElement(.graph)
    try xml.writeAttribute(.id, "G")
    try xml.writeAttribute(.edgeDefault, "directed")
    try xml.writeAttribute(.parseOrder, "nodesfirst")
    try xml.writeAttribute(.parseNodeIDs, "canonical")
    try xml.writeAttribute(.parseEdgeIDs, "canonical")
    try xml.writeAttribute(.parseNodes, String(graph.nodes.count))
    try xml.writeAttribute(.parseEdges, String(graph.edges.count))
  }

  private func declare(_ key: GraphMLKey) throws(XMLWritingError) {
    try xml.writeLineBreak("  ")
    try xml.startElement(.key)
    try xml.writeAttribute(.id, key.id)
    try xml.writeAttribute(.domain, key.domain.rawValue)
    try xml.writeAttribute(.attributeName, key.name)
    try xml.writeAttribute(.attributeType, key.type.rawValue)
    try xml.writeElement(GraphMLTags.description, text: key.description)
    try xml.endElement()
  }

  private static let namespace = "http://graphml.graphdrawing.org/xmlns"
}

// MARK: - Nodes

extension GraphMLWriter {
  private func write(_ node: PropertyGraph.Node, number: Int, name: String)
    throws(XMLWritingError)
  {
    try xml.writeLineBreak("    ")
    try xml.startElement(.node)
    try xml.writeAttribute(.id, "n\(number)")
    switch node {
    case .entity(let entity): try write(entity, name: name)
    case .unknown(.iri(let iri)): try writeNames(iri: iri.string, name, type: "Thing")
    case .unknown: try writeNames(iri: nil, name, type: "Thing")
    case .value(let literal): try write(literal)
    }
    try xml.endElement()
  }

  private func write(_ entity: EntityNode, name: String) throws(XMLWritingError) {
    try writeNames(iri: entity.iri.string, name, type: entity.type.rawValue)
    try write(keys.aliases, list: entity.otherNames)
    try write(keys.wikidata, entity.link.flatMap(Wikidata.entity)?.string)
    try write(keys.mentionCount, String(entity.mentionCount))
    try write(keys.articleCount, String(entity.mentions.count))
  }

  private func writeNames(iri: String?, _ name: String, type: String) throws(XMLWritingError) {
    try write(keys.iri, iri)
    try write(keys.label, name)
    try write(keys.name, name)
    try write(keys.type, type)
  }

  private func write(_ literal: Literal) throws(XMLWritingError) {
    let label = ShortLabel.cut(literal.lexicalForm, to: 60)
    try writeNames(iri: nil, label, type: "Literal")
    try write(keys.value, literal.lexicalForm)
    try write(keys.datatype, literal.datatype.string)
    try write(keys.language, literal.language)
  }

  private func write(_ key: GraphMLKey, _ value: String?) throws(XMLWritingError) {
    guard let value else { return }
    try xml.writeElement(key.tag, text: value)
  }

  private func write(_ key: GraphMLKey, list: [String]) throws(XMLWritingError) {
    guard !list.isEmpty else { return }
    try xml.writeElement(key.tag, text: ListText.joined(list))
  }
}

// MARK: - Edges

extension GraphMLWriter {
  private func write(_ edge: PropertyGraph.Edge, number: Int, in graph: PropertyGraph)
    throws(XMLWritingError)
  {
    let summary = StatementSummary(edge.statement, in: graph)
    try xml.writeLineBreak("    ")
    try xml.startElement(.edge)
    try xml.writeAttribute(.id, "e\(number)")
    try xml.writeAttribute(.source, "n\(edge.source)")
    try xml.writeAttribute(.target, "n\(edge.target)")
    try write(keys.statement, edge.statement.iri.string)
    try write(keys.predicate, edge.statement.predicate.string)
    try write(keys.edgeLabel, summary.label)
    try write(keys.interaction, edge.statement.key.predicate)
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
    try xml.endElement()
  }
}

extension PropertyGraph {
  /// What to call a node in an error.
  func place(ofNode number: Int) -> String {
    switch nodes[number] {
    case .entity(let entity): "<\(entity.iri)>"
    case .unknown(let term): graph.label(of: term)
    case .value: "the value of a statement, node n\(number)"
    }
  }
}

private enum GraphMLTags {
  static let description = XMLTag(plain: XMLName(constant: "desc"))
}

extension XMLName {
  fileprivate static let graphml = XMLName(constant: "graphml")
  fileprivate static let xmlns = XMLName(constant: "xmlns")
  fileprivate static let xmlnsXSI = XMLName(constant: "xmlns:xsi")
  fileprivate static let schemaLocation = XMLName(constant: "xsi:schemaLocation")
  fileprivate static let graph = XMLName(constant: "graph")
  fileprivate static let edgeDefault = XMLName(constant: "edgedefault")
  fileprivate static let parseOrder = XMLName(constant: "parse.order")
  fileprivate static let parseNodeIDs = XMLName(constant: "parse.nodeids")
  fileprivate static let parseEdgeIDs = XMLName(constant: "parse.edgeids")
  fileprivate static let parseNodes = XMLName(constant: "parse.nodes")
  fileprivate static let parseEdges = XMLName(constant: "parse.edges")
  fileprivate static let key = XMLName(constant: "key")
  fileprivate static let id = XMLName(constant: "id")
  fileprivate static let domain = XMLName(constant: "for")
  fileprivate static let attributeName = XMLName(constant: "attr.name")
  fileprivate static let attributeType = XMLName(constant: "attr.type")
  fileprivate static let node = XMLName(constant: "node")
  fileprivate static let edge = XMLName(constant: "edge")
  fileprivate static let source = XMLName(constant: "source")
  fileprivate static let target = XMLName(constant: "target")
}
