import ArgumentParser
import NewsGraph
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

  @Flag(help: "Also joins the articles of the latest version anew, and compares the graph.")
  var graph = false

  @OptionGroup var corpus: CorpusArguments

  func run() async throws { try await corpus.run(verify) }

  private func verify(_ messages: Messages) throws -> ExitCode {
    let store = try corpus.open()
    let pipeline =
      graph ? try Pipeline(configuration: store.settings().configuration()) : nil
    let found = try store.verify(joining: pipeline)
    for problem in found.problems { messages.error("\(corpus.path): \(problem)") }
    messages.note(
      "\(found.versions) versions, \(found.articles) articles in all their forms,"
        + " \(found.readings) readings, \(found.pieces) pieces of graphs: "
        + (found.problems.isEmpty ? "all is well" : "\(found.problems.count) problems"))
    return found.problems.isEmpty ? .success : ExitCode(1)
  }
}
