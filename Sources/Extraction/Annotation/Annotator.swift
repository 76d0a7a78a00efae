/// A source of sentences, tags, dependencies and names.
///
/// The claims are read from what this returns and from nothing else, so another language model can
/// take the place of ours.
public protocol Annotator: Sendable {
  /// Annotates all blocks of an article that are read.
  ///
  /// The result depends on the article alone: not on other articles, threads or earlier calls.
  func annotate(_ article: Article) -> AnnotatedArticle

  /// What tells this annotator from others that annotate otherwise: a name and version, or a
  /// checksum of a model.
  var version: String { get }
}

extension Annotator {
  /// The name of the type.
  public var version: String { String(describing: Self.self) }
}
