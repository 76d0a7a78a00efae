import ArgumentParser
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus add`: articles into the corpus.
struct CorpusAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Stores and reads articles that are new or changed.",
    discussion: """
      An article is known by its id: of its record or URL, else the stem of its file's name. One \
      whose id is known takes the place of the known one. What is unchanged is not read again. \
      Ctrl-C ends the work; what was read is kept, and the same command goes on.

      EXAMPLES
        newsgraph corpus add articles/
        newsgraph corpus add feed-1400.jsonl.gz --corpus news.ngcorpus
        newsgraph corpus add articles/ --mirror        articles whose files are gone are removed
      """)

  @OptionGroup var input: ArticleSourceArguments
  @OptionGroup var corpus: CorpusArguments
  @OptionGroup var writing: CorpusWritingArguments
  @OptionGroup var reading: CorpusReadingArguments

  @Flag(help: "Remove the articles that the input does not have, unless some of it is rejected.")
  var mirror = false

  func run() async throws { try await corpus.run(add) }

  private func add(_ messages: Messages) async throws -> ExitCode {
    let interruption = Interruption()
    defer { withExtendedLifetime(interruption) {} }
    let store = try writing.open(corpus, for: "add", .creating)
    let pipeline = try reading.pipeline(for: store)
    let storing = Progress(messages)
    var articles = input.articles()
    articles.isCancelled = { Interruption.hasCome }
    let report = try store.store(
      articles, mirrors: mirror,
      remark: { reading in
        switch reading {
        case .rejected(let rejected):
          storing.finish()
          messages.error(String(describing: rejected))
        case .note(let note):
          storing.finish()
          messages.note(note.description)
        case .article, .skipped: break
        }
      }, progress: { storing.show("\($0) articles looked at") },
      isCancelled: { Interruption.hasCome })
    storing.finish()
    messages.note(
      "\(report.added) new, \(report.changed) changed, \(report.unchanged) unchanged"
        + (report.removed > 0 ? ", \(report.removed) removed" : "")
        + (report.rejected > 0 ? "; \(report.rejected) inputs rejected" : ""))
    if Interruption.hasCome {
      throw CorpusError.interrupted(unread: try store.unreadCount(try pipeline.fingerprint()))
    }
    if mirror, report.rejected > 0 {
      messages.error("nothing was removed, as nobody knows what the rejected inputs hold")
    }
    let progress = Progress(messages)
    let count = try await store.readUnread(
      with: pipeline, .new, progress: progress.show, isCancelled: { Interruption.hasCome })
    progress.finish()
    if count > 0 { messages.note("\(count) articles read") }
    let unread = try store.unreadCount(try pipeline.fingerprint())
    if unread > 0 {
      messages.note(
        "\(unread) articles were read with another program, model or tables;"
          + " 'newsgraph corpus commit' reads them again")
    }
    guard report.count > 0 || report.removed > 0 || count > 0 else {
      messages.error("no article could be read")
      return ExitCode(2)
    }
    return report.rejected == 0 ? .success : ExitCode(1)
  }
}
