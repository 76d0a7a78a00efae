import ArgumentParser
import Extraction
import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph explain`: why mentions and names became one entity, and which did not.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says how an entity came about: its mentions, its names and why they were joined.",
      discussion: """
        The entity is given by any of its names (case and accents do not matter), by its IRI or by
        its Wikidata number. Articles are read as 'extract' reads them.

        EXAMPLES
          newsgraph explain "Sergey Lavrov" articles/
          newsgraph explain Q58217 a.txt b.html --format json
          newsgraph explain https://w3id.org/newsgraph/id/city/tbilisi articles/

        EXIT STATUS
          0 explained; 1 several entities have the name, or some input was rejected; 2 no entity
          has it, or nothing could be read; 64 wrong usage.
        """)

    /// What the explanation is written in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, json
    }

    @Argument(help: "A name, an IRI or a Wikidata number such as Q58217.")
    var entity: String

    @OptionGroup var input: ArticleArguments
    @OptionGroup var reading: ReadingArguments

    @Option(help: "The format: text or json.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
    var output: String?

    func run() async throws { try await Messages(isQuiet: input.isQuiet).run(explain) }

    private func explain(_ messages: Messages) async throws -> ExitCode {
      var configuration = reading.configuration
      configuration.keepsExplanations = true
      let pipeline = try Pipeline(configuration: configuration)
      let progress = Progress(messages)
      let result = await pipeline.read(input.articles(), progress: progress.show)
      progress.finish()
      messages.report(result)
      guard !result.graph.articles.isEmpty else {
        messages.error("no article could be read")
        return ExitCode(2)
      }
      switch EntityFinder(result).find(entity) {
      case .found(let found):
        try write(EntityExplanation(found, in: result))
        return result.rejected.isEmpty ? .success : ExitCode(1)
      case .ambiguous(let several):
        messages.error("'\(entity)' can be \(several.count) entities; give the IRI of one:")
        list(several, messages)
        return ExitCode(1)
      case .none(let near):
        messages.error(
          "no entity is called '\(entity)'" + (near.isEmpty ? "" : "; near it are:"))
        list(near, messages)
        return ExitCode(2)
      }
    }

    private func list(_ entities: [ResolvedEntity], _ messages: Messages) {
      let limit = 20
      for entity in entities.prefix(limit) {
        let link = entity.link.map { ", \($0)" } ?? ""
        messages.error("  \(entity.iri)  \(entity.name) (\(entity.type.rawValue)\(link))")
      }
      if entities.count > limit { messages.error("  and \(entities.count - limit) more") }
    }

    private func write(_ explanation: EntityExplanation) throws {
      let sink = try output.map { try OutputSink(path: $0) } ?? .standardOutput()
      switch format {
      case .text: try sink.write(explanation.text)
      case .json: try explanation.writeJSON(to: sink)
      }
      try sink.finish()
    }
  }
}
