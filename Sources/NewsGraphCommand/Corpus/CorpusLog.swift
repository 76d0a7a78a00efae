import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus log`: the versions.
struct CorpusLog: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Lists the versions, the latest first: number, time, counts, message.",
    discussion: """
      Numbers in brackets are what came (+), changed (~) and went (-) with the version.

      EXAMPLES
        newsgraph corpus log --limit 10
      """)

  @Option(help: "How many versions are listed; all without it.")
  var limit: Int?

  @Flag(help: "Tell the hash of each version before it.")
  var hashes = false

  @OptionGroup var corpus: CorpusArguments

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1, not \(limit).") }
  }

  func run() async throws { try await corpus.run(log) }

  private func log(_ messages: Messages) throws -> ExitCode {
    let versions = try corpus.open().versions().reversed()
    let sink = OutputSink.standardOutput()
    for version in versions.prefix(limit ?? versions.count) {
      try sink.write((hashes ? version.hash + " " : "") + version.description + "\n")
    }
    try sink.finish()
    return .success
  }
}
