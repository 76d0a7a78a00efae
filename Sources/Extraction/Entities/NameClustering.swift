/// Joins the names of an article that name one entity.
struct NameClustering {
  let gazetteer: Gazetteer
  private(set) var table: EntityTable
  /// The entity of each gazetteer entry, canonical name, and folded name.
  private var byEntry: [Int: Int] = [:]
  private var byKey: [String: Owner] = [:]
  private var persons: [Int] = []
  /// Where each person is named by a full name, in text order.
  private var places: [Int: [(Int, Int)]] = [:]
  /// The names that abbreviations in brackets stand for.
  private var abbreviations: [String: NameCandidate] = [:]
  /// The gazetteer's entries that the article names, and their countries.
  private var named: Set<Int> = []

  init(gazetteer: Gazetteer, sentenceCount: Int) {
    self.gazetteer = gazetteer
    table = EntityTable(sentenceCount: sentenceCount)
  }

  /// Joins all names and gives each one's entity.
  mutating func cluster(_ names: [NameCandidate]) -> [Int] {
    noteAbbreviations(names)
    for entry in names.compactMap(\.entry) {
      named.insert(entry)
      if let country = gazetteer.country(of: entry) { named.insert(country) }
    }
    // Long names first: a surname may stand before the full name, in a headline for instance.
    let longNames = names.indices.filter { isLong(names[$0]) }
    var owners = [Owner?](repeating: nil, count: names.count)
    for index in longNames { owners[index] = owner(of: names[index]) }
    for index in longNames where names[index].type == .person {
      notePlace(of: index, names, owners)
    }
    for index in names.indices where owners[index] == nil {
      owners[index] = owner(of: names[index])
      notePlace(of: index, names, owners)
    }
    let known = owners.compactMap(\.self)
    for (name, owner) in zip(names, known) {
      let mention = LocatedMention(
        sentence: name.sentence, tokens: name.tokens, head: name.head, form: name.form,
        reason: owner.reason)
      table.note(
        mention, of: owner.entity, isNested: name.isNested, counts: name.isMention)
    }
    return known.map(\.entity)
  }

  private mutating func notePlace(of index: Int, _ names: [NameCandidate], _ owners: [Owner?]) {
    guard let entity = owners[index]?.entity, names[index].type == .person else { return }
    let place = (names[index].sentence, names[index].tokens.lowerBound)
    let known = places[entity, default: []]
    let position = known.lastIndex { $0 < place }.map { $0 + 1 } ?? 0
    places[entity, default: []].insert(place, at: position)
  }

  /// The entity of a name and why it is that one.
  struct Owner {
    let entity: Int
    let reason: MentionReason
  }

  /// The entity of a country, made without a mention where the article has not named it.
  mutating func entity(ofEntry entry: Int) -> Int {
    if let known = byEntry[entry] { return known }
    let found = gazetteer[entry]
    let index = table.add(
      WorkingEntity(
        type: found.type, canonicalName: found.name, entry: entry, link: found.link))
    byEntry[entry] = index
    return index
  }

  /// Puts back the table after other rules have moved mentions in it.
  mutating func replaceTable(_ table: EntityTable) { self.table = table }

  private func isLong(_ name: NameCandidate) -> Bool {
    name.entry == nil && name.text.contains(" ") && name.form == .name
  }

  private mutating func owner(of name: NameCandidate) -> Owner {
    let found = find(name)
    let isNaming = name.form == .name || (name.form == .adjective && name.entry == nil)
    if name.isMention, isNaming, !table[found.entity].names.contains(name.text) {
      table[found.entity].names.append(name.text)
    }
    if let gender = name.gender { table[found.entity].gender = gender }
    return found
  }

  private mutating func find(_ name: NameCandidate) -> Owner {
    if let entry = name.entry {
      let isMainName = name.text == gazetteer.name(of: entry)
      return Owner(
        entity: entity(ofEntry: entry),
        reason: name.form == .adjective ? .demonym : isMainName ? .name : .knownName)
    }
    if let canonical = name.canonicalName {
      return Owner(entity: organization(named: canonical, name), reason: .body)
    }
    let words = NameFolding.foldedWords(of: name.text, type: name.type)
    let key = name.type.rawValue + ":" + words.joined(separator: " ")
    if name.type == .person {
      // A short name may stand for now one and now the other person.
      if let known = byKey[key], known.reason == .name || known.reason == .spelling {
        return again(known, name)
      }
      if let known = person(words, before: name) {
        return Owner(entity: known, reason: .partOfName)
      }
      if let known = variant(words, of: name) {
        let owner = Owner(entity: known, reason: .spelling)
        byKey[key] = owner
        return owner
      }
    } else {
      if let known = byKey[key] { return again(known, name) }
      if let known = shorterOrLonger(name, words) {
        byKey[key] = known
        return known
      }
    }
    let owner = Owner(entity: table.add(newEntity(name, words)), reason: .name)
    byKey[key] = owner
    if name.type == .person { persons.append(owner.entity) }
    return owner
  }

  private func again(_ known: Owner, _ name: NameCandidate) -> Owner {
    let isExact = known.reason != .name || table[known.entity].names.contains(name.text)
    return isExact ? known : Owner(entity: known.entity, reason: .spelling)
  }

  private mutating func organization(named canonical: String, _ name: NameCandidate) -> Int {
    let key = "canonical:" + canonical
    if let known = byKey[key] { return known.entity }
    var entity = WorkingEntity(type: name.type, canonicalName: canonical)
    entity.country = name.country.map { self.entity(ofEntry: $0) }
    let index = table.add(entity)
    byKey[key] = Owner(entity: index, reason: .body)
    return index
  }

