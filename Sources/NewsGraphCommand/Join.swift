import ArgumentParser
import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph join`: what workers wrote in, a graph out.
  struct Join: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a graph of articles that workers read.",
      discussion: """
        The graph is the same, byte for byte, as that of 'newsgraph extract' on the articles at \
        once. Workers with another program, model, ontology, lexicon, gazetteer or base are \
        refused, and so are results that end before their worker did.

        EXAMPLES
          newsgraph join parts/*.out -o graph.nq.gz
          newsgraph join all.out --output graphs
          newsgraph worker < articles.jsonl | newsgraph join - --format jsonl
        """)

    @Argument(
      help: ArgumentHelp(
        "Files that workers wrote, or '-' for standard input.", valueName: "results"))
    var paths: [String]

    @OptionGroup var reading: ReadingArguments
    @OptionGroup var output: GraphOutputArguments

    @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
    var isQuiet = false

    func run() throws { try Messages(isQuiet: isQuiet).run(join) }

    private func join(_ messages: Messages) throws -> ExitCode {
      let picture = try output.picture()
      let pipeline = try Pipeline(configuration: reading.configuration)
      let result = try pipeline.storedResult(ofWorkersIn: paths, in: output.storage)
      messages.report(result)
      guard result.graph.articleCount > 0 else {
        messages.error("there is no article in the results")
        return ExitCode(2)
      }
      try output.write(result, picture, by: "newsgraph join", messages)
      return result.rejected.isEmpty ? .success : ExitCode(1)
    }
  }
}
