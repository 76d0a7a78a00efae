/// The choice of the arrows of a drawing that would have too many of them.
///
/// First come those that hold it together, a spanning forest of the strongest; then the strongest
/// of each node, the second of each, and so on, so that a hub with a thousand arrows does not take
/// the place of all others.
enum ArrowSelection {
  /// The places of the arrows to draw, ascending.
  ///
  /// - Parameter arrows: The ends of each arrow, and its strength.
  static func places(
    _ arrows: [(source: Int, target: Int, weight: Double)], limit: Int
  ) -> [Int] {
    guard arrows.count > limit else { return Array(arrows.indices) }
    let strongest = arrows.indices.sorted { left, right in
      arrows[left].weight != arrows[right].weight
        ? arrows[left].weight > arrows[right].weight : left < right
    }
    var forest = DisjointSets()
    var chosen: [Int] = []
    var others: [(turn: Int, order: Int, place: Int)] = []
    var taken: [Int: Int] = [:]
    for place in strongest {
      let arrow = arrows[place]
      let turn = min(taken[arrow.source, default: 0], taken[arrow.target, default: 0])
      taken[arrow.source, default: 0] += 1
      taken[arrow.target, default: 0] += 1
      if forest.join(arrow.source, arrow.target) {
        chosen.append(place)
      } else {
        others.append((turn, others.count, place))
      }
    }
    others.sort { ($0.turn, $0.order) < ($1.turn, $1.order) }
    return (chosen + others.map(\.place)).prefix(limit).sorted()
  }

  /// The parts of a graph that hang together.
  private struct DisjointSets {
    private var parents: [Int: Int] = [:]

    /// Joins the sets of two nodes; whether they were two.
    mutating func join(_ left: Int, _ right: Int) -> Bool {
      let (a, b) = (root(left), root(right))
      if a == b { return false }
      parents[max(a, b)] = min(a, b)
      return true
    }

    private mutating func root(_ node: Int) -> Int {
      var node = node
      while let parent = parents[node] {
        // Halves the way for the next search.
        if let above = parents[parent] { parents[node] = above }
        node = parent
      }
      return node
    }
  }
}
