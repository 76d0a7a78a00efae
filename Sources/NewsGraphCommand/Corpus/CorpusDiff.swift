import ArgumentParser
import Extraction
import NewsGraphCorpus

/// `newsgraph corpus diff`: what changed between two versions.
struct CorpusDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what changed between two versions: entities, statements, triples.",
    discussion: """
      The formats are those of 'newsgraph diff'. Nothing is read but what is different.

      EXAMPLES
        newsgraph corpus diff 2 3
        newsgraph corpus diff 2026-11-01 latest --format markdown -o changes.md
        newsgraph corpus diff 2026-11-01 latest --focus "Sergey Lavrov"
        newsgraph corpus diff 2 3 --format rdfpatch -o update.rdfp

      EXIT STATUS
        0 the same; 1 different; 2 trouble; 64 wrong usage.
      """)

  @Argument(help: "A number, 'latest', or a day or time in UTC.")
  var old: VersionReference

  @Argument(help: "What it is compared with.")
  var new: VersionReference

  @OptionGroup var telling: DiffArguments
  @OptionGroup var corpus: CorpusArguments

  func run() async throws { try await corpus.run(compare) }

  private func compare(_ messages: Messages) throws -> ExitCode {
    let store = try corpus.open()
    let (before, after) = try telling.versions(old, new, of: store)
    let ontology = OntologyFolder.labels(in: try store.settings().ontologyFolder)
    return try telling.tell(before, after, ontology: ontology, messages)
  }
}
