import ArgumentParser
import Extraction
import Foundation
import NewsGraph

extension NewsGraphCommand {
  /// `newsgraph annotate`: articles in, words with tags, dependencies and names out.
  struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the sentences of articles with tags, dependencies and names.",
      discussion: """
        CoNLL-U is that of Universal Dependencies; names stand in the last column as NE=B-PER.
        All blocks of an article are annotated; "# block = boilerplate" marks what is no news.

        EXAMPLES
          newsgraph annotate articles/ --format conllu
          newsgraph annotate a.txt b.html --format jsonl -o sentences.jsonl
        """)

    /// What the sentences are written in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case conllu, jsonl
    }

    @OptionGroup var input: ArticleArguments

    @Option(help: "The format: conllu or jsonl.")
    var format: Format = .conllu

    @Option(help: "How many articles are annotated side by side; all processors without it.")
    var threads: Int?

    @Option(help: "A language model file to use in place of the one that is built in.")
    var model: String?

    @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
    var output: String?

    /// How many articles are in memory at a time.
    private static let batchSize = 64

    func validate() throws {
      if let threads, threads < 1 {
        throw ValidationError("--threads is at least 1, not \(threads).")
      }
    }

    func run() throws { try Messages(isQuiet: input.isQuiet).run(annotate) }

    private func annotate(_ messages: Messages) throws -> ExitCode {
      let annotator =
        try model.map { ModelAnnotator(model: try LanguageModel(path: $0), scope: .allBlocks) }
        ?? .standard(scope: .allBlocks)
      let sink = try output.map { try OutputSink(path: $0) } ?? .standardOutput()
      var batch: [Article] = []
      var counts = (read: 0, rejected: 0)
      for reading in input.articles() {
        switch reading {
        case .article(let article):
          batch.append(article)
          counts.read += 1
        case .rejected(let rejected):
          messages.error(String(describing: rejected))
          counts.rejected += 1
        case .note(let remark): messages.note(remark.description)
        case .skipped: break
        }
        if batch.count == Self.batchSize { try write(&batch, annotator, to: sink) }
      }
      try write(&batch, annotator, to: sink)
      try sink.finish()
      guard counts.read > 0 else {
        messages.error("no article could be read")
        return ExitCode(2)
      }
      return counts.rejected == 0 ? .success : ExitCode(1)
    }

    private func write(
      _ batch: inout [Article], _ annotator: ModelAnnotator, to sink: OutputSink
    ) throws {
      let count = threads ?? ProcessInfo.processInfo.activeProcessorCount
      for annotated in annotator.annotate(batch, threads: count) {
        switch format {
        case .conllu: try sink.write(CoNLLUWriter().string(for: annotated))
        case .jsonl: try sink.write(AnnotationJSONWriter().string(for: annotated))
        }
      }
      batch.removeAll()
    }
  }
}
