public import Extraction

/// The whole way from articles to a graph.
///
///     let pipeline = try Pipeline()
///     let result = await pipeline.read(ArticleInput(paths: ["articles"]))
///     try GraphFormat.graphml.write(result.graph, to: OutputSink(path: "graph.graphml"))
public struct Pipeline: Sendable {
  /// Which predicates a graph has.
  public enum Relations: String, Sendable, CaseIterable {
    /// The properties of the ontology.
    case schema
    /// Predicates that only the text gives (see `OpenPredicate`).
    case open
    /// Both.
    case all

    func keeps(_ predicate: String) -> Bool {
      switch self {
      case .schema: !OpenPredicate.isOpen(predicate)
      case .open: OpenPredicate.isOpen(predicate)
      case .all: true
      }
    }
  }

  /// What a pipeline works with.
  public struct Configuration: Sendable {
    /// The folder of the ontology, lexicon and gazetteer; found by itself where it is nothing.
    public var ontologyFolder: String?
    /// Files with further rows for the lexicon.
    public var lexicons: [String] = []
    /// Files with further rows for the gazetteer.
    public var gazetteers: [String] = []
    /// What the names of nodes begin with.
    public var base: String = IRIMinter.defaultBase
    /// The number of articles that are read side by side.
    public var threads: Int = 1
    /// The confidence below which claims are left out, 0 to 1.
    public var minimumConfidence: Double = 0
    /// Whether what an `EntityExplanation` tells is kept: `Result.resolution` and
    /// `Result.mentionTexts`.
    public var keepsExplanations = false

    /// Which predicates are kept.
    public var relations = Relations.all

    /// Makes the standard configuration.
    public init() {}
  }

  /// What was read, and what could not be.
  public struct Result: Sendable {
    /// The graph of all articles.
    public var graph = KnowledgeGraph()
    /// Which entities of the articles are one, and why, where the configuration asks for it.
    public var resolution: CorpusResolution?
    /// The words of the mentions by article id and place, where the configuration asks for them.
    public var mentionTexts: [String: [TextRange: String]] = [:]
    /// The input that gave no article.
    public var rejected: [RejectedInput] = []
    /// The paths inside folders that are of no known kind.
    public var skipped: [String] = []
    /// What a user may want to know about articles that were read.
    public var notes: [ReadingNote] = []

    /// Makes an empty result.
    public init() {}
  }

  let annotator: any Annotator
  private let extractor: Extractor
  let builder: GraphBuilder
  let events: EventMerger
  /// The ontology that is read with.
  public let ontology: Ontology
  let resolver: CorpusResolver
  private let credits: CreditReader
  package let configuration: Configuration
  let folder: OntologyFolder

  /// Makes a pipeline with the language model that is built in.
  ///
  /// - Throws: `KnowledgeError` where the ontology, lexicon or gazetteer is missing or has a fault,
  ///   `InvalidIRI` where the base is none, `LanguageModelError` where the model is damaged.
  public init(configuration: Configuration = Configuration()) throws {
    try self.init(
      annotator: ModelAnnotator.standard(omitsMarkers: true), configuration: configuration)
  }

  /// Makes a pipeline with an annotator of the caller's.
  ///
  /// - Throws: `KnowledgeError` where the ontology, lexicon or gazetteer is missing or has a fault,
  ///   `InvalidIRI` where the base is none.
  public init(annotator: any Annotator, configuration: Configuration = Configuration()) throws {
    let folder = try OntologyFolder.find(explicitPath: configuration.ontologyFolder)
    let knowledge = try Knowledge.load(
      folder: folder, lexicons: configuration.lexicons, gazetteers: configuration.gazetteers)
    self.folder = folder
    self.annotator = annotator
    extractor = Extractor(knowledge: knowledge)
    let minter = try IRIMinter(base: configuration.base)
    builder = GraphBuilder(ontology: knowledge.ontology, minter: minter)
    events = EventMerger(
      ontology: knowledge.ontology, lexicon: knowledge.lexicon, minter: minter)
    ontology = knowledge.ontology
    resolver = CorpusResolver(knowledge: knowledge, minter: minter)
    credits = CreditReader(gazetteer: knowledge.gazetteer)
    self.configuration = configuration
  }

  /// The graph of one article.
  public func graph(of article: Article) -> KnowledgeGraph { graph(of: [article]) }

  /// The graph of some articles, in which an entity of several is one node.
  public func graph(of articles: [Article]) -> KnowledgeGraph {
    finish(articles.map(read)).graph
  }

  /// What an article holds, without its text.
  @Sendable private func read(_ article: Article) -> CorpusArticle {
    var read = readAll(article)
    filter(&read.claims)
    return read
  }

