import ArgumentParser
import NewsGraphCorpus

/// `newsgraph corpus verify`: whether all is as it was written.
struct CorpusVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Looks whether all is as it was written: the file, every article, every version.",
    discussion: """
      EXIT STATUS
        0 all is well; 1 something is damaged, and named; 2 the file cannot be read.
      """)

  @OptionGroup var corpus: CorpusArguments

  func run() async throws { try await corpus.run(verify) }

  private func verify(_ messages: Messages) throws -> ExitCode {
    let found = try corpus.open().verify()
    for problem in found.problems { messages.error("\(corpus.path): \(problem)") }
    messages.note(
      "\(found.versions) versions, \(found.articles) articles in all their forms,"
        + " \(found.readings) readings, \(found.pieces) pieces of graphs: "
        + (found.problems.isEmpty ? "all is well" : "\(found.problems.count) problems"))
    return found.problems.isEmpty ? .success : ExitCode(1)
  }
}
