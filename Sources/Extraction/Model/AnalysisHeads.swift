internal import CVectorMath

/// The layers that read tags, names and the dependency tree off the words' vectors.
///
/// Dependencies: Dozat and Manning, *Deep Biaffine Attention for Neural Dependency Parsing*, 2017.
struct AnalysisHeads: Sendable {
  let sections: HeadSections
  private let heads: LinearLayer
  private let arc: LinearLayer
  private let label: LinearLayer
  private let relationCount: Int
  private let rootRelation: Int
  private let names: NameDecoder

  init(_ file: ModelFile, labels: LabelSets, width: Int) throws(LanguageModelError) {
    sections = try HeadSections(file)
    relationCount = labels.relations.count
    rootRelation = labels.rootRelation
    let arcWidth = sections.arcHead.count
    let labelWidth = sections.labelHead.count
    guard arcWidth % 16 == 0 else { throw .malformed("arcWidth is no multiple of 16") }
    heads = try LinearLayer(file, "heads", inputs: width, outputs: sections.width)
    arc = try LinearLayer(file, "arc", inputs: arcWidth, outputs: arcWidth)
    label = try LinearLayer(
      file, "label", inputs: labelWidth, outputs: relationCount * (labelWidth + 1))
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
    var row = 0
    return wordCounts.map { count in
      let sentence = SentenceScores(
        count: count, rows: scores + row * sections.width, width: sections.width,
        arcs: UnsafePointer(arcs) + row * arc.outputs)
      row += count + 1
      return analyze(sentence, workspace: workspace)
    }
  }

  /// The leaky rectifier: a tenth of what is negative.
  private func rectify(_ scores: UnsafeMutablePointer<Float>, rows: Int) {
    for row in 0..<rows {
      for section in sections.rectified {
        vector_rectify(scores + row * sections.width + section.lowerBound, 0.1, section.count)
      }
    }
  }

  private func analyze(_ scores: SentenceScores, workspace: Workspace) -> SentenceAnalysis {
    let arcScores = arcScores(scores)
    let heads = TreeDecoder.heads(arcScores, count: scores.count)
    return SentenceAnalysis(
      upos: scores.best(sections.upos), xpos: scores.best(sections.xpos),
      features: scores.best(sections.features), lemmaRules: scores.best(sections.lemma),
      phraseTypes: scores.best(sections.entity),
      names: names.path(scores, section: sections.name), heads: heads,
      relations: relations(scores, heads, workspace))
  }
}

// MARK: - Dependencies

extension AnalysisHeads {
  /// The score of each word's having the root or each word as its head, row by row.
  private func arcScores(_ scores: SentenceScores) -> [Float] {
    let rowLength = scores.count + 1
    let heads = scores.rows + sections.arcHead.lowerBound
    return [Float](unsafeUninitializedCapacity: scores.count * rowLength) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      for word in 0..<scores.count {
        vector_products(
          heads, rowLength, sections.width, scores.arcs + (word + 1) * arc.outputs,
          start + word * rowLength, arc.outputs)
      }
      count = scores.count * rowLength
    }
  }

  private func relations(
    _ scores: SentenceScores, _ heads: [Int], _ workspace: Workspace
  ) -> [Int] {
    workspace.activations.quantize(
      scores.rows + sections.width + sections.labelDependent.lowerBound, rows: scores.count,
      width: label.inputs, stride: sections.width)
    let sums = label.products(
      workspace.activations, rows: scores.count, by: workspace.product, into: workspace.sums)
    return heads.indices.map { word in
      if heads[word] == 0 { return rootRelation }
      let head = scores.rows + heads[word] * sections.width + sections.labelHead.lowerBound
      return relation(
        sums + word * label.outputs, scale: workspace.activations.scales[word], head: head)
    }
  }

  /// The best relation other than `root`, given the label layer's sums for the dependent.
  private func relation(
    _ sums: UnsafePointer<Int32>, scale: Float, head: UnsafePointer<Float>
  ) -> Int {
    let width = label.inputs
    var best = -1
    var bestScore = -Float.infinity
    for relation in 0..<relationCount where relation != rootRelation {
      let begin = relation * (width + 1)
      let last = begin + width
      let score =
        vector_scaled_dot(
          sums + begin, scale, label.scales.start + begin, label.bias.start + begin, head, width)
        + Float(sums[last]) * (scale * label.scales.start[last]) + label.bias.start[last]
      if score > bestScore { (best, bestScore) = (relation, score) }
    }
    return best
  }
}
