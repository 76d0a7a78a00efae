import Extraction

/// Joins the persons of a corpus.
///
/// Names are taken in an order that depends on nothing but the names: the most complete first,
/// then by their letters. A name joins the one cluster that it can mean; where several fit, the one
/// whose country or office agrees; else it stays alone. Only names in one block are compared, and a
/// block holds what shares the consonants of a surname and the first letter of a given name.
struct PersonResolver {
  let comparison: PersonComparison
  private(set) var clusters: [EntityCluster] = []
  /// The clusters by consonants of the surname and first letter of the given name.
  private var byName: [String: [Int]] = [:]
  /// The clusters with full names by the consonants of a word that may stand alone.
  private var bySurname: [String: [Int]] = [:]

  init(comparison: PersonComparison) { self.comparison = comparison }

  /// Joins clusters of one name each.
  mutating func resolve(_ persons: [EntityCluster]) {
    let sorted = persons.indices.map { Candidate(persons[$0], at: $0) }.sorted { left, right in
      if left.completeness != right.completeness { return left.completeness > right.completeness }
      if left.text != right.text {
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
      }
      // A namesake of whom nothing is known comes last, as it may join either of the others.
      if left.knowledge != right.knowledge { return left.knowledge > right.knowledge }
      return left.firstMember < right.firstMember
    }
    for person in sorted where !person.name.isShort {
      add(full: persons[person.index], person.name)
    }
    for person in sorted where person.name.isShort && person.name.words.count > 1 {
      add(full: persons[person.index], person.name)
    }
    addShort(sorted.filter { $0.name.words.count == 1 }.map { persons[$0.index] })
  }

  /// What tells when a cluster's turn is.
  private struct Candidate {
    let index: Int
    let name: PersonName
    let completeness: (Int, Int)
    let text: String
    let knowledge: Int
    let firstMember: (Int32, Int32)

    init(_ cluster: EntityCluster, at index: Int) {
      self.index = index
      name = cluster.personNames[0]
      completeness = name.completeness
      text = name.text
      knowledge = cluster.knowledge
      firstMember = cluster.firstMember
    }
  }

  // MARK: - Full names

  private mutating func add(full cluster: EntityCluster, _ name: PersonName) {
    var fitting: [(index: Int, reason: MergeReason)] = []
    for index in candidates(name) {
      guard let reason = reason(cluster, clusters[index]) else { continue }
      let isWeak = reason == .initials || reason == .secondSurname || reason == .nameOrder
      let conflict =
        isWeak
        ? cluster.weakConflict(with: clusters[index]) : cluster.conflict(with: clusters[index])
      guard conflict == nil else { continue }
      if reason == .secondSurname, !cluster.context.agrees(with: clusters[index].context) {
        continue
      }
      fitting.append((index, reason))
    }
    if let chosen = choose(fitting, for: cluster) {
      clusters[chosen.index].absorb(cluster, chosen.reason)
      index(name, as: chosen.index)
    } else {
      append(cluster, name)
    }
  }

  private func reason(_ cluster: EntityCluster, _ other: EntityCluster) -> MergeReason? {
    // Every name has to fit: with 'John A. Smith' in a cluster, 'John B. Smith' does not join it.
    guard let name = cluster.personNames.first else { return nil }
    var best: MergeReason?
    for known in other.personNames where known.words.count > 1 {
      guard let reason = comparison.reason(name, known) else { return nil }
      if best == nil || reason == .sameName { best = reason }
    }
    return best
  }

  /// The only one that fits, or the only one of them whose country or office agrees.
  private func choose(
    _ fitting: [(index: Int, reason: MergeReason)], for cluster: EntityCluster
  ) -> (index: Int, reason: MergeReason)? {
    if fitting.count == 1 { return fitting[0] }
    let agreeing = fitting.filter { cluster.context.agrees(with: clusters[$0.index].context) }
    if agreeing.count == 1 { return agreeing[0] }
    // Of namesakes without a context, the one that has a link is who is meant: the well known one.
    let same = fitting.filter { $0.reason == .sameName && !clusters[$0.index].links.isEmpty }
    return same.count == 1 ? same[0] : nil
  }

  private mutating func append(_ cluster: EntityCluster, _ name: PersonName) {
    clusters.append(cluster)
    index(name, as: clusters.count - 1)
  }

  private mutating func index(_ name: PersonName, as cluster: Int) {
    for block in blocks(name) where byName[block]?.last != cluster {
      byName[block, default: []].append(cluster)
    }
    guard !name.isShort else { return }
    for word in name.surnames(comparison.isGivenName)
    where bySurname[word.skeleton]?.last != cluster {
      bySurname[word.skeleton, default: []].append(cluster)
    }
  }

