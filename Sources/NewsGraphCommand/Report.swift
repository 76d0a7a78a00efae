public import ArgumentParser
public import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph report`: articles in, who says what out.
  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads articles and tells who says what, and where they contradict each other.",
      discussion: """
        The sections: numbers; the facts that most articles bear out; what one \
        denies and another says; holders and values that do not go together; what \
        is said of whom; what is only claimed, planned, conditional or denied. \
        Every claim has its article, place in the text, date and sentence.

        JSON is one object with the members report (1), focus, counts, \
        corroborated, disputed, conflicts, entities, claimed, planned, conditional \
        and denied. All but the first three are {"shown":[…],"more":N}. Statements \
        have statement, text, standing, disputed, articles, independentSources and \
        claims; claims have claim, claimants, modality, article, title, published, \
        bound, date, place, begin, end, sentence and confidence.

        EXAMPLES
          newsgraph report articles/
          newsgraph report articles/ --focus "Sergey Lavrov" --top 5
          newsgraph report news.jsonl.gz --format markdown -o report.md
          newsgraph report articles/ --format json | jq '.disputed.shown[].text'
        """)

    @OptionGroup var input: ArticleArguments
    @OptionGroup var reading: ReadingArguments

    @Option(help: "The format: text, markdown or json.")
    var format: CorpusReport.Format?

    @Option(help: "Tell only what is about an entity or said by it, given by a name or an IRI.")
    var focus: String?

    @Option(help: "The length of each list.")
    var top: Int = 10

    @Option(help: "The length of the lines of plain text, in characters.")
    var width: Int = 80

    @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
    var output: String?

    func validate() throws {
      if top < 1 { throw ValidationError("--top is at least 1, not \(top).") }
      if width < 20 { throw ValidationError("--width is at least 20, not \(width).") }
    }

    func run() async throws { try await Messages(isQuiet: input.isQuiet).run(report) }

    private func report(_ messages: Messages) async throws -> ExitCode {
      let pipeline = try Pipeline(configuration: reading.configuration)
      let texts = ArticleTexts()
      let progress = Progress(messages)
      let result = await pipeline.read(texts.noting(input.articles()), progress: progress.show)
      progress.finish()
      messages.report(result)
      guard !result.graph.articles.isEmpty else {
        messages.error("no article could be read")
        return ExitCode(2)
      }
      let report = try CorpusReport(
        result.graph, options: CorpusReport.Options(focus: focus, top: top), texts: texts,
        ontology: pipeline.ontology)
      let sink = try output.map { try OutputSink(path: $0) } ?? .standardOutput()
      try report.write(chosenFormat, to: sink, width: width)
      return result.rejected.isEmpty ? .success : ExitCode(1)
    }

    /// The format that is asked for, or that the end of the file's name stands for.
    private var chosenFormat: CorpusReport.Format {
      if let format { return format }
      let name = output?.lowercased() ?? ""
      if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return .markdown }
      return name.hasSuffix(".json") ? .json : .text
    }
  }
}

extension CorpusReport.Format: ExpressibleByArgument {}
