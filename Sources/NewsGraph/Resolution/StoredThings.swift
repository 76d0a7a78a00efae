import Extraction

/// Joins the entities of a corpus that are no persons as `NamedThingResolver` does, however many there
/// are.
///
/// Those of one name come first, name by name. What is left of them is put together as far as second
/// names, acronyms or classes may make one of it, and the resolver gets one part after the other.
final class StoredThings {
  private enum Role: Int {
    case name, alias, bearer, acronym
  }

  private let variants: NameVariants
  /// The clusters by a hash of their keys.
  private let sorter: ExternalSorter
  private let parts: ClusterParts
  private let names: ClusterNotes
  private let acronyms: ClusterNotes

  init(_ variants: NameVariants, _ storage: TemporaryStorage) {
    self.variants = variants
    sorter = ExternalSorter(storage)
    parts = ClusterParts(storage)
    names = ClusterNotes(storage)
    acronyms = ClusterNotes(storage)
  }

  /// Adds a cluster of one name.
  func add(_ thing: EntityCluster) throws(OutputError) {
    var encoder = RecordEncoder()
    thing.encode(to: &encoder)
    let key = NamedThingResolver(variants: variants).key(of: thing)
    try sorter.add(key: HashKey.bytes(of: key), value: encoder.bytes)
  }

  /// Hands on the joined clusters; nothing may be added afterwards.
  func forEachResolved(_ body: (EntityCluster) throws -> Void) throws {
    try joinNames(body)
    try names.forEachGroup { notes in
      let hasAlias = notes.contains { $0.role == Role.alias.rawValue }
      if hasAlias { parts.join(notes.lazy.map(\.cluster)) }
    }
    let ambiguous = try joinAcronyms()
    try parts.forEachPart { part in
      var resolver = NamedThingResolver(variants: variants)
      resolver.ambiguousAcronyms = ambiguous
      resolver.joinOtherNames(of: part)
      for cluster in resolver.resolved { try body(cluster) }
    }
  }

  /// Joins what has one name, and notes what it may be one with besides.
  private func joinNames(_ body: (EntityCluster) throws -> Void) throws {
    let sorted = try sorter.finish()
    var hash: [UInt8] = []
    var alike: [EntityCluster] = []
    while let record = try sorted.next() {
      if record.key != hash {
        try joinNames(of: alike, body)
        (hash, alike) = (record.key, [])
      }
      var decoder = RecordDecoder(record.value)
      alike.append(try EntityCluster(from: &decoder))
    }
    try joinNames(of: alike, body)
  }

  private func joinNames(
    of alike: [EntityCluster], _ body: (EntityCluster) throws -> Void
  ) throws {
    var resolver = NamedThingResolver(variants: variants)
    resolver.joinNames(of: alike)
    for (place, cluster) in resolver.clusters.enumerated() {
      // One name of several things is that of nothing else.
      guard cluster.soleArticle == nil else {
        try body(cluster)
        continue
      }
      var order = SortKey()
      order.append(resolver.keys[place])
      order.append(place)
      try note(cluster, as: parts.add(cluster, order: order.bytes))
    }
  }

  private func note(_ cluster: EntityCluster, as number: Int32) throws(OutputError) {
    let isOrganization = cluster.type == .organization || cluster.type == .group
    for name in cluster.names.keys.sorted() {
      let organization = OrganizationName(name, variants: variants)
      // Things of one name that are of several classes count as second names of each other.
      let words = organization.key.isEmpty ? name : organization.key
      if words.contains(" ") {
        try names.add("class \(words)", of: number, role: Role.alias.rawValue)
      }
      guard isOrganization else { continue }
      try names.add("alias \(organization.key)", of: number, role: Role.name.rawValue)
      for initials in Set(organization.initials).sorted() {
        try acronyms.add(initials, of: number, role: Role.bearer.rawValue) { $0.write(initials) }
      }
      if let acronym = organization.acronym {
        try acronyms.add(acronym, of: number, role: Role.acronym.rawValue) { $0.write(acronym) }
      }
    }
    guard isOrganization else { return }
    for alias in cluster.aliases.keys.sorted() {
      let name = OrganizationName(alias, variants: variants)
      guard name.acronym != nil || name.key.contains(" ") else { continue }
      try names.add("alias \(name.key)", of: number, role: Role.alias.rawValue)
    }
  }

  /// Puts an acronym and the one name together that it can be of.
  ///
  /// - Returns: The acronyms that can be of names in several parts, which can be of none alone.
  private func joinAcronyms() throws -> Set<String> {
    var ambiguous: Set<String> = []
    // Joined at the end, so that the order of the acronyms, which is a random one, changes nothing.
    var joins: [[Int32]] = []
    try acronyms.forEachGroup { notes in
      var byText: [String: [ClusterNotes.Note]] = [:]
      for var note in notes { byText[try note.value.text(), default: []].append(note) }
      for (text, notes) in byText {
        guard notes.contains(where: { $0.role == Role.acronym.rawValue }) else { continue }
        let bearers = notes.filter { $0.role == Role.bearer.rawValue }.map(\.cluster)
        switch Set(bearers.map(parts.part)).count {
        case 0: break
        case 1: joins.append(notes.map(\.cluster))
        default: ambiguous.insert(text)
        }
      }
    }
    for clusters in joins { parts.join(clusters) }
    return ambiguous
  }
}
