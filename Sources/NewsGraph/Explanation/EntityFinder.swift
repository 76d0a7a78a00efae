import Extraction

/// Finds the entity that a user means, by IRI, Wikidata identifier or any of its names.
public struct EntityFinder: Sendable {
  /// What was found.
  public enum Outcome: Sendable {
    /// One entity.
    case found(ResolvedEntity)
    /// Several that the words can mean, sorted by IRI.
    case ambiguous([ResolvedEntity])
    /// None; some whose names hold the words, sorted by IRI.
    case none(near: [ResolvedEntity])
  }

  private let graph: KnowledgeGraph
  private let entities: [ResolvedEntity]

  /// Makes a finder for what a pipeline read.
  public init(_ result: Pipeline.Result) {
    graph = result.graph
    entities = result.resolution?.entities ?? []
  }

  /// The entity with an IRI, the number of a Wikidata item, or a name, whatever its case and marks.
  ///
  /// The name that is shown goes before other names: `Georgia` is what is called so, not what an
  /// article once called so, too.
  public func find(_ text: String) -> Outcome {
    let text = String(text.drop(while: \.isWhitespace))
    if let exact = entities.first(where: { $0.iri.string == text }) { return .found(exact) }
    let item = text.split(separator: "/").last.map(String.init) ?? text
    let linked = entities.filter { $0.link != nil && $0.link == item.uppercased() }
    if !linked.isEmpty { return outcome(linked) }
    let words = NameFolding.plainWords(of: text)
    guard !words.isEmpty else { return .none(near: []) }
    let labelled = entities.filter { NameFolding.plainWords(of: $0.name) == words }
    if !labelled.isEmpty { return outcome(labelled) }
    let named = entities.filter { entity in
      names(of: entity).contains { NameFolding.plainWords(of: $0) == words }
    }
    if !named.isEmpty { return outcome(named) }
    let near = entities.filter { entity in
      names(of: entity).contains { !Set(NameFolding.plainWords(of: $0)).isDisjoint(with: words) }
    }
    return .none(near: near)
  }

  private func outcome(_ found: [ResolvedEntity]) -> Outcome {
    found.count == 1 ? .found(found[0]) : .ambiguous(found)
  }

  private func names(of entity: ResolvedEntity) -> Set<String> {
    Set(entity.names.keys).union(graph.entities[entity.iri]?.otherNames ?? [])
  }
}
