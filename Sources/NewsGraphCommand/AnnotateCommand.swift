import ArgumentParser
import Extraction
import Foundation

extension NewsGraphCommand {
  /// `newsgraph annotate`: articles in, words with tags, dependencies and names out.
  struct Annotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the sentences of articles with tags, dependencies and names.",
      discussion: """
        EXAMPLES
          newsgraph annotate articles/ --format conllu
          newsgraph annotate a.txt b.txt --format jsonl -o sentences.jsonl
        """)

    /// What the sentences are written in.
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case conllu, jsonl
    }

    @Argument(help: "Text files, or folders of them.")
    var paths: [String]

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
      if let threads, threads < 1 { throw ValidationError("--threads is at least 1, not \(threads).") }
    }

    func run() throws {
      let annotator =
        try model.map { ModelAnnotator(model: try LanguageModel(path: $0)) } ?? .standard()
      let files = try paths.flatMap(Self.files)
      let handle = try outputHandle()
      for begin in stride(from: 0, to: files.count, by: Self.batchSize) {
        let batch = try files[begin..<min(begin + Self.batchSize, files.count)].map(Self.article)
        let annotated = annotator.annotate(
          batch, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        try handle.write(contentsOf: Data(annotated.map(text).joined().utf8))
      }
    }

    private func text(of article: AnnotatedArticle) -> String {
      switch format {
      case .conllu: CoNLLUWriter().string(for: article)
      case .jsonl: AnnotationJSONWriter().string(for: article)
      }
    }

    private func outputHandle() throws -> FileHandle {
      guard let output else { return .standardOutput }
      guard FileManager.default.createFile(atPath: output, contents: nil),
        let handle = FileHandle(forWritingAtPath: output)
      else { throw ValidationError("The file \(output) cannot be written.") }
      return handle
    }
  }
}

// MARK: - Reading

extension NewsGraphCommand.Annotate {
  /// The text files at a path, in the order of their names.
  private static func files(at path: String) throws -> [URL] {
    let url = URL(fileURLWithPath: path)
    guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else { return [url] }
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  /// The article in a text file: each line is a paragraph.
  private static func article(at file: URL) throws -> Article {
    let text = ArticleText(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    var blocks: [Block] = []
    var begin = 0
    for end in 0...text.count where end == text.count || text.scalars[end] == "\n" {
      let line = text.trimmed(TextRange(begin, end))
      if !line.isEmpty { blocks.append(Block(.paragraph, line)) }
      begin = end + 1
    }
    return Article(id: file.deletingPathExtension().lastPathComponent, text: text, blocks: blocks)
  }
}
