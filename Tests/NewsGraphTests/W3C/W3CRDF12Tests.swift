import Testing

@testable import NewsGraph

@Suite struct W3CRDF12Tests {
  @Test(.enabled(if: SharedFolder.has("w3c"), Comment(rawValue: SharedFolder.missing("w3c"))))
  func `the tests of RDF_XML 1_2 pass`() throws {
    let manifest = try W3CManifest(
      "w3c/rdf12/rdf-xml/eval", base: W3CSyntaxTests.web + "rdf12/rdf-xml/eval/")
    #expect(manifest.tests.count == 31)
    let failures = manifest.tests.compactMap { failure(of: $0, in: manifest) }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  private func failure(of test: W3CTest, in manifest: W3CManifest) -> String? {
    do {
      let found = try Self.lines(manifest.path(test.action), .rdfxml, base: test.action)
      if test.type.contains("Negative") { return "\(test.name): not refused" }
      guard let result = test.result else { return nil }
      let expected = try Self.lines(manifest.path(result), .ntriples, base: test.action)
      return Self.areSame(found, expected) ? nil : "\(test.name): \(found)\nexpected \(expected)"
    } catch {
      return test.type.contains("Negative") ? nil : "\(test.name): \(error)"
    }
  }

  private static func lines(_ path: String, _ format: GraphFormat, base: String) throws -> [String]
  {
    let sink = OutputSink.memory()
    let writer = try GraphFormat.ntriples.quadWriter(to: sink)
    try GraphReader(options: .init(base: try IRI(base), readsRDF12: true))
      .read(path, as: format, into: writer)
    try writer.finish()
    try sink.finish()
    return sink.text.split(separator: "\n").map(String.init)
  }

  /// Whether some renaming of the blank nodes makes the lines alike; the graphs are small.
  private static func areSame(_ left: [String], _ right: [String]) -> Bool {
    let (leftNames, rightNames) = (blanks(left), blanks(right))
    guard leftNames.count == rightNames.count else { return false }
    var permutations = Permutations(Array(0..<Int32(leftNames.count)))
    while let order = permutations.next() {
      var text = left.joined(separator: "\n")
      for (index, name) in leftNames.enumerated() {
        text = text.replacing("_:\(name) ", with: "_:=\(rightNames[Int(order[index])]) ")
      }
      let lines = Set(text.replacing("_:=", with: "_:").split(separator: "\n").map(String.init))
      if lines == Set(right) { return true }
    }
    return false
  }

  private static func blanks(_ lines: [String]) -> [String] {
    var names: Set<String> = []
    for line in lines {
      for word in line.split(separator: " ") where word.hasPrefix("_:") {
        names.insert(String(word.dropFirst(2)))
      }
    }
    return names.sorted()
  }
}