  private func newEntity(_ name: NameCandidate, _ words: [String]) -> WorkingEntity {
    var entity = WorkingEntity(type: name.type)
    guard name.type == .person else { return entity }
    if let given = name.text.split(separator: " ").first, name.text.contains(" ") {
      entity.gender = gazetteer.gender(ofGivenName: String(given))
    }
    if words.count > 1, let leader = leader(name, words) {
      entity.canonicalName = leader.name
      entity.link = leader.link
    }
    return entity
  }

  /// The leader with a full name, where the article names what the leader leads.
  private func leader(_ name: NameCandidate, _ words: [String]) -> Leader? {
    let parts = name.text.split(separator: " ").map(String.init)
    let surnames = [parts.last, parts.first].compactMap(\.self)
    return surnames.lazy.flatMap { gazetteer.leaders(named: $0) }.first { leader in
      guard let scope = leader.scope, named.contains(scope) else { return false }
      return ([leader.name] + leader.aliases).contains {
        NameFolding.foldedWords(of: $0, type: .person) == words
      }
    }
  }

  // MARK: - Persons

  /// The person with a full name that a short one can stand for; of several, the one that was
  /// named last, and before all are named the one that is named first.
  private func person(_ words: [String], before name: NameCandidate) -> Int? {
    let place = (name.sentence, name.tokens.lowerBound)
    var matching: [(entity: Int, closeness: PersonNames.Closeness)] = []
    for index in persons {
      if let gender = name.gender, let known = table[index].gender, gender != known { continue }
      let closeness = table[index].names.compactMap { full in
        PersonNames.closeness(
          of: words, to: NameFolding.foldedWords(of: full, type: .person))
      }.max()
      if let closeness { matching.append((index, closeness)) }
    }
    guard let closest = matching.map(\.closeness).max() else { return nil }
    let best = matching.filter { $0.closeness == closest }.map(\.entity)
    if closest == .givenName, best.count > 1 { return nil }
    let namings = { (index: Int) -> [(Int, Int)] in
      (places[index] ?? []).filter { $0 != place }
    }
    let last = best.max { left, right in
      let before = (
        namings(left).last { $0 < place } ?? (-1, 0), namings(right).last { $0 < place } ?? (-1, 0)
      )
      return before.0 < before.1
    }
    if let last, namings(last).contains(where: { $0 < place }) { return last }
    return best.min { left, right in
      (namings(left).first ?? (Int.max, 0)) < (namings(right).first ?? (Int.max, 0))
    }
  }

  /// The person whose full name differs by a letter or two.
  private func variant(_ words: [String], of name: NameCandidate) -> Int? {
    persons.first { index in
      let given = name.text.split(separator: " ").first.map(String.init)
      let gender = given.flatMap { gazetteer.gender(ofGivenName: $0) }
      if let gender, let known = table[index].gender, gender != known { return false }
      return table[index].names.contains {
        PersonNames.areVariants(words, NameFolding.foldedWords(of: $0, type: .person))
      }
    }
  }

  // MARK: - Organizations and places

  /// Notes the abbreviations that stand in brackets after the names that they stand for.
  private mutating func noteAbbreviations(_ names: [NameCandidate]) {
    let outer = names.filter { !$0.isNested }
    for (name, next) in zip(outer, outer.dropFirst())
    where name.sentence == next.sentence && name.type != .person && next.entry == name.entry
      && next.tokens.count == 1 && next.tokens.lowerBound == name.tokens.upperBound + 1
      && ShortNames.isAbbreviation(next.text, inBracketsAfter: name.text)
    {
      abbreviations[next.text] = name
    }
  }

  /// An organization whose name is an acronym or a part of this one, or the other way.
  private mutating func shorterOrLonger(_ name: NameCandidate, _ words: [String]) -> Owner? {
    if let long = abbreviations[name.text], long.text != name.text {
      return Owner(entity: find(long).entity, reason: .acronym)
    }
    let isSingle = name.tokens.count == 1
    var parts: [Int] = []
    for index in table.entities.indices {
      let canBePart = canBeOne(table[index].type, name.type)
      guard canBePart || Self.places.isSuperset(of: [table[index].type, name.type]) else {
        continue
      }
      // 'SAF' are the Sudanese Armed Forces, though the article calls them 'Sudan's army'.
      let canonical = table[index].entry == nil ? table[index].canonicalName : nil
      for known in table[index].names + [canonical].compactMap(\.self) {
        if ShortNames.isAcronym(name.text, of: known) || ShortNames.isAcronym(known, of: name.text)
        {
          return Owner(entity: index, reason: .acronym)
        }
        guard canBePart else { continue }
        let knownWords = NameFolding.plainWords(of: known)
        if ShortNames.isWithoutSuffix(words, knownWords)
          || ShortNames.isWithoutSuffix(knownWords, words)
        {
          return Owner(entity: index, reason: .shortName)
        }
        if !isSingle || name.tokens.lowerBound > 0, ShortNames.isPart(words, of: knownWords),
          parts.last != index
        {
          parts.append(index)
        }
      }
    }
    // A part that several names share stands for none of them.
    return parts.count == 1 ? Owner(entity: parts[0], reason: .shortName) : nil
  }

  private static let places: Set<EntityType> = [.country, .region, .city, .place]

  private func canBeOne(_ left: EntityType, _ right: EntityType) -> Bool {
    let places: Set<EntityType> = [.facility, .place, .region]
    return (left == .organization && right == .organization)
      || (places.contains(left) && places.contains(right))
  }
}
