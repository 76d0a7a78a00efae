internal import Dispatch
internal import Synchronization

/// The annotator that tags and parses with the trained language model.
public struct ModelAnnotator: Annotator {
  private let model: LanguageModel

  /// Makes an annotator with a model.
  public init(model: LanguageModel) {
    self.model = model
  }

  /// An annotator with the model that is built into the program.
  ///
  /// - Throws: `LanguageModelError` where the program was built with a damaged model.
  public static func standard() throws(LanguageModelError) -> ModelAnnotator {
    ModelAnnotator(model: try LanguageModel.embedded.get())
  }

  /// Annotates all blocks of an article that are read.
  public func annotate(_ article: Article) -> AnnotatedArticle {
    let drafts = article.blocks.filter(\.isRead).flatMap { self.drafts(of: $0, in: article.text) }
    let analyses = model.analyze(drafts.map(\.pieces))
    let sentences = zip(drafts, analyses).map { draft, analysis in
      draft.sentence(analysis, model.labels, article.text)
    }
    return AnnotatedArticle(article: article, sentences: sentences)
  }

  /// Annotates articles on up to `threads` threads; the results stand in the order of the articles
  /// and do not depend on the number of threads.
  public func annotate(_ articles: [Article], threads: Int) -> [AnnotatedArticle] {
    let workers = min(threads, articles.count)
    guard workers > 1 else { return articles.map(annotate) }
    let next = Atomic(0)
    let results = Mutex([AnnotatedArticle?](repeating: nil, count: articles.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < articles.count else { return }
        let annotated = annotate(articles[index])
        results.withLock { $0[index] = annotated }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

// MARK: - Sentences

extension ModelAnnotator {
  /// A sentence that is cut into words and pieces but not yet analysed.
  private struct Draft {
    let words: ArraySlice<WordSpan>
    let pieces: SentencePieces
    let block: Block.Kind
    let beginsBlock: Bool

    func sentence(
      _ analysis: SentenceAnalysis, _ labels: LabelSets, _ text: ArticleText
    ) -> AnnotatedSentence {
      let tokens = words.enumerated().map { index, word in
        analysis.token(index, word, labels, text)
      }
      let begin = tokens.first?.range.begin ?? 0
      let end = tokens.last?.range.end ?? begin
      return AnnotatedSentence(
        range: TextRange(begin, end), block: block, tokens: tokens,
        names: analysis.nameSpans(labels), beginsBlock: beginsBlock)
    }
  }

  private func drafts(of block: Block, in text: ArticleText) -> [Draft] {
    let words = Tokenizer().words(in: text, range: block.range)
    let pieces = BlockPieces(words, of: text.scalars, by: model.pieces)
    let splitter = SentenceSplitter(model: model)
    return splitter.sentences(words, pieces, in: text.scalars).map { range in
      Draft(
        words: words[range], pieces: SentencePieces(pieces, range, model: model),
        block: block.kind, beginsBlock: range.lowerBound == 0)
    }
  }
}
