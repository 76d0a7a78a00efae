import Testing

@testable import NewsGraph

@Suite struct W3CSyntaxTests {
  struct Suite: Sendable, CustomTestStringConvertible {
    var folder: String
    var base: String
    var format: GraphFormat
    var count: Int
    var readsRDF12 = false
    var testDescription: String { folder }
  }

  static let web = "https://w3c.github.io/rdf-tests/rdf/"
  static let suites = [
    Suite(
      folder: "rdf11/rdf-n-triples", base: web + "rdf11/rdf-n-triples/", format: .ntriples,
      count: 70),
    Suite(
      folder: "rdf11/rdf-n-quads", base: web + "rdf11/rdf-n-quads/", format: .nquads, count: 87),
    Suite(folder: "rdf11/rdf-turtle", base: web + "rdf11/rdf-turtle/", format: .turtle, count: 313),
    Suite(folder: "rdf11/rdf-trig", base: web + "rdf11/rdf-trig/", format: .trig, count: 356),
    Suite(folder: "rdf11/rdf-xml", base: web + "rdf11/rdf-xml/", format: .rdfxml, count: 166),
  ]

  @Test(
    .enabled(if: SharedFolder.has("w3c"), Comment(rawValue: SharedFolder.missing("w3c"))),
    arguments: suites)
  func `the tests of RDF 1_1 pass`(suite: Suite) throws {
    let failures = try Self.failures(in: suite)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// What fails, in words; runs all tests of a suite.
  static func failures(in suite: Suite) throws -> [String] {
    let manifest = try W3CManifest("w3c/\(suite.folder)", base: suite.base)
    #expect(manifest.tests.count == suite.count)
    return manifest.tests.compactMap { failure(of: $0, in: manifest, suite) }
  }

  private static func failure(of test: W3CTest, in manifest: W3CManifest, _ suite: Suite)
    -> String?
  {
    let store = QuadStore()
    do {
      let reader = GraphReader(
        options: .init(base: try IRI(test.action), readsRDF12: suite.readsRDF12))
      try reader.read(manifest.path(test.action), as: suite.format, into: store)
    } catch {
      return test.type.contains("Negative") ? nil : "\(test.name): refused: \(error)"
    }
    if test.type.contains("Negative") { return "\(test.name): not refused" }
    guard let result = test.result else { return nil }
    do {
      let expected = QuadStore()
      try GraphReader(options: .init(readsRDF12: suite.readsRDF12))
        .read(manifest.path(result), as: .nquads, into: expected)
      let (found, wanted) = (try CanonicalDataset(store), try CanonicalDataset(expected))
      if found == wanted { return nil }
      return "\(test.name): other triples:\n\(found.lines.joined(separator: "\n"))\nexpected:\n"
        + wanted.lines.joined(separator: "\n")
    } catch {
      return "\(test.name): \(error)"
    }
  }
}
