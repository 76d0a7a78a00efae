/// What is different between two graphs, on three levels: entities, statements, triples.
///
///     let comparison = GraphComparison()
///     let diff = try comparison.compare(
///       .file(path: "old.nq", format: .nquads), .file(path: "new.ttl", format: .turtle))
///     try diff.write(.text, to: .standardOutput())
///
/// Neither the order of statements nor prefixes, formats or the labels of blank nodes are
/// differences. Places of mentions, which only JSON Lines hold, are not compared.
public struct GraphDiff: Sendable {
  /// What the old version is called.
  public var oldName: String
  /// What the new version is called.
  public var newName: String
  /// What a reader of the differences has to know, in sentences.
  public var notes: [String] = []
  /// What became of articles, entities, statements and conflicts; nothing where a graph says nothing
  /// of articles, so that it can only be compared triple by triple.
  public var knowledge: KnowledgeChanges?
  /// The triples.
  public var triples = TripleChanges()
  /// The name of the entity that all is about, where there is one.
  public var focus: String?

  /// The graphs, where there are changes of knowledge to be drawn.
  var graphs: (old: KnowledgeGraph, new: KnowledgeGraph)?
  /// Names for people of the nodes in the triples, by their IRIs.
  var labels: [String: String] = [:]
  /// How SPARQL finds the blank nodes of the old version in the triples, where there are any.
  var blanks: BlankPattern?

  init(oldName: String, newName: String) {
    self.oldName = oldName
    self.newName = newName
  }

  /// Whether statements about blank nodes are among the triples.
  public var concernsBlankNodes: Bool { blanks != nil }

  /// Whether the graphs are the same.
  public var isSame: Bool { triples.isEmpty && knowledge?.isEmpty ?? true }
}
