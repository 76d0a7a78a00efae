public import ArgumentParser
public import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph worker`: lines in, lines out, until the input ends.
  struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads articles for others: one JSON article a line in, one result a line out.",
      discussion: """
        The first line says which program, model and tables are at work; then comes one line for \
        each article, in their order and at once; then a line with the status end.

        {"newsgraph":…,"protocol":1,"step":"read","fingerprint":…}
        {"status":"read","line":1,"id":…,"entities":7,"claims":12,"notes":[],"record":BASE64}
        {"status":"rejected","line":2,"reason":…}
        {"status":"end","read":1,"rejected":1}

        Articles are those of JSON lines: {id, url, title, date, author, publisher, text | html}; \
        each has an id, a url, or the name of its own file in 'file'. 'newsgraph join' makes a graph of results, the same as \
        'newsgraph extract' of the articles. A worker works on one thread; start as many as there \
        are processors.

        The steps after read join articles on many machines; Integrations/spark drives them.

        EXAMPLES
          newsgraph worker < part.jsonl > part.out
          parallel --pipe -N200 --keep-order newsgraph worker < articles.jsonl > all.out
          ls parts/*.jsonl | xargs -P 8 -I{} sh -c 'newsgraph worker < {} > {}.out'
          newsgraph join parts/*.out -o graph.nq.gz
          newsgraph worker --hello

        EXIT STATUS
          0 the input ended; 2 a line of a later step, a table or the output is damaged; 64 wrong \
        usage.
        """)

    @OptionGroup var reading: ReadingArguments

    @Option(help: "What is done with the lines; read is for articles.")
    var step: NewsGraph.Worker.Step = .read

    @Option(
      help: """
        The name of the file that the articles are from, for the ids of those that have none: \
        NAME-LINE, as extract names them.
        """)
    var name: String?

    @Option(help: "The longest article that is read, in MiB.")
    var sizeLimit: Int = ArticleOptions.standardSizeLimit >> 20

    @Flag(help: "Write the first line and end.")
    var hello = false

    func validate() throws {
      if let threads = reading.threads, threads != 1 {
        throw ValidationError("A worker works on one thread; start more workers instead.")
      }
      guard sizeLimit > 0, sizeLimit <= 1 << 20 else {
        throw ValidationError(
          "--size-limit is a number of MiB from 1 to 1048576, not \(sizeLimit).")
      }
    }

    func run() throws {
      try Messages(isQuiet: false).run { _ in
        var configuration = reading.configuration
        configuration.threads = 1
        let worker = NewsGraph.Worker(
          pipeline: try Pipeline(configuration: configuration), step: step,
          sizeLimit: sizeLimit << 20, name: name)
        let sink = OutputSink.standardOutput()
        if hello {
          try sink.write(worker.hello().line + "\n")
        } else {
          try worker.run(to: sink)
        }
        try sink.finish()
        return .success
      }
    }
  }
}

extension NewsGraph.Worker.Step: ExpressibleByArgument {}
