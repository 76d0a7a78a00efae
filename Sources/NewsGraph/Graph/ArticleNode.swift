public import Extraction

/// What the graph keeps of an article: all but its text.
public struct ArticleNode: Sendable, Hashable {
  /// The name of the node: the article's URL, or an IRI made of its id.
  public var iri: IRI
  /// The article's id.
  public var id: String
  /// The headline.
  public var title: String?
  /// When it was published.
  public var published: Timestamp?
  /// The name of the publisher.
  public var publisher: String?
  /// The names of the authors.
  public var authors: [String]
  /// The language tag.
  public var language: String?
  /// The length of the text in code points.
  public var characterCount: Int
}
