/// A streaming reader of GraphML: our own, and what networkx, igraph, Gephi, Cytoscape and yEd
/// write.
///
/// Nodes with an IRI, as their id or in a column, are named by it; others are blank nodes, or where
/// a base is given IRIs made of it and their id. Edges with the IRI of a property are triples of it;
/// others are triples of a property made of their label. It keeps the ids of the nodes and, where an
/// edge comes before its nodes, that edge. http://graphml.graphdrawing.org/specification.html
final class GraphMLReader: XMLContentHandler {
  let options: GraphReadingOptions
  let handler: any QuadHandler
  let fileName: String
  var report = GraphReadingReport()
  var quad = EncodedQuad()
  /// The columns by the ids of their keys.
  var columns: [String: GraphMLColumn] = [:]
  private var nodeIDs = ByteTable()
  private var nodeTerms: [(kind: EncodedTerm.Kind, text: [UInt8])?] = []
  private var waiting: [GraphMLItem] = []
  private var items: [GraphMLItem] = []
  private var openElements: [String] = []
  private var key: GraphMLKeyElement?
  private var dataKey: String?
  private var text: [UInt8] = []
  private var keepsText = false
  /// The values of the nodes and edges that have none of their own.
  private(set) var nodeFallbacks: [(key: String, value: [UInt8])] = []
  private(set) var edgeFallbacks: [(key: String, value: [UInt8])] = []
  /// The nodes that are values, in files of knowledge graphs.
  private var literals: [Int: Term] = [:]
  private var isDirected: [Bool] = []
  private var parser: XMLPushParser?
  var counts = GraphMLLosses()

  init(options: GraphReadingOptions, fileName: String, handler: any QuadHandler) {
    self.options = options
    self.handler = handler
    self.fileName = fileName
  }

  /// Reads a whole document.
  func read(_ input: any ByteInput) throws -> GraphReadingReport {
    let parser = try XMLPushParser(fileName: fileName, limits: options.limits, handler: self)
    self.parser = parser
    defer { self.parser = nil }
    try parser.read(input)
    guard counts.sawGraph else {
      throw parser.error("graphml", "expected <graphml> with a <graph> in it")
    }
    for edge in waiting { try emitEdge(edge) }
    report.losses = counts.sentences(fileName)
    return report
  }
}

/// A `<key>` that is open.
private struct GraphMLKeyElement {
  var id = ""
  var domain = "all"
  var name = ""
  var type = "string"
  var isGraphics = false
  var isList = false
  var description = ""
  var fallback: [UInt8]?
}

/// A node or edge with its data.
struct GraphMLItem {
  var isNode: Bool
  var id: [UInt8] = []
  var source: [UInt8] = []
  var target: [UInt8] = []
  /// The values in the order of the document, by the ids of the keys.
  var data: [(key: String, value: [UInt8])] = []
}

// MARK: - Events

extension GraphMLReader {
  func startElement(_ name: Int, _ parser: XMLPushParser) throws {
    let local = parser.names[name].local
    openElements.append(local)
    if openElements.count == 1, local != "graphml" {
      throw parser.error("graphml", "expected <graphml>, found <\(local)>")
    }
    // What stands inside data belongs to the program that wrote it; only labels are read.
    if let dataKey {
      if case .derived? = columns[dataKey]?.meaning { return keepsText = false }
      keepsText = local == "NodeLabel" || local == "EdgeLabel"
      if keepsText { text.removeAll() }
      return
    }
    switch local {
    case "key": key = Self.key(parser)
    case "desc", "default":
      text.removeAll()
      keepsText = key != nil
    case "graph":
      counts.sawGraph = true
      if !items.isEmpty { counts.nestedGraphs += 1 }
      isDirected.append(Self.attribute("edgedefault", parser).map { $0 != "undirected" } ?? true)
    case "node":
      items.append(GraphMLItem(isNode: true, id: try id("id", parser)))
    case "edge":
      var edge = GraphMLItem(isNode: false)
      edge.id = Self.bytes("id", parser) ?? []
      edge.source = try id("source", parser)
      edge.target = try id("target", parser)
      let directed = Self.attribute("directed", parser).map { $0 == "true" }
      if !(directed ?? isDirected.last ?? true) { counts.undirectedEdges += 1 }
      items.append(edge)
    case "data":
      dataKey = Self.attribute("key", parser) ?? ""
      text.removeAll()
      keepsText = true
    case "hyperedge": counts.hyperedges += 1
    case "port": counts.ports += 1
    default: break
    }
  }

  func endElement(_ parser: XMLPushParser) throws {
    guard let local = openElements.popLast() else { return }
    switch local {
    case "data": endData()
    case "NodeLabel" where dataKey != nil, "EdgeLabel" where dataKey != nil:
      if keepsText, !text.isEmpty, !items.isEmpty {
        items[items.count - 1].data.append((Self.graphicsLabel, text))
      }
      keepsText = false
    case "desc" where dataKey == nil:
      key?.description = String(decoding: text, as: UTF8.self)
      keepsText = false
    case "default" where dataKey == nil:
      key?.fallback = text
      keepsText = false
    case "key": endKey()
    case "graph": _ = isDirected.popLast()
    case "node" where dataKey == nil:
      if let node = items.popLast() { try emitNode(node) }
    case "edge" where dataKey == nil:
      if let edge = items.popLast() { try emitEdgeOrWait(edge) }
    default: break
    }
  }

