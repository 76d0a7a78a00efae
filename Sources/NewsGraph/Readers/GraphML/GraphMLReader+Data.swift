extension GraphMLReader {
  /// Hands on the data of a node as triples.
  func emitData(of node: GraphMLItem, _ subject: EncodedTerm) throws {
    for (key, value) in data(of: node) {
      let mark = quad.bytes.count
      defer { quad.bytes.truncate(to: mark) }
      if key == Self.graphicsLabel {
        try emitString(subject, RDFS.label.string, value, XSD.string)
        continue
      }
      switch columns[key]?.meaning {
      case .property(let property, let kind): try emit(subject, property, kind, value)
      case .named(let name, let datatype):
        try emitString(subject, GraphMLNames.property(name), value, datatype)
      case .label where columns["node.blank"] == nil:
        try emitString(subject, RDFS.label.string, value, XSD.string)
      case .knowledge(let name): try emitKnowledge(subject, name, value)
      case .iri, .blank, .predicate, .label, .derived, .graphics, nil: break
      }
    }
  }

  /// The values of a node or edge, and those that it has because it says nothing else.
  private func data(of item: GraphMLItem) -> [(key: String, value: [UInt8])] {
    let fallbacks = item.isNode ? nodeFallbacks : edgeFallbacks
    if fallbacks.isEmpty { return item.data }
    return item.data
      + fallbacks.filter { fallback in !item.data.contains { $0.key == fallback.key } }
  }

  /// Hands on the values of a column that `RDFGraphMLWriter` wrote.
  private func emit(_ subject: EncodedTerm, _ property: String, _ kind: String, _ value: [UInt8])
    throws
  {
    let predicate = quad.append(.iri, property)
    for text in ListText.split(String(decoding: value, as: UTF8.self)) {
      let mark = quad.bytes.count
      let object: EncodedTerm
      if kind == "IRI" {
        object = quad.append(.iri, text)
      } else if kind.hasPrefix("@") {
        object = quad.append(.languageString, text, String(kind.dropFirst()))
      } else if kind.hasPrefix("^^<") {
        object = quad.append(.typedLiteral, text, String(kind.dropFirst(3).dropLast()))
      } else {
        object = quad.append(.string, text)
      }
      try emit(subject, predicate, object)
      quad.bytes.truncate(to: mark)
    }
  }

  private func emitString(
    _ subject: EncodedTerm, _ property: String, _ value: [UInt8], _ datatype: IRI
  ) throws {
    let predicate = quad.append(.iri, property)
    let text = String(decoding: value, as: UTF8.self)
    try emit(
      subject, predicate,
      datatype == XSD.string
        ? quad.append(.string, text) : quad.append(.typedLiteral, text, datatype.string))
  }

  /// What our files say of entities besides their names.
  private func emitKnowledge(_ subject: EncodedTerm, _ name: String, _ value: [UInt8]) throws {
    let text = String(decoding: value, as: UTF8.self)
    switch name {
    case "node.type":
      try emit(subject, quad.append(.iri, RDF.type.string), quad.append(.iri, NG.namespace + text))
    case "node.aliases":
      for alias in ListText.split(text) {
        try emitString(subject, SKOS.altLabel.string, Array(alias.utf8), XSD.string)
      }
    case "node.wikidata":
      guard GraphMLTerms.isIRI(value) else { return }
      try emit(subject, quad.append(.iri, OWL.sameAs.string), quad.append(.iri, text))
    default: break
    }
  }

  /// Hands on an edge as triples.
  ///
  /// An edge of our knowledge graphs is a plain triple only where an article says so in its own
  /// voice; all others, background too, are propositions that nobody asserts.
  func emit(
    edge: GraphMLItem, _ subject: EncodedTerm, _ predicate: EncodedTerm, _ object: EncodedTerm
  ) throws {
    func value(_ key: String) -> [UInt8]? { edge.data.first { $0.key == key }?.value }
    if let standing = value("edge.standing") {
      counts.foldedClaims += 1
      let isBackground = value("edge.background")?.elementsEqual("true".utf8) ?? false
      if standing.elementsEqual("asserted".utf8), !isBackground {
        try emit(subject, predicate, object)
      }
      guard let iri = value("edge.iri"), GraphMLTerms.isIRI(iri) else { return }
      let statement = quad.append(.iri, iri)
      try describe(statement, NG.statement.string, subject, predicate, object)
      for (key, property) in Self.counts {
        guard let count = value(key) else { continue }
        try emitString(statement, property.string, count, XSD.integer)
      }
      if options.unfoldsClaims { try emitClaims(of: edge, statement, iri) }
      return
    }
    try emit(subject, predicate, object)
    let values = data(of: edge).filter { key, _ in
      if case .named? = columns[key]?.meaning { return true }
      return false
    }
    guard !values.isEmpty else { return }
    // What an edge has besides its property is said of the triple as a thing.
    let id = edge.id.isEmpty ? Array("edge\(report.quadCount)".utf8) : edge.id
    let item = GraphMLItem(isNode: true, id: Array("edge.".utf8) + id)
    guard let term = GraphMLTerms.term(of: item, [:], options) else { return }
    let statement = quad.append(term.kind, term.text)
    try describe(statement, nil, subject, predicate, object)
    for (key, value) in values {
      guard case .named(let name, let datatype)? = columns[key]?.meaning else { continue }
      try emitString(statement, GraphMLNames.property(name), value, datatype)
    }
  }

  private static let counts = [
    ("edge.evidenceCount", NG.evidenceCount), ("edge.sourceCount", NG.sourceCount),
    ("edge.independentSourceCount", NG.independentSourceCount),
  ]

  private func describe(
    _ statement: EncodedTerm, _ type: String?, _ subject: EncodedTerm, _ predicate: EncodedTerm,
    _ object: EncodedTerm
  ) throws {
    let property = quad.append(.iri, RDF.type.string)
    try emit(statement, property, quad.append(.iri, RDF.statement.string))
    if let type { try emit(statement, property, quad.append(.iri, type)) }
    try emit(statement, quad.append(.iri, RDF.subject.string), subject)
    try emit(statement, quad.append(.iri, RDF.predicate.string), predicate)
    try emit(statement, quad.append(.iri, RDF.object.string), object)
  }
}
