import ArgumentParser
import Extraction
import Foundation
import NewsGraph

/// The arguments that say in which formats the graph of articles is written, and where.
struct GraphOutputArguments: ParsableArguments {
  @Option(help: "A folder for the graph in all formats and a report; made where it is missing.")
  var output: String?

  @Option(
    help: """
      One format: rdfxml, graphml, dot, ntriples, nquads, turtle, trig, jsonl, gexf or neo4j-csv.
      """)
  var format: GraphFormat?

  @OptionGroup var graphML: ProfileArguments

  @Option(
    name: .shortAndLong,
    help: "The file for --format, a folder for neo4j-csv; standard output without it, or with '-'.")
  var outputFile: String?

  @Option(help: "A picture, .svg, .png or .pdf, drawn by Graphviz.")
  var image: String?

  @Flag(
    help: "Write U+FFFD for characters that XML cannot hold, instead of an error.")
  var replaceForbidden = false

  @OptionGroup var description: DescriptionArguments
  @OptionGroup(title: "Drawings") var drawing: DrawingArguments

  func validate() throws {
    if let outputFile, outputFile != "-", format == nil, namedFormat == nil {
      throw ValidationError("'\(outputFile)' does not say a format; give one with --format.")
    }
    if drawing.areGiven, image == nil, output == nil, wanted != .dot {
      throw ValidationError(
        "Options of drawings need one: --image FILE, --format dot or --output FOLDER.")
    }
    try graphML.check(writesGraphML: output != nil || wanted == .graphml)
  }

  /// The format that the name of the file stands for.
  private var namedFormat: GraphFormat? { outputFile.flatMap(GraphFormat.init(fileName:)) }

  /// The one format that is asked for, or N-Triples where nothing is.
  private var wanted: GraphFormat? {
    format ?? namedFormat
      ?? (outputFile == "-" || output == nil && image == nil ? .ntriples : nil)
  }

  /// Where goes what does not fit into memory: to `TMPDIR` where it is set, else to the folder of
  /// what is written, which needs the room anyway, else to that of the system.
  var storage: TemporaryStorage {
    let isChosen = ProcessInfo.processInfo.environment["TMPDIR"]?.isEmpty == false
    let target = output ?? outputFile ?? image
    guard !isChosen, let target, target != "-" else { return TemporaryStorage() }
    var url = URL(fileURLWithPath: target)
    if output == nil { url.deleteLastPathComponent() }
    var isFolder: ObjCBool = false
    // A folder that is still to be made lies in one that is there.
    while !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      || !isFolder.boolValue, url.path != "/"
    {
      url.deleteLastPathComponent()
    }
    let isUsable =
      !url.path.hasPrefix("/dev") && FileManager.default.isWritableFile(atPath: url.path)
    return TemporaryStorage(folder: isUsable ? url.path : nil)
  }

  /// A picture that can be drawn.
  struct Picture {
    let renderer: GraphvizRenderer
    let format: GraphvizRenderer.ImageFormat
    let path: String
  }

  /// The picture that is asked for; what can fail at once fails here, before the work and not after
  /// it.
  func picture() throws -> Picture? {
    try image.map { path in
      Picture(
        renderer: try GraphvizRenderer(),
        format: try GraphvizRenderer.ImageFormat(fileName: path), path: path)
    }
  }

  /// Writes the graph of a result in all that is asked for.
  ///
  /// - Parameter activity: What wrote it, for descriptions: `newsgraph extract`.
  func write(
    _ result: Pipeline.StoredResult, _ picture: Picture?, by activity: String, _ messages: Messages
  ) throws {
    let options = WritingOptions(
      forbiddenCharacters: replaceForbidden ? .replace : .refuse, drawing: drawing.options,
      profile: graphML.profile)
    if let output {
      let folder = OutputFolder(path: output, description: description, activity: activity)
      try folder.write(result, options: options)
    }
    if let wanted {
      try write(result.graph, as: wanted, options, activity, messages)
    }
    if let picture {
      let report = try picture.renderer.draw(
        result.graph, as: picture.format, to: OutputSink(path: picture.path),
        options: drawing.options)
      messages.report(report, path: picture.path)
    }
  }

  private func write(
    _ graph: StoredGraph, as format: GraphFormat, _ options: WritingOptions,
    _ activity: String, _ messages: Messages
  ) throws {
    guard let outputFile, outputFile != "-" else {
      try format.write(graph, to: .standardOutput(), options: options)
      return
    }
    if format.isFolder {
      let report = try format.write(graph, toPath: outputFile, options: options)
      messages.report(report, path: outputFile)
      return
    }
    let sink = try OutputSink(path: outputFile, digests: description.isWanted)
    let report = try format.write(graph, to: sink, options: options)
    if description.isWanted {
      let counted = description.description(try ExportCounts(graph), activity)
      try description.describe(sink, path: outputFile, format: format, counted)
    }
    messages.report(report, path: outputFile)
  }
}
