public import Extraction

/// Makes one node of what several articles say of one event, and gives events that are known by
/// their noun, day and place or participants a name that says so: `Talks in Moscow, 9 October 2020`.
///
/// In the graph of one article, an event without a name of its own is a node of that article. The
/// result depends on the graph alone, not on the order in which its articles were merged.
public struct EventMerger: Sendable {
  private let ontology: Ontology
  let kinds: EventKinds
  private let minter: IRIMinter

  /// Makes a merger that knows the nouns of a lexicon.
  public init(ontology: Ontology, lexicon: Lexicon, minter: IRIMinter = .standard) {
    self.ontology = ontology
    self.minter = minter
    kinds = EventKinds(lexicon: lexicon)
  }

  /// The graph with one node for each event.
  ///
  /// The events' day, place and sort become statements of their own, each with the evidence that it
  /// was taken from: what is only claimed or planned of an event stays claimed or planned.
  public func merged(_ graph: KnowledgeGraph) -> KnowledgeGraph {
    let reader = EventReader(graph: graph, ontology: ontology, kinds: kinds)
    let nodes = nodes(of: reader.occurrences(), in: graph)
    return nodes.isEmpty ? graph : rewritten(graph, nodes)
  }

  /// What becomes one node, and the name of the node.
  ///
  /// - Parameters:
  ///   - occurrences: What each article says of each event.
  ///   - graph: A graph with the entities that they name.
  func nodes(of occurrences: [EventOccurrence], in graph: KnowledgeGraph) -> [(EventCluster, IRI)] {
    nodes(
      for: EventClustering(graph: graph).clusters(of: occurrences)
        .map { EventCluster(members: $0, graph: graph) })
  }

  /// The graph with other nodes for its events.
  func rewritten(_ graph: KnowledgeGraph, _ nodes: [(EventCluster, IRI)]) -> KnowledgeGraph {
    var rewriter = EventRewriter(graph: graph, ontology: ontology, minter: minter)
    for (cluster, iri) in nodes { rewriter.replace(cluster, by: iri) }
    return rewriter.rewritten()
  }

  /// The new names of the clusters that have enough to be named by; of several with one name, each
  /// has its participants in it.
  private func nodes(for clusters: [EventCluster]) -> [(EventCluster, IRI)] {
    let named = clusters.compactMap { cluster in cluster.slugWords.map { (cluster, $0) } }
    let groups = Dictionary(grouping: named) { $0.1 }
    return named.map { cluster, words in
      let isAlone = groups[words]?.count == 1
      return (cluster, minter.event(words, apart: isAlone ? nil : cluster.distinction))
    }
  }
}
