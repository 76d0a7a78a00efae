/// A writer of RDF/XML that takes quads from a reader; the prefixes that come before the first quad
/// are those of the document.
final class RDFXMLQuadWriter: QuadWriter {
  private let sink: OutputSink
  private let characters: ForbiddenCharacters
  private var prefixes: [(prefix: String, namespace: String)] = []
  private var writer: RDFXMLWriter?
  private var graphs = GraphLosses()

  init(to sink: OutputSink, forbiddenCharacters: ForbiddenCharacters) {
    self.sink = sink
    characters = forbiddenCharacters
  }

  func handlePrefix(_ prefix: String, _ namespace: String) {
    if writer == nil, prefixes.count < 1000 { prefixes.append((prefix, namespace)) }
  }

  func handle(_ quad: borrowing EncodedQuad) throws {
    graphs.count(quad)
    if let writer { try writer.write(quad) } else { try open().write(quad) }
  }

  func finish() throws { try (writer ?? open()).finish() }

  private func open() throws -> RDFXMLWriter {
    let namespaces = XMLNamespaces(prefixes + XMLNamespaces.wellKnown.declarations)
    let opened = try RDFXMLWriter(
      to: sink, namespaces: namespaces, forbiddenCharacters: characters)
    writer = opened
    return opened
  }

  var losses: [WritingReport.Loss] {
    [
      .init(.namedGraphs, graphs.count), .init(.tripleTerms, writer?.tripleTermCount ?? 0),
      .init(.directions, writer?.directionCount ?? 0),
      .init(.replacedCharacters, writer?.replacedCharacterCount ?? 0),
    ]
  }
}
