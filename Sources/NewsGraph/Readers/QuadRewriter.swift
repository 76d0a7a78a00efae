/// A handler that moves quads to other graphs and gives blank nodes names, and hands them on.
package final class QuadRewriter: QuadHandler {
  private let handler: any QuadHandler
  private let target: [UInt8]?
  private let mergesGraphs: Bool
  private let namespace: [UInt8]?
  private var changed = EncodedQuad()

  /// Makes a handler.
  ///
  /// - Parameters:
  ///   - handler: What takes the quads.
  ///   - graph: The graph that quads of the default graph go into.
  ///   - mergesGraphs: Whether those of named graphs go there too, or into the default graph.
  ///   - namespace: What is put before the label of a blank node to make an IRI of it (RDF 1.1
  ///     Concepts, section 3.5); without it blank nodes stay.
  package init(
    _ handler: any QuadHandler, graph: IRI? = nil, mergesGraphs: Bool = false,
    skolemizing namespace: IRI? = nil
  ) {
    self.handler = handler
    target = graph.map { Array($0.string.utf8) }
    self.mergesGraphs = mergesGraphs
    self.namespace = namespace.map { Array($0.string.utf8) }
  }

  package func handle(_ quad: borrowing EncodedQuad) throws {
    let isNamed = quad.graph.kind != .none
    let isMoved = isNamed ? mergesGraphs : target != nil
    let isNaming = namespace != nil && quad.hasBlankNode
    guard isMoved || isNaming else { return try handler.handle(quad) }
    changed.replace(by: quad)
    if isMoved { changed.graph = target.map { changed.append(.iri, $0) } ?? .none }
    if isNaming {
      changed.subject = named(changed.subject)
      changed.object = named(changed.object)
      changed.graph = named(changed.graph)
    }
    try handler.handle(changed)
  }

  package func handlePrefix(_ prefix: String, _ namespace: String) throws {
    try handler.handlePrefix(prefix, namespace)
  }

  package func handleRejected(_ rejected: RejectedStatement) throws {
    try handler.handleRejected(rejected)
  }

  /// A name for a blank node; all other terms as they are.
  private func named(_ term: EncodedTerm) -> EncodedTerm {
    guard term.kind == .blank, let namespace else { return term }
    // The labels of N-Triples are characters that an IRI can hold.
    return changed.append(.iri, namespace + changed.bytes[term.text])
  }
}
