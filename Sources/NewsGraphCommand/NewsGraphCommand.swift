import ArgumentParser
import NewsGraph

@main
struct NewsGraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsgraph",
    abstract: "Turns news articles into knowledge graphs that say where every fact was read.",
    discussion: """
      Articles are text, HTML or JSON lines, also compressed with gzip; graphs are RDF/XML,
      GraphML, GEXF, DOT, Turtle, TriG, N-Triples, N-Quads, JSON lines and CSV for Neo4j. Nothing is
      looked up on the net.

      EXAMPLES
        newsgraph extract articles/ --output graphs
        newsgraph extract article.html --format rdfxml -o graph.rdf
        newsgraph extract articles/ --image graph.svg
        newsgraph report articles/
        newsgraph explain "Sergey Lavrov" articles/

      EXIT STATUS
        0 done; 1 done, with rejected input; 2 nothing could be done; 64 wrong usage; \
        130 ended by Ctrl-C, 143 by SIGTERM: files that were finished are there, others are not.
      """,
    version: Release.version,
    subcommands: [
      Extract.self, Report.self, Explain.self, Convert.self, Diff.self, CorpusCommand.self,
    ] + loading + [Worker.self, Join.self, Annotate.self])

  static func main() async {
    FreedMemory.keepLittle()
    await main(nil)
  }

  /// The commands that come with the trait `Loading` of the package.
  private static var loading: [any ParsableCommand.Type] {
    #if Loading
      [Load.self, Query.self]
    #else
      []
    #endif
  }
}
