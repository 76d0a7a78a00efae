/// The search for entities by what a person types.
struct EntitySearch {
  private let graph: PropertyGraph

  init(_ graph: PropertyGraph) { self.graph = graph }

  /// The nodes with a name, alias, IRI or Wikidata identifier, without regard to case; where there
  /// are none, those whose name holds the text, if it is one alone.
  func nodes(named text: String) throws(WritingError) -> Set<Int> {
    let wanted = text.lowercased()
    let exact = graph.nodes.indices.filter { keys(of: $0).contains(wanted) }
    if !exact.isEmpty { return Set(exact) }
    let similar = graph.nodes.indices.filter { number in
      !graph.nodes[number].isValue && keys(of: number).contains { $0.contains(wanted) }
    }
    if similar.count == 1, !wanted.isEmpty { return Set(similar) }
    let names = similar.map { graph.names[$0] }.sorted {
      ($0.count, $0) < ($1.count, $1)
    }
    throw .unknownEntity(text, similar: Array(names.prefix(5)))
  }

  private func keys(of number: Int) -> [String] {
    switch graph.nodes[number] {
    case .entity(let entity):
      ([graph.names[number], entity.iri.string] + entity.otherNames + entity.links)
        .map { $0.lowercased() }
    case .unknown: [graph.names[number].lowercased()]
    case .value: []
    }
  }
}
