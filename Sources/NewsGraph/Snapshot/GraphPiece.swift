import Crypto

/// A part of a knowledge graph that is kept on its own, so that what two versions share is kept once
/// and what differs is found without making either.
package struct GraphPiece: Sendable {
  /// What a piece holds.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// What the graph keeps of an article.
    case article = 1
    /// An entity without its mentions.
    case entity = 2
    /// The mentions of entities in one article.
    case mentions = 3
    /// A statement with its evidence.
    case statement = 4
    /// The conflicts of one kind between the claims of two statements.
    case conflicts = 5
  }

  /// What the piece holds.
  package var kind: Kind
  /// What names it in every version.
  package var key: GraphPieceKey
  /// The piece itself; pieces of the same bytes are the same, in all that any format writes of them.
  package var content: [UInt8]
  /// The ids of the articles that an entity or a statement is made of, sorted.
  package var articles: [String] = []
  /// The statement that the piece is of.
  package var statement: Statement?

  /// A hash of the content (SHA-256).
  package var hash: [UInt8] { Self.hash(of: content) }

  /// A hash of a content (SHA-256).
  package static func hash(of content: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: content)) }
}

/// The name of a piece: the first 128 bits of a hash of its kind and what it is about.
package struct GraphPieceKey: Sendable, Hashable {
  private var high: UInt64
  private var low: UInt64

  init(_ kind: GraphPiece.Kind, _ parts: String...) {
    var hash = SHA256()
    hash.update(data: [kind.rawValue])
    for part in parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    self.init(hash.finalize().prefix(16))
  }

  /// Takes 16 bytes; nothing where they are not so many.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(bytes[...])
  }

  init(_ bytes: some Sequence<UInt8>) {
    (high, low) = (0, 0)
    for (place, byte) in bytes.enumerated() {
      if place < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
    }
  }

  init(words: (UInt64, UInt64)) { (high, low) = words }

  var words: [UInt64] { [high, low] }

  /// The 16 bytes.
  package var bytes: [UInt8] {
    words.flatMap { word in
      stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}

extension GraphPieceKey: Comparable {
  /// Orders by the bytes.
  package static func < (left: GraphPieceKey, right: GraphPieceKey) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension GraphPieceKey {
  /// The piece of an article.
  static func article(_ id: String) -> GraphPieceKey { GraphPieceKey(.article, id) }

  /// The piece of an entity.
  static func entity(_ iri: IRI) -> GraphPieceKey { GraphPieceKey(.entity, iri.string) }

  /// The piece of the mentions in an article.
  static func mentions(_ article: String) -> GraphPieceKey { GraphPieceKey(.mentions, article) }

  /// The piece of a statement, by its node.
  static func statement(_ iri: IRI) -> GraphPieceKey { GraphPieceKey(.statement, iri.string) }

  /// The piece of the conflicts of a kind between two statements, in any order.
  static func conflicts(_ conflict: Conflict, _ statements: (IRI, IRI)) -> GraphPieceKey {
    let sorted = [statements.0, statements.1].sorted()
    return GraphPieceKey(
      .conflicts, conflict.kind.rawValue, conflict.grade.rawValue, conflict.property,
      sorted[0].string, sorted[1].string)
  }
}
