import Extraction

/// Chooses the names and IRIs of joined entities.
struct EntityNaming: Sendable {
  let gazetteer: Gazetteer
  let minter: IRIMinter
  /// The ids of the articles by number.
  let articles: PackedTexts

  /// Makes a naming of clusters of articles.
  init(gazetteer: Gazetteer, minter: IRIMinter, articles: some Sequence<String>) {
    self.gazetteer = gazetteer
    self.minter = minter
    self.articles = articles as? PackedTexts ?? PackedTexts(articles)
  }

  /// A cluster with its name and IRI.
  struct Named {
    var cluster: EntityCluster
    var name: String
    var iri: IRI
  }

  /// Names all clusters; no two get the same IRI.
  func named(_ clusters: [EntityCluster]) -> [Named] {
    let named = clusters.map { alone($0) }
    let groups = Dictionary(grouping: named.indices) { named[$0].iri }
    var result = named
    var taken = Set(groups.keys)
    for iri in groups.keys.sorted() {
      if let group = groups[iri], group.count > 1 { tellApart(group, in: &result, &taken) }
    }
    // To move whole clusters about takes longer than to compare them.
    return result.indices.sorted { result[$0].iri < result[$1].iri }.map { result[$0] }
  }

  /// A cluster with the name and the IRI that it has where no other one has that IRI.
  ///
  /// - Parameter article: The id of its sole article, where that is none of `articles` yet.
  func alone(_ cluster: EntityCluster, ofArticle article: String? = nil) -> Named {
    let name = name(of: cluster)
    let article = article ?? cluster.soleArticle.map { articles[Int($0)] }
    return Named(cluster: cluster, name: name, iri: iri(of: cluster, name, article))
  }

  // MARK: - Names

  /// The gazetteer's name; else that of linked articles, of a state's body, or the most complete
  /// one, of those the one that most articles use, then the shorter, then the first by letters.
  func name(of cluster: EntityCluster) -> String {
    if let entry = cluster.entries.min() { return gazetteer.name(of: entry) }
    if let canonical = cluster.canonicalName { return canonical }
    let size = { (name: String) in
      // One letter tells less than a name, and an acronym less than what it stands for.
      cluster.type == .person
        ? name.split(separator: " ").count { $0.unicodeScalars.count > 2 }
        : OrganizationName.acronym(name) == nil ? 1 : 0
    }
    let best = cluster.names.min { left, right in
      let sizes = (size(left.key), size(right.key))
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      if left.value.articles != right.value.articles {
        return left.value.articles > right.value.articles
      }
      let lengths = (left.key.unicodeScalars.count, right.key.unicodeScalars.count)
      if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return best?.key ?? cluster.type.rawValue
  }

  // MARK: - IRIs

  private func iri(of cluster: EntityCluster, _ name: String, _ article: String?) -> IRI {
    minter.entity(
      name: name, type: cluster.type, article: article,
      qualifier: qualifier(ofEntry: cluster, name))
  }

  /// The region or country of a place that is not the one its name means first: the qualifier is
  /// the same whatever the corpus holds.
  private func qualifier(ofEntry cluster: EntityCluster, _ name: String) -> String? {
    guard let id = cluster.entries.min() else { return nil }
    let type = gazetteer.type(of: id)
    let first = gazetteer.entries(named: name).first {
      gazetteer.type(of: $0) == type && gazetteer.name(of: $0) == name
    }
    guard let first, first != id else { return nil }
    let entry = gazetteer[id]
    let countries = (entry.country, gazetteer.country(of: first))
    if countries.0 != nil, countries.0 != countries.1 {
      return entry.country.map { gazetteer.name(of: $0) }
    }
    return entry.parent.map { gazetteer.name(of: $0) } ?? entry.link
  }

  /// Gives qualifiers to entities of one name.
  private func tellApart(_ group: [Int], in named: inout [Named], _ taken: inout Set<IRI>) {
    for (member, qualifiers) in alternatives(group.map { named[$0] }) {
      let index = group[member]
      for qualifier in qualifiers {
        let iri = iri(of: named[index], qualifier: qualifier)
        if taken.insert(iri).inserted {
          named[index].iri = iri
          break
        }
      }
    }
  }

  /// The IRI of a cluster with a qualifier.
  func iri(of named: Named, qualifier: String) -> IRI {
    minter.entity(
      name: named.name, type: named.cluster.type, article: nil, qualifier: qualifier)
  }

  /// What tells the entities of one name apart, for all but the one that the plain name means, in
  /// their order: for each, what may, the best first: a country, an office, a link, the first
  /// article.
  func alternatives(_ group: [Named]) -> [(member: Int, qualifiers: [String])] {
    let order = group.indices.sorted {
      group[$0].cluster.firstMember < group[$1].cluster.firstMember
    }
    // The one with a link is who the plain name means.
    let linked = order.filter { !group[$0].cluster.links.isEmpty }
    let plain = linked.count == 1 ? linked[0] : nil
    let rest = order.filter { $0 != plain }
    let countries = rest.map { countryName(group[$0].cluster) }
    return rest.enumerated().map { position, index in
      let cluster = group[index].cluster
      let isUnique =
        countries[position].map { name in countries.count { $0 == name } == 1 } ?? false
      var choices: [String?] = [isUnique ? countries[position] : nil]
      choices.append(cluster.context.offices.min())
      choices.append(cluster.links.min())
      choices.append(cluster.articles.min().map { articles[Int($0)] })
      choices.append("\(cluster.firstMember.0)-\(cluster.firstMember.1)")
      return (index, choices.compactMap { $0 })
    }
  }

  private func countryName(_ cluster: EntityCluster) -> String? {
    guard cluster.context.countries.count == 1, let id = cluster.context.countries.first else {
      return nil
    }
    return gazetteer.name(of: id)
  }
}