  private func candidates(_ name: PersonName) -> [Int] {
    Set(blocks(name).flatMap { byName[$0] ?? [] }).sorted()
  }

  /// Texts of which a name shares one with each name that it can be one with.
  func blocks(_ name: PersonName) -> [String] {
    guard let first = name.words.first, let last = name.words.last, name.words.count > 1 else {
      return []
    }
    var blocks = ["= \(Romanisation.skeleton(name.joined))"]
    let letters = Set(comparison.variants.givenNames(first.plain).compactMap(Self.letter)).sorted()
    blocks += letters.map { "\(last.skeleton) \($0)" }
    if name.words.count == 2, let letter = Self.letter(last.key) {
      blocks.append("\(first.skeleton) \(letter)")
    }
    if name.words.count > 2, let letter = Self.letter(first.key) {
      blocks.append("\(name.words[name.words.count - 2].skeleton) \(letter)")
    }
    return blocks
  }

  private static func letter(_ key: String) -> String? {
    key.unicodeScalars.first.map { "aeiouy".unicodeScalars.contains($0) ? "a" : String($0) }
  }

  // MARK: - Surnames alone

  private mutating func addShort(_ short: [EntityCluster]) {
    // Decided against full names alone, so that one surname does not pull in the next.
    let full = clusters.count
    var left: [EntityCluster] = []
    var joining: [(cluster: EntityCluster, index: Int, reason: MergeReason)] = []
    for cluster in short {
      guard let word = cluster.personNames.first?.words.first else { continue }
      if let found = holder(of: word, cluster, among: full) {
        joining.append((cluster, found.index, found.reason))
      } else {
        left.append(cluster)
      }
    }
    for join in joining { clusters[join.index].absorb(join.cluster, join.reason) }
    joinAlike(left)
  }

  private func holder(
    of word: PersonName.Word, _ cluster: EntityCluster, among full: Int
  ) -> (index: Int, reason: MergeReason)? {
    let bearers = bearers(of: word)
    let possible = bearers.filter { cluster.weakConflict(with: clusters[$0]) == nil }
    let agreeing = possible.filter { cluster.context.agrees(with: clusters[$0].context) }
    // 'President Bush' may be another than the one Bush whom the corpus names in full.
    let isSole = possible.count == 1 && bearers.count == 1 && !isCommon(word)
    if isSole, !agreeing.isEmpty || !cluster.context.isOfLeader {
      return (possible[0], agreeing.isEmpty ? .surname : .surnameAndContext)
    }
    return agreeing.count == 1 ? (agreeing[0], .surnameAndContext) : nil
  }

  /// The clusters with a full name in which a word is a surname.
  private func bearers(of word: PersonName.Word) -> [Int] {
    (bySurname[word.skeleton] ?? []).filter { index in
      clusters[index].personNames.contains { name in
        name.words.count > 1
          && name.surnames(comparison.isGivenName).contains {
            $0.key == word.key || Romanisation.areSpellings($0.key, word.key)
          }
      }
    }
  }

  /// Whether a word alone says little about who is meant: a common surname, or a given name.
  private func isCommon(_ word: PersonName.Word) -> Bool {
    comparison.variants.isCommonSurname(word.plain) || comparison.isGivenName(word.plain)
  }

  /// Joins what is left by the name alone, where that says enough; else each article has its own.
  private mutating func joinAlike(_ short: [EntityCluster]) {
    var byKey: [String: [Int]] = [:]
    for var cluster in short {
      guard let word = cluster.personNames.first?.words.first else { continue }
      if cluster.links.isEmpty, isCommon(word) || bearers(of: word).count > 1 {
        cluster.soleArticle = cluster.articles.min()
        clusters.append(cluster)
        continue
      }
      let fitting = (byKey[word.key] ?? []).filter {
        let other = clusters[$0]
        return cluster.conflict(with: other) == nil
          && !cluster.context.isOfOtherCountry(than: other.context)
      }
      if fitting.count == 1 {
        let same = clusters[fitting[0]].personNames[0].words[0].plain == word.plain
        clusters[fitting[0]].absorb(cluster, same ? .sameName : .spelling)
      } else {
        if !fitting.isEmpty { cluster.soleArticle = cluster.articles.min() }
        byKey[word.key, default: []].append(clusters.count)
        clusters.append(cluster)
      }
    }
  }
}

extension EntityCluster {
  /// How much is known about it besides its name.
  var knowledge: Int {
    (links.isEmpty ? 0 : 100) + context.offices.count + context.countries.count
      + context.organizations.count
  }

  /// The first of its members, as an order of clusters that have the same names.
  var firstMember: (Int32, Int32) {
    members.map { ($0.article, $0.entity) }.min(by: <) ?? (0, 0)
  }
}
