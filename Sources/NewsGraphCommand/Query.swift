#if Loading
  import ArgumentParser
  import Foundation
  import NewsGraph
  import NewsGraphLoading

  extension NewsGraphCommand {
    /// `newsgraph query`: a question in SPARQL about graph files.
    struct Query: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Answers a query in SPARQL about graphs, with the program 'oxigraph'.",
        discussion: """
          The last argument is the query, or with --file all arguments are graphs. The program
          'oxigraph' has to be in PATH ('pip install oxigraph'); no server is needed. Without
          --no-union the default graph is all graphs together, so that articles need no GRAPH.

          EXAMPLES
            newsgraph query graph.nq 'PREFIX ng: <https://w3id.org/newsgraph/ontology#>
              SELECT ?a ?b WHERE { ?a ng:met ?b }'
            newsgraph query graphs/ --file Documentation/queries/who-met-whom.rq
            newsgraph query graph.rdf --file query.rq --format csv -o answer.csv
          """)

      @Argument(help: "Graph files or folders, and the query where there is no --file.")
      var arguments: [String]

      @Option(help: "The file with the query.")
      var file: String?

      @Option(help: "table, json, xml, csv, tsv; nt or ttl for CONSTRUCT and DESCRIBE.")
      var format: QueryFormat?

      @Option(name: .shortAndLong, help: "The file to write; '-' or nothing is standard output.")
      var output: String = "-"

      @Flag(inversion: .prefixedNo, help: "Take all graphs together for the default graph.")
      var union = true

      @Option(help: "The format of graphs whose names tell none, such as '-'.")
      var from: GraphFormat?

      func validate() throws {
        if arguments.count < (file == nil ? 2 : 1) {
          throw ValidationError("Give a graph and a query.")
        }
      }

      func run() throws {
        try Messages(isQuiet: false).run { _ in
          var paths = arguments
          let query = if let file { try text(file) } else { paths.removeLast() }
          let graphs = try GraphInputs(paths, format: from)
          var bridge = try OxigraphBridge(path: ProcessInfo.processInfo.environment["PATH"])
          bridge.joinsGraphs = union
          let format = format ?? QueryFormat(fileName: output) ?? .table
          let answer = try bridge.answer(query, about: graphs.versions, as: format.results)
          let sink = output == "-" ? OutputSink.standardOutput() : try OutputSink(path: output)
          if format == .table {
            try sink.write(try ResultTable(json: answer, prefixes: Self.prefixes).text)
          } else {
            try sink.write(Array(answer))
          }
          try sink.finish()
          return .success
        }
      }

      private func text(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
          throw GraphReadingError(file: path, reason: "there is no such file, or it cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
      }

      private static let prefixes: [(prefix: String, namespace: String)] = [
        ("ng", "https://w3id.org/newsgraph/ontology#"), ("id", "https://w3id.org/newsgraph/id/"),
        ("open", "https://w3id.org/newsgraph/open#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("owl", "http://www.w3.org/2002/07/owl#"), ("wd", "http://www.wikidata.org/entity/"),
      ]
    }
  }

  /// How answers are written.
  enum QueryFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, xml, csv, tsv, nt, ttl

    /// Makes the format that the end of a file name stands for.
    init?(fileName: String) {
      guard let dot = fileName.lastIndex(of: ".") else { return nil }
      self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
    }

    /// What Oxigraph is asked for.
    var results: OxigraphBridge.ResultFormat {
      OxigraphBridge.ResultFormat(rawValue: rawValue) ?? .json
    }
  }
#endif
