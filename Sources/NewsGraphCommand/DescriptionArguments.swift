import ArgumentParser
import Foundation
import NewsGraph

/// The arguments that say whether files are described beside them.
struct DescriptionArguments: ParsableArguments {
  @Flag(
    name: .customLong("description"), inversion: .prefixedNo,
    help: ArgumentHelp(
      "Write FILE.void.ttl beside each graph file: counts, classes, properties, sources, checksum.",
      discussion: """
        In the terms of VoID, DCAT and PROV; a folder has one void.ttl for all its files. There is \
        none of standard output and pictures. It holds no time, unless SOURCE_DATE_EPOCH is set.
        """))
  var isWanted = true

  /// A description without files yet.
  func description(_ counts: ExportCounts, _ activity: String, inputs: [String] = [])
    -> ExportDescription
  {
    ExportDescription(
      counts: counts, activity: activity, inputs: inputs,
      time: ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) })
  }

  /// Writes the description of a finished file beside it; does nothing for streams.
  func describe(
    _ sink: OutputSink, path: String, format: GraphFormat, _ description: ExportDescription
  ) throws {
    var description = description
    description.add(sink, name: String(path.split(separator: "/").last ?? ""), format: format)
    guard !description.files.isEmpty else { return }
    try description.write(to: OutputSink(path: path + ".void.ttl"))
  }
}
