import ArgumentParser
import Extraction
import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph extract`: articles in, graphs out.
  struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads articles and writes the graph that they hold.",
      discussion: """
        Without --output, --image and --format, N-Triples are written to standard output.

        EXAMPLES
          newsgraph extract articles/ --output graphs
              graph.rdf, graph.graphml, graph.dot, graph.nt, graph.nq, graph.jsonl, report.md
          newsgraph extract a.txt b.html news.jsonl.gz --format graphml -o graph.graphml
          newsgraph extract articles/ --format graphml --profile gephi -o graph.graphml
          newsgraph extract articles/ --format neo4j-csv -o import && sh import/import.sh
          newsgraph extract articles/ --image lavrov.svg --focus "Sergey Lavrov" --depth 2
          curl -s https://example.org/article.html | newsgraph extract - --format jsonl
        """)

    @OptionGroup var input: ArticleArguments
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var drawing: DrawingArguments

    @Option(help: "A folder for the graph in all formats and a report; made where it is missing.")
    var output: String?

    @Option(
      help: """
        One format: rdfxml, graphml, dot, ntriples, nquads, turtle, trig, jsonl, gexf or neo4j-csv.
        """)
    var format: GraphFormat?

    @OptionGroup var graphML: ProfileArguments

    @Option(name: .shortAndLong, help: "The file for --format; standard output without it.")
    var outputFile: String?

    @Option(help: "A picture, .svg, .png or .pdf, drawn by Graphviz.")
    var image: String?

    @Flag(
      help: "Write U+FFFD for characters that XML cannot hold, instead of an error.")
    var replaceForbidden = false

    func validate() throws {
      if outputFile != nil, format == nil, outputFile.flatMap(GraphFormat.init(fileName:)) == nil {
        throw ValidationError(
          "'\(outputFile ?? "")' does not say a format; give one with --format.")
      }
      let named = format ?? outputFile.flatMap(GraphFormat.init(fileName:))
      try graphML.check(writesGraphML: output != nil || named == .graphml)
    }

    func run() async throws {
      let messages = Messages(isQuiet: input.isQuiet)
      do {
        let status = try await extract(messages)
        if status != .success { throw status }
      } catch {
        throw messages.exitCode(after: error)
      }
    }

    private func extract(_ messages: Messages) async throws -> ExitCode {
      // What may fail at once fails before the work, not after it.
      let image = try image.map { (try GraphvizRenderer(), try imageFormat(of: $0), $0) }
      let pipeline = try Pipeline(configuration: reading.configuration)
      let progress = Progress(messages)
      let result = await pipeline.read(
        input.articles(), progress: progress.show)
      progress.finish()
      messages.report(result)
      guard !result.graph.articles.isEmpty else {
        messages.error("no article could be read")
        return ExitCode(2)
      }
      try write(result, messages)
      if let (renderer, format, path) = image {
        let report = try renderer.draw(
          result.graph, as: format, to: OutputSink(path: path), options: drawing.options)
        messages.report(report, path: path)
      }
      return result.rejected.isEmpty ? .success : ExitCode(1)
    }

    private func imageFormat(of path: String) throws -> GraphvizRenderer.ImageFormat {
      try GraphvizRenderer.ImageFormat(fileName: path)
    }

    private func write(_ result: Pipeline.Result, _ messages: Messages) throws {
      let options = WritingOptions(
        forbiddenCharacters: replaceForbidden ? .replace : .refuse, drawing: drawing.options,
        profile: graphML.profile)
      if let output {
        try OutputFolder(path: output).write(result, options: options)
      }
      let named = outputFile.flatMap(GraphFormat.init(fileName:))
      let wanted = format ?? named ?? (output == nil && image == nil ? .ntriples : nil)
      guard let wanted else { return }
      guard let outputFile, outputFile != "-" else {
        try wanted.write(result.graph, to: .standardOutput(), options: options)
        return
      }
      let report = try wanted.write(result.graph, toPath: outputFile, options: options)
      messages.report(report, path: outputFile)
    }
  }
}
