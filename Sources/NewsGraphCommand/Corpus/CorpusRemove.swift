import ArgumentParser
import NewsGraphCorpus

/// `newsgraph corpus remove`: articles out of the corpus.
struct CorpusRemove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes articles out; versions that have them keep them.",
    discussion: """
      EXAMPLES
        newsgraph corpus remove example.org-world-talks
      """)

  @Argument(help: "The ids of articles; 'newsgraph corpus list' tells them.")
  var ids: [String]

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var writing: CorpusWritingArguments

  func run() async throws { try await corpus.run(remove) }

  private func remove(_ messages: Messages) throws -> ExitCode {
    let (removed, unknown) = try writing.open(corpus, for: "remove").remove(ids)
    for id in unknown { messages.error("\(corpus.path): there is no article '\(id)'") }
    messages.note("\(removed) removed")
    if removed == 0 { return ExitCode(2) }
    return unknown.isEmpty ? .success : ExitCode(1)
  }
}
