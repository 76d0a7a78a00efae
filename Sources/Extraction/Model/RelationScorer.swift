internal import CVectorMath

/// The choice of the relation between a word and its head.
struct RelationScorer: Sendable {
  /// How many rows are scored at a time: so many that what the layer gives stays in the cache.
  private static let groupSize = 36

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
    let outputs = workspace.wide.reserve(min(rows, Self.groupSize) * layer.outputs)
    var best = [Int](repeating: root, count: rows)
    for first in stride(from: 0, to: rows, by: Self.groupSize) {
      let group = first..<min(first + Self.groupSize, rows)
      layer.apply(
        scores + first * sections.width + sections.labelDependent.lowerBound, rows: group.count,
        stride: sections.width, workspace: workspace, into: outputs)
      for row in group where heads[row] >= 0 {
        best[row] = relation(
          outputs + (row - first) * layer.outputs,
          head: scores + heads[row] * sections.width + sections.labelHead.lowerBound)
      }
    }
    return best
  }

  /// The best relation other than `root`, given what the layer gives for the dependent.
  private func relation(_ output: UnsafePointer<Float>, head: UnsafePointer<Float>) -> Int {
    var best = root
    var bestScore = -Float.infinity
    for relation in 0..<count where relation != root {
      let vector = output + relation * (width + 1)
      let score = vector_dot(vector, head, width) + vector[width]
      if score > bestScore { (best, bestScore) = (relation, score) }
    }
    return best
  }
}
