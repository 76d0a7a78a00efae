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

  private var encoder: RecordEncoder { RecordEncoder(base: minter.base) }

  /// A hash of texts that a piece depends on without holding them.
  private func digest(_ texts: [String]) -> UInt64 {
    let hash = SHA256.hash(data: Array(texts.joined(separator: "\u{0}").utf8))
    return hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}

// MARK: - Pieces

extension GraphPieceCoder {
  func piece(of article: ArticleNode) -> GraphPiece {
    var encoder = encoder
    article.encode(to: &encoder)
    return GraphPiece(kind: .article, key: .article(article.id), content: encoder.bytes)
  }

  func piece(of entity: EntityNode) -> GraphPiece {
    var encoder = encoder
    encoder.write(entity.iri)
    encoder.write(entity.type)
    encoder.write(entity.name)
    encoder.write(entity.otherNames) { $0.write($1) }
    encoder.write(entity.links.sorted()) { $0.write($1) }
    return GraphPiece(
      kind: .entity, key: .entity(entity.iri), content: encoder.bytes, articles: entity.articles)
  }

  /// The mentions in an article; the entities are sorted.
  func piece(ofMentions mentions: [(IRI, [Mention])], in article: String) -> GraphPiece {
    var encoder = encoder
    encoder.write(article)
    encoder.write(mentions) { encoder, mentions in
      encoder.write(mentions.0)
      encoder.write(mentions.1) { $1.encode(to: &$0) }
    }
    return GraphPiece(kind: .mentions, key: .mentions(article), content: encoder.bytes)
  }

  /// A statement of a graph.
  ///
  /// What the formats write of it depends on the names of its ends, on the names of its articles
  /// and on its conflicts, which stand in other pieces; a hash of these stands in its own, so that
  /// a piece that is the same is written the same.
  ///
  /// - Parameters:
  ///   - statement: The statement.
  ///   - label: A name for it.
  ///   - articles: Gives the IRIs of articles by their ids.
  ///   - conflicts: The keys and hashes of the pieces of its conflicts.
  func piece(
    of statement: Statement, label: String, articles: (String) -> IRI?,
    conflicts: [(key: GraphPieceKey, hash: String)]
  ) -> GraphPiece {
    var encoder = encoder
    statement.encode(to: &encoder)
    encoder.write(conflicts) { encoder, piece in
      piece.key.words.forEach { encoder.write(bits: $0) }
    }
    var texts = [label]
    for evidence in statement.evidence {
      for article in [evidence.article, evidence.firstPrintedIn].compactMap({ $0 }) {
        texts.append(articles(article)?.string ?? "")
      }
    }
    texts += conflicts.map(\.hash)
    encoder.write(bits: digest(texts))
    return GraphPiece(
      kind: .statement, key: .statement(statement.iri), content: encoder.bytes,
      articles: statement.articles, statement: statement)
  }

  /// Conflicts that have kind, grade, property and statements in common, sorted.
  func piece(of conflicts: [Conflict], key: GraphPieceKey) -> GraphPiece {
    var encoder = encoder
    encoder.write(conflicts) { encoder, conflict in
      encoder.write(conflict.kind)
      encoder.write(conflict.grade)
      encoder.write(conflict.property)
      encoder.write(conflict.node)
      for side in [conflict.first, conflict.second] {
        side.statement.encode(to: &encoder)
        encoder.write(side.claim)
      }
    }
    return GraphPiece(kind: .conflicts, key: key, content: encoder.bytes)
  }
}