  func characters(_ bytes: Span<UInt8>, _ parser: XMLPushParser) throws {
    guard keepsText else { return }
    text.append(bytes, 0..<bytes.count)
    guard text.count <= options.limits.termLength else {
      throw parser.error(
        "limit", "a value is longer than the limit of \(options.limits.termLength) bytes")
    }
  }

  /// The key under which the labels that yEd draws are kept.
  static let graphicsLabel = "\u{0}label"

  private func endData() {
    if let key = dataKey, !items.isEmpty {
      let column = columns[key]
      switch column?.meaning {
      case .graphics: counts.graphics += 1
      case .derived: break
      case .property, .knowledge:
        items[items.count - 1].data.append((key, column?.isList == true ? Self.list(text) : text))
      default: items[items.count - 1].data.append((key, text))
      }
    } else if dataKey != nil {
      counts.graphData += 1
    }
    dataKey = nil
    keepsText = false
  }

  /// A JSON array in the way in which our other columns hold lists; what is none stays as it is.
  private static func list(_ text: [UInt8]) -> [UInt8] {
    guard case .array(let values)? = try? JSONValue(parsing: text) else { return text }
    return Array(ListText.joined(values.compactMap(\.string)).utf8)
  }

  private func endKey() {
    guard let key else { return }
    columns[key.id] = GraphMLColumn(
      id: key.id, domain: key.domain, name: key.name, type: key.type, isGraphics: key.isGraphics,
      description: key.description, fallback: key.fallback)
    columns[key.id]?.isList = key.isList
    if let fallback = key.fallback, !fallback.isEmpty {
      if key.domain != "edge" { nodeFallbacks.append((key.id, fallback)) }
      if key.domain != "node" { edgeFallbacks.append((key.id, fallback)) }
    }
    self.key = nil
  }

  private func id(_ name: String, _ parser: XMLPushParser) throws -> [UInt8] {
    guard let id = Self.bytes(name, parser), !id.isEmpty else {
      throw parser.error("graphml", "expected the attribute '\(name)'")
    }
    return id
  }

  private static func bytes(_ name: String, _ parser: XMLPushParser) -> [UInt8]? {
    parser.attributes.first { parser.names[$0.name].local == name }
      .map { Array(parser.values[$0.value]) }
  }

  private static func attribute(_ name: String, _ parser: XMLPushParser) -> String? {
    bytes(name, parser).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func key(_ parser: XMLPushParser) -> GraphMLKeyElement {
    var key = GraphMLKeyElement()
    key.id = attribute("id", parser) ?? ""
    key.domain = attribute("for", parser) ?? "all"
    key.name = attribute("attr.name", parser) ?? ""
    key.type = attribute("attr.type", parser) ?? "string"
    key.isGraphics = attribute("yfiles.type", parser) != nil
    key.isList = attribute("attr.list", parser) != nil
    return key
  }
}

// MARK: - Nodes and edges as triples

extension GraphMLReader {
  /// Hands on what is said of a node.
  private func emitNode(_ node: GraphMLItem) throws {
    let term = GraphMLTerms.term(of: node, columns, options)
    let number = nodeIDs.intern(node.id)
    guard number == nodeTerms.count else {
      throw error("the id '\(String(decoding: node.id, as: UTF8.self))' is that of another node")
    }
    nodeTerms.append(term)
    if term == nil {
      // A value of our knowledge graphs: the edge says what it is.
      literals[number] = GraphMLTerms.literal(of: node)
      return
    }
    guard let term else { return }
    quad.bytes.removeAll(keepingCapacity: true)
    let subject = quad.append(term.kind, term.text)
    try emitData(of: node, subject)
  }

  private func emitEdgeOrWait(_ edge: GraphMLItem) throws {
    if number(edge.source) != nil, number(edge.target) != nil {
      try emitEdge(edge)
    } else {
      waiting.append(edge)
    }
  }

  private func number(_ id: [UInt8]) -> Int? { nodeIDs.find(id.span, 0..<id.count) }

  /// Hands on an edge, the nodes of which are known.
  private func emitEdge(_ edge: GraphMLItem) throws {
    guard let source = number(edge.source), let target = number(edge.target) else {
      let missing = number(edge.source) == nil ? edge.source : edge.target
      throw error("there is no node '\(String(decoding: missing, as: UTF8.self))'")
    }
    quad.bytes.removeAll(keepingCapacity: true)
    guard let subjectTerm = nodeTerms[source] else {
      throw error("the edge begins at a value, which cannot be the subject of a triple")
    }
    let subject = quad.append(subjectTerm.kind, subjectTerm.text)
    let predicate = quad.append(.iri, GraphMLTerms.predicate(of: edge, columns))
    let object: EncodedTerm
    if let term = nodeTerms[target] {
      object = quad.append(term.kind, term.text)
    } else {
      object = quad.append(literals[target] ?? Term.literal(Literal("")))
    }
    try emit(edge: edge, subject, predicate, object)
  }

  private func error(_ reason: String) -> GraphReadingError {
    parser?.error("graphml", reason) ?? GraphReadingError(file: fileName, reason: reason)
  }

  /// Hands on a triple.
  func emit(_ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm) throws {
    quad.subject = subject
    quad.predicate = predicate
    quad.object = object
    try handler.handle(quad, of: fileName, at: parser?.place ?? (1, 1))
    report.quadCount += 1
  }
}
