/// Brings the names of an article into agreement: what is a person once is no place elsewhere
/// without reason, and what is a name once is one wherever it stands.
struct DocumentAgreement {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let trees: [SentenceTree]
  let letterCases: [LetterCase]

  /// The names of the whole article, those that were overlooked among them, in text order.
  func agreed(_ names: [NameCandidate]) -> [NameCandidate] {
    var names = withSites(withStorms(withFamilies(withoutCountries(names))))
    names = withDefinedAbbreviations(names.map(completed(among: names)))
    let persons = PersonWords(names)
    names = names.map { retyped($0, persons, among: names) }
    names = PlaceChoice(gazetteer: gazetteer, trees: trees).chosen(names)
    names = withParties(names)
    names = withCompanies(withOrganizations(withCommonTypes(withShortOrganizations(names))))
    names += overlooked(names, persons)
    return names.sorted {
      ($0.sentence, $0.tokens.lowerBound, -$0.tokens.count)
        < ($1.sentence, $1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  // MARK: - Abbreviations

  /// An abbreviation in brackets after a name means that name in this article, whatever it means
  /// elsewhere.
  private func withDefinedAbbreviations(_ names: [NameCandidate]) -> [NameCandidate] {
    var defined: [String: NameCandidate] = [:]
    let outer = names.filter { !$0.isNested }
    for (name, next) in zip(outer, outer.dropFirst())
    where name.sentence == next.sentence && name.type != .person
      && next.tokens.lowerBound == name.tokens.upperBound + 1
      && ShortNames.isAbbreviation(next.text, inBracketsAfter: name.text)
      && trees[name.sentence].form(name.tokens.upperBound) == "("
    {
      defined[next.text] = name
    }
    return names.map { name in
      guard let long = defined[name.text], name.form == .name else { return name }
      var meant = name
      meant.type = long.type
      meant.entry = long.entry
      meant.entries = long.entries
      return meant
    }
  }

  // MARK: - Persons

  /// The words of the full names of an article's persons.
  private struct PersonWords {
    var first: Set<String> = []
    var last: Set<String> = []

    init(_ names: [NameCandidate]) {
      for name in names where name.type == .person && name.entry == nil && name.tokens.count > 1 {
        let words = name.text.lowercased().split(separator: " ").map(String.init)
        guard words.count > 1 else { continue }
        first.insert(words[0])
        last.insert(words[words.count - 1])
      }
    }
  }

  /// `Jens and Ida Brandt` names Jens Brandt.
  private func completed(among names: [NameCandidate]) -> (NameCandidate) -> NameCandidate {
    let fullNames = names.filter { $0.type == .person && $0.tokens.count > 1 }
    let given = Set(fullNames.compactMap { $0.text.split(separator: " ").first.map(String.init) })
    return { name in
      guard name.type == .person, name.tokens.count == 1, !given.contains(name.text),
        gazetteer.givenName(name.text) != nil,
        let other = fullNames.first(where: {
          $0.sentence == name.sentence && $0.tokens.lowerBound == name.tokens.upperBound + 1
        }), trees[name.sentence].form(name.tokens.upperBound) == "and",
        gazetteer.givenName(String(other.text.split(separator: " ").first ?? "")) != nil,
        let surname = other.text.split(separator: " ").last
      else { return name }
      var completed = name
      completed.text = "\(name.text) \(surname)"
      return completed
    }
  }

  private func retyped(
    _ name: NameCandidate, _ persons: PersonWords, among names: [NameCandidate]
  ) -> NameCandidate {
    guard name.form == .name, name.canonicalName == nil, name.tokens.count == 1, !name.isNested
    else { return name }
    let word = name.text.lowercased()
    var agreed = name
    if let family = family(of: name, persons) {
      agreed.type = .group
      agreed.entry = nil
      agreed.text = family
    } else if persons.last.contains(word) || persons.first.contains(word) {
      if name.entry == nil ? name.type != .person : name.label == .person || isTownLikePerson(name)
      {
        guard !isPlaceLike(name) || name.label == .person else { return name }
        agreed.type = .person
        agreed.entry = nil
      }
    } else if name.type == .person, name.entry == nil {
      if let known = knownName(like: name, among: names) {
        agreed.type = known.type
        agreed.entry = known.entry
        agreed.canonicalName = known.canonicalName
      } else if let entry = name.entries.first, isMoreThanPerson(entry, name) {
        agreed.type = gazetteer.type(of: entry)
        agreed.entry = entry
      }
    }
    return agreed
  }

  /// Whether the name of a town that is no capital stands where persons do and towns seldom: `Houston
  /// warned`, `agents abducted Houston`.
  private func isTownLikePerson(_ name: NameCandidate) -> Bool {
    guard let entry = name.entry, gazetteer.type(of: entry) == .city, !gazetteer[entry].isCapital
    else { return false }
    let tree = trees[name.sentence]
    guard let verb = tree.tokens[name.head].head, tree.tokens[verb].upos == .verb else {
      return false
    }
    if tree.has(name.head, "obj") { return name.label != .location }
    return tree.has(name.head, "nsubj") && lexicon.attribution(tree.lemma(verb), upos: .verb) != nil
  }

  /// `the Brandts`, where the article names a Brandt.
  private func family(of name: NameCandidate, _ persons: PersonWords) -> String? {
    let word = name.text.lowercased()
    guard name.entry == nil, word.hasSuffix("s"), persons.last.contains(String(word.dropLast())),
      !persons.last.contains(word), name.tokens.lowerBound > 0,
      trees[name.sentence].form(name.tokens.lowerBound - 1) == "the"
    else { return nil }
    return name.text
  }

  /// Whether a name stands where places do: `in Ouagadougou`.
  private func isPlaceLike(_ name: NameCandidate) -> Bool {
    guard name.label == .location else { return false }
    return ["in", "at", "near"].contains(trees[name.sentence].preposition(of: name.head))
  }

  /// The same name where it is known what it names.
  private func knownName(
    like name: NameCandidate, among names: [NameCandidate]
  ) -> NameCandidate? {
    let word = name.text.lowercased()
    return names.first {
      $0.form == .name && $0.text.lowercased() == word && $0.entry != nil && $0.type != .person
    }
  }

  /// Whether an entry is likelier than a person of whom the article gives one word.
  private func isMoreThanPerson(_ entry: Int, _ name: NameCandidate) -> Bool {
    let known = gazetteer[entry]
    guard known.type != .person, name.gender == nil, gazetteer.givenName(name.text) == nil else {
      return false
    }
    if known.type == .city { return known.isCapital }
    guard !known.isCommonWord else { return false }
    switch known.type {
    case .organization: return name.text.allSatisfy { $0.isUppercase || !$0.isLetter }
    case .region: return true
    default: return false
    }
  }

  // MARK: - One class for one name

  /// Names of one spelling have one class: the one that most of them have.
  private func withCommonTypes(_ names: [NameCandidate]) -> [NameCandidate] {
    var votes: [String: [EntityType: Int]] = [:]
    for name in names where isOpen(name) {
      votes[name.text.lowercased(), default: [:]][name.type, default: 0] += 1
    }
    return names.map { name in
      guard isOpen(name), let counts = votes[name.text.lowercased()], counts.count > 1,
        let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { return name }
      var agreed = name
      agreed.type = best.key
      return agreed
    }
  }

  /// Where `Halden AG` is a company, `Halden` is the same one, and neither a person nor the town; so
  /// is `Halden` where the article has `the steelmaker Halden`, and a ship where it has `the ferry
  /// Halden`.
  private func withCompanies(_ names: [NameCandidate]) -> [NameCandidate] {
    var types: [String: EntityType] = [:]
    for name in names where name.form == .name {
      let word = name.text.lowercased()
      if mayBeTown(name), let type = typeBefore(name) {
        types[word] = types[word] ?? type
      } else if name.entry == nil, name.type == .organization,
        let short = ShortNames.withoutLegalForm(name.text)
      {
        types[short.lowercased()] = .organization
      }
    }
    guard !types.isEmpty else { return names }
    return names.map { name in
      guard name.form == .name, name.canonicalName == nil, !name.isNested,
        let type = types[name.text.lowercased()], !isPlaceLike(name), name.gender == nil
      else { return name }
      var agreed = name
      agreed.type = type
      agreed.entry = nil
      return agreed
    }
  }

  /// `the town of Tel Dabesh`, where nothing is known of the name.
  private func isTown(_ name: NameCandidate, _ tree: SentenceTree) -> Bool {
    let noun = name.tokens.lowerBound - 2
    return noun >= 0 && name.entry == nil && tree.form(noun + 1) == "of"
      && tree.tokens[name.head].head == noun
      && ["city", "town", "village"].contains(tree.lemma(noun))
  }

  /// Whether nothing or no more than a town is known by a name.
  private func mayBeTown(_ name: NameCandidate) -> Bool {
    name.entry.map { gazetteer.type(of: $0) == .city && !gazetteer[$0].isCapital } ?? true
  }

  /// `the mining company Halden`, `the ferry Halden`: one word right behind the noun that says what it
  /// names.
  private func typeBefore(_ name: NameCandidate) -> EntityType? {
    let tree = trees[name.sentence]
    if isTown(name, tree) { return .city }
    let noun = name.tokens.lowerBound - 1
    guard noun > 0, name.tokens.count == 1, !name.isNested, name.gender == nil,
      tree.tokens[noun].xpos == "NN",
      tree.tokens[name.head].head == noun
        && tree.has(name.head, anyOf: ["appos", "flat", "nmod:desc"])
        || tree.tokens[name.head].head == tree.tokens[noun].head
          && tree.has(name.head, "nsubj") && tree.has(noun, "nsubj"),
      let type = lexicon.nominal(tree.lemma(noun))?.type
    else { return nil }
    return type == .organization || type == .product ? type : nil
  }

  /// Whether nothing is known of a name beforehand.
  func isOpen(_ name: NameCandidate) -> Bool {
    name.entry == nil && name.canonicalName == nil && name.form != .nominal
  }

  // MARK: - Overlooked names

  /// Names that stand elsewhere in the article and were seen there.
  private func overlooked(
    _ names: [NameCandidate], _ persons: PersonWords
  ) -> [NameCandidate] {
    var known: [String: [(words: [String], name: NameCandidate)]] = [:]
    var seen: Set<String> = []
    func learn(_ words: [String], _ name: NameCandidate) {
      guard let first = words.first, words.contains(where: { $0.first?.isUppercase == true }),
        words.count > 1 || first.count > 2 || first.allSatisfy(\.isUppercase),
        seen.insert(words.joined(separator: " ")).inserted
      else { return }
      known[first.lowercased(), default: []].append((words, name))
    }
    for name in names where isOpen(name) || name.entry != nil {
      guard name.form == .name, name.isMention, letterCases[name.sentence] == .mixed else {
        continue
      }
      let words = trees[name.sentence].tokens[name.tokens].map(\.form)
      learn(words, name)
      if name.type == .person, name.entry == nil, words.count > 1, let last = words.last {
        learn([last], name)
        var family = name
        family.type = .group
        learn([last + "s"], family)
      }
    }
    var covered = trees.map { Array(repeating: false, count: $0.tokens.count) }
    for name in names {
      for token in name.tokens { covered[name.sentence][token] = true }
    }
    var found: [NameCandidate] = []
    for sentence in trees.indices {
      let tokens = trees[sentence].tokens
      var index = 0
      while index < tokens.count {
        let match = covered[sentence][index] ? nil : longest(known, sentence, index)
        guard let (words, name) = match,
          !covered[sentence][index..<(index + words.count)].contains(true)
        else {
          index += 1
          continue
        }
        found.append(copy(of: name, words, at: index, in: sentence))
        index += words.count
      }
    }
    return found
  }

  private func longest(
    _ known: [String: [(words: [String], name: NameCandidate)]], _ sentence: Int, _ start: Int
  ) -> (words: [String], name: NameCandidate)? {
    let tokens = trees[sentence].tokens
    let isMixed = letterCases[sentence] == .mixed
    return (known[tokens[start].form.lowercased()] ?? [])
      .filter { words, name in
        guard start + words.count <= tokens.count else { return false }
        // `the Brandts`
        if name.type == .group, name.form == .name, words.count == 1, name.tokens.count > 1,
          start == 0 || tokens[start - 1].form.lowercased() != "the"
        {
          return false
        }
        let isSame = words.indices.allSatisfy { index in
          let form = tokens[start + index].form
          return isMixed
            ? form == words[index] : form.lowercased() == words[index].lowercased()
        }
        return isSame && (words.count > 1 || isNoun(tokens[start], start))
      }
      .max { $0.words.count < $1.words.count }
  }

  /// Whether a single word may be the name: a proper noun, or a noun with a capital of its own.
  private func isNoun(_ token: Token, _ index: Int) -> Bool {
    token.upos == .properNoun
      || (token.upos == .noun && index > 0 && token.form.first?.isUppercase == true)
  }

  private func copy(
    of name: NameCandidate, _ words: [String], at start: Int, in sentence: Int
  ) -> NameCandidate {
    let tokens = start..<(start + words.count)
    var copy = NameCandidate(
      sentence: sentence, tokens: tokens, head: trees[sentence].head(of: tokens),
      text: trees[sentence].text(of: tokens), form: .name, type: name.type, entry: name.entry)
    copy.entries = name.entries
    return copy
  }
}
