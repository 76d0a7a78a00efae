import Foundation

@testable import NewsGraph

/// A test of the W3C.
struct W3CTest: Sendable {
  var name: String
  /// The local name of the class: `TestTurtleEval`.
  var type: String
  var action: String
  var result: String?
  var hashAlgorithm: String?
}

/// The list of tests of a suite.
struct W3CManifest {
  private static let prefix = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
  /// The folder of the manifest, with a slash at its end.
  let folder: String
  /// The IRI that the folder has on the web.
  let base: String
  private(set) var tests: [W3CTest] = []

  init(_ path: String, base: String, name: String = "manifest.ttl") throws {
    folder = "\(SharedFolder.path)/\(path)/"
    self.base = base
    let list = QuadList()
    let reader = GraphReader(options: .init(base: try IRI(base + name)))
    try reader.read(folder + name, into: list)
    var properties: [Term: [IRI: Term]] = [:]
    for quad in list.quads {
      properties[Term(quad.triple.subject), default: [:]][quad.triple.predicate] =
        quad.triple.object
    }
    let entries = IRI(checked: Self.prefix + "entries")
    var cell = list.quads.first { $0.triple.predicate == entries }?.triple.object
    while let current = cell, let cellProperties = properties[current] {
      if let entry = cellProperties[RDF.first], let test = properties[entry] {
        tests.append(makeTest(test))
      }
      cell = cellProperties[RDF.rest]
    }
  }

  private func makeTest(_ properties: [IRI: Term]) -> W3CTest {
    func text(_ property: String) -> String? {
      for (key, value) in properties where key.string.hasSuffix("#" + property) {
        switch value {
        case .iri(let iri): return iri.string
        case .literal(let literal): return literal.lexicalForm
        case .blank(let label): return label
        }
      }
      return nil
    }
    return W3CTest(
      name: text("name") ?? "?",
      type: text("type")?.split(separator: "#").last.map(String.init) ?? "",
      action: text("action") ?? "", result: text("result"), hashAlgorithm: text("hashAlgorithm"))
  }

  /// The path of a file that the manifest names by its IRI.
  func path(_ iri: String) -> String { folder + iri.dropFirst(base.count) }
}
