import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus export`: the graph of a version.
struct CorpusExport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the graph of a version, the same bytes as of its articles at once.",
    discussion: """
      EXAMPLES
        newsgraph corpus export latest --output graphs
        newsgraph corpus export 3 -o graph.nq.gz
        newsgraph corpus export 2026-11-01 --format graphml --min-confidence 0.8 > graph.graphml
      """)

  @Argument(help: "A number, 'latest', or a day or time in UTC.")
  var version: VersionReference

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var output: GraphOutputArguments

  @OptionGroup var claims: ClaimArguments

  func run() async throws { try await corpus.run(export) }

  private func export(_ messages: Messages) throws -> ExitCode {
    let picture = try output.picture()
    let store = try corpus.open()
    let version = try store.version(version)
    let graph = try graph(of: version, store)
    let result = Pipeline.StoredResult(graph: graph)
    try output.write(result, picture, by: "newsgraph corpus export", messages)
    return .success
  }

  private func graph(of version: CorpusVersion, _ store: Corpus) throws -> StoredGraph {
    guard !claims.areAll else {
      return try store.storedGraph(of: version, in: output.storage)
    }
    var configuration = try store.settings().configuration()
    claims.choose(in: &configuration)
    return try store.storedGraph(
      of: version, chosenBy: try Pipeline(configuration: configuration), in: output.storage)
  }
}
