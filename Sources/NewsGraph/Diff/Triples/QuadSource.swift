/// Something that can be read as quads, as often as is needed.
protocol QuadSource {
  /// Hands on all quads.
  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws
}

/// A graph file.
struct FileSource: QuadSource {
  let path: String
  let format: GraphFormat

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    try GraphReader(options: options).read(path, as: format, into: handler)
  }
}

/// A document in memory, such as what came through a pipe.
struct DocumentSource: QuadSource {
  let bytes: [UInt8]
  let name: String
  let format: GraphFormat

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    try GraphReader(options: options).read(bytes, as: format, name: name, into: handler)
  }
}

/// A knowledge graph, as its RDF.
struct KnowledgeSource: QuadSource {
  let graph: KnowledgeGraph

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    if options.mergesGraphs {
      try graph.forEachDescription { description in
        for triple in description.triples { try handler.handle(EncodedQuad(triple)) }
      }
    } else {
      try graph.forEachQuad { try handler.handle(EncodedQuad($0)) }
    }
  }
}

/// A source whose named graphs are taken as one.
struct MergedSource: QuadSource {
  let source: any QuadSource

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    try source.read(options, into: GraphDropper(handler))
  }
}

/// A handler that hands on quads as triples.
private final class GraphDropper: QuadHandler {
  private let handler: any QuadHandler
  private var triple = EncodedQuad()

  init(_ handler: any QuadHandler) { self.handler = handler }

  func handle(_ quad: borrowing EncodedQuad) throws {
    triple.replace(by: quad)
    triple.graph = .none
    try handler.handle(triple)
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }
}
