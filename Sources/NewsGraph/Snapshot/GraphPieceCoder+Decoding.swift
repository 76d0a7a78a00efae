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
    var decoder = RecordDecoder(content, base: minter.base)
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
        (try decoder.iri(), try decoder.array(Mention.init(from:)))
      }
      return .mentions(mentions, article: article)
    case .statement: return try statement(&decoder)
    case .conflicts: return .conflicts(try decoder.array(conflict))
    }
  }

  private func entity(_ decoder: inout RecordDecoder) throws(RecordError) -> EntityNode {
    let iri = try decoder.iri()
    let type = try decoder.value(of: EntityType.self)
    let name = try decoder.text()
    return EntityNode(
      iri: iri, type: type, nameVoters: [name: []], aliases: Set(try decoder.texts()),
      links: Set(try decoder.texts()))
  }

  private func statement(_ decoder: inout RecordDecoder) throws(RecordError) -> Part {
    let statement = try Statement(from: &decoder)
    let conflicts = try decoder.array { decoder throws(RecordError) in
      GraphPieceKey(words: (try decoder.bits(), try decoder.bits()))
    }
    _ = try decoder.bits()
    return .statement(statement, conflicts: conflicts)
  }

  private func conflict(_ decoder: inout RecordDecoder) throws(RecordError) -> Conflict {
    func side(_ decoder: inout RecordDecoder) throws(RecordError) -> Conflict.Side {
      Conflict.Side(
        statement: try Statement.Key(from: &decoder), claim: try decoder.iri())
    }
    return Conflict(
      kind: try decoder.value(of: Conflict.Kind.self),
      grade: try decoder.value(of: Conflict.Grade.self), property: try decoder.text(),
      node: try decoder.iri(), first: try side(&decoder), second: try side(&decoder))
  }
}
