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

    /// Which predicates are kept.
    public var relations = Relations.all

    /// Makes the standard configuration.
    public init() {}
  }

  /// What was read, and what could not be.
  public struct Result: Sendable {
    /// The graph of all articles.
    public var graph = KnowledgeGraph()
    /// The input that gave no article.
    public var rejected: [RejectedInput] = []
    /// The paths inside folders that are of no known kind.
    public var skipped: [String] = []
    /// What a user may want to know about articles that were read.
    public var notes: [ReadingNote] = []

    /// Makes an empty result.
    public init() {}
  }

  private let annotator: any Annotator
  private let extractor: Extractor
  private let builder: GraphBuilder
  private let events: EventMerger
  /// The ontology that is read with.
  public let ontology: Ontology
  private let configuration: Configuration

  /// Makes a pipeline with the language model that is built in.
  ///
  /// - Throws: `KnowledgeError` where the ontology, lexicon or gazetteer is missing or has a fault,
  ///   `InvalidIRI` where the base is none, `LanguageModelError` where the model is damaged.
  public init(configuration: Configuration = Configuration()) throws {
    try self.init(annotator: ModelAnnotator.standard(omitsMarkers: true), configuration: configuration)
  }

  /// Makes a pipeline with an annotator of the caller's.
  ///
  /// - Throws: `KnowledgeError` where the ontology, lexicon or gazetteer is missing or has a fault,
  ///   `InvalidIRI` where the base is none.
  public init(annotator: any Annotator, configuration: Configuration = Configuration()) throws {
    let folder = try OntologyFolder.find(explicitPath: configuration.ontologyFolder)
    let knowledge = try Knowledge.load(
      folder: folder, lexicons: configuration.lexicons, gazetteers: configuration.gazetteers)
    self.annotator = annotator
    extractor = Extractor(knowledge: knowledge)
    let minter = try IRIMinter(base: configuration.base)
    builder = GraphBuilder(ontology: knowledge.ontology, minter: minter)
    events = EventMerger(
      ontology: knowledge.ontology, lexicon: knowledge.lexicon, minter: minter)
    ontology = knowledge.ontology
    self.configuration = configuration
  }

  /// The graph of one article.
  public func graph(of article: Article) -> KnowledgeGraph {
    var reading = extractor.extract(annotator.annotate(article))
    reading.claims.removeAll {
      $0.confidence < configuration.minimumConfidence
        || !configuration.relations.keeps($0.predicate)
    }
    return builder.graph(of: reading)
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
  /// Articles are read side by side and merged in their order, so the result does not depend on
  /// the number of threads; no more articles are in memory than are being read.
  ///
  /// - Parameters:
  ///   - input: Articles, and words about what gave none.
  ///   - progress: Called with the number of articles merged so far.
  public func read(
    _ input: some Sequence<ArticleReading>, progress: (Int) -> Void = { _ in }
  ) async -> Result {
    var result = Result()
    var batch: [Article] = []
    var done = 0
    let batchSize = configuration.threads == 1 ? 1 : configuration.threads * 8
    for reading in input {
      switch reading {
      case .article(let article): batch.append(article)
      case .rejected(let rejected): result.rejected.append(rejected)
      case .skipped(let path): result.skipped.append(path)
      case .note(let note): result.notes.append(note)
      }
      if batch.count >= batchSize {
        await merge(&batch, into: &result.graph)
        done += batchSize
        progress(done)
      }
    }
    done += batch.count
    await merge(&batch, into: &result.graph)
    result.graph = completed(result.graph)
    progress(done)
    return result
  }

  private func merge(_ batch: inout [Article], into graph: inout KnowledgeGraph) async {
    let articles = batch
    batch.removeAll(keepingCapacity: true)
    let count = min(configuration.threads, articles.count)
    guard count > 1 else {
      for article in articles { graph.merge(self.graph(of: article)) }
      return
    }
    let parts = await withTaskGroup(of: [(Int, KnowledgeGraph)].self) { group in
      for worker in 0..<count {
        group.addTask {
          stride(from: worker, to: articles.count, by: count).map { index in
            (index, self.graph(of: articles[index]))
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) { graph.merge(part) }
  }
}
