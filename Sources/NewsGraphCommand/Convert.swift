import ArgumentParser
import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph convert`: graph files in, one graph file out.
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes graph files in another format.",
      discussion: """
        Formats are told by file names: .rdf .xml .owl .nt .nq .ttl .trig .graphml .gexf .dot .gv
        .jsonl, each also with .gz; .svg, .png and .pdf are pictures that Graphviz draws. Several
        files become one graph, their blank nodes kept apart.
        What the format cannot hold is said on standard error.

        neo4j-csv writes a folder of CSV files with a script, import.sh, that calls neo4j-admin
        database import; to standard output, a tar archive of it. GraphML for Neo4j is read with
          CALL apoc.import.graphml("file:///graph.graphml", {readLabels: true})

        EXAMPLES
          newsgraph convert graph.nt.gz -o graph.rdf
          newsgraph convert a.ttl b.rdf -o both.nq.gz
          newsgraph convert graph.trig --canonical -o graph.nq
          newsgraph convert graph.jsonl --profile yed -o graph.graphml
          newsgraph convert graph.jsonl -o graph.gexf
          newsgraph convert graph.nq --to neo4j-csv -o import && sh import/import.sh
          newsgraph convert ontology.owl --base https://example.org/ -o ontology.ttl
          newsgraph convert graph.jsonl -o graph.svg --rank-by pagerank --top 60 --cluster country
          curl -s https://example.org/data.ttl | newsgraph convert - --from turtle --to dot
        """)

    @Argument(help: ArgumentHelp("Graph files, or '-' for standard input.", valueName: "in"))
    var inputs: [String]

    @Option(name: .shortAndLong, help: "The file to write; '-' or nothing is standard output.")
    var output: String = "-"

    @Option(help: "The format of all inputs; without it their names tell.")
    var from: GraphFormat?

    @Option(help: "The format of the output; without it its name tells.")
    var to: GraphFormat?

    @OptionGroup var graphML: ProfileArguments

    @Option(help: "The IRI that relative IRIs are resolved against.")
    var base: String?

    @Flag(help: "Give blank nodes canonical labels and sort the statements (RDFC-1.0).")
    var canonical = false

    @Option(help: "How many steps --canonical may take to tell alike blank nodes apart.")
    var workLimit = CanonicalDataset.standardWorkLimit

    @Flag(help: "Skip and count statements that break the rules of their format.")
    var lenient = false

    @Option(help: "The file for the statements that --lenient skips.")
    var rejects: String?

    @Flag(help: "Write U+FFFD for characters that XML cannot hold, instead of an error.")
    var replaceForbidden = false

    @Option(help: "The longest literal, IRI or line that is read, in MiB.")
    var maxLiteral = GraphReadingLimits().termLength >> 20

    @Option(help: "How deep elements, lists and blank nodes may be nested.")
    var maxDepth = GraphReadingLimits().depth

    @Option(help: "The longest text that one XML entity may stand for, in KiB.")
    var maxEntity = GraphReadingLimits().entityLength >> 10

    @Flag(name: .customLong("rdf12"), help: "Read what RDF 1.2 adds.")
    var readsRDF12 = false

    @Flag(help: "Say how long it took to read the inputs and to write the output.")
    var timings = false

    @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
    var isQuiet = false

    @OptionGroup var description: DescriptionArguments
    @OptionGroup(title: "Drawings") var drawing: DrawingArguments

    /// The kind of picture that the name of the output stands for.
    private var image: GraphvizRenderer.ImageFormat? {
      to == nil && output != "-" ? try? GraphvizRenderer.ImageFormat(fileName: output) : nil
    }

    /// What the output is written in; the canonical form is one of N-Quads.
    private var format: GraphFormat? {
      to ?? (image == nil ? nil : .dot) ?? GraphFormat(fileName: output)
        ?? (canonical && output == "-" ? .nquads : nil)
    }

    func validate() throws {
      guard !inputs.isEmpty else { throw ValidationError("Say which files to read.") }
      if format == nil {
        throw ValidationError("'\(output)' does not say a format; give one with --to.")
      }
      if drawing.areGiven, format != .dot {
        throw ValidationError("Options of drawings need one: --to dot, or -o with .dot or .svg.")
      }
      try graphML.check(writesGraphML: format == .graphml)
      if workLimit < 1 { throw ValidationError("--work-limit is at least 1, not \(workLimit).") }
      for (name, value) in [
        ("--max-literal", maxLiteral), ("--max-depth", maxDepth), ("--max-entity", maxEntity),
      ] where !(1...1 << 20).contains(value) {
        throw ValidationError("\(name) is a number from 1 to 1048576, not \(value).")
      }
      if rejects != nil, !lenient { throw ValidationError("--rejects needs --lenient.") }
    }

    private var limits: GraphReadingLimits {
      GraphReadingLimits(
        termLength: maxLiteral << 20, depth: maxDepth, entityLength: maxEntity << 10)
    }

    func run() throws { try Messages(isQuiet: isQuiet).run(convert) }

    private func convert(_ messages: Messages) throws -> ExitCode {
      guard let format else { return ExitCode(64) }
      var converter = GraphConverter(
        inputs: inputs, from: from, to: format,
        reading: GraphReadingOptions(
          base: try base.map { try IRI($0) }, isLenient: lenient, readsRDF12: readsRDF12,
          limits: limits),
        writing: WritingOptions(
          forbiddenCharacters: replaceForbidden ? .replace : .refuse, drawing: drawing.options,
          profile: graphML.profile))
      converter.isCanonical = canonical
      converter.workLimit = workLimit
      converter.isCounted = description.isWanted && output != "-" && image == nil
      let rejected = try rejects.map { try OutputSink(path: $0) }
      let result = try write(converter, rejected, messages)
      messages.report(result.writing, path: output == "-" ? "standard output" : output)
      for loss in result.reading.losses { messages.note(loss) }
      if timings { messages.report(result.times) }
      guard result.reading.rejectedCount > 0 else { return .success }
      let count = result.reading.rejectedCount
      messages.error("\(count) \(count == 1 ? "statement was" : "statements were") skipped")
      return ExitCode(1)
    }

    private func write(
      _ converter: GraphConverter, _ rejects: OutputSink?, _ messages: Messages
    ) throws -> GraphConverter.Result {
      func convert(to sink: OutputSink) throws -> GraphConverter.Result {
        try converter.convert(to: sink, rejects: rejects) { messages.error($0) }
      }
      if output == "-" { return try convert(to: .standardOutput()) }
      if let image {
        // What may fail at once fails before the work, not after it.
        let renderer = try GraphvizRenderer()
        let file = try OutputSink(path: output)
        let source = OutputSink.memory()
        let result = try convert(to: source)
        try renderer.draw(source: source.text, as: image, to: file)
        return result
      }
      if converter.to.isFolder {
        return try converter.convert(toPath: output, rejects: rejects) { messages.error($0) }
      }
      let sink = try OutputSink(path: output, digests: description.isWanted)
      let result = try convert(to: sink)
      if let counts = result.counts {
        let names = inputs.map { $0 == "-" ? "standard input" : $0.lastPathComponent }
        let counted = description.description(counts, "newsgraph convert", inputs: names)
        try description.describe(sink, path: output, format: converter.to, counted)
      }
      return result
    }
  }
}

extension String {
  /// What stands behind the last slash.
  fileprivate var lastPathComponent: String { split(separator: "/").last.map(String.init) ?? self }
}
