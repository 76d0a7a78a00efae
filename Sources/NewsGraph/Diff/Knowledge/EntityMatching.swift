import Extraction

/// Which entities of two graphs are the same, though their nodes have other IRIs.
///
/// An IRI holds class and name, so that a new name or class gives a new one. What is gone from the
/// old graph and what appears in the new one is put together by Wikidata link, by name, and by the
/// other names that one side knows.
struct EntityMatching {
  /// Old and new IRIs that belong together, where they are not just one that is in both.
  struct Group {
    var old: Set<IRI>
    var new: Set<IRI>
  }

  private(set) var groups: [Group] = []
  /// What the old nodes are called in the new graph, where that is one node with another IRI.
  private(set) var newNames: [IRI: IRI] = [:]

  private let old: KnowledgeGraph
  private let new: KnowledgeGraph

  init(_ old: KnowledgeGraph, _ new: KnowledgeGraph) {
    (self.old, self.new) = (old, new)
    let gone = old.sortedEntities.filter { new.entities[$0.iri] == nil }
    let appeared = new.sortedEntities.filter { old.entities[$0.iri] == nil }
    var pairs = pairs(gone, appeared)
    // Who took the name of one that is gone has swallowed it; who gave a name to one that appeared
    // was split.
    pairs += swallowed(gone, excluding: Set(pairs.map(\.old)))
    pairs += splitOff(appeared, excluding: Set(pairs.map(\.new)))
    join(pairs)
    for group in groups where group.new.count == 1 {
      guard let target = group.new.first else { continue }
      for iri in group.old where iri != target { newNames[iri] = target }
    }
  }

  private typealias Pair = (old: IRI, new: IRI)

  /// The gone and the appeared that are one thing: by link, else by name, else by other names.
  private func pairs(_ gone: [EntityNode], _ appeared: [EntityNode]) -> [Pair] {
    var byLink: [String: [EntityNode]] = [:]
    var byName: [String: [EntityNode]] = [:]
    var byAlias: [String: [EntityNode]] = [:]
    for entity in appeared {
      if let link = entity.link { byLink[link, default: []].append(entity) }
      byName[Self.folded(entity.name), default: []].append(entity)
      for name in entity.otherNames { byAlias[Self.folded(name), default: []].append(entity) }
    }
    var found: [Pair] = []
    for entity in gone {
      let others = entity.otherNames.map(Self.folded)
      let candidates = [
        entity.link.flatMap { byLink[$0] } ?? [],
        byName[Self.folded(entity.name)] ?? [],
        byAlias[Self.folded(entity.name)] ?? [],
        others.flatMap { byName[$0] ?? [] },
      ]
      // Two links that differ are two things, whatever they are called.
      let best = candidates.lazy.map { $0.filter { Self.canBe(entity, $0) } }
        .first { !$0.isEmpty }
      for other in best ?? [] { found.append((entity.iri, other.iri)) }
    }
    return found
  }

  private func swallowed(_ gone: [EntityNode], excluding matched: Set<IRI>) -> [Pair] {
    var byGainedName: [String: [EntityNode]] = [:]
    for entity in new.sortedEntities {
      guard let before = old.entities[entity.iri] else { continue }
      let known = Set(Self.names(before))
      for name in Self.names(entity) where !known.contains(name) {
        byGainedName[name, default: []].append(entity)
      }
    }
    return gone.filter { !matched.contains($0.iri) }.compactMap { entity in
      let found = (byGainedName[Self.folded(entity.name)] ?? []).filter { Self.canBe(entity, $0) }
      return found.count == 1 ? (entity.iri, found[0].iri) : nil
    }
  }

  private func splitOff(_ appeared: [EntityNode], excluding matched: Set<IRI>) -> [Pair] {
    var byLostName: [String: [EntityNode]] = [:]
    for entity in old.sortedEntities {
      guard let after = new.entities[entity.iri] else { continue }
      let kept = Set(Self.names(after))
      for name in Self.names(entity) where !kept.contains(name) {
        byLostName[name, default: []].append(entity)
      }
    }
    return appeared.filter { !matched.contains($0.iri) }.compactMap { entity in
      let found = (byLostName[Self.folded(entity.name)] ?? []).filter { Self.canBe($0, entity) }
      return found.count == 1 ? (found[0].iri, entity.iri) : nil
    }
  }

  /// Puts pairs that share an entity together; one that is in both graphs stands on both sides.
  private mutating func join(_ pairs: [Pair]) {
    var groupOf: [String: Int] = [:]
    var joined: [Group?] = []
    for pair in pairs {
      var group = Group(old: [pair.old], new: [pair.new])
      if new.entities[pair.old] != nil { group.new.insert(pair.old) }
      if old.entities[pair.new] != nil { group.old.insert(pair.new) }
      let keys = Self.keys(group)
      for number in Set(keys.compactMap { groupOf[$0] }).sorted() {
        guard let other = joined[number] else { continue }
        group.old.formUnion(other.old)
        group.new.formUnion(other.new)
        joined[number] = nil
      }
      for key in Self.keys(group) { groupOf[key] = joined.count }
      joined.append(group)
    }
    groups = joined.compactMap { $0 }
  }

  private static func keys(_ group: Group) -> [String] {
    group.old.map { "o" + $0.string } + group.new.map { "n" + $0.string }
  }

  private static func canBe(_ old: EntityNode, _ new: EntityNode) -> Bool {
    guard let left = old.link, let right = new.link else { return true }
    return left == right
  }

  private static func names(_ entity: EntityNode) -> [String] {
    ([entity.name] + entity.otherNames).map(folded)
  }

  private static func folded(_ name: String) -> String { name.lowercased() }
}
