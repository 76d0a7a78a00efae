/// What the words around a name tell of what it names.
extension DocumentAgreement {
  // MARK: - Families

  /// `the Solheim family` is one name, of people and of no firm or person called Solheim.
  func withFamilies(_ names: [NameCandidate]) -> [NameCandidate] {
    names.map { name in
      let tree = trees[name.sentence]
      let next = name.tokens.upperBound
      guard name.form == .name, name.entry == nil, name.canonicalName == nil, !name.isNested,
        next < tree.tokens.count, tree.tokens[name.head].head == next,
        tree.has(name.head, "compound"), isFamily(tree.lemma(next))
      else { return name }
      var family = name
      family.tokens = name.tokens.lowerBound..<(next + 1)
      family.head = next
      family.text = "\(name.text) \(tree.tokens[next].form)"
      family.type = .group
      family.gender = nil
      return family
    }
  }

  private func isFamily(_ lemma: String) -> Bool {
    guard let noun = lexicon.nominal(lemma) else { return false }
    return noun.type == .group && noun.property == "relativeOf"
  }

  // MARK: - Sites

  /// `the Ras Siyyan terminal` is one name, of a site and of no person or place called Ras Siyyan, where
  /// the article knows no other.
  func withSites(_ names: [NameCandidate]) -> [NameCandidate] {
    let alone = Set(names.filter { site(behind: $0) == nil }.map(\.text))
    return names.map { name in
      guard name.form == .name, isOpen(name), !name.isNested, name.gender == nil,
        [.person, .place].contains(name.type), !alone.contains(name.text),
        let noun = site(behind: name)
      else { return name }
      let tree = trees[name.sentence]
      var site = name
      site.tokens = name.tokens.lowerBound..<(noun + 1)
      site.head = noun
      site.text = tree.text(of: site.tokens)
      site.type = .facility
      return site
    }
  }

  /// The noun for a site right behind a name that modifies it.
  private func site(behind name: NameCandidate) -> Int? {
    let tree = trees[name.sentence]
    let next = name.tokens.upperBound
    guard next < tree.tokens.count, tree.tokens[next].upos == .noun,
      tree.tokens[next].xpos == "NN", tree.tokens[name.head].head == next,
      tree.has(name.head, "compound"), lexicon.nominal(tree.lemma(next))?.type == .facility
    else { return nil }
    return next
  }

  // MARK: - Parties

  /// The party of `Republican Senator Jan Lind`, where the article speaks of its country.
  func withParties(_ names: [NameCandidate]) -> [NameCandidate] {
    let countries = Set(
      names.compactMap { name -> Int? in
        guard let entry = name.entry else { return nil }
        return gazetteer.type(of: entry) == .country ? entry : gazetteer.country(of: entry)
      })
    return names.map { name in
      guard name.type == .group, name.entry == nil, !name.isNested, name.tokens.count == 1,
        trees[name.sentence].has(name.head, anyOf: ["amod", "compound", "nmod:desc", "appos"])
      else { return name }
      // A Democrat is of the Democratic Party.
      let adjective = name.text == "Democrat" ? "Democratic" : name.text
      let parties = gazetteer.entries(named: "\(adjective) Party").filter {
        gazetteer[$0].kind == "party"
          && gazetteer[$0].country.map(countries.contains) == true
      }
      guard parties.count == 1, let party = parties.first else { return name }
      var agreed = name
      (agreed.type, agreed.entry, agreed.entries) = (.organization, party, parties)
      return agreed
    }
  }

  // MARK: - Storms

  /// `Cyclone Nandisa` is one name, and no place or person called Nandisa.
  func withStorms(_ names: [NameCandidate]) -> [NameCandidate] {
    var storms: [String: String] = [:]
    let found = names.map { name in
      let tree = trees[name.sentence]
      let before = name.tokens.lowerBound - 1
      guard name.form == .name, !name.isNested, name.tokens.count == 1, before >= 0,
        tree.tokens[before].form.first?.isUppercase == true,
        lexicon.nominal(tree.form(before))?.takesName == true
      else { return name }
      let text = "\(tree.tokens[before].form) \(name.text)"
      storms[name.text] = text
      return storm(name, text, from: before)
    }
    guard !storms.isEmpty else { return names }
    // Later the storm's own name is enough.
    return found.map { name in
      guard name.form == .name, isOpen(name), name.type != .event, let text = storms[name.text]
      else {
        return name
      }
      return storm(name, text, from: name.tokens.lowerBound)
    }
  }

  private func storm(_ name: NameCandidate, _ text: String, from first: Int) -> NameCandidate {
    var storm = name
    storm.tokens = first..<name.tokens.upperBound
    storm.head = trees[name.sentence].head(of: storm.tokens)
    storm.text = text
    storm.type = .event
    (storm.entry, storm.entries, storm.gender) = (nil, [], nil)
    return storm
  }

  // MARK: - Names with their country

  /// `Halden of Norway`, where the article calls it `Halden` elsewhere, is two names.
  func withoutCountries(_ names: [NameCandidate]) -> [NameCandidate] {
    let known = Dictionary(
      names.filter { $0.form == .name && isOpen($0) }.map { ($0.text, $0) },
      uniquingKeysWith: { first, _ in first })
    return names.flatMap { name -> [NameCandidate] in
      let tree = trees[name.sentence]
      let tokens = tree.tokens
      guard name.form == .name, isOpen(name), !name.isNested,
        let of = name.tokens.dropFirst().dropLast().first(where: { tokens[$0].form == "of" })
      else { return [name] }
      let first = name.tokens.lowerBound..<of
      let second = (of + 1)..<name.tokens.upperBound
      guard let like = known[tree.text(of: first)],
        let country = country(second, in: name)
      else { return [name] }
      var alone = name
      alone.tokens = first
      alone.head = trees[name.sentence].head(of: first)
      alone.text = like.text
      (alone.type, alone.label) = (like.type, like.label)
      return [alone, country]
    }
  }

  private func country(_ tokens: Range<Int>, in name: NameCandidate) -> NameCandidate? {
    let tree = trees[name.sentence]
    let words = tree.tokens[tokens].map(\.form)
    guard let match = gazetteer.longestMatch(words, at: 0), match.length == words.count,
      let entry = match.candidates.first, gazetteer.type(of: entry) == .country
    else { return nil }
    var country = NameCandidate(
      sentence: name.sentence, tokens: tokens, head: tree.head(of: tokens),
      text: tree.text(of: tokens), form: .name, type: .country, entry: entry)
    country.entries = match.candidates
    return country
  }
}
