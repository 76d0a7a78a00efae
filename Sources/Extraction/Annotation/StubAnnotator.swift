public struct ModelAnnotator: Annotator { public static func standard() throws -> ModelAnnotator { ModelAnnotator() }
 public func annotate(_ article: Article) -> AnnotatedArticle { AnnotatedArticle(article: article, sentences: []) } }
