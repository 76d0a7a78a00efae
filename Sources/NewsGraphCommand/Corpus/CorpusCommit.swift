import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus commit`: a version of the articles as they are now.
struct CorpusCommit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "commit",
    abstract: "Makes a version of the articles as they are now.",
    discussion: """
      Articles that were not read yet, or were read with another program, model or tables, are \
      read first, so that all of a version is read alike. Where nothing changed since the latest \
      version, none is made, and the status is 0.

      EXAMPLES
        newsgraph corpus commit -m "Monday morning"
      """)

  @Option(name: .shortAndLong, help: "What is to be said of the version.")
  var message: String = ""

  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var writing: CorpusWritingArguments
  @OptionGroup var reading: CorpusReadingArguments

  func run() async throws { try await corpus.run(commit) }

  private func commit(_ messages: Messages) async throws -> ExitCode {
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let store = try writing.open(corpus, for: "commit")
    let pipeline = try reading.pipeline(for: store)
    let unread = try store.unreadCount(try pipeline.fingerprint())
    if unread > 0 { messages.note("\(unread) articles are read first") }
    try await read(store, with: pipeline, messages)
    let steps = Progress(messages)
    let version = try Interruption.asking({ store.interrupt() }) {
      try store.commit(message, with: pipeline) { step in
        steps.show(Self.words(for: step))
      }
    }
    steps.finish()
    if let version {
      messages.note(version.description)
    } else {
      let latest = try? store.version(.latest)
      messages.note("nothing changed" + (latest.map { " since version \($0.number)" } ?? ""))
    }
    return .success
  }

  private static func words(for step: CommitStep) -> String {
    switch step {
    case .comparing: "finding what changes"
    case .joining: "joining the articles"
    case .storing: "storing the version"
    }
  }

  private func read(
    _ store: Corpus, with pipeline: Pipeline, _ messages: Messages
  ) async throws {
    let progress = Progress(messages)
    try await store.readUnread(
      with: pipeline, progress: progress.show, isCancelled: { Interruption.hasCome })
    progress.finish()
  }
}
