import Foundation
import Testing

@testable import NewsGraph

@Suite struct CanonicalDatasetTests {
  private static func store(_ text: String) throws -> QuadStore {
    let store = QuadStore()
    try GraphReader().read(Array(text.utf8), as: .trig, into: store)
    return store
  }

  private static func canonical(_ text: String) throws -> CanonicalDataset {
    try CanonicalDataset(store(text))
  }

  @Test func `labels and order do not matter`() throws {
    let left = try Self.canonical(
      "PREFIX : <http://e/> _:x :p _:y . _:y :p _:z . _:z :p _:x . _:x :q 1 . :g { _:x :r _:y }")
    let right = try Self.canonical(
      "PREFIX : <http://e/> :g { _:b :r _:c } _:c :p _:a . _:a :p _:b . _:b :q 1 . _:b :p _:c .")
    #expect(left == right)
    #expect(Array(left.lines) == Array(right.lines))
    #expect(left.labels["x"] == right.labels["b"])
  }

  @Test func `different graphs stay different`() throws {
    let cycle = try Self.canonical("PREFIX : <http://e/> _:a :p _:b . _:b :p _:a .")
    let chain = try Self.canonical("PREFIX : <http://e/> _:a :p _:b . _:b :p _:c .")
    let loops = try Self.canonical("PREFIX : <http://e/> _:a :p _:a . _:b :p _:b .")
    #expect(cycle != chain && chain != loops && cycle != loops)
  }

  @Test func `repetitions are written once`() throws {
    let once = try Self.canonical("_:a <http://e/p> 1, 2 .")
    let twice = try Self.canonical("_:a <http://e/p> 1, 2, 1 . _:a <http://e/p> 2 .")
    #expect(once == twice && twice.count == 2)
  }

  @Test func `a random relabelling changes nothing`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      let count = 2 + random.below(5)
      let edges = (0..<(count * 2)).map { _ in (random.below(count), random.below(count)) }
      let names = (0..<count).map { "n\($0)" }.shuffled(using: &random)
      func text(_ edges: [(Int, Int)], _ names: [String]) -> String {
        edges.map { "_:\(names[$0.0]) <http://e/p> _:\(names[$0.1]) ." }.joined(separator: "\n")
      }
      let plain = try Self.canonical(text(edges, (0..<count).map { "b\($0)" }))
      #expect(plain == (try Self.canonical(text(edges.shuffled(using: &random), names))))
    }
  }

  @Test func `a graph that is made to take long ends in an error`() throws {
    var text = ""
    for left in 0..<12 {
      for right in 0..<12 where left != right { text += "_:n\(left) <http://e/p> _:n\(right) .\n" }
    }
    let store = try Self.store(text)
    let start = Date()
    #expect(throws: CanonicalizationError.tooComplex(limit: 20_000)) {
      _ = try CanonicalDataset(store, workLimit: 20_000)
    }
    #expect(Date().timeIntervalSince(start) < 30)
  }
}
