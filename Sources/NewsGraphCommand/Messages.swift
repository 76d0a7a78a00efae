import ArgumentParser
import Foundation
import NewsGraph
import NewsGraphCorpus

/// What the program says to the user, on standard error.
struct Messages {
  /// Whether only errors are said.
  let isQuiet: Bool

  /// Says what went wrong.
  func error(_ text: String) { say("newsgraph: error: \(text)") }

  /// Says what a user may want to know.
  func note(_ text: String) { if !isQuiet { say("newsgraph: \(text)") } }

  /// Says what could not be read, and how much was.
  func report(_ result: Pipeline.Result) {
    let graph = result.graph
    report(
      result.rejected, result.notes,
      (graph.articles.count, graph.entities.count, graph.statements.count))
  }

  /// Says what could not be read, and how much was.
  func report(_ result: Pipeline.StoredResult) {
    let graph = result.graph
    report(
      result.rejected, result.notes,
      (graph.articleCount, graph.entityCount, graph.statementCount))
  }

  private func report(
    _ rejected: [RejectedInput], _ notes: [ReadingNote],
    _ counts: (articles: Int, entities: Int, statements: Int)
  ) {
    for input in rejected { error(String(describing: input)) }
    for remark in notes { note(remark.description) }
    note(
      "\(counts.articles) articles, \(counts.entities) entities, "
        + "\(counts.statements) statements"
        + (rejected.isEmpty ? "" : "; \(rejected.count) inputs rejected"))
  }

  /// Says what a format left out.
  func report(_ report: WritingReport, path: String) {
    guard !report.losses.isEmpty else { return }
    note("\(path) leaves out " + report.losses.map(\.description).joined(separator: ", "))
  }

  /// Says how long it took to read and to write, and how much of it processors worked.
  func report(_ times: (reading: ProcessTimes, writing: ProcessTimes)) {
    func words(_ times: ProcessTimes) -> String {
      String(format: "%.2f s (processor %.2f s)", times.elapsed, times.processor)
    }
    note("read in \(words(times.reading)), written in \(words(times.writing))")
  }

  /// Does a command's work and ends with its status, or with that of its error.
  func run(_ work: (Messages) async throws -> ExitCode) async throws {
    Interruption.listen()
    let result: Result<ExitCode, any Error>
    do { result = .success(try await work(self)) } catch { result = .failure(error) }
    try end(result)
  }

  /// Does a command's work and ends with its status, or with that of its error.
  func run(_ work: (Messages) throws -> ExitCode) throws {
    Interruption.listen()
    try end(Result { try work(self) })
  }

  private func end(_ result: Result<ExitCode, any Error>) throws {
    switch result {
    case .success(.success): return
    case .success(let status): throw status
    case .failure(let status as ExitCode): throw status
    case .failure(let error):
      self.error(String(describing: error))
      if case CorpusError.interrupted = error { throw ExitCode(Interruption.status) }
      throw ExitCode(2)
    }
  }

  private func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
