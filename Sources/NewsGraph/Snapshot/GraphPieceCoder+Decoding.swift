import Extraction

extension GraphPieceCoder {
  /// What a piece holds.
  enum Part {
    case article(ArticleNode)
    case entity(EntityNode)
    case mentions([(IRI, [Mention])], article: String)
    case statement(Statement, conflicts: [GraphPieceKey])
    case conflicts([Conflict])
  }

  /// Reads a piece.
  ///
  /// - Throws: `RecordError` where the bytes are none.
  func part(_ kind: GraphPiece.Kind, _ content: [UInt8]) throws(RecordError) -> Part {
    var decoder = RecordDecoder(content)
    let part = try part(kind, &decoder)
    guard decoder.isAtEnd else { throw decoder.error("the end") }
    return part
  }

  private func part(_ kind: GraphPiece.Kind, _ decoder: inout RecordDecoder) throws(RecordError)
    -> Part
  {
    switch kind {
    case .article: return .article(try ArticleNode(from: &decoder))
    case .entity: return .entity(try entity(&decoder))
    case .mentions:
      let article = try decoder.text()
      let mentions = try decoder.array { decoder throws(RecordError) in
        (try iri(&decoder), try decoder.array(mention))
      }
      return .mentions(mentions, article: article)
    case .statement: return try statement(&decoder)
    case .conflicts: return .conflicts(try decoder.array(conflict))
    }
  }

  private func iri(_ decoder: inout RecordDecoder) throws(RecordError) -> IRI {
    let text = try decoder.text()
    if text.first == Self.baseMark { return IRI(checked: minter.base + text.dropFirst()) }
    guard let iri = try? IRI(text) else { throw decoder.error("an IRI") }
    return iri
  }

  private func term(_ decoder: inout RecordDecoder) throws(RecordError) -> Term {
    switch try decoder.number() {
    case 0: return .iri(try iri(&decoder))
    case 1: return .blank(try decoder.text())
    case 2:
      let text = try decoder.text()
      let datatype = try iri(&decoder)
      if let language = try optionalText(&decoder) {
        return .literal(Literal(text, language: language))
      }
      return .literal(Literal(text, datatype: datatype))
    default: throw decoder.error("the kind of a term")
    }
  }

  private func key(_ decoder: inout RecordDecoder) throws(RecordError) -> Statement.Key {
    Statement.Key(
      subject: try iri(&decoder), predicate: try decoder.text(), object: try term(&decoder))
  }

  private func optionalText(_ decoder: inout RecordDecoder) throws(RecordError) -> String? {
    try decoder.optional { decoder throws(RecordError) in try decoder.text() }
  }

  private func mention(_ decoder: inout RecordDecoder) throws(RecordError) -> Mention {
    Mention(
      range: try TextRange(from: &decoder), form: try decoder.value(of: Mention.Form.self),
      reason: try decoder.value(of: MentionReason.self))
  }

  private func entity(_ decoder: inout RecordDecoder) throws(RecordError) -> EntityNode {
    let iri = try iri(&decoder)
    let type = try decoder.value(of: EntityType.self)
    let name = try decoder.text()
    func texts(_ decoder: inout RecordDecoder) throws(RecordError) -> Set<String> {
      Set(try decoder.array { decoder throws(RecordError) in try decoder.text() })
    }
    return EntityNode(
      iri: iri, type: type, nameVoters: [name: []], aliases: try texts(&decoder),
      links: try texts(&decoder))
  }

  private func statement(_ decoder: inout RecordDecoder) throws(RecordError) -> Part {
    let statement = Statement(
      iri: try iri(&decoder), key: try key(&decoder), evidence: try decoder.array(evidence))
    let conflicts = try decoder.array { decoder throws(RecordError) in
      GraphPieceKey(words: (try decoder.bits(), try decoder.bits()))
    }
    _ = try decoder.bits()
    return .statement(statement, conflicts: conflicts)
  }

  private func evidence(_ decoder: inout RecordDecoder) throws(RecordError) -> Evidence {
    var evidence = Evidence(
      iri: try iri(&decoder), article: try decoder.text(),
      modality: try decoder.value(of: Modality.self), attributedTo: try decoder.array(iri),
      date: try optionalText(&decoder), place: try decoder.optional(iri),
      range: try TextRange(from: &decoder), sentenceRange: try TextRange(from: &decoder),
      confidence: try decoder.double(), rule: try decoder.text())
    evidence.firstPrintedIn = try optionalText(&decoder)
    evidence.basis = try decoder.value(of: Claim.Basis.self)
    evidence.isReversed = try decoder.flag()
    evidence.addressees = try decoder.array(iri)
    evidence.content = try optionalText(&decoder)
    evidence.unit = try optionalText(&decoder)
    evidence.bound = try decoder.optional { decoder throws(RecordError) in
      try decoder.value(of: ValueBound.self)
    }
    return evidence
  }

  private func conflict(_ decoder: inout RecordDecoder) throws(RecordError) -> Conflict {
    func side(_ decoder: inout RecordDecoder) throws(RecordError) -> Conflict.Side {
      Conflict.Side(statement: try key(&decoder), claim: try iri(&decoder))
    }
    return Conflict(
      kind: try decoder.value(of: Conflict.Kind.self),
      grade: try decoder.value(of: Conflict.Grade.self), property: try decoder.text(),
      node: try iri(&decoder), first: try side(&decoder), second: try side(&decoder))
  }
}
