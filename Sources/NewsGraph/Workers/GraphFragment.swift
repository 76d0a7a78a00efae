import Crypto
import Extraction

/// A part of a graph that can be joined with the others of its key without knowing the rest: an
/// article, an entity, or a statement with what its quads need of its articles and entities.
struct GraphFragment {
  /// What a fragment holds.
  enum Kind: Character {
    case article = "a"
    case entity = "e"
    case statement = "s"
  }

  /// The kind, and a hash: what has one group is looked at together.
  ///
  /// Statements have one group where they have the same two ends, as who denies one may contradict
  /// another.
  let group: String
  /// The name of the part within its group.
  let key: String
  /// The part.
  let graph: KnowledgeGraph

  /// The fragments of a graph, in an order that depends on the graph alone.
  ///
  /// - Parameters:
  ///   - graph: The graph of some articles of a corpus.
  ///   - links: The Wikidata identifiers that entities have in the corpus.
  static func fragments(of graph: KnowledgeGraph, links: [IRI: String]) -> [GraphFragment] {
    graph.sortedArticles.map { GraphFragment($0) }
      + graph.sortedEntities.map { GraphFragment($0) }
      + graph.sortedStatements.map { GraphFragment($0, in: graph, links) }
  }

  private init(_ kind: Kind, _ parts: [String], key: String, _ graph: KnowledgeGraph) {
    let hash = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8))
    // With a billion groups, two are alike with a chance of one in ten thousand million, and then
    // they are only looked at together.
    group = "\(kind.rawValue)\(hash.prefix(12).hexadecimal)"
    self.key = key
    self.graph = graph
  }

  private init(_ article: ArticleNode) {
    var graph = KnowledgeGraph()
    graph.add(article)
    // An id may hold any character; its hash tells it well enough.
    let hash = SHA256.hash(data: Array(article.id.utf8))
    self.init(.article, [article.id], key: hash.hexadecimal, graph)
  }

  private init(_ entity: EntityNode) {
    var graph = KnowledgeGraph()
    graph.add(entity)
    self.init(.entity, [entity.iri.string], key: entity.iri.string, graph)
  }

  private init(_ statement: Statement, in whole: KnowledgeGraph, _ links: [IRI: String]) {
    var graph = KnowledgeGraph()
    for id in statement.articles {
      if let article = whole.articles[id] { graph.add(article.reference) }
    }
    for iri in Set(statement.entities) {
      if let entity = whole.entities[iri] { graph.add(entity.reference(link: links[iri])) }
    }
    graph.add(statement)
    let ends = StatementEnds(statement.key)
    self.init(
      .statement, [ends.low, ends.high].map(\.text), key: statement.iri.string, graph)
  }
}

extension Term {
  /// The term as N-Triples writes it.
  fileprivate var text: String {
    var buffer = TextBuffer()
    buffer.appendNTriples(self)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

extension ArticleNode {
  /// As much of it as statements need: its names, and when it came out.
  fileprivate var reference: ArticleNode {
    ArticleNode(
      iri: iri, id: id, title: nil, published: published, publisher: nil, authors: [],
      language: nil, characterCount: 0)
  }
}

extension EntityNode {
  /// As much of it as statements need: name, class and link.
  func reference(link: String?) -> EntityNode {
    EntityNode(
      iri: iri, type: type, nameVoters: nameVoters.mapValues { _ in [] },
      links: link.map { [$0] } ?? [])
  }
}
