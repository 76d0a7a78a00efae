import Dispatch
import Foundation
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pictures of graphs, drawn by Graphviz where it is installed.
///
///     try GraphvizRenderer().draw(graph, as: .svg, to: OutputSink(path: "graph.svg"))
///
/// The layout is chosen by the size of the graph, as in the DOT format.
public struct GraphvizRenderer: Sendable {
  /// A kind of picture.
  public enum ImageFormat: String, Sendable, CaseIterable {
    /// Scalable Vector Graphics, with tooltips and links.
    case svg
    /// A bitmap, at 144 dots an inch.
    case png
    /// A page.
    case pdf

    /// Makes the kind that the end of a file name stands for.
    ///
    /// - Throws: `GraphvizError.unknownImageFormat`.
    public init(fileName: String) throws(GraphvizError) {
      let ending = fileName.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
      guard fileName.contains("."), let format = Self(rawValue: ending.lowercased()) else {
        throw .unknownImageFormat(fileName)
      }
      self = format
    }
  }

  /// The path of the program `dot`.
  public let executable: String
  /// The seconds after which a drawing is given up.
  public let timeout: Int

  /// Finds Graphviz.
  ///
  /// - Parameters:
  ///   - path: The folders to look in, separated by colons; those of `PATH` where it is nothing.
  ///   - timeout: The seconds after which a drawing is given up.
  /// - Throws: `GraphvizError.notInstalled`.
  public init(searching path: String? = nil, timeout: Int = 120) throws(GraphvizError) {
    let folders = (path ?? ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = folders.map { "\($0)/dot" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else { throw .notInstalled }
    executable = found
    self.timeout = timeout
  }

  /// Draws a graph and finishes the sink.
  ///
  /// - Returns: What the picture does not show.
  /// - Throws: `GraphvizError`, `WritingError` or `OutputError`; the file is as it was before then.
  @discardableResult
  public func draw(
    _ graph: KnowledgeGraph, as image: ImageFormat, to sink: OutputSink,
    options: DrawingOptions = .init()
  ) throws -> WritingReport {
    try draw(StoredGraph(graph), as: image, to: sink, options: options)
  }

  /// Draws a document in the language of Graphviz and finishes the sink.
  ///
  /// - Throws: `GraphvizError` or `OutputError`; the file is as it was before then.
  public func draw(source: String, as image: ImageFormat, to sink: OutputSink) throws {
    let folder = try TemporaryFolder()
    let document = folder.path("graph.dot")
    let file = try OutputSink(path: document)
    try file.write(source)
    try file.finish()
    let picture = folder.path("graph.\(image.rawValue)")
    try run(image, from: document, to: picture, messages: folder.path("messages"))
    try Self.copy(picture, to: sink)
    try sink.finish()
  }
}

extension GraphvizRenderer {
  private func run(_ image: ImageFormat, from source: String, to target: String, messages: String)
    throws
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments =
      ["-T\(image.rawValue)", "-o", target] + (image == .png ? ["-Gdpi=144"] : []) + [source]
    // A file takes any number of warnings; a pipe that nobody reads would stop the program.
    guard FileManager.default.createFile(atPath: messages, contents: nil) else {
      throw GraphvizError.temporaryFile("\(messages) cannot be made")
    }
    let log = FileHandle(forWritingAtPath: messages)
    process.standardError = log ?? FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + .seconds(timeout)) == .timedOut {
      // Not SIGTERM: a child may have inherited a mask that holds it back.
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw GraphvizError.timedOut(seconds: timeout)
    }
    let isDrawn = FileManager.default.fileExists(atPath: target)
    guard process.terminationReason == .exit, process.terminationStatus == 0, isDrawn else {
      let text = (try? String(contentsOfFile: messages, encoding: .utf8)) ?? ""
      throw GraphvizError.failed(
        status: process.terminationStatus,
        message: String(text.prefix(500)).trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  private static func copy(_ path: String, to sink: OutputSink) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw GraphvizError.temporaryFile("\(path) cannot be read")
    }
    defer { try? file.close() }
    while let chunk = try file.read(upToCount: OutputSink.chunkSize), !chunk.isEmpty {
      try sink.write(Array(chunk))
    }
  }
}

/// A folder that is gone when its value is.
private final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-\(UUID().uuidString)", isDirectory: true)
    UnfinishedFiles.note(url.path)
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw GraphvizError.temporaryFile(error.localizedDescription)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
    UnfinishedFiles.forget(url.path)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
