/// The search for entities by what a person types.
struct EntitySearch {
  private let names: [String]
  /// What each node can be found by, in lower case; nothing for values.
  private let keys: [[String]]

  /// Searches the entities of a knowledge graph.
  init(_ graph: PropertyGraph) {
    self.init(names: graph.names, keys: graph.nodes.indices.map { Self.keys(of: $0, in: graph) })
  }

  /// Searches the entities of the contents of a graph.
  init(_ contents: some GraphContents, _ index: PropertyIndex) throws {
    var keys: [[String]] = []
    try contents.entities().forEach { entity in
      keys.append(
        [index.names[keys.count], entity.iri.string] + entity.otherNames + entity.links)
    }
    for name in index.names[keys.count...] { keys.append([name]) }
    self.init(names: index.names, keys: keys)
  }

  /// Searches nodes of any kind, given their names and what else they can be found by.
  init(names: [String], keys: [[String]]) {
    self.names = names
    self.keys = keys.map { $0.map { $0.lowercased() } }
  }

  /// The nodes with a name, alias, IRI or Wikidata identifier, without regard to case; where there
  /// are none, those whose name holds the text, if it is one alone.
  func nodes(named text: String) throws(WritingError) -> Set<Int> {
    let wanted = text.lowercased()
    let exact = keys.indices.filter { keys[$0].contains(wanted) }
    if !exact.isEmpty { return Set(exact) }
    let similar = keys.indices.filter { number in
      keys[number].contains { key in key.contains(wanted) }
    }
    if similar.count == 1, !wanted.isEmpty { return Set(similar) }
    let near = similar.map { number in names[number] }.sorted { ($0.count, $0) < ($1.count, $1) }
    throw .unknownEntity(text, similar: Array(near.prefix(5)))
  }

  private static func keys(of number: Int, in graph: PropertyGraph) -> [String] {
    switch graph.nodes[number] {
    case .entity(let entity):
      [graph.names[number], entity.iri.string] + entity.otherNames + entity.links
    case .unknown: [graph.names[number]]
    case .value: []
    }
  }
}
