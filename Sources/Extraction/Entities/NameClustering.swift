/// Joins the names of an article that name one entity.
struct NameClustering {
  let gazetteer: Gazetteer
  private(set) var table: EntityTable
  /// The entity of each gazetteer entry, canonical name, and folded name.
  private var byEntry: [Int: Int] = [:]
  private var byKey: [String: Owner] = [:]
  private var persons: [Int] = []

  init(gazetteer: Gazetteer, sentenceCount: Int) {
    self.gazetteer = gazetteer
    table = EntityTable(sentenceCount: sentenceCount)
  }

  /// Joins all names and gives each one's entity.
  mutating func cluster(_ names: [NameCandidate]) -> [Int] {
    let agreed = NameClustering.agreeOnTypes(names)
    // Full names first: a surname may stand before the full name, in a headline for instance.
    let fullNames = Set(agreed.indices.filter { isFullPersonName(agreed[$0]) })
    var owners = [Owner?](repeating: nil, count: agreed.count)
    for index in fullNames.sorted() { owners[index] = owner(of: agreed[index]) }
    for index in agreed.indices where owners[index] == nil {
      owners[index] = owner(of: agreed[index])
    }
    let known = owners.compactMap(\.self)
    for (name, owner) in zip(agreed, known) {
      let mention = LocatedMention(
        sentence: name.sentence, tokens: name.tokens, head: name.head, form: name.form,
        reason: owner.reason)
      table.note(mention, of: owner.entity, isNested: name.isNested)
    }
    return known.map(\.entity)
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

  /// Names of one spelling have one class in an article: the one that most of them have.
  static func agreeOnTypes(_ names: [NameCandidate]) -> [NameCandidate] {
    var votes: [String: [EntityType: Int]] = [:]
    for name in names where name.entry == nil && name.canonicalName == nil {
      votes[name.text.lowercased(), default: [:]][name.type, default: 0] += 1
    }
    return names.map { name in
      guard name.entry == nil, name.canonicalName == nil,
        let counts = votes[name.text.lowercased()], counts.count > 1,
        let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { return name }
      var agreed = name
      agreed.type = best.key
      return agreed
    }
  }

  private func isFullPersonName(_ name: NameCandidate) -> Bool {
    name.type == .person && name.entry == nil && name.text.contains(" ")
  }

  private mutating func owner(of name: NameCandidate) -> Owner {
    let found = find(name)
    if !name.isNested, name.form == .name, !table[found.entity].names.contains(name.text) {
      table[found.entity].names.append(name.text)
    }
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
    if let known = byKey[key] {
      let isExact = known.reason != .name || table[known.entity].names.contains(name.text)
      return isExact ? known : Owner(entity: known.entity, reason: .spelling)
    }
    if name.type == .person, let known = person(words, before: name) {
      return Owner(entity: known, reason: .partOfName)
    }
    if name.type == .organization, let known = shorterOrLonger(name, words) {
      byKey[key] = known
      return known
    }
    let owner = Owner(entity: table.add(newEntity(name, words)), reason: .name)
    byKey[key] = owner
    if name.type == .person { persons.append(owner.entity) }
    return owner
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
    let leader = words.last.flatMap { last -> Leader? in
      gazetteer.leaders(named: last).first { leader in
        NameFolding.foldedWords(of: leader.name, type: .person) == words
      }
    }
    if words.count > 1, let leader {
      entity.canonicalName = leader.name
      entity.link = leader.link
    }
    return entity
  }

  // MARK: - Short forms

  /// The person with a full name that ends, or in the order of East Asia begins, with a short one;
  /// of several, the one that was named last.
  private func person(_ words: [String], before name: NameCandidate) -> Int? {
    let place = (name.sentence, name.tokens.lowerBound)
    let matching = persons.filter { index in
      table[index].names.contains { full in
        let fullWords = NameFolding.foldedWords(of: full, type: .person)
        return fullWords.count > words.count
          && (fullWords.suffix(words.count) == words[...]
            || (words.count == 1 && fullWords.first == words.first && fullWords.count == 3)
            || initialsMatch(words, fullWords))
      }
    }
    let lastMention = { (index: Int) -> (Int, Int) in
      table[index].mentions.map { ($0.sentence, $0.tokens.lowerBound) }
        .filter { $0 < place }.max(by: <) ?? (-1, 0)
    }
    return matching.max { lastMention($0) < lastMention($1) }
  }

  /// Whether `J. Smith` or `John F. Smith` can be `John Smith`.
  private func initialsMatch(_ words: [String], _ full: [String]) -> Bool {
    guard words.count >= 2, words.last == full.last, let a = words.first, let b = full.first
    else { return false }
    return (a.count == 1 && b.hasPrefix(a)) || a == b
  }

  /// An organization whose name is an acronym or the beginning of this one, or the other way.
  private func shorterOrLonger(_ name: NameCandidate, _ words: [String]) -> Owner? {
    for index in table.entities.indices where table[index].type == .organization {
      for known in table[index].names {
        if isAcronym(name.text, of: known) || isAcronym(known, of: name.text) {
          return Owner(entity: index, reason: .acronym)
        }
        let knownWords = NameFolding.plainWords(of: known)
        if isBeginning(words, of: knownWords) || isBeginning(knownWords, of: words) {
          return Owner(entity: index, reason: .shortName)
        }
      }
    }
    return nil
  }

  private func isBeginning(_ short: [String], of long: [String]) -> Bool {
    guard let last = long.last, short.count < long.count, !short.isEmpty else { return false }
    return Array(long.prefix(short.count)) == short && long.count == short.count + 1
      && Self.companySuffixes.contains(last)
  }

  private func isAcronym(_ short: String, of long: String) -> Bool {
    let letters = short.filter { $0 != "." }
    guard (2...7).contains(letters.count), letters.allSatisfy(\.isUppercase) else { return false }
    let words = long.split { $0 == " " || $0 == "-" }
    guard words.count > 1 else { return false }
    let capitals = words.compactMap(\.first).filter(\.isUppercase)
    let all = words.compactMap(\.first).map { Character($0.uppercased()) }
    return String(capitals) == letters || String(all) == letters
  }

  private static let companySuffixes: Set<String> = [
    "inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "ag", "sa", "gmbh",
    "group", "holding", "holdings", "nv", "se", "spa", "llc",
  ]
}
