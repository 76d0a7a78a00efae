import ArgumentParser
import NewsGraph

/// The arguments that say what is written of a graph, and where.
struct GraphArguments: ParsableArguments {
  @Option(help: "A folder for the graph in all formats and a report; made where it is missing.")
  var output: String?

  @Option(help: "One format: rdfxml, graphml, dot, ntriples, nquads, turtle, trig or jsonl.")
  var format: GraphFormat?

  @Option(name: .shortAndLong, help: "The file for --format; standard output without it.")
  var outputFile: String?

  @Option(help: "A picture, .svg, .png or .pdf, drawn by Graphviz.")
  var image: String?

  @Flag(help: "Write U+FFFD for characters that XML cannot hold, instead of an error.")
  var replaceForbidden = false

  private var namedFormat: GraphFormat? { outputFile.flatMap(GraphFormat.init(fileName:)) }

  func validate() throws {
    if let outputFile, format == nil, namedFormat == nil {
      throw ValidationError("'\(outputFile)' does not say a format; give one with --format.")
    }
  }

  /// What draws the picture, found before the work, not after it.
  func renderer() throws -> (GraphvizRenderer, GraphvizRenderer.ImageFormat)? {
    try image.map { (try GraphvizRenderer(), try GraphvizRenderer.ImageFormat(fileName: $0)) }
  }

  /// Writes all that is asked for; N-Triples to standard output where nothing is.
  func write(
    _ result: Pipeline.Result, _ renderer: (GraphvizRenderer, GraphvizRenderer.ImageFormat)?,
    _ drawing: DrawingOptions, _ messages: Messages
  ) throws {
    let options = WritingOptions(
      forbiddenCharacters: replaceForbidden ? .replace : .refuse, drawing: drawing)
    if let output { try OutputFolder(path: output).write(result, options: options) }
    let isOther = output != nil || image != nil
    if let wanted = format ?? namedFormat ?? (isOther ? nil : .ntriples) {
      let sink = try outputFile.map { try OutputSink(path: $0) } ?? .standardOutput()
      let report = try wanted.write(result.graph, to: sink, options: options)
      if let outputFile { messages.report(report, path: outputFile) }
    }
    if let (renderer, format) = renderer, let image {
      let report = try renderer.draw(
        result.graph, as: format, to: OutputSink(path: image), options: drawing)
      messages.report(report, path: image)
    }
  }
}
