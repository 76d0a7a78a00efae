import Extraction

/// Joins the entities of a corpus that are no persons: organizations, places and all else.
///
/// Entities with one name and class are one unless links or countries speak against it. Then come
/// acronyms, names that an article gives beside each other, and names that articles put into
/// different classes. The order depends on nothing but the names.
struct NamedThingResolver {
  let variants: NameVariants
  private(set) var clusters: [EntityCluster] = []
  /// The keys of the clusters, as they were when the clusters came.
  private(set) var keys: [String] = []
  /// Acronyms that can be of names which the resolver does not see, and so of none that it sees alone.
  var ambiguousAcronyms: Set<String> = []
  /// Whether a cluster has gone into another one.
  private var isGone: [Bool] = []

  init(variants: NameVariants) { self.variants = variants }

  /// The clusters that are left.
  var resolved: [EntityCluster] {
    zip(clusters, isGone).filter { !$0.1 }.map(\.0)
  }

  /// Joins clusters of one name each.
  mutating func resolve(_ things: [EntityCluster]) {
    joinNames(of: things)
    joinOtherNames()
  }

  /// Joins what has one name and class: the first step.
  mutating func joinNames(of things: [EntityCluster]) {
    let keys = things.map(key)
    let order = things.indices.sorted { left, right in
      if keys[left] != keys[right] {
        return keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8)
      }
      let known = (things[left].knowledge, things[right].knowledge)
      if known.0 != known.1 { return known.0 > known.1 }
      return things[left].firstMember < things[right].firstMember
    }
    var byKey: [String: [Int]] = [:]
    for index in order {
      let (key, cluster) = (keys[index], things[index])
      guard cluster.soleArticle == nil else {
        append(cluster, key)
        continue
      }
      let fitting = (byKey[key] ?? []).filter {
        cluster.conflict(with: clusters[$0]) == nil
          && !cluster.context.isOfOtherCountry(than: clusters[$0].context)
      }
      if let chosen = choose(fitting, for: cluster) {
        clusters[chosen].absorb(cluster, reason(cluster, clusters[chosen]))
      } else {
        byKey[key, default: []].append(clusters.count)
        append(cluster, key)
        if !fitting.isEmpty {
          clusters[clusters.count - 1].soleArticle = cluster.articles.min()
        }
      }
    }
  }

  /// Joins what the first step left: the other steps.
  ///
  /// - Parameter things: The clusters in the order of their keys.
  mutating func joinOtherNames(of things: [EntityCluster]) {
    for thing in things { append(thing, "") }
    joinOtherNames()
  }

  private mutating func joinOtherNames() {
    joinAliases()
    joinAcronyms()
    joinClasses()
  }

  private mutating func append(_ cluster: EntityCluster, _ key: String) {
    clusters.append(cluster)
    keys.append(key)
    isGone.append(false)
  }

  private func choose(_ fitting: [Int], for cluster: EntityCluster) -> Int? {
    if fitting.count == 1 { return fitting[0] }
    let agreeing = fitting.filter { cluster.context.agrees(with: clusters[$0].context) }
    if agreeing.count == 1 { return agreeing[0] }
    let known = fitting.filter { !clusters[$0].links.isEmpty || !clusters[$0].entries.isEmpty }
    return known.count == 1 ? known[0] : nil
  }

  private func reason(_ cluster: EntityCluster, _ other: EntityCluster) -> MergeReason {
    let names = (cluster.mostUsedName.name, other.mostUsedName.name)
    let words = (NameFolding.plainWords(of: names.0), NameFolding.plainWords(of: names.1))
    if words.0 == words.1 { return .sameName }
    return cluster.canonicalName != nil ? .countryBody : .legalForm
  }

  /// What is the same for all things that may be one for their names.
  func key(of cluster: EntityCluster) -> String {
    let name = cluster.canonicalName ?? cluster.mostUsedName.name
    return "\(cluster.type.rawValue) \(words(name, cluster.type))"
  }

  private func words(_ name: String, _ type: EntityType) -> String {
    guard type == .organization || type == .group else {
      let words = NameFolding.plainWords(of: name)
      return words.isEmpty ? name : words.joined(separator: " ")
    }
    let key = OrganizationName(name, variants: variants).key
    return key.isEmpty ? name : key
  }

  private mutating func join(_ index: Int, into other: Int, _ reason: MergeReason) {
    clusters[other].absorb(clusters[index], reason)
    isGone[index] = true
  }

  private func isOpen(_ index: Int) -> Bool {
    !isGone[index] && clusters[index].soleArticle == nil
  }

  private func isOrganization(_ index: Int) -> Bool {
    isOpen(index) && (clusters[index].type == .organization || clusters[index].type == .group)
  }

  // MARK: - Organizations

  /// A name of one cluster that articles give another one as a second name.
  private mutating func joinAliases() {
    var holders: [String: Set<Int>] = [:]
    for index in clusters.indices where isOrganization(index) {
      for alias in clusters[index].aliases.keys {
        let name = OrganizationName(alias, variants: variants)
        if name.acronym != nil || name.key.contains(" ") {
          holders[name.key, default: []].insert(index)
        }
      }
    }
    for index in clusters.indices where isOrganization(index) && clusters[index].links.isEmpty {
      let name = OrganizationName(clusters[index].mostUsedName.name, variants: variants)
      let others = (holders[name.key] ?? []).filter { $0 != index && isOpen($0) }
      guard others.count == 1, let other = others.first,
        clusters[index].weakConflict(with: clusters[other]) == nil
      else { continue }
      join(index, into: other, .alias)
    }
  }

  /// An acronym that the initials of one name only can be.
  private mutating func joinAcronyms() {
    var bearers: [String: [Int]] = [:]
    for index in clusters.indices where isOrganization(index) {
      let names = clusters[index].names.keys.flatMap {
        OrganizationName($0, variants: variants).initials
      }
      for initials in Set(names) { bearers[initials, default: []].append(index) }
    }
    for index in clusters.indices
    where isOrganization(index) && clusters[index].links.isEmpty && clusters[index].entries.isEmpty
    {
      let name = clusters[index].mostUsedName.name
      guard let acronym = OrganizationName(name, variants: variants).acronym,
        !ambiguousAcronyms.contains(acronym), let others = bearers[acronym], others.count == 1,
        let other = others.first, isOpen(other),
        other != index, clusters[index].weakConflict(with: clusters[other]) == nil
      else { continue }
      // Many bodies share three letters, and parties even more.
      let agrees = clusters[index].context.agrees(with: clusters[other].context)
      if acronym.count >= 4 || agrees { join(index, into: other, .acronym) }
    }
  }

  // MARK: - Classes

  /// A name of several words that articles put into classes which do not exclude each other.
  private mutating func joinClasses() {
    var byWords: [String: [Int]] = [:]
    for index in clusters.indices where isOpen(index) {
      let words = words(clusters[index].mostUsedName.name, .organization)
      if words.contains(" ") { byWords[words, default: []].append(index) }
    }
    for words in byWords.keys.sorted() {
      guard let group = byWords[words], group.count > 1 else { continue }
      let order = group.sorted { left, right in
        let known = (clusters[left].links.isEmpty, clusters[right].links.isEmpty)
        if known.0 != known.1 { return !known.0 }
        let counts = (clusters[left].articles.count, clusters[right].articles.count)
        if counts.0 != counts.1 { return counts.0 > counts.1 }
        return left < right
      }
      for (position, index) in order.enumerated().dropFirst() {
        let other = order[..<position].first {
          isOpen($0) && Self.areCompatible(clusters[index].type, clusters[$0].type)
            && clusters[index].conflict(with: clusters[$0]) == nil
            && !clusters[index].context.isOfOtherCountry(than: clusters[$0].context)
        }
        if let other { join(index, into: other, .otherClass) }
      }
    }
  }

  /// Whether one thing may be taken for either class.
  static func areCompatible(_ left: EntityType, _ right: EntityType) -> Bool {
    left != right && compatible.contains { $0.contains(left) && $0.contains(right) }
  }

  private static let compatible: [Set<EntityType>] = [
    [.organization, .group], [.organization, .facility], [.region, .place], [.city, .place],
    [.facility, .place], [.work, .product, .document, .thing], [.event, .award],
    [.weapon, .product],
  ]
}
