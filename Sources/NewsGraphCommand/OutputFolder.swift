import Foundation
import NewsGraph

/// A folder with a graph in all formats and the report about it.
struct OutputFolder {
  let path: String

  /// Writes all files; a file that cannot be written leaves the ones before it whole.
  func write(_ result: Pipeline.Result, options: WritingOptions) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let reports = try GraphFormat.folderFormats.map { format in
      try format.write(
        result.graph, to: OutputSink(path: file("graph.\(format.fileExtensions[0])")),
        options: options)
    }
    let report = MarkdownReport(
      graph: result.graph,
      rejected: result.rejected.map { ($0.path, String(describing: $0.reason)) },
      notes: result.notes.map(\.description)
        + result.skipped.map { "\($0): not looked at, no file of a known kind" },
      exports: reports)
    try report.write(to: OutputSink(path: file("report.md")))
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }
}
