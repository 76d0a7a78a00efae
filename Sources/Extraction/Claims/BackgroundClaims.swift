/// What the gazetteer knows between two things that an article names: the country of a city, of an
/// organization, of a statesman.
///
/// Such claims are marked as background: no article says so, and they never become plain triples.
/// They are made only where the article names both ends, and never for lands that states dispute.
struct BackgroundClaims {
  let context: ClaimContext

  private var gazetteer: Gazetteer { context.knowledge.gazetteer }
  private var table: EntityTable { context.resolved.table }

  /// The claims, in the order of the entities.
  func claims() -> [Claim] {
    let countries = Dictionary(
      table.entities.indices.compactMap { index in
        table[index].type == .country && table[index].isNamed
          ? table[index].entry.map { ($0, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    let entries = Dictionary(
      table.entities.indices.compactMap { index in
        table[index].isNamed ? table[index].entry.map { ($0, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    return table.entities.indices.flatMap { index -> [Claim] in
      guard table[index].isNamed else { return [] }
      return location(of: index, countries) + parent(of: index, entries)
        + nationality(of: index, countries)
    }
  }

  // MARK: - Places and organizations

  private func location(of entity: Int, _ countries: [Int: Int]) -> [Claim] {
    guard let country = country(of: entity), let other = countries[country] else { return [] }
    switch table[entity].type {
    case .city, .region, .place, .facility:
      return claim(entity, "locatedIn", other, rule: "background:place")
    case .organization where !isWorldwide(entity):
      return claim(entity, "basedIn", other, rule: "background:organization")
    default: return []
    }
  }

  /// Whether an organization is at home everywhere, so that its seat tells nothing.
  private func isWorldwide(_ entity: Int) -> Bool {
    let kind = table[entity].entry.flatMap { gazetteer[$0].kind }
    if let kind { return ["company", "platform", "news-agency", "presidency"].contains(kind) }
    // Armies and governments say their country in their names, and are not at home in it but it.
    return context.resolved.names.contains {
      $0.entity == entity && $0.name.country != nil && $0.name.countryProperty == nil
    }
  }

  /// The country that an entity lies in: by its entry, or by the one place that its name holds.
  private func country(of entity: Int) -> Int? {
    if let entry = table[entity].entry {
      guard gazetteer.type(of: entry) != .country, !isDisputed(entry) else { return nil }
      return gazetteer.country(of: entry)
    }
    guard [.organization, .facility].contains(table[entity].type) else { return nil }
    let words = table[entity].displayName.split(separator: " ").map(String.init)
    var found: Set<Int> = []
    var index = 0
    while index < words.count {
      let place = place(in: words, at: index)
      if let place { found.insert(place.country) }
      index += place?.length ?? 1
    }
    return found.count == 1 ? found.first : nil
  }

  private func place(in words: [String], at index: Int) -> (country: Int, length: Int)? {
    if let match = gazetteer.longestMatch(words, at: index), !match.isAmbiguous,
      let entry = match.candidates.first,
      [.country, .city, .region].contains(gazetteer.type(of: entry)), !isDisputed(entry),
      let country = gazetteer.country(of: entry)
    {
      return (country, match.length)
    }
    if let match = gazetteer.longestDemonym(words, at: index),
      gazetteer.type(of: match.demonym.country) == .country
    {
      return (match.demonym.country, match.length)
    }
    return nil
  }

  private func isDisputed(_ entry: Int) -> Bool {
    let row = gazetteer[entry]
    if row.kind == "disputed" || row.status == "disputed" { return true }
    guard let parent = row.parent, gazetteer.type(of: parent) == .region else { return false }
    return gazetteer[parent].kind == "disputed"
  }

  /// An organ of an organization: `European Commission` of `European Union`.
  private func parent(of entity: Int, _ entries: [Int: Int]) -> [Claim] {
    guard table[entity].type == .organization, let entry = table[entity].entry,
      let parent = gazetteer[entry].parent, let other = entries[parent],
      table[other].type == .organization
    else { return [] }
    return claim(entity, "institutionOf", other, rule: "background:institution")
  }

  // MARK: - Persons

  /// The country of a statesman whose full name the tables know once.
  private func nationality(of entity: Int, _ countries: [Int: Int]) -> [Claim] {
    guard table[entity].type == .person else { return [] }
    let leaders = table[entity].names
      .filter { $0.contains(" ") }
      .flatMap { gazetteer.leaders(named: $0) }
    let scopes = Set(
      leaders.compactMap(\.scope).filter { gazetteer.type(of: $0) == .country })
    guard scopes.count == 1, let scope = scopes.first, let other = countries[scope] else {
      return []
    }
    return claim(entity, "citizenOf", other, rule: "background:leader")
  }

  // MARK: - Claims

  /// A claim whose passage is the first mention of its subject.
  private func claim(_ subject: Int, _ predicate: String, _ object: Int, rule: String) -> [Claim] {
    let ontology = context.knowledge.ontology
    guard subject != object,
      ontology.allows(predicate, subject: table[subject].type, object: table[object].type),
      let mention = table[subject].mentions.filter({ $0.form == .name }).min(by: {
        ($0.sentence, $0.tokens.lowerBound) < ($1.sentence, $1.tokens.lowerBound)
      })
    else { return [] }
    let sentence = context.resolved.annotated.sentences[mention.sentence]
    let range = sentence.tokens[mention.tokens.lowerBound].range
      .union(sentence.tokens[mention.tokens.upperBound - 1].range)
    return [
      Claim(
        subject: subject, predicate: predicate, object: .entity(object), range: range,
        sentenceRange: sentence.range, confidence: 0.9, rule: rule, basis: .background)
    ]
  }
}
