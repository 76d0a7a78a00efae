internal import CVectorMath

/// The layers that read tags, names and the dependency tree off the words' vectors.
///
/// Dependencies: Dozat and Manning, *Deep Biaffine Attention for Neural Dependency Parsing*, 2017.
struct AnalysisHeads: Sendable {
  let sections: HeadSections
  private let heads: LinearLayer
  private let arc: LinearLayer
  private let relations: RelationScorer
  private let names: NameDecoder

  init(_ file: ModelFile, labels: LabelSets, width: Int) throws(LanguageModelError) {
    sections = try HeadSections(file)
    let arcWidth = sections.arcHead.count
    guard arcWidth % 16 == 0 else { throw .malformed("arcWidth is no multiple of 16") }
    heads = try LinearLayer(file, "heads", inputs: width, outputs: sections.width)
    arc = try LinearLayer(file, "arc", inputs: arcWidth, outputs: arcWidth)
    relations = try RelationScorer(file, labels: labels, width: sections.labelHead.count)
    names = try NameDecoder(file, labelCount: labels.names.count)
  }

  /// Analyses sentences; `vectors` holds for each the root's row and then one row for each word.
  func analyze(
    _ vectors: UnsafePointer<Float>, wordCounts: [Int], workspace: Workspace
  ) -> [SentenceAnalysis] {
    let rows = wordCounts.reduce(0) { $0 + $1 + 1 }
    let scores = workspace.scores.reserve(rows * sections.width)
    heads.apply(vectors, rows: rows, stride: heads.inputs, workspace: workspace, into: scores)
    rectify(scores, rows: rows)
    let arcs = workspace.arcs.reserve(rows * arc.outputs)
    arc.apply(
      scores + sections.arcDependent.lowerBound, rows: rows, stride: sections.width,
      workspace: workspace, into: arcs)
    let sentences = sentences(wordCounts, scores, UnsafePointer(arcs))
    let heads = sentences.map { TreeDecoder.heads(arcScores($0), count: $0.count) }
    let relations = relations.best(
      scores, rows: rows, sections: sections, heads: headRows(heads), workspace: workspace)
    var row = 0
    return zip(sentences, heads).map { sentence, heads in
      defer { row += sentence.count + 1 }
      return analysis(sentence, heads, relations[row + 1..<row + 1 + sentence.count])
    }
  }

  /// The scores of each sentence of the batch.
  private func sentences(
    _ wordCounts: [Int], _ scores: UnsafePointer<Float>, _ arcs: UnsafePointer<Float>
  ) -> [SentenceScores] {
    var row = 0
    return wordCounts.map { count in
      defer { row += count + 1 }
      return SentenceScores(
        count: count, rows: scores + row * sections.width, width: sections.width,
        arcs: arcs + row * arc.outputs)
    }
  }

  /// The row of each row's head in the batch; −1 for the roots and the words that hang on them.
  private func headRows(_ heads: [[Int]]) -> [Int] {
    var rows: [Int] = []
    for sentence in heads {
      let root = rows.count
      rows.append(-1)
      rows += sentence.map { $0 == 0 ? -1 : root + $0 }
    }
    return rows
  }

  /// The leaky rectifier: a tenth of what is negative.
  private func rectify(_ scores: UnsafeMutablePointer<Float>, rows: Int) {
    for row in 0..<rows {
      for section in sections.rectified {
        vector_rectify(scores + row * sections.width + section.lowerBound, 0.1, section.count)
      }
    }
  }

  private func analysis(
    _ scores: SentenceScores, _ heads: [Int], _ relations: ArraySlice<Int>
  ) -> SentenceAnalysis {
    SentenceAnalysis(
      upos: scores.best(sections.upos), xpos: scores.best(sections.xpos),
      features: scores.best(sections.features), lemmaRules: scores.best(sections.lemma),
      phraseTypes: scores.best(sections.entity),
      names: names.path(scores, section: sections.name), heads: heads,
      relations: Array(relations))
  }

  /// The score of each word's having the root or each word as its head, row by row.
  private func arcScores(_ scores: SentenceScores) -> [Float] {
    let rowLength = scores.count + 1
    let heads = scores.rows + sections.arcHead.lowerBound
    return [Float](unsafeUninitializedCapacity: scores.count * rowLength) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      vector_products(
        heads, rowLength, sections.width, scores.arcs + arc.outputs, scores.count, arc.outputs,
        start, arc.outputs)
      count = scores.count * rowLength
    }
  }
}
