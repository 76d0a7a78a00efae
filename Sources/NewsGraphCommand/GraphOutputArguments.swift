import ArgumentParser
import Extraction
import NewsGraph

/// The arguments that say in which formats a graph is written, and where.
struct GraphOutputArguments: ParsableArguments {
  @Option(help: "A folder for the graph in all formats and a report; made where it is missing.")
  var output: String?

  @Option(help: "One format: rdfxml, graphml, dot, ntriples, nquads, turtle, trig or jsonl.")
  var format: GraphFormat?

  @Option(name: .shortAndLong, help: "The file for --format; standard output without it.")
  var outputFile: String?

  @Option(help: "A picture, .svg, .png or .pdf, drawn by Graphviz.")
  var image: String?

  @Flag(
    help: "Write U+FFFD for characters that XML cannot hold, instead of an error.")
  var replaceForbidden = false

  func validate() throws {
    if outputFile != nil, format == nil, namedFormat == nil {
      throw ValidationError(
        "'\(outputFile ?? "")' does not say a format; give one with --format.")
    }
  }

  /// The format that the name of the file stands for.
  var namedFormat: GraphFormat? { outputFile.flatMap(GraphFormat.init(fileName:)) }

  /// What can fail at once, so that it fails before the work and not after it.
  struct Picture {
    let renderer: GraphvizRenderer
    let format: GraphvizRenderer.ImageFormat
    let path: String
  }

  /// The picture that is asked for.
  func picture() throws -> Picture? {
    try image.map { path in
      Picture(
        renderer: try GraphvizRenderer(),
        format: try GraphvizRenderer.ImageFormat(fileName: path), path: path)
    }
  }

  /// Writes the graph of a result in all that is asked for.
  func write(
    _ result: Pipeline.Result, _ picture: Picture?, drawing: DrawingOptions, _ messages: Messages
  ) throws {
    let options = WritingOptions(
      forbiddenCharacters: replaceForbidden ? .replace : .refuse, drawing: drawing)
    if let output {
      try OutputFolder(path: output).write(result, options: options)
    }
    let wanted = format ?? namedFormat ?? (output == nil && image == nil ? .ntriples : nil)
    if let wanted {
      let sink = try outputFile.map { try OutputSink(path: $0) } ?? .standardOutput()
      let report = try wanted.write(result.graph, to: sink, options: options)
      if let outputFile { messages.report(report, path: outputFile) }
    }
    if let picture {
      let report = try picture.renderer.draw(
        result.graph, as: picture.format, to: OutputSink(path: picture.path), options: drawing)
      messages.report(report, path: picture.path)
    }
  }
}
