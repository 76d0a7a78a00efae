import Foundation

/// One of the two graphs of a comparison.
public enum GraphVersion: Sendable {
  /// A graph file, packed with gzip or not.
  case file(path: String, format: GraphFormat)
  /// A document in memory, such as what came through a pipe.
  case document([UInt8], name: String, format: GraphFormat)
  /// A graph, such as the one that was read from articles.
  case graph(KnowledgeGraph, name: String)

  /// What the comparison calls it.
  public var name: String {
    switch self {
    case .file(let path, _): path
    case .document(_, let name, _), .graph(_, let name): name
    }
  }

  var format: GraphFormat? {
    switch self {
    case .file(_, let format), .document(_, _, let format): format
    case .graph: nil
    }
  }

  /// Whether the graphs that statements are in are told: always, never, or as one likes.
  package var hasNamedGraphs: Bool? {
    switch format {
    case nil, .jsonl: nil
    case let format?: format.hasNamedGraphs
    }
  }

  /// Hands all quads to a handler, as often as it is asked.
  ///
  /// - Throws: `GraphReadingError`, and whatever the handler throws.
  public func read(_ options: GraphReadingOptions = .init(), into handler: any QuadHandler) throws {
    try source.read(options, into: handler)
  }

  var source: any QuadSource {
    switch self {
    case .file(let path, let format): FileSource(path: path, format: format)
    case .document(let bytes, let name, let format):
      DocumentSource(bytes: bytes, name: name, format: format)
    case .graph(let graph, _): KnowledgeSource(graph: graph)
    }
  }
}

extension GraphVersion {
  /// What a path holds.
  public enum Kind: Sendable, Hashable {
    /// A graph in a file.
    case graph(path: String, format: GraphFormat)
    /// An article, or a folder of articles.
    case articles
  }

  /// Tells graph files from articles: by the ending of the name, for `.jsonl` by the first record,
  /// and a folder by whether `newsgraph extract --output` wrote it.
  ///
  /// - Parameter format: The format of files whose names tell none.
  /// - Throws: `GraphReadingError` where a file cannot be read.
  public static func kind(ofPath path: String, format: GraphFormat? = nil) throws -> Kind {
    if isFolder(path) {
      let records = path + (path.hasSuffix("/") ? "" : "/") + "graph.jsonl"
      return try FileManager.default.fileExists(atPath: records) && isKnowledge(records)
        ? .graph(path: records, format: .jsonl) : .articles
    }
    guard let found = GraphFormat(fileName: path) ?? format else { return .articles }
    if found == .jsonl, !(try isKnowledge(path)) { return .articles }
    return .graph(path: path, format: found)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Whether the first line is a record of ours and not an article.
  private static func isKnowledge(_ path: String) throws -> Bool {
    var bytes: [UInt8] = []
    let input = try FileInput(path: path)
    while bytes.count < 1 << 20, !bytes.contains(0x0A), case let next = try input.next(),
      !next.isEmpty
    {
      bytes += next
    }
    let line = bytes.prefix { $0 != 0x0A }
    if line.allSatisfy({ $0 <= 0x20 }) { return true }
    let record = try? JSONValue(parsing: Array(line)).object
    return record?["kind"]?.string != nil
  }
}
