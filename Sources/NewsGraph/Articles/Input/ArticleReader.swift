import Extraction

/// Articles behind paths: files, folders with all below them, and `-` for standard input.
///
/// ```swift
/// for reading in ArticleInput(paths: ["news/"]) {
///   if case .article(let article) = reading { print(article.id) }
/// }
/// ```
///
/// Read are plain text (`.txt`, `.text`), HTML (`.html`, `.htm`, `.xhtml`), JSON (`.json`: a record
/// or an array of them) and JSON lines (`.jsonl`, `.ndjson`), each also packed with gzip. A file
/// that is named itself may be called anything; its first bytes then tell what it is.
public struct ArticleInput: Sequence, Sendable {
  /// The paths, in the order in which they are read.
  public var paths: [String]
  /// How the articles are read.
  public var options: ArticleOptions
  /// Asked while a pipe has nothing yet; once it is true, the pipe is rejected as unreadable, so
  /// that nobody waits for input that is no longer wanted.
  public var isCancelled: (@Sendable () -> Bool)?

  /// Makes an input of paths.
  public init(paths: [String], options: ArticleOptions = ArticleOptions()) {
    self.paths = paths
    self.options = options
  }

  /// Begins to read.
  public func makeIterator() -> ArticleReader { ArticleReader(self) }
}

/// Reads the articles of an `ArticleInput`, one at a time and always in the same order.
///
/// At most one file, or one line of a JSON lines file, is in memory.
public final class ArticleReader: IteratorProtocol {
  private let options: ArticleOptions
  private let isCancelled: (@Sendable () -> Bool)?
  private var walk: InputWalk
  private var pending: [ArticleReading] = []
  private var records: (path: String, RecordReader)?
  private var names = TakenNames()

  init(_ input: ArticleInput) {
    options = input.options
    isCancelled = input.isCancelled
    walk = InputWalk(paths: input.paths)
  }

  /// The next article, or a word on an input that is none; nothing at the end.
  public func next() -> ArticleReading? {
    while pending.isEmpty {
      if records != nil {
        readRecord()
      } else if let step = walk.next() {
        take(step)
      } else {
        return nil
      }
    }
    return pending.removeFirst()
  }

  // MARK: - Files

  private func take(_ step: InputWalk.Step) {
    switch step {
    case .skipped(let path): pending.append(.skipped(path: path))
    case .failed(let path, let error): reject(path, nil, .unreadable(message: error.message))
    case .file(let path, _):
      do throws(RejectedInput.Reason) {
        try read(path)
      } catch {
        reject(path, nil, error)
      }
    }
  }

  private func read(_ path: String) throws(RejectedInput.Reason) {
    let source = try ByteSource(path: path, isCancelled: isCancelled)
    let start = try source.next()
    guard !start.isEmpty else { throw .empty }
    switch InputFormat(path: path) ?? InputFormat(sniffing: start) {
    case .jsonLines:
      try BinarySignature.check(start)
      records = (path, .lines(RecordLines(source, after: start, limit: options.sizeLimit)))
    case .json:
      let bytes = try source.all(after: start, limit: options.sizeLimit)
      try BinarySignature.check(bytes)
      records = (path, try RecordReader(json: bytes, limit: options.sizeLimit))
    case .plainText: try readText(path, try source.all(after: start, limit: options.sizeLimit))
    case .html: try readPage(path, try source.all(after: start, limit: options.sizeLimit))
    }
  }

  private func readText(_ path: String, _ bytes: [UInt8]) throws(RejectedInput.Reason) {
    try BinarySignature.check(bytes)
    let decoding = try TextDecoding(bytes, fallback: options.defaultEncoding)
    let article = try PlainTextArticle.article(decoding.text, id: InputFormat.stem(path))
    finish(article, path, nil, decoding.facts)
  }

  private func readPage(_ path: String, _ bytes: [UInt8]) throws(RejectedInput.Reason) {
    try BinarySignature.check(bytes)
    let declared = try DeclaredEncoding.find(in: bytes)
    let decoding = try TextDecoding(
      bytes, declared: declared, fallback: options.defaultEncoding, strictness: .replacing)
    guard decoding.text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    let article = try HTMLArticle.article(decoding.text, id: InputFormat.stem(path))
    finish(article, path, nil, decoding.facts)
  }

  // MARK: - Records

  private func readRecord() {
    guard case (let path, var next)? = records else { return }
    // The reader must not hold a second copy, or each record would copy the buffer.
    records = nil
    do throws(RejectedInput.Reason) {
      let record = try next.next()
      guard let record else { return }
      records = (path, next)
      read(record, path)
    } catch {
      reject(path, nil, error)
    }
  }

  private func read(_ record: RecordReader.Record, _ path: String) {
    do throws(RejectedInput.Reason) {
      let fields = try ArticleRecord(try record.value.get())
      let article = try fields.article(fallback: "\(InputFormat.stem(path))-\(record.number)")
      let facts = fields.unreadableDate.map { [ReadingNote.Fact.unreadableDate($0)] } ?? []
      finish(article, path, record.number, facts)
    } catch {
      reject(path, record.number, error)
    }
  }

  // MARK: - Results

  private func finish(
    _ article: Article, _ path: String, _ record: Int?, _ facts: [ReadingNote.Fact]
  ) {
    var article = article
    var facts = facts
    article.published = article.published ?? options.published
    let name = names.claim(article.id)
    if name != article.id {
      facts.append(.renamed(from: article.id, to: name))
      article.id = name
    }
    pending += facts.map { .note(ReadingNote(path: path, record: record, fact: $0)) }
    pending.append(.article(article))
  }

  private func reject(_ path: String, _ record: Int?, _ reason: RejectedInput.Reason) {
    pending.append(.rejected(RejectedInput(path: path, record: record, reason: reason)))
  }
}
