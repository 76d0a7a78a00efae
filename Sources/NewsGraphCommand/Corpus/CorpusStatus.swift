import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus status`: what the next version would change.
struct CorpusStatus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tells what changed since the latest version and what is still to be read.")

  @OptionGroup var corpus: CorpusArguments

  func run() async throws { try await corpus.run(tell) }

  private func tell(_ messages: Messages) throws -> ExitCode {
    let store = try corpus.open()
    let pipeline = try Pipeline(configuration: try store.settings().configuration())
    let status = try store.status(try pipeline.fingerprint())
    let sink = OutputSink.standardOutput()
    try sink.write("corpus: \(corpus.path), \(status.byteCount >> 10) KiB\n")
    try sink.write("latest: \(status.latest?.description ?? "no version yet")\n")
    try sink.write("now: \(status.articles) articles, \(status.unread) still to be read\n")
    try sink.finish()
    return .success
  }
}
