/// What became of the articles, entities, statements and conflicts of a knowledge graph.
public struct KnowledgeChanges: Sendable, Hashable {
  /// The articles that came, went or changed, by id.
  public var articles: [ArticleChange] = []
  /// The entities, the appeared and gone ones last, each by name.
  public var entities: [EntityChange] = []
  /// The statements, the most important first.
  public var statements: [StatementChange] = []
  /// The conflicts that came up, then those that were settled.
  public var conflicts: [ConflictChange] = []

  /// Makes changes of nothing.
  public init() {}

  /// Whether nothing changed.
  public var isEmpty: Bool {
    articles.isEmpty && entities.isEmpty && statements.isEmpty && conflicts.isEmpty
  }
}
