/// One version while it is compared.
struct ComparedSide {
  let version: GraphVersion
  /// Where its quads come from.
  var source: any QuadSource
  /// Its quads, once they are loaded.
  private(set) var store = QuadStore()
  /// Whether an article or a statement of NewsGraph was met while it was loaded.
  private(set) var isKnowledge = false
  private var isFolded = false

  init(_ version: GraphVersion) {
    self.version = version
    source = version.source
  }

  /// Reads all quads into memory.
  mutating func load(_ options: GraphReadingOptions) throws {
    let loader = LoadingHandler()
    try source.read(options, into: loader)
    store = loader.store
    isKnowledge = loader.isKnowledge
  }

  /// Whether it names an article or a statement of NewsGraph.
  func speaksOfArticles(_ options: GraphReadingOptions) throws -> Bool {
    let loader = LoadingHandler()
    try source.read(options, into: loader)
    return loader.isKnowledge
  }

  /// Takes what GraphML tells of the graph for the graph, where it is a knowledge graph.
  mutating func fold(_ options: GraphReadingOptions) throws {
    let knowledge = try knowledge(options)
    guard !knowledge.isForeign else { return }
    let sink = OutputSink.memory()
    try GraphFormat.graphml.write(
      knowledge.graph, to: sink, options: WritingOptions(forbiddenCharacters: .replace))
    source = DocumentSource(bytes: sink.contents, name: version.name, format: .graphml)
    isFolded = true
  }

  /// The knowledge graph; whether the RDF is none although there is some.
  func knowledge(_ options: GraphReadingOptions) throws -> (graph: KnowledgeGraph, isForeign: Bool)
  {
    if !isFolded {
      if case .graph(let graph, _) = version { return (graph, false) }
      if case .file(let path, .jsonl) = version {
        return (try GraphReader(options: options).knowledgeGraph(path), false)
      }
    }
    let builder = KnowledgeGraphBuilder()
    try source.read(options, into: builder)
    let isForeign = builder.tripleCount > 0 && !builder.hasKnowledge
    return (builder.build().graph, isForeign)
  }
}

/// A handler that keeps all quads and looks for articles among them.
private final class LoadingHandler: QuadHandler {
  let store = QuadStore()
  private(set) var isKnowledge = false
  private let detector = KnowledgeDetector()

  func handle(_ quad: borrowing EncodedQuad) throws {
    if !isKnowledge { isKnowledge = detector.isKnowledge(quad) }
    store.handle(quad)
  }
}
