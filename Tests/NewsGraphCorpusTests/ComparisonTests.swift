import Extraction
import Foundation
import NewsGraph
import NewsGraphCorpus
import Testing

@Suite struct ComparisonTests {
  /// The differences in all formats but drawings, which show unchanged statements too.
  private func told(_ old: GraphVersion, _ new: GraphVersion, focus: String? = nil) throws
    -> [String]
  {
    let ontology = try TestCorpus.pipeline().ontology
    var diff = try GraphComparison(ontology: ontology).compare(old, new)
    if let focus { diff = try diff.focused(on: focus) }
    return try [.json, .text, .markdown, .rdfpatch, .sparql].map { (format: GraphDiff.Format) in
      let sink = OutputSink.memory()
      try diff.write(format, to: sink, options: .init(top: 1000))
      return sink.text
    }
  }

  private func check(
    _ corpus: Corpus, _ old: CorpusVersion, _ new: CorpusVersion, focus: String? = nil
  ) throws {
    let reduced = try corpus.differing(old, new, withAllEntities: focus != nil)
    let quick = try told(reduced.old, reduced.new, focus: focus)
    let slow = try told(try corpus.whole(old), try corpus.whole(new), focus: focus)
    #expect(quick == slow, "\(old.number) and \(new.number)")
  }

  @Test func `two versions are compared as if all of both were read`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    for number in [1, 2] { _ = try await corpus.commit(VersionTests.sample(number)) }
    let versions = try corpus.versions()
    for old in versions {
      for new in versions { try check(corpus, old, new) }
    }
    try check(corpus, versions[0], versions[1], focus: "Azerbaijan")
  }

  @Test func `it is so whatever comes, changes and goes`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    var random = Seeded(state: 7)
    for _ in 0..<14 {
      var articles: [Article] = []
      for number in 0..<16 where Bool.random(using: &random) {
        articles.append(SmallNews.article(number, corrected: Bool.random(using: &random)))
      }
      _ = try await corpus.commit(articles)
    }
    let versions = try corpus.versions()
    #expect(versions.count > 10)
    for _ in 0..<60 {
      let old = try #require(versions.randomElement(using: &random))
      let new = try #require(versions.randomElement(using: &random))
      try check(corpus, old, new)
    }
    try check(corpus, versions[3], versions[4], focus: "Chile")
    #expect(try corpus.verify().problems == [])
  }
}

/// Numbers that are the same in every run (Steele, Lea, Flood: splitmix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
