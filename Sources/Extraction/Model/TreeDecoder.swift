/// The search for the best dependency tree: the maximum spanning tree with a single word on the
/// root, crossing arcs allowed.
///
/// Chu and Liu 1965; Edmonds, *Optimum Branchings*, 1967; McDonald et al., *Non-Projective
/// Dependency Parsing using Spanning Tree Algorithms*, 2005.
enum TreeDecoder {
  /// What hanging on the root costs: so much that a second word there is never worth it.
  private static let rootPenalty = 10_000.0

  /// The head of each of `count` words, 0 for the root.
  ///
  /// `scores` holds a row of `count` + 1 scores for each word: the root's, then each word's.
  static func heads(_ scores: [Float], count: Int) -> [Int] {
    let size = count + 1
    var full = [Double](repeating: -.infinity, count: size * size)
    for word in 1..<max(1, size) {
      for head in 0..<size where head != word {
        let score = Double(scores[(word - 1) * size + head])
        full[word * size + head] = head == 0 ? score - rootPenalty : score
      }
    }
    return Array(spanningTree(full, size).dropFirst())
  }

  /// The best head of each node of a graph whose node 0 is the root; `scores` by dependent and head.
  private static func spanningTree(_ scores: [Double], _ size: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: size)
    for node in 1..<max(1, size) {
      heads[node] = indexOfLargest(0..<size) { scores[node * size + $0] }
    }
    guard let cycle = cycle(in: heads) else { return heads }
    return expanded(scores, size, heads, cycle)
  }

  /// Contracts a cycle to one node, solves the smaller graph, and opens the cycle where its head
  /// goes in.
  private static func expanded(
    _ scores: [Double], _ size: Int, _ heads: [Int], _ cycle: [Int]
  ) -> [Int] {
    var isInCycle = [Bool](repeating: false, count: size)
    for node in cycle { isInCycle[node] = true }
    let rest = (0..<size).filter { !isInCycle[$0] }
    let contracted = rest.count
    var small = [Double](repeating: -.infinity, count: (contracted + 1) * (contracted + 1))
    var enter = [Int](repeating: 0, count: contracted)
    var leave = [Int](repeating: 0, count: contracted)
    for (index, node) in rest.enumerated() {
      for (other, head) in rest.enumerated() {
        small[index * (contracted + 1) + other] = scores[node * size + head]
      }
      func into(_ member: Int) -> Double {
        scores[cycle[member] * size + node] - scores[cycle[member] * size + heads[cycle[member]]]
      }
      enter[index] = indexOfLargest(cycle.indices, into)
      small[contracted * (contracted + 1) + index] = into(enter[index])
      leave[index] = indexOfLargest(cycle.indices) { scores[node * size + cycle[$0]] }
      small[index * (contracted + 1) + contracted] = scores[node * size + cycle[leave[index]]]
    }
    let solved = spanningTree(small, contracted + 1)
    var result = heads
    for (index, node) in rest.enumerated() {
      let head = solved[index]
      result[node] = head == contracted ? cycle[leave[index]] : rest[head]
    }
    let outer = solved[contracted]
    result[cycle[enter[outer]]] = rest[outer]
    result[0] = 0
    return result
  }

  /// A cycle of the graph that `heads` describes, or nothing where it is a tree.
  private static func cycle(in heads: [Int]) -> [Int]? {
    // 0 not seen, 1 on the present path, 2 known to lead to the root.
    var state = [UInt8](repeating: 0, count: heads.count)
    state[0] = 2
    for first in 1..<max(1, heads.count) {
      var path: [Int] = []
      var node = first
      while state[node] == 0 {
        state[node] = 1
        path.append(node)
        node = heads[node]
      }
      if state[node] == 1, let begin = path.firstIndex(of: node) { return Array(path[begin...]) }
      for seen in path { state[seen] = 2 }
    }
    return nil
  }

  private static func indexOfLargest(_ range: Range<Int>, _ value: (Int) -> Double) -> Int {
    var best = range.lowerBound
    var bestValue = value(best)
    for index in range.dropFirst() {
      let candidate = value(index)
      if candidate > bestValue { (best, bestValue) = (index, candidate) }
    }
    return best
  }
}
