import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus compact`: gives back what nothing needs.
struct CorpusCompact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Drops what no version and no article needs any more, and makes the file smaller.",
    discussion: """
      Versions and their articles stay. What was read of articles with an earlier program, model \
      or tables goes; the graphs that were made of it stay.
      """)

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var writing: CorpusWritingArguments

  func run() async throws { try await corpus.run(compact) }

  private func compact(_ messages: Messages) throws -> ExitCode {
    let store = try writing.open(corpus, for: "compact")
    let pipeline = try Pipeline(configuration: try store.settings().configuration())
    let fingerprint = try pipeline.fingerprint()
    let report = try Interruption.asking({ store.interrupt() }) {
      try store.compact(keeping: fingerprint)
    }
    messages.note(
      "\(report.articles) articles and \(report.readings) readings dropped;"
        + " \(report.byteCountBefore >> 10) KiB before, \(report.byteCount >> 10) KiB now")
    return .success
  }
}
