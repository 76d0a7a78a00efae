/// Something that can be read as quads, as often as is needed.
protocol QuadSource {
  /// Hands on all quads.
  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws
  /// Hands on the quads of what a filter leaves of the bytes; without bytes, all of them.
  func read(
    _ options: GraphReadingOptions, into handler: any QuadHandler,
    through filter: (any ByteInput) -> any ByteInput
  ) throws
}

extension QuadSource {
  func read(
    _ options: GraphReadingOptions, into handler: any QuadHandler,
    through filter: (any ByteInput) -> any ByteInput
  ) throws {
    try read(options, into: handler)
  }
}

/// A graph file.
struct FileSource: QuadSource {
  let path: String
  let format: GraphFormat

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    try GraphReader(options: options).read(path, as: format, into: handler)
  }

  func read(
    _ options: GraphReadingOptions, into handler: any QuadHandler,
    through filter: (any ByteInput) -> any ByteInput
  ) throws {
    let input = filter(try FileInput(path: path))
    _ = try GraphReader(options: options).read(input, as: format, into: handler)
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

  func read(
    _ options: GraphReadingOptions, into handler: any QuadHandler,
    through filter: (any ByteInput) -> any ByteInput
  ) throws {
    let input = filter(MemoryInput(bytes, name: name))
    _ = try GraphReader(options: options).read(input, as: format, into: handler)
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
  /// Notes whether there was any.
  let dropped: DroppedGraphs

  func read(_ options: GraphReadingOptions, into handler: any QuadHandler) throws {
    try source.read(options, into: GraphDropper(handler, dropped))
  }
}

/// Whether named graphs were passed over.
final class DroppedGraphs {
  var hasAny = false
}

/// A handler that hands on quads as triples.
private final class GraphDropper: QuadHandler {
  private let handler: any QuadHandler
  private let dropped: DroppedGraphs
  private var triple = EncodedQuad()

  init(_ handler: any QuadHandler, _ dropped: DroppedGraphs) {
    self.handler = handler
    self.dropped = dropped
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    triple.replace(by: quad)
    if triple.graph.kind != .none { dropped.hasAny = true }
    triple.graph = .none
    try handler.handle(triple)
  }

  func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }
}
