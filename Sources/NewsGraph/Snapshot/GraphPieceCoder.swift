import Crypto
import Extraction

/// The form of pieces: the binary form of records, with the beginning that most IRIs share left out.
package struct GraphPieceCoder: Sendable {
  /// What the names of nodes begin with.
  let minter: IRIMinter

  /// Makes a coder.
  ///
  /// - Parameter base: What the names of nodes begin with.
  /// - Throws: `InvalidIRI` where it is none.
  package init(base: String) throws(InvalidIRI) { minter = try IRIMinter(base: base) }

  /// Stands for the base; no IRI can begin with it, as none begins without a letter.
  static let baseMark: Character = "~"

  private func write(_ iri: IRI, to encoder: inout RecordEncoder) {
    let text = iri.string
    let isOurs = text.utf8.starts(with: minter.base.utf8)
    encoder.write(
      isOurs ? "\(Self.baseMark)" + text.utf8.dropFirst(minter.base.utf8.count).text : text)
  }

  private func write(_ term: Term, to encoder: inout RecordEncoder) {
    switch term {
    case .iri(let iri):
      encoder.write(0)
      write(iri, to: &encoder)
    case .blank(let label):
      encoder.write(1)
      encoder.write(label)
    case .literal(let literal):
      encoder.write(2)
      encoder.write(literal.lexicalForm)
      write(literal.datatype, to: &encoder)
      encoder.write(literal.language)
    }
  }

  private func write(_ key: Statement.Key, to encoder: inout RecordEncoder) {
    write(key.subject, to: &encoder)
    encoder.write(key.predicate)
    write(key.object, to: &encoder)
  }

  /// A hash of texts that a piece depends on without holding them.
  private func digest(_ texts: [String]) -> UInt64 {
    let hash = SHA256.hash(data: Array(texts.joined(separator: "\u{0}").utf8))
    return hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Substring.UTF8View {
  fileprivate var text: String { String(Substring(self)) }
}

// MARK: - Pieces

extension GraphPieceCoder {
  func piece(of article: ArticleNode) -> GraphPiece {
    var encoder = RecordEncoder()
    article.encode(to: &encoder)
    return GraphPiece(kind: .article, key: .article(article.id), content: encoder.bytes)
  }

  func piece(of entity: EntityNode) -> GraphPiece {
    var encoder = RecordEncoder()
    write(entity.iri, to: &encoder)
    encoder.write(entity.type)
    encoder.write(entity.name)
    encoder.write(entity.otherNames) { $0.write($1) }
    encoder.write(entity.links.sorted()) { $0.write($1) }
    return GraphPiece(kind: .entity, key: .entity(entity.iri), content: encoder.bytes)
  }

  /// The mentions in an article; the entities are sorted.
  func piece(ofMentions mentions: [(IRI, [Mention])], in article: String) -> GraphPiece {
    var encoder = RecordEncoder()
    encoder.write(article)
    encoder.write(mentions) { encoder, mentions in
      write(mentions.0, to: &encoder)
      encoder.write(mentions.1) { encoder, mention in
        mention.range.encode(to: &encoder)
        encoder.write(mention.form)
        encoder.write(mention.reason)
      }
    }
    return GraphPiece(kind: .mentions, key: .mentions(article), content: encoder.bytes)
  }

  /// A statement of a graph.
  ///
  /// What the formats write of it depends on the names of its ends, on the names of its articles
  /// and on its conflicts, which stand in other pieces; a hash of these stands in its own, so that
  /// a piece that is the same is written the same.
  ///
  /// - Parameter conflicts: The pieces of its conflicts.
  func piece(
    of statement: Statement, in graph: KnowledgeGraph, conflicts: [GraphPiece]
  ) -> GraphPiece {
    var encoder = RecordEncoder()
    write(statement.iri, to: &encoder)
    write(statement.key, to: &encoder)
    encoder.write(statement.evidence) { write($1, to: &$0) }
    encoder.write(conflicts) { encoder, piece in piece.key.words.forEach { encoder.write(bits: $0) }
    }
    var texts = [graph.label(of: statement)]
    for evidence in statement.evidence {
      for article in [evidence.article, evidence.firstPrintedIn].compactMap({ $0 }) {
        texts.append(graph.articles[article]?.iri.string ?? "")
      }
    }
    for piece in conflicts { texts.append(piece.hash.hexadecimal) }
    encoder.write(bits: digest(texts))
    return GraphPiece(kind: .statement, key: .statement(statement.iri), content: encoder.bytes)
  }

  private func write(_ evidence: Evidence, to encoder: inout RecordEncoder) {
    write(evidence.iri, to: &encoder)
    encoder.write(evidence.article)
    encoder.write(evidence.modality)
    encoder.write(evidence.attributedTo) { write($1, to: &$0) }
    encoder.write(evidence.date)
    encoder.write(evidence.place) { write($1, to: &$0) }
    evidence.range.encode(to: &encoder)
    evidence.sentenceRange.encode(to: &encoder)
    encoder.write(evidence.confidence)
    encoder.write(evidence.rule)
    encoder.write(evidence.firstPrintedIn)
    encoder.write(evidence.basis)
    encoder.write(evidence.isReversed)
    encoder.write(evidence.addressees) { write($1, to: &$0) }
    encoder.write(evidence.content)
    encoder.write(evidence.unit)
    encoder.write(evidence.bound) { $0.write($1) }
  }

  /// Conflicts that have kind, grade, property and statements in common, sorted.
  func piece(of conflicts: [Conflict], key: GraphPieceKey) -> GraphPiece {
    var encoder = RecordEncoder()
    encoder.write(conflicts) { encoder, conflict in
      encoder.write(conflict.kind)
      encoder.write(conflict.grade)
      encoder.write(conflict.property)
      write(conflict.node, to: &encoder)
      for side in [conflict.first, conflict.second] {
        write(side.statement, to: &encoder)
        write(side.claim, to: &encoder)
      }
    }
    return GraphPiece(kind: .conflicts, key: key, content: encoder.bytes)
  }
}
