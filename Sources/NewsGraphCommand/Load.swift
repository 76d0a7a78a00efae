#if Loading
  import ArgumentParser
  import Foundation
  import NewsGraph
  import NewsGraphLoading

  extension NewsGraphCommand {
    /// `newsgraph load`: graphs into a triple store.
    struct Load: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Loads graphs into a triple store, or writes files for its bulk loader.",
        discussion: """
          GRAPH is a graph file (.rdf .nt .nq .ttl .trig .graphml .jsonl, also with .gz), a folder
          that 'extract --output' wrote, a version of a corpus (news.ngcorpus@3), or '-'. Several
          become one graph. Statements are counted in the store after the load. Documentation/stores
          has a page for each store.

          --add keeps what is there. --replace empties the graphs that get statements, and no
          others. --patch OLD makes GRAPH of OLD where the store has OLD.

          Whoever must show who he is puts 'Authorization: …' into a file for --header-file or the
          value into the variable NEWSGRAPH_AUTHORIZATION, or name and password into a netrc file.

          EXAMPLES
            newsgraph load graph.nq --endpoint http://localhost:7878 --store oxigraph --replace
            newsgraph load graph.nt --endpoint https://example.org/rdf-graph-store \\
              --graph https://example.org/news --netrc
            newsgraph load new.nq --patch old.nq --endpoint http://localhost:3030/news --store fuseki
            newsgraph load graph.nq --bulk parts/ --store virtuoso --graph https://example.org/news

          EXIT STATUS
            0 done; 1 done, but the counts are not as they should be; 2 not or not wholly done;
            64 wrong usage; 130 ended by Ctrl-C, 143 by SIGTERM.
          """)

      @Argument(
        help: ArgumentHelp(
          "Graph files, folders or versions of a corpus; '-' is standard input.", valueName: "graph"
        ))
      var inputs: [String]

      @OptionGroup(title: "Where to") var store: StoreArguments

      @Flag(help: "Add to what is there; this is what happens without any of the three.")
      var add = false

      @Flag(help: "Put the graphs in the place of those that are there.")
      var replace = false

      @Option(help: "The graph that the store has; apply only the difference.")
      var patch: String?

      @Option(help: "The IRI of the graph for statements that are in none.")
      var graph: String?

      @Flag(help: "Put statements that are in a named graph there too.")
      var mergeGraphs = false

      @Option(
        help: "Give blank nodes IRIs that begin so: 'https://example.org/.well-known/genid/'.")
      var skolemize: String?

      @Option(help: "The largest request, in KiB; of a file for --bulk, in MiB.")
      var chunkSize: Int?

      @Option(help: "Pass over the first statements, which an earlier run has loaded.")
      var skip: Int = 0

      @Flag(inversion: .prefixedNo, help: "Count the statements in the store.")
      var count = true

      @Option(help: "Write packed files for a bulk loader into this folder instead.")
      var bulk: String?

      @Option(help: "The format of graphs whose names tell none, such as '-'.")
      var from: GraphFormat?

      @Option(help: "The IRI that relative IRIs are resolved against.")
      var base: String?

      @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
      var isQuiet = false

      func validate() throws {
        if inputs.isEmpty { throw ValidationError("Say which graphs to load.") }
        if [add, replace, patch != nil].filter({ $0 }).count > 1 {
          throw ValidationError("Give one of --add, --replace and --patch.")
        }
        if (bulk == nil) == (store.endpoint == nil) {
          throw ValidationError("Give either --endpoint or --bulk.")
        }
        if bulk != nil, replace || patch != nil || skip > 0 {
          throw ValidationError("--bulk only writes files; it cannot replace or patch anything.")
        }
        if patch != nil, inputs.count != 1 || skolemize != nil || skip > 0 {
          throw ValidationError("--patch takes one graph, and neither --skolemize nor --skip.")
        }
        if let chunkSize, !(1...1 << 22).contains(chunkSize) {
          throw ValidationError("--chunk-size is from 1 to 4194304, not \(chunkSize).")
        }
        if skip < 0 { throw ValidationError("--skip is at least 0, not \(skip).") }
        if skip > 0, replace { throw ValidationError("--skip goes on with --add.") }
        if inputs.filter({ $0 == "-" }).count + (patch == "-" ? 1 : 0) > 1 {
          throw ValidationError("Only one graph can be '-'.")
        }
      }

      func run() async throws {
        try await Messages(isQuiet: isQuiet).run { messages in
          let graphs = try GraphInputs(inputs, format: from)
          if let bulk { return try writeBulk(graphs, to: bulk, messages) }
          return try await load(graphs, messages)
        }
      }

      private func reading() throws -> GraphReadingOptions {
        GraphReadingOptions(base: try base.map { try IRI($0) })
      }

      private func load(_ graphs: GraphInputs, _ messages: Messages) async throws -> ExitCode {
        var loader = GraphLoader(graphs.versions, into: try store.address())
        let old = try patch.map { try GraphInputs([$0], format: from) }
        if replace { loader.mode = .replace }
        if let version = old?.versions.first { loader.mode = .patch(from: version) }
        loader.settings = try store.settings()
        loader.graph = try graph.map { try IRI($0) }
        loader.mergesGraphs = mergeGraphs
        loader.skolemNamespace = try skolemize.map { try IRI($0) }
        loader.chunkSize = chunkSize.map { $0 << 10 }
        loader.skip = skip
        loader.counts = count
        loader.allowsExposure = store.allowPlainHTTP
        loader.reading = try reading()
        let start = Date()
        let line = ProgressLine(messages)
        defer { withExtendedLifetime((graphs, old)) {} }
        do {
          let report = try await TaskInterruption.cancels { [loader] in
            try await loader.load { progress in
              let seconds = max(Date().timeIntervalSince(start), 0.001)
              line.show(
                "\(progress.statements) statements, \(Int(Double(progress.statements) / seconds))"
                  + " a second")
            }
          }
          line.finish()
          return say(report, seconds: Date().timeIntervalSince(start), messages)
        } catch let failure as LoadFailure {
          line.finish()
          messages.error(failure.description)
          if case LoadError.cancelled = failure.cause { return ExitCode(Interruption.status) }
          return ExitCode(2)
        }
      }

      private func say(_ report: LoadReport, seconds: Double, _ messages: Messages) -> ExitCode {
        let progress = report.progress
        let what =
          report.changes.map { "\($0.added) statements added and \($0.removed) removed" }
          ?? "\(progress.statements) statements"
        let tenths = (seconds * 10).rounded() / 10
        messages.note(
          "\(what) in \(progress.requests) \(progress.requests == 1 ? "request" : "requests"),"
            + " \(tenths) s" + (progress.retries > 0 ? ", \(progress.retries) sent again" : ""))
        report.notes.forEach(messages.note)
        switch report.check {
        case .right(let graphs, let statements):
          messages.note(
            "counted in the store: \(statements) statements in \(graphs)"
              + " \(graphs == 1 ? "graph" : "graphs"), as it should be")
          return .success
        case .wrong(let differences):
          messages.error(
            "the store does not hold what was sent: \(LoadError.different(differences))")
          return ExitCode(1)
        case .notMade(let reason):
          messages.note("nothing was counted: \(reason)")
          return .success
        }
      }

      private func writeBulk(_ graphs: GraphInputs, to folder: String, _ messages: Messages) throws
        -> ExitCode
      {
        var files = BulkFiles(graphs.versions)
        files.kind = store.store
        files.graph = try graph.map { try IRI($0) }
        files.mergesGraphs = mergeGraphs
        files.skolemNamespace = try skolemize.map { try IRI($0) }
        if let chunkSize { files.fileSize = chunkSize << 20 }
        files.reading = try reading()
        let report = try files.write(to: folder)
        messages.note(
          "\(report.statements) statements in \(report.files.count)"
            + " \(report.files.count == 1 ? "file" : "files") in \(folder)")
        return .success
      }
    }
  }
#endif
