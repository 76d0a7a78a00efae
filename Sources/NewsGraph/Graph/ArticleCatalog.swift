import Extraction

/// The articles of a graph, as writers take them: what they look up all the time is at hand, the rest
/// comes one after the other.
struct ArticleCatalog {
  /// The number of articles.
  let count: Int
  /// Gives the IRI of the article with an id.
  let iri: (String) -> IRI?
  private let sorted: () -> GraphCursor<ArticleNode>
  private let found: (String) throws -> ArticleNode?

  /// The articles of a graph in memory.
  init(_ graph: KnowledgeGraph) {
    let articles = graph.articles
    count = articles.count
    iri = { articles[$0]?.iri }
    found = { articles[$0] }
    sorted = { GraphCursor(graph.sortedArticles) }
  }

  /// The articles of a graph on disk.
  init(_ directory: ArticleDirectory) {
    count = directory.count
    iri = { directory.iri(of: $0) }
    found = { try directory.article($0) }
    sorted = { directory.articles() }
  }

  /// All articles, sorted by id.
  func articles() -> GraphCursor<ArticleNode> { sorted() }

  /// The article with an id.
  func article(_ id: String) throws -> ArticleNode? { try found(id) }

  /// The IRI of a passage of the article with an id, as `ArticleNode.passage` gives it.
  func passage(_ range: TextRange, of id: String) -> IRI? { iri(id)?.passage(range) }
}
