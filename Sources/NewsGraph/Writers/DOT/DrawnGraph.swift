/// The part of a graph that a drawing shows, with what it says of the rest.
struct DrawnGraph {
  let index: PropertyIndex
  /// What is shown.
  let selection: DrawingSelection
  /// Where the nodes belong, where they are put together by countries.
  let countries: CountryFinder?
  private var nodes: [Int: PropertyGraph.Node] = [:]
  private var edges: [Int: PropertyGraph.Edge] = [:]

  /// Selects from a graph; only what is shown is in memory as a whole.
  init(
    _ contents: some GraphContents, _ options: DrawingOptions, _ storage: TemporaryStorage
  ) throws {
    index = try PropertyIndex(contents)
    var focus: Set<Int> = []
    if let name = options.focus {
      focus = try EntitySearch(contents, index).nodes(named: name)
    }
    selection = DrawingSelection(
      try DrawingNetwork(contents, index, storage), focus: focus, options)
    countries = options.clusters == .country ? try CountryFinder(contents, index) : nil
    try addNodes(of: contents)
    try addEdges(of: contents)
  }

  private mutating func addNodes(of contents: some GraphContents) throws {
    let shown = Set(selection.nodes)
    var number = 0
    try contents.entities().forEach { entity in
      if shown.contains(number) { nodes[number] = .entity(entity) }
      number += 1
    }
    for term in index.unknown {
      nodes[number] = .unknown(term)
      number += 1
    }
  }

  private mutating func addEdges(of contents: some GraphContents) throws {
    let shown = Set(selection.edges)
    let shownNodes = Set(selection.nodes)
    var ends = PropertyIndex.Ends(index)
    var number = 0
    try contents.statements().forEach { statement in
      let (source, target) = ends.next(statement, in: index)
      if case .literal(let literal) = statement.key.object, shownNodes.contains(target) {
        nodes[target] = .value(literal)
      }
      if shown.contains(number) {
        edges[number] = PropertyGraph.Edge(statement: statement, source: source, target: target)
      }
      number += 1
    }
  }
}

extension DrawnGraph {
  /// A node that is shown.
  func node(_ number: Int) -> PropertyGraph.Node { nodes[number] ?? .unknown(.blank("")) }

  /// The statements that are shown, in the graph's order.
  var shownEdges: [PropertyGraph.Edge] { selection.edges.compactMap { edges[$0] } }

  /// The name to show of a node that is shown.
  func name(_ number: Int) -> String {
    if index.names.indices.contains(number) { return index.names[number] }
    if case .value(let literal)? = nodes[number] { return literal.lexicalForm }
    return ""
  }
}