  /// Leaves out the claims that the configuration does not want.
  func filter(_ claims: inout [Claim]) {
    claims.removeAll {
      $0.confidence < configuration.minimumConfidence
        || !configuration.relations.keeps($0.predicate)
    }
  }

  /// What an article holds, with all claims.
  @Sendable func readAll(_ article: Article) -> CorpusArticle {
    let reading = extractor.extract(annotator.annotate(article))
    // Who is who does not depend on which claims are wanted.
    let contexts = resolver.contexts(of: reading.entities, claims: reading.claims)
    var wording = ArticleWording(article)
    wording.credits = credits.credits(of: article)
    var result = CorpusArticle(
      node: builder.node(of: article), entities: reading.entities, claims: reading.claims,
      contexts: contexts, wording: wording)
    if configuration.keepsExplanations {
      result.mentionTexts = reading.entities.map { entity in
        entity.mentions.map { article.text[$0.range] }
      }
    }
    return result
  }

  /// A graph with what is inferred of all its articles together: one node for each event, and the
  /// conflicts between claims.
  public func completed(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    var graph = events.merged(graph)
    graph.markConflicts(with: ontology)
    return graph
  }

  /// The graph of all articles of an input, and what of it could not be read.
  ///
  /// Articles are read side by side; what they hold is kept without their texts until all are
  /// read, and then joined in the order of their ids. The result depends neither on the order of
  /// the input nor on the number of threads.
  ///
  /// - Parameters:
  ///   - input: Articles, and words about what gave none.
  ///   - progress: Called with the number of articles read so far.
  public func read(
    _ input: some Sequence<ArticleReading>, progress: (Int) -> Void = { _ in }
  ) async -> Result {
    var result = Result()
    var batch: [Article] = []
    var articles: [CorpusArticle] = []
    for reading in input {
      switch reading {
      case .article(let article): batch.append(article)
      case .rejected(let rejected): result.rejected.append(rejected)
      case .skipped(let path): result.skipped.append(path)
      case .note(let note): result.notes.append(note)
      }
      if batch.count >= batchSize {
        articles += await read(&batch)
        progress(articles.count)
      }
    }
    articles += await read(&batch)
    progress(articles.count)
    let joined = joined(consume articles)
    result.graph = joined.graph
    result.resolution = joined.resolution
    result.mentionTexts = joined.mentionTexts
    return result
  }

  /// The number of articles that are read before the next ones are looked for.
  var batchSize: Int { configuration.threads == 1 ? 1 : configuration.threads * 8 }

  private func read(_ batch: inout [Article]) async -> [CorpusArticle] {
    let articles = batch
    batch.removeAll(keepingCapacity: true)
    return await concurrently(articles, read)
  }

  /// Does the same with each article, on as many threads as the configuration has; the results
  /// stand in the order of the articles.
  func concurrently<Value: Sendable>(
    _ articles: [Article], _ work: @escaping @Sendable (Article) -> Value
  ) async -> [Value] {
    let count = min(configuration.threads, articles.count)
    guard count > 1 else { return articles.map(work) }
    let parts = await withTaskGroup(of: [(Int, Value)].self) { group in
      for worker in 0..<count {
        group.addTask {
          stride(from: worker, to: articles.count, by: count).map { ($0, work(articles[$0])) }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return parts.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Joins what all articles hold, and infers what follows from all together.
  func joined(_ articles: consuming [CorpusArticle]) -> Result {
    var result = finish(articles)
    result.graph = completed(result.graph)
    return result
  }

  /// Joins what all articles hold.
  private func finish(_ articles: consuming [CorpusArticle]) -> Result {
    articles.sort { left, right in
      left.node.id == right.node.id
        ? left.node.sortKey < right.node.sortKey
        : left.node.id.utf8.lexicographicallyPrecedes(right.node.id.utf8)
    }
    var result = Result()
    let names = resolve(articles, &result)
    result.graph = builder.graph(of: &articles, names)
    let copies = CopyFinder(wordings: articles.map(\.wording)).find()
    copies.mark(&result.graph, ids: articles.map(\.node.id))
    return result
  }

  private func resolve(_ articles: [CorpusArticle], _ result: inout Result) -> EntityNames {
    let resolution = resolver.resolve(articles)
    guard configuration.keepsExplanations else { return EntityNames(resolution) }
    result.resolution = resolution
    for article in articles where !article.mentionTexts.isEmpty {
      for (entity, texts) in zip(article.entities, article.mentionTexts) {
        for (mention, text) in zip(entity.mentions, texts) {
          result.mentionTexts[article.node.id, default: [:]][mention.range] = text
        }
      }
    }
    return EntityNames(resolution)
  }
}
