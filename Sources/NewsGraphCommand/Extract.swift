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
              graph.rdf, graph.graphml, graph.dot, graph.nt, graph.nq, graph.jsonl, report.md, void.ttl
          newsgraph extract a.txt b.html news.jsonl.gz --format graphml -o graph.graphml
          newsgraph extract today/ --published 2020-10-09 --output graphs
          newsgraph extract articles/ --format graphml --profile gephi -o graph.graphml
          newsgraph extract articles/ --format neo4j-csv -o import && sh import/import.sh
          newsgraph extract articles/ --image lavrov.svg --focus "Sergey Lavrov" --depth 2
          newsgraph extract articles/ --image who.svg --rank-by pagerank --top 40 --cluster country
          curl -s https://example.org/article.html | newsgraph extract - --format jsonl
        """)

    @OptionGroup var input: ArticleArguments
    @OptionGroup var reading: ReadingArguments
    @OptionGroup var output: GraphOutputArguments

    func run() async throws { try await Messages(isQuiet: input.isQuiet).run(extract) }

    private func extract(_ messages: Messages) async throws -> ExitCode {
      let picture = try output.picture()
      let pipeline = try Pipeline(configuration: reading.configuration)
      let progress = Progress(messages)
      let result = try await pipeline.store(
        input.articles(), in: output.storage, progress: progress.show)
      progress.finish()
      messages.report(result)
      guard result.graph.articleCount > 0 else {
        messages.error("no article could be read")
        return ExitCode(2)
      }
      try output.write(result, picture, by: "newsgraph extract", messages)
      return result.rejected.isEmpty ? .success : ExitCode(1)
    }
  }
}
