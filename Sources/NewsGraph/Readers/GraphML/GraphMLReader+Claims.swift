extension GraphMLReader {
  /// Hands on claims and articles for an edge of ours, as far as its columns tell them.
  ///
  /// GraphML folds the claims of a statement: which of several articles says so with which standing
  /// and by whom is not in it. One claim for each passage is made in an order that depends on nothing
  /// but the edge, so that equal edges give equal claims and different ones different claims.
  func emitClaims(of edge: GraphMLItem, _ statement: EncodedTerm, _ iri: [UInt8]) throws {
    func list(_ key: String) -> [String] {
      guard let bytes = edge.data.first(where: { $0.key == key })?.value, !bytes.isEmpty else {
        return []
      }
      return ListText.split(String(decoding: bytes, as: UTF8.self))
    }
    let name = String(decoding: iri, as: UTF8.self)
    let passages = list("edge.passages")
    let sources = list("edge.sources")
    let modalities = list("edge.modalities")
    guard passages.count == sources.count, !modalities.isEmpty else { return }
    let isFact = list("edge.standing") == ["asserted"]
    for (number, (passage, source)) in zip(passages, sources).enumerated() {
      let mark = quad.bytes.count
      defer { quad.bytes.truncate(to: mark) }
      let claim = quad.append(.iri, Self.claim(number, of: name))
      let modality = modalities[min(number, modalities.count - 1)]
      // Of several claims of a fact the first is the one without claimants.
      let claimants = isFact && number == 0 ? [] : list("edge.claimantIRIs")
      try emit(claim, RDF.type, NG.claim.string)
      try emit(claim, quad.append(.iri, NG.proposition.string), statement)
      try emit(claim, NG.modality, NG.namespace + modality)
      for claimant in claimants { try emit(claim, PROV.wasAttributedTo, claimant) }
      try emit(claim, PROV.wasDerivedFrom, passage)
      try emitArticle(of: claim, passage: passage, source: source)
      for date in list("edge.dates") { try emitText(claim, NG.eventDate, date) }
      for place in list("edge.placeIRIs") { try emit(claim, NG.eventPlace, place) }
      for value in list("edge.confidence") { try emitText(claim, NG.confidence, value) }
      if list("edge.background") == ["true"] {
        try emit(claim, NG.basis, NG.background.string)
      }
      guard number == 0 else { continue }
      let isConflict = list("edge.conflict").first?.hasPrefix("conflicts") ?? false
      for other in list("edge.conflictsWith") {
        try emit(
          claim, isConflict ? NG.conflictsWith : NG.differsFrom, Self.claim(0, of: other))
      }
    }
  }

  private static func claim(_ number: Int, of statement: String) -> String {
    "\(statement)/claim-\(number + 1)"
  }

  /// Hands on what a passage tells of its article: the IRI and the id.
  private func emitArticle(of claim: EncodedTerm, passage: String, source: String) throws {
    guard let hash = passage.lastIndex(of: "#"), let end = source.lastIndex(of: "#") else { return }
    let iri = String(passage[..<hash])
    let article = quad.append(.iri, iri)
    try emit(claim, quad.append(.iri, NG.inArticle.string), article)
    try emit(article, RDF.type, NG.article.string)
    try emitText(article, DCTerms.identifier, String(source[..<end]))
  }

  private func emit(_ subject: EncodedTerm, _ predicate: IRI, _ object: String) throws {
    try emit(subject, quad.append(.iri, predicate.string), quad.append(.iri, object))
  }

  private func emitText(_ subject: EncodedTerm, _ predicate: IRI, _ text: String) throws {
    try emit(subject, quad.append(.iri, predicate.string), quad.append(.string, text))
  }
}
