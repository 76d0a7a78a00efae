import ArgumentParser
import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus

/// `newsgraph corpus list`: which articles there are.
struct CorpusList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the articles, a line each: id, day, hash, headline.",
    discussion: """
      The columns stand apart by tabs. The hash is the beginning of the SHA-256 of the article in \
      its canonical form: two versions of an article have two.

      EXAMPLES
        newsgraph corpus list
        newsgraph corpus list --version 2026-11-01 | cut -f 1
      """)

  @Option(help: "The articles of a version; those of now without it.")
  var version: VersionReference?

  @OptionGroup var corpus: CorpusArguments

  func run() async throws { try await corpus.run(list) }

  private func list(_ messages: Messages) throws -> ExitCode {
    let store = try corpus.open()
    let sink = OutputSink.standardOutput()
    try store.forEachArticle(of: try version.map(store.version)) { listed in
      let article = listed.article
      let title = (article.title ?? "").split(whereSeparator: \.isWhitespace)
      try sink.write(
        [
          article.id, article.published?.date.description ?? "", String(listed.hash.prefix(12)),
          title.joined(separator: " "),
        ].joined(separator: "\t") + "\n")
    }
    try sink.finish()
    return .success
  }
}
