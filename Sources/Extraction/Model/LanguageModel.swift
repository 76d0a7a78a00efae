internal import Synchronization

/// A trained model of a language: cuts words into pieces, finds sentence ends, and tags and parses
/// sentences.
///
/// It is immutable and can be shared by all threads.
public final class LanguageModel: Sendable {
  let pieces: WordPiece
  let boundaries: BoundaryModel
  let labels: LabelSets
  let maxPiecesPerSegment: Int
  let segmentOverlap: Int
  /// The CRC-32 of the model's file, as its frame has it.
  public let checksum: UInt32
  private let encoder: Encoder
  private let heads: AnalysisHeads
  private let product: MatrixProduct
  private let idleWorkspaces = Mutex<[Workspace]>([])

  /// The model that is built into the program, or what is wrong with it; loaded at the first use.
  public static let embedded: Result<LanguageModel, LanguageModelError> = Result {
    () throws(LanguageModelError) -> LanguageModel in
    try LanguageModel(.embedded(), product: .preferred)
  }

  /// Opens the model file at `path`.
  ///
  /// Throws `LanguageModelError` where the file is missing, damaged or of another version.
  public convenience init(path: String) throws(LanguageModelError) {
    try self.init(.mapped(path: path), product: .preferred)
  }

  init(_ bytes: ModelBytes, product: MatrixProduct) throws(LanguageModelError) {
    let file = try ModelFile(bytes, product: product)
    self.product = product
    checksum = file.checksum
    pieces = try WordPiece(file)
    labels = try LabelSets(file)
    boundaries = try BoundaryModel(file, vocabulary: pieces.count)
    encoder = try Encoder(file, vocabulary: pieces.count)
    heads = try AnalysisHeads(file, labels: labels, width: encoder.width)
    segmentOverlap = try file.hyperparameter("segmentOverlapWords")
    maxPiecesPerSegment = try file.hyperparameter("maxPiecesPerSegment")
    guard try file.hyperparameter("maxPositions") >= maxPiecesPerSegment + 2 else {
      throw .malformed("a segment is longer than there are positions")
    }
  }

  /// Calls `body` with memory to compute in that no other thread uses meanwhile.
  func withWorkspace<Value>(_ body: (Workspace) -> Value) -> Value {
    let idle = idleWorkspaces.withLock { $0.popLast() }
    let workspace = idle ?? Workspace(product: product)
    defer { idleWorkspaces.withLock { $0.append(workspace) } }
    return body(workspace)
  }
}

// MARK: - Analysis

extension LanguageModel {
  /// How many pieces are encoded at a time: enough for the matrix products to run at full speed, few
  /// enough for the rows to stay in the cache.
  private static let batchPieces = 512

  /// Analyses sentences, each on its own; a sentence's result does not depend on the others.
  func analyze(_ sentences: [SentencePieces]) -> [SentenceAnalysis] {
    withWorkspace { workspace in
      var results: [SentenceAnalysis] = []
      results.reserveCapacity(sentences.count)
      var begin = 0
      while begin < sentences.count {
        var end = begin
        var count = 0
        while end < sentences.count, end == begin || count < Self.batchPieces {
          count += sentences[end].pieceCount
          end += 1
        }
        results += analyze(sentences[begin..<end], workspace)
        begin = end
      }
      return results
    }
  }

  private func analyze(
    _ batch: ArraySlice<SentencePieces>, _ workspace: Workspace
  ) -> [SentenceAnalysis] {
    let vectors = encoder.encode(batch.flatMap(\.segments), workspace: workspace)
    return heads.analyze(vectors, wordCounts: batch.map(\.wordCount), workspace: workspace)
  }

  /// The encoder's vectors for the root and each word of each sentence, for tests.
  func vectors(of sentences: [SentencePieces]) -> [Float] {
    withWorkspace { workspace in
      let rows = sentences.reduce(0) { $0 + $1.wordCount + 1 }
      let vectors = encoder.encode(sentences.flatMap(\.segments), workspace: workspace)
      return Array(UnsafeBufferPointer(start: vectors, count: rows * encoder.width))
    }
  }
}
