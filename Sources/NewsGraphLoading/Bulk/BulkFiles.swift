import Foundation
public import NewsGraph

/// The way of graphs into packed files of limited size, which the bulk loaders of stores take.
///
/// The folder holds `part-00001.nq.gz`, or `.nt.gz` where no statement is in a named graph, and so
/// on. For Virtuoso each has a neighbour with `.graph` in the place of `.gz`, which names the graph
/// of the statements that are in none. Statements with blank nodes all stand in the last file, as
/// loaders take a label in two files for two nodes. The same graph gives the same bytes.
public struct BulkFiles: Sendable {
  /// The graphs, which become one.
  public var graphs: [GraphVersion]
  /// The kind of store, where it matters.
  public var kind: StoreKind?
  /// The graph for statements that are in none.
  public var graph: IRI?
  /// Whether those that are in a named graph go there too.
  public var mergesGraphs = false
  /// What makes IRIs of the labels of blank nodes; without it they stay.
  public var skolemNamespace: IRI?
  /// The size of a file before it is packed, in bytes.
  public var fileSize = 256 << 20
  /// How files are read.
  public var reading = GraphReadingOptions()

  /// What was written.
  public struct Report: Sendable, Hashable {
    /// The names of the files in the folder, without those that only name graphs.
    public var files: [String] = []
    /// The number of statements.
    public var statements = 0
  }

  /// Makes a plan for graphs.
  public init(_ graphs: [GraphVersion]) { self.graphs = graphs }

  /// Writes the files into a folder, which is made where there is none.
  ///
  /// - Throws: `LoadError.impossible` where the folder has files of such names, `GraphReadingError`,
  ///   `OutputError`.
  public func write(to folder: String) throws -> Report {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let present = try FileManager.default.contentsOfDirectory(atPath: folder)
    if let old = present.filter({ $0.hasPrefix("part-") }).min() {
      // A loader would take what an earlier run left for a part of this graph.
      throw LoadError.impossible("\(folder)/\(old) is there already; take an empty folder")
    }
    let source = StatementSource(
      versions: graphs, options: reading, graph: graph, mergesGraphs: mergesGraphs,
      skolemNamespace: skolemNamespace)
    let isVirtuoso = kind == .virtuoso
    // Virtuoso learns from a file beside it where triples go, all others from quads.
    let hasQuads = !(source.hasOneGraph && (graph == nil || isVirtuoso))
    var report = Report()
    var blankCount = 0
    for blanks in [ChunkPlan.Blanks.without, .only] where blanks == .without || blankCount > 0 {
      let maker = PartWriter(
        folder: folder, number: report.files.count, limit: fileSize, hasQuads: hasQuads,
        blanks: blanks, sidecar: isVirtuoso ? graph?.string : nil,
        needsGraph: isVirtuoso && graph == nil)
      try source.read(into: maker)
      try maker.finish()
      blankCount = maker.blankCount
      report.files += maker.files
      report.statements += maker.count
    }
    return report
  }
}

/// A handler that writes statements to one file after the other.
private final class PartWriter: QuadHandler {
  private let folder: String
  private let limit: Int
  private let hasQuads: Bool
  private let blanks: ChunkPlan.Blanks
  private let sidecar: String?
  private let needsGraph: Bool
  private var number: Int
  private var lines = QuadLines()
  private var sink: OutputSink?
  private(set) var files: [String] = []
  private(set) var count = 0
  private(set) var blankCount = 0

  init(
    folder: String, number: Int, limit: Int, hasQuads: Bool, blanks: ChunkPlan.Blanks,
    sidecar: String?, needsGraph: Bool
  ) {
    self.folder = folder
    self.number = number
    self.limit = limit
    self.hasQuads = hasQuads
    self.blanks = blanks
    self.sidecar = sidecar
    self.needsGraph = needsGraph
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    let hasBlank = quad.hasBlankNode
    if hasBlank { blankCount += 1 }
    if hasBlank != (blanks == .only) { return }
    if needsGraph, quad.graph.kind == .none {
      throw LoadError.impossible(
        "Virtuoso has no default graph: say with --graph where statements go that are in none")
    }
    lines.append(quad, withGraph: hasQuads)
    count += 1
    if lines.byteCount >= 65_536 { try writeLines() }
  }

  func finish() throws {
    if lines.byteCount > 0 { try writeLines() }
    try close()
  }

  private func writeLines() throws {
    let open = try sink ?? next()
    try open.write(lines.take())
    // What has blank nodes must not be torn apart.
    if blanks != .only, open.byteCount >= limit { try close() }
  }

  private func next() throws -> OutputSink {
    number += 1
    let digits = String(number)
    let name =
      "part-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
      + (hasQuads ? ".nq.gz" : ".nt.gz")
    let opened = try OutputSink(path: "\(folder)/\(name)")
    files.append(name)
    sink = opened
    return opened
  }

  private func close() throws {
    guard let open = sink, let name = files.last else { return }
    sink = nil
    try open.finish()
    guard let sidecar else { return }
    // Without .gz, as `ld_dir` of Virtuoso 7 looks for it.
    let beside = try OutputSink(path: "\(folder)/\(name.dropLast(3)).graph")
    try beside.write(sidecar + "\n")
    try beside.finish()
  }
}
