import Foundation
import NewsGraph

/// A folder with a graph in all formats, the report about it and the description of its files.
struct OutputFolder {
  let path: String
  let description: DescriptionArguments
  /// What writes it, for the description.
  let activity: String

  /// Writes all files; a file that cannot be written leaves the ones before it whole.
  func write(_ result: Pipeline.StoredResult, options: WritingOptions) throws {
    try OutputPath.makeFolder(path)
    var void = description.description(
      description.isWanted ? try ExportCounts(result.graph) : ExportCounts(), activity)
    let reports = try GraphFormat.folderFormats.map { format in
      let name = "graph.\(format.fileExtensions[0])"
      let sink = try OutputSink(path: file(name), digests: description.isWanted)
      let report = try format.write(result.graph, to: sink, options: options)
      void.add(sink, name: name, format: format)
      return report
    }
    if description.isWanted { try void.write(to: OutputSink(path: file("void.ttl"))) }
    let report = try MarkdownReport(
      graph: result.graph,
      rejected: result.rejected.map { ($0.path, String(describing: $0.reason)) },
      notes: result.notes.map(\.description)
        + result.skipped.map { "\($0): not looked at, no file of a known kind" },
      exports: reports)
    try report.write(to: OutputSink(path: file("report.md")))
  }

  private func file(_ name: String) -> String { "\(path)/\(name)" }
}
