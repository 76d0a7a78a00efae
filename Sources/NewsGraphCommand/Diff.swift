public import ArgumentParser
import Extraction
import Foundation
public import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph diff`: two graphs in, what changed out.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tells what changed between two graphs: entities, statements, triples.",
      discussion: """
        OLD and NEW are graph files (.rdf .nt .nq .ttl .trig .graphml .jsonl, also \
        with .gz), folders that 'extract --output' wrote, or articles, which are read \
        as 'extract' does. Order, prefixes, formats and labels of blank nodes are no \
        differences.

        text and markdown are a summary, the most important first: changes of \
        standing, conflicts, new facts, the rest. rdfpatch and sparql make NEW of OLD, \
        with --reverse OLD of NEW. dot, html and graphml show what was added, removed \
        and changed.

        JSON is one object with the members diff (1), old, new, same, focus, notes, \
        counts, knowledge, articles, entities, statements, conflicts and triples. \
        Entities have changes, old, new, gainedAliases and lostAliases; statements \
        have changes (standing, appeared, gone, gainedEvidence, lostEvidence, \
        otherEvidence), text, newFact, lostFact, old, new, gained and lost; conflicts \
        have change (new, settled), type, grade, node, text and sides; triples are \
        lines of N-Quads under added and removed. Counts hold the number of each.

        EXAMPLES
          newsgraph diff monday/ tuesday/
          newsgraph diff old.nq new.ttl.gz --format markdown -o changes.md
          newsgraph diff v1/graph.rdf v2/graph.rdf --focus "Sergey Lavrov"
          newsgraph diff old.nt new.nt --format rdfpatch -o update.rdfp
          newsgraph diff old.jsonl articles/ -o changes.html
          newsgraph diff old.nt new.nt --quiet > /dev/null && echo same

        EXIT STATUS
          0 the same; 1 different; 2 trouble; 64 wrong usage.
        """)

    @Argument(help: "A graph file, an article, or a folder of either; '-' is standard input.")
    var old: String

    @Argument(help: "What it is compared with.")
    var new: String

    @Option(help: "text, json, markdown, rdfpatch, sparql, dot, html or graphml.")
    var format: GraphDiff.Format?

    @OptionGroup var graphML: ProfileArguments

    @Option(name: .shortAndLong, help: "The file to write; '-' or nothing is standard output.")
    var output: String = "-"

    @Option(help: "Tell only what is about an entity or said by it, given by a name or an IRI.")
    var focus: String?

    @Flag(help: "Tell what makes OLD of NEW.")
    var reverse = false

    @Option(help: "The format of graph files whose names tell none, such as '-'.")
    var from: GraphFormat?

    @Option(help: "How many entities a summary tells of, and how many statements of each.")
    var top: Int = 20

    @Option(help: "How many changes a drawing shows.")
    var drawn: Int = 60

    @Option(help: "The length of the lines of plain text, in characters.")
    var width: Int = 80

    @Option(help: "How many steps the comparison of alike blank nodes may take.")
    var workLimit = CanonicalDataset.standardWorkLimit

    @Flag(name: .customLong("quiet"), help: "Say nothing but errors on standard error.")
    var isQuiet = false

    @OptionGroup var reading: ReadingArguments

    func validate() throws {
      try graphML.check(
        writesGraphML: (format ?? GraphDiff.Format(fileName: output)) == .graphml)
      if top < 1 { throw ValidationError("--top is at least 1, not \(top).") }
      if drawn < 1 { throw ValidationError("--drawn is at least 1, not \(drawn).") }
      if width < 20 { throw ValidationError("--width is at least 20, not \(width).") }
      if workLimit < 1 { throw ValidationError("--work-limit is at least 1, not \(workLimit).") }
      if old == "-", new == "-" { throw ValidationError("Only one of the two can be '-'.") }
    }

    func run() async throws {
      let messages = Messages(isQuiet: isQuiet)
      do {
        let status = try await compare(messages)
        if status != .success { throw status }
      } catch {
        throw messages.exitCode(after: error)
      }
    }

    private func compare(_ messages: Messages) async throws -> ExitCode {
      var versions: [GraphVersion] = []
      for path in reverse ? [new, old] : [old, new] {
        versions.append(try await version(path, messages))
      }
      var comparison = GraphComparison(ontology: ontology)
      comparison.workLimit = workLimit
      let format = format ?? GraphDiff.Format(fileName: output) ?? .text
      comparison.findsLabels = focus != nil || ![.rdfpatch, .sparql, .json].contains(format)
      var diff = try comparison.compare(versions[0], versions[1])
      if let focus { diff = try diff.focused(on: focus) }
      let sink = output == "-" ? OutputSink.standardOutput() : try OutputSink(path: output)
      if ![.text, .markdown, .json, .html].contains(format) { diff.notes.forEach(messages.note) }
      try diff.write(
        format, to: sink,
        options: .init(
          top: top, width: width, drawnLimit: drawn, profile: graphML.profile))
      return diff.isSame ? .success : ExitCode(1)
    }

    /// The labels of the properties; a comparison of files goes on without them.
    private var ontology: Ontology? {
      (try? OntologyFolder.find(explicitPath: reading.ontology)).flatMap {
        try? Ontology(folder: $0)
      }
    }

    private func version(_ path: String, _ messages: Messages) async throws -> GraphVersion {
      if path == "-" {
        guard let from else { throw ValidationError("'-' does not say a format; give --from.") }
        let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
        return .document(Array(bytes), name: "standard input", format: from)
      }
      guard FileManager.default.fileExists(atPath: path) else {
        messages.error("\(path): there is no such file or folder")
        throw ExitCode(2)
      }
      if case .graph(let path, let format) = try GraphVersion.kind(ofPath: path, format: from) {
        return .file(path: path, format: format)
      }
      let pipeline = try Pipeline(configuration: reading.configuration)
      let progress = Progress(messages)
      let result = await pipeline.read(ArticleInput(paths: [path]), progress: progress.show)
      progress.finish()
      messages.report(result)
      guard !result.graph.articles.isEmpty, result.rejected.isEmpty else {
        messages.error("\(path): not every article could be read, so that there is no comparison")
        throw ExitCode(2)
      }
      return .graph(result.graph, name: path)
    }
  }
}

extension GraphDiff.Format: ExpressibleByArgument {}
