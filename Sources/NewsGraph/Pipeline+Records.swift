public import Extraction

extension Pipeline {
  /// What records depend on besides their articles.
  ///
  /// - Throws: `KnowledgeError` where a file of the ontology, lexicon or gazetteer cannot be read.
  public func fingerprint() throws(KnowledgeError) -> ReadingFingerprint {
    try ReadingFingerprint(folder, configuration, model: annotator.version)
  }

  /// Reads an article on its own.
  ///
  /// The record has all claims, whatever the configuration leaves out of graphs.
  @Sendable public func record(of article: Article) -> ReadingRecord {
    ReadingRecord(readAll(article))
  }

  /// Reads articles on as many threads as the configuration has; the records stand in the order of
  /// the articles.
  public func records(of articles: [Article]) async -> [ReadingRecord] {
    await concurrently(articles, record)
  }

  /// The graph of articles that were read before, the same as if they were read at once.
  ///
  /// - Parameter records: Records that pipelines of one fingerprint made, in any order.
  public func result(of records: some Sequence<ReadingRecord>) -> Result {
    let articles = records.map { record in
      var article = record.content
      filter(&article.claims)
      return article
    }
    return joined(articles)
  }
}
