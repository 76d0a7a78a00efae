public import Foundation
public import NewsGraph

/// Answers to SPARQL about graph files, found by the program `oxigraph` where it is installed.
///
/// The graphs go into a store in a temporary folder. There is no SPARQL engine for Swift, and the
/// one in C, rasqal 0.9.33 of 2014, does not know property paths and answers `VALUES` wrongly: of
/// four queries in Documentation/queries it answers one.
public struct OxigraphBridge: Sendable {
  /// How answers are written; the names are those of file name endings.
  public enum ResultFormat: String, Sendable, CaseIterable {
    /// SPARQL 1.1 Query Results JSON Format.
    case json
    /// SPARQL 1.1 Query Results XML Format.
    case xml
    /// Comma-separated values.
    case csv
    /// Tab-separated values.
    case tsv
    /// N-Triples, for CONSTRUCT and DESCRIBE.
    case nt
    /// Turtle, for CONSTRUCT and DESCRIBE.
    case ttl
  }

  /// The path of the program.
  public var program: String
  /// Whether the default graph of a query is all graphs together.
  public var joinsGraphs = true
  /// How files are read.
  public var reading = GraphReadingOptions()

  /// Makes a bridge over a program.
  public init(program: String) { self.program = program }

  /// Finds the program in the folders of the variable `PATH`.
  ///
  /// - Throws: `LoadError.impossible` where there is none; the text says how to get it.
  public init(path: String?) throws {
    let folders = (path ?? "").split(separator: ":").map(String.init)
    let found = folders.map { $0 + "/oxigraph" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else {
      throw LoadError.impossible(
        "queries are answered by Oxigraph, and there is no program 'oxigraph' in PATH;"
          + " 'pip install oxigraph' or 'cargo install oxigraph-cli' installs it")
    }
    program = found
  }

  /// Answers a query about graphs.
  ///
  /// - Returns: What the program wrote.
  /// - Throws: `GraphReadingError`, `OutputError`, and `LoadError.impossible` with what the program
  ///   said about the query.
  public func answer(_ query: String, about graphs: [GraphVersion], as format: ResultFormat) throws
    -> Data
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-query-\(UUID().uuidString)").path
    UnfinishedFiles.note(folder)
    defer {
      try? FileManager.default.removeItem(atPath: folder)
      UnfinishedFiles.forget(folder)
    }
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let sink = try OutputSink(path: folder + "/graph.nq")
    let source = StatementSource(
      versions: graphs, options: reading, graph: nil, mergesGraphs: false, skolemNamespace: nil)
    let writer = try GraphFormat.nquads.quadWriter(to: sink)
    try source.read(into: writer)
    try writer.finish()
    try sink.finish()
    try Data(query.utf8).write(to: URL(fileURLWithPath: folder + "/query.rq"))
    try run(["load", "--location", folder + "/store", "--file", folder + "/graph.nq"], in: folder)
    try run(
      ["query", "--location", folder + "/store", "--query-file", folder + "/query.rq"]
        + ["--results-file", folder + "/answer", "--results-format", format.rawValue]
        + (joinsGraphs ? ["--union-default-graph"] : []),
      in: folder)
    return try Data(contentsOf: URL(fileURLWithPath: folder + "/answer"))
  }

  private func run(_ arguments: [String], in folder: String) throws {
    let log = folder + "/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["RUST_BACKTRACE": "0"]) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    try errors.close()
    guard process.terminationStatus == 0 else {
      let said = FileManager.default.contents(atPath: log).map {
        String(decoding: $0, as: UTF8.self)
      }
      let text = (said ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      throw LoadError.impossible("oxigraph: \(text.isEmpty ? "no reason given" : text)")
    }
  }
}
