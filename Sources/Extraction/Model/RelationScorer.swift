internal import CVectorMath

/// The choice of the relation between a word and its head.
struct RelationScorer: Sendable {
  /// How many relations are scored at a time: so many that the sums of a batch stay in the cache.
  private static let groupSize = 4

  private let layer: LinearLayer
  private let width: Int
  private let count: Int
  private let root: Int

  init(_ file: ModelFile, labels: LabelSets, width: Int) throws(LanguageModelError) {
    self.width = width
    count = labels.relations.count
    root = labels.rootRelation
    layer = try LinearLayer(file, "label", inputs: width, outputs: count * (width + 1))
  }

  /// The best relation of each of `rows` rows; `heads` holds the row of each row's head, or −1,
  /// where the relation is `root`.
  func best(
    _ scores: UnsafePointer<Float>, rows: Int, sections: HeadSections, heads: [Int],
    workspace: Workspace
  ) -> [Int] {
    workspace.activations.quantize(
      scores + sections.labelDependent.lowerBound, rows: rows, width: width,
      stride: sections.width)
    var best = [Int](repeating: root, count: rows)
    var bestScores = [Float](repeating: -.infinity, count: rows)
    for first in stride(from: 0, to: count, by: Self.groupSize) {
      let group = first..<min(first + Self.groupSize, count)
      let outputs = group.lowerBound * (width + 1)..<group.upperBound * (width + 1)
      let sums = layer.products(outputs, rows: rows, workspace: workspace)
      for row in 0..<rows where heads[row] >= 0 {
        let head = scores + heads[row] * sections.width + sections.labelHead.lowerBound
        for relation in group where relation != root {
          let score = score(
            sums + row * outputs.count + (relation - first) * (width + 1),
            scale: workspace.activations.scales[row], relation, head)
          if score > bestScores[row] { (best[row], bestScores[row]) = (relation, score) }
        }
      }
    }
    return best
  }

  /// The score of a relation, given the layer's sums for it.
  private func score(
    _ sums: UnsafePointer<Int32>, scale: Float, _ relation: Int, _ head: UnsafePointer<Float>
  ) -> Float {
    let begin = relation * (width + 1)
    let scales = layer.scales.start + begin
    let bias = layer.bias.start + begin
    return vector_scaled_dot(sums, scale, scales, bias, head, width)
      + Float(sums[width]) * (scale * scales[width]) + bias[width]
  }
}
