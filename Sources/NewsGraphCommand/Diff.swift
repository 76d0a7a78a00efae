import ArgumentParser
import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus

extension NewsGraphCommand {
  /// `newsgraph diff`: two graphs in, what changed out.
  struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tells what changed between two graphs: entities, statements, triples.",
      discussion: """
        OLD and NEW are graph files (.rdf .nt .nq .ttl .trig .graphml .jsonl, also \
        with .gz), folders that 'extract --output' wrote, versions of a corpus \
        (news.ngcorpus@3, @latest or @2026-11-01), or articles, which are read as \
        'extract' does. Order, prefixes, formats and labels of blank nodes are no \
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
          newsgraph diff news.ngcorpus@2026-11-01 news.ngcorpus@latest
          newsgraph diff old.nt new.nt --quiet > /dev/null && echo same

        EXIT STATUS
          0 the same; 1 different; 2 trouble; 64 wrong usage.
        """)

    @Argument(help: "A graph, an article, a folder of either, or a version; '-' is standard input.")
    var old: String

    @Argument(help: "What it is compared with.")
    var new: String

    @Option(help: "The format of graph files whose names tell none, such as '-'.")
    var from: GraphFormat?

    @Flag(name: .customLong("quiet"), help: "Say nothing but errors on standard error.")
    var isQuiet = false

    @OptionGroup var telling: DiffArguments
    @OptionGroup var reading: ReadingArguments

    func validate() throws {
      if old == "-", new == "-" { throw ValidationError("Only one of the two can be '-'.") }
    }

    func run() async throws { try await Messages(isQuiet: isQuiet).run(compare) }

    private func compare(_ messages: Messages) async throws -> ExitCode {
      if let (before, after) = try storedVersions() {
        return try telling.tell(
          before, after, ontology: OntologyFolder.labels(in: reading.ontology), messages)
      }
      return try telling.tell(
        try await version(old, messages), try await version(new, messages),
        ontology: OntologyFolder.labels(in: reading.ontology), messages)
    }

    /// Two versions of one corpus, of which nothing but the difference need be read.
    private func storedVersions() throws -> (GraphVersion, GraphVersion)? {
      guard let before = CorpusAddress(old), let after = CorpusAddress(new),
        before.path == after.path
      else { return nil }
      let corpus = try Corpus(path: before.path, access: .reading)
      return try telling.versions(before.version, after.version, of: corpus)
    }

    private func version(_ path: String, _ messages: Messages) async throws -> GraphVersion {
      if path == "-" {
        guard let from else { throw ValidationError("'-' does not say a format; give --from.") }
        let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
        return .document(Array(bytes), name: "standard input", format: from)
      }
      if let address = CorpusAddress(path) { return try address.graph() }
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
