internal import Dispatch
internal import Synchronization

/// The annotator that tags and parses with the trained language model.
public struct ModelAnnotator: Annotator {
  /// Which blocks of an article are annotated.
  public enum Scope: Sendable {
    /// Those that claims are read from.
    case readBlocks
    /// All, boilerplate and datelines among them.
    case allBlocks
  }

  private let model: LanguageModel
  private let scope: Scope
  private let omitsMarkers: Bool

  /// Makes an annotator with a model.
  ///
  /// - Parameter omitsMarkers: Whether to leave out the `(L)` and `(from left)` of captions, which
  ///   tear sentences apart; the text of the sentences stays as it is.
  public init(model: LanguageModel, scope: Scope = .readBlocks, omitsMarkers: Bool = false) {
    self.model = model
    self.scope = scope
    self.omitsMarkers = omitsMarkers
  }

  /// An annotator with the model that is built into the program.
  ///
  /// - Throws: `LanguageModelError` where the program was built with a damaged model.
  public static func standard(
    scope: Scope = .readBlocks, omitsMarkers: Bool = false
  ) throws(LanguageModelError) -> ModelAnnotator {
    ModelAnnotator(
      model: try LanguageModel.embedded.get(), scope: scope, omitsMarkers: omitsMarkers)
  }

  /// The checksum of the model's file.
  public var version: String { String(model.checksum, radix: 16) }

  /// Annotates the blocks of an article that are in the annotator's scope.
  public func annotate(_ article: Article) -> AnnotatedArticle {
    annotate([article][...])[0]
  }

  /// Annotates articles on up to `threads` threads; the results stand in the order of the articles
  /// and do not depend on the number of threads.
  public func annotate(_ articles: [Article], threads: Int) -> [AnnotatedArticle] {
    let groups = Self.groups(articles)
    let workers = min(threads, groups.count)
    guard workers > 1 else { return groups.flatMap(annotate) }
    let next = Atomic(0)
    let results = Mutex([[AnnotatedArticle]](repeating: [], count: groups.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < groups.count else { return }
        let annotated = annotate(groups[index])
        results.withLock { $0[index] = annotated }
      }
    }
    return results.withLock { $0.flatMap(\.self) }
  }

  /// Short articles put together, so that the model has enough sentences to work on at a time.
  private static func groups(_ articles: [Article]) -> [ArraySlice<Article>] {
    var groups: [ArraySlice<Article>] = []
    var begin = 0
    var length = 0
    for (index, article) in articles.enumerated() {
      length += article.text.count
      guard length >= 8_000 || index == articles.count - 1 else { continue }
      groups.append(articles[begin...index])
      (begin, length) = (index + 1, 0)
    }
    return groups
  }

  /// Annotates articles on this thread.
  private func annotate(_ articles: ArraySlice<Article>) -> [AnnotatedArticle] {
    let drafts = articles.map { article in
      article.blocks.filter { scope == .allBlocks || $0.isRead }
        .flatMap { self.drafts(of: $0, in: article.text) }
    }
    var analyses = model.analyze(drafts.joined().map(\.pieces))[...]
    return zip(articles, drafts).map { article, drafts in
      let sentences = zip(drafts, analyses).map { draft, analysis in
        draft.sentence(analysis, model.labels, article.text)
      }
      analyses = analyses.dropFirst(drafts.count)
      return AnnotatedArticle(article: article, sentences: sentences)
    }
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
    let all = Tokenizer().words(in: text, range: block.range)
    let words = omitsMarkers ? PositionMarkers.removed(from: all, in: text) : all
    let pieces = BlockPieces(words, of: text.scalars, by: model.pieces)
    let splitter = SentenceSplitter(model: model)
    return splitter.sentences(words, pieces, in: text.scalars).map { range in
      Draft(
        words: words[range], pieces: SentencePieces(pieces, range, model: model),
        block: block.kind, beginsBlock: range.lowerBound == 0)
    }
  }
}
