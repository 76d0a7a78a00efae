/// Claims from what stands right around a name: `German immunologist Jana Roth`, `the Swiss bank
/// Helio`, `Bergen's Nils Dahl`, `Dahl, of the Open Roof Foundation,`, `the Syrian port city of Tartus`.
///
/// Such phrases are taken for granted in a sentence, whatever it says itself.
struct AffiliationClaims {
  let context: ClaimContext

  private var table: EntityTable { context.resolved.table }

  /// The claims of a sentence, in the order of its names.
  func claims(in sentence: Int) -> [Claim] {
    let names = context.resolved.names.filter { $0.name.sentence == sentence }
    return names.flatMap { name, entity -> [Claim] in
      guard name.form == .name, !name.isNested else { return [] }
      return before(name, entity) + after(name, entity)
    }
  }

  // MARK: - Before the name

  /// The countries and organizations in the words before a name that belong to its phrase.
  private func before(_ name: NameCandidate, _ entity: Int) -> [Claim] {
    let tree = context.resolved.trees[name.sentence]
    var index = name.tokens.lowerBound - 1
    var noun: Int?
    var isPossessive = false
    while index >= 0, name.tokens.lowerBound - index <= 7 {
      if let other = table.namedEntity(at: index, sentence: name.sentence) {
        guard other != entity else { return [] }
        // 'Britain's Olympic champion Lind'
        if table[other].type == .group {
          index -= 1
          continue
        }
        let isHyphenated = index + 1 < tree.tokens.count && tree.form(index + 1).hasPrefix("-")
        guard !isHyphenated, isModifier(index, of: name, isPossessive, tree) else { return [] }
        // 'Merkel's CDU': whoever a party is called by is one of it.
        if isPossessive, noun == nil, table[other].type == .person, isParty(entity) {
          return claim(other, "partyMemberOf", entity, name, at: index)
        }
        return claim(entity, of: other, beside: noun, name: name, at: index)
      }
      let token = tree.tokens[index]
      switch token.upos {
      case .noun:
        if noun == nil { noun = index }
        // 'the company Russia's': what stands before a possessive is another phrase.
        guard !isPossessive else { return [] }
      case .adjective, .numeral: break
      case .verb where tree.has(index, "amod"): break
      // 'Chile's centre-right Alliance'
      case .punctuation where token.form == "-": break
      // 'his Chilean counterpart, Jan Lind'
      case .punctuation where isBehindOwnComma(name, index, tree): break
      case .particle where token.xpos == "POS": isPossessive = true
      case .properNoun where noun == nil: noun = index
      default: return []
      }
      index -= 1
    }
    return []
  }

  /// Whether a comma stands between a person's name and the noun that it is set beside.
  private func isBehindOwnComma(_ name: NameCandidate, _ comma: Int, _ tree: SentenceTree) -> Bool {
    name.type == .person && comma > 0 && comma + 1 == name.tokens.lowerBound
      && tree.form(comma) == "," && tree.has(name.head, "appos")
      && tree.tokens[name.head].head == comma - 1 && tree.tokens[comma - 1].upos == .noun
  }

  /// Whether the word belongs to the phrase that the name ends, and is no part of the phrase before.
  private func isModifier(
    _ index: Int, of name: NameCandidate, _ isPossessive: Bool, _ tree: SentenceTree
  ) -> Bool {
    if isPossessive { return true }
    // 'The Frenchman Karl Holm'
    if tree.has(name.head, anyOf: ["appos", "flat"]), tree.tokens[name.head].head == index,
      tree.tokens[index].xpos.hasPrefix("NN"), !tree.tokens[index].xpos.hasSuffix("S")
    {
      return true
    }
    let phrase = Set(name.tokens).union(index + 1..<name.tokens.lowerBound)
    var current = index
    // It hangs on a word of the phrase, by itself or by another word of its own name.
    for _ in 0..<4 {
      guard let head = tree.tokens[current].head else { return false }
      if phrase.contains(head) { return tree.has(current, anyOf: Self.modifying) }
      current = head
    }
    return false
  }

  private static let modifying = [
    "amod", "compound", "nmod:poss", "nmod", "nmod:desc", "flat", "appos", "dep",
  ]

  // MARK: - After the name

  /// `Dahl from Chatham House`, `Owusu of Ghana`, `Tartus, Syria`, `Tartus in Syria`.
  private func after(_ name: NameCandidate, _ entity: Int) -> [Claim] {
    let tree = context.resolved.trees[name.sentence]
    let isPerson = table[entity].type == .person
    let isPlace = [.city, .place, .facility, .region].contains(table[entity].type)
    var found: [Claim] = []
    for phrase in tree.children(of: name.head, "nmod", "appos", "obl") where phrase > name.head {
      let preposition = tree.preposition(of: phrase)
      let others = table.entities(atHead: phrase, sentence: name.sentence)
        .filter { table.namedEntity(at: phrase, sentence: name.sentence) == $0 }
      for other in others {
        switch (preposition, isPerson, isPlace) {
        case ("vs", _, _), ("vs.", _, _), ("v", _, _), ("versus", _, _):
          // Elsewhere two are opposed, in a court or a headline.
          guard context.speaks(of: "sport", in: name.sentence) else { break }
          found += claim(entity, "playedAgainst", other, name, at: phrase)
        case ("of", true, _), ("from", true, _), ("at", true, _):
          found += claim(entity, of: other, beside: nil, name: name, at: phrase)
        case (nil, true, _) where tree.form(phrase - 1) == "(" && isParty(other):
          found += claim(entity, "partyMemberOf", other, name, at: phrase)
        case (nil, true, _) where isParty(other) && tree.isIndefinite(phrase):
          found += claim(entity, "partyMemberOf", other, name, at: phrase)
        case (nil, true, _) where isCompatriot(phrase, tree) && table[other].type == .country:
          found += claim(entity, "citizenOf", other, name, at: phrase)
        case ("in", _, true) where isLocation(other):
          found += claim(entity, "locatedIn", other, name, at: phrase)
        case (nil, _, true)
        where isLocation(other) && phrase > 0 && tree.form(phrase - 1) == ",":
          found += claim(entity, "locatedIn", other, name, at: phrase)
        default: break
        }
      }
    }
    if table[entity].type == .organization { found += seats(of: name, entity, tree) }
    return found
  }

  /// `Teneo, a consultancy in London`.
  private func seats(of name: NameCandidate, _ entity: Int, _ tree: SentenceTree) -> [Claim] {
    let nouns = tree.children(of: name.head, "appos").filter {
      $0 > name.head && tree.tokens[$0].upos == .noun
        && (tree.tokens[$0].phraseType == .organization
          || context.knowledge.lexicon.nominal(tree.lemma($0))?.type == .organization)
    }
    return nouns.flatMap { tree.children(of: $0, "nmod") }
      .filter { tree.preposition(of: $0) == "in" }
      .flatMap { place in
        table.entities(atHead: place, sentence: name.sentence)
          .filter { isLocation($0) && table.namedEntity(at: place, sentence: name.sentence) == $0 }
          .flatMap { claim(entity, "basedIn", $0, name, at: place) }
      }
  }

  /// `Holm, a Frenchman,`.
  private func isCompatriot(_ word: Int, _ tree: SentenceTree) -> Bool {
    tree.isIndefinite(word) && tree.tokens[word].xpos != "NNS"
      && context.knowledge.gazetteer.demonym(tree.tokens[word].form) != nil
  }

  private func isLocation(_ entity: Int) -> Bool {
    [.city, .region, .country].contains(table[entity].type)
  }

  // MARK: - Claims

  /// What an entity is to the country or organization in its phrase.
  private func claim(
    _ entity: Int, of other: Int, beside noun: Int?, name: NameCandidate, at anchor: Int
  ) -> [Claim] {
    guard let property = property(of: entity, other, beside: noun, name.sentence) else { return [] }
    return claim(entity, property, other, name, at: anchor)
  }

  private func property(of entity: Int, _ other: Int, beside noun: Int?, _ sentence: Int)
    -> String?
  {
    let tree = context.resolved.trees[sentence]
    // Titles have rules of their own.
    if let noun,
      context.resolved.offices.contains(where: {
        $0.sentence == sentence && $0.title.contains(noun) && !$0.office.isHonorific
      })
    {
      return nil
    }
    switch (table[entity].type, table[other].type) {
    case (.person, .country), (.person, .region):
      // Nobody is a citizen of Texas.
      if table[other].type == .region,
        table[other].entry.flatMap({ context.knowledge.gazetteer.country(of: $0) }) != nil
      {
        return nil
      }
      if let noun, tree.tokens[noun].phraseType.map({ $0 != .person }) == true { return nil }
      return "citizenOf"
    case (.person, .organization):
      // 'In the Fox News interview Obama …', but 'the Labour party veteran Lind'.
      if let noun, let type = tree.tokens[noun].phraseType,
        ![.person, .organization].contains(type)
      {
        return nil
      }
      if isParty(other) { return "partyMemberOf" }
      let kind = table[other].entry.flatMap { context.knowledge.gazetteer[$0].kind }
      if let kind, Self.media.contains(kind) { return "worksFor" }
      let isClub = kind == nil || kind == "club"
      return context.speaks(of: "sport", in: sentence) && noun == nil && isClub
        ? "playsFor" : "affiliatedWith"
    case (.organization, .country) where namesCountry(entity, other): return nil
    case (.organization, .country), (.organization, .city):
      if let noun, [.place, .person, .event].contains(tree.tokens[noun].phraseType) { return nil }
      return "basedIn"
    case (.city, .country), (.place, .country), (.facility, .country), (.city, .region),
      (.facility, .city), (.region, .country):
      return "locatedIn"
    default: return nil
    }
  }

  /// Whether the name of a body holds its country: what a ministry is to it, its name says.
  private func namesCountry(_ entity: Int, _ country: Int) -> Bool {
    context.resolved.names.contains {
      $0.entity == entity && $0.name.country != nil && $0.name.country == table[country].entry
    }
  }

  private static let media: Set<String> = [
    "broadcaster", "newspaper", "magazine", "news-agency", "media",
  ]

  private func isParty(_ entity: Int) -> Bool {
    guard let entry = table[entity].entry else {
      return table[entity].displayName.lowercased().split(separator: " ").contains("party")
    }
    return context.knowledge.gazetteer[entry].kind == "party"
  }

  private func claim(
    _ subject: Int, _ predicate: String, _ object: Int, _ name: NameCandidate, at anchor: Int
  ) -> [Claim] {
    var standing = Standing()
    let tree = context.resolved.trees[name.sentence]
    context.applyQuotation(at: tree.tokens[name.head].range, to: &standing)
    // Where a town lies is no hearsay, though the text does not say who speaks of it.
    if predicate == "locatedIn", standing.claimants.isEmpty { standing.isHearsay = false }
    let claim = context.claim(
      subject: subject, predicate: predicate, object: object, anchor: name.head,
      sentence: name.sentence, standing: standing, confidence: 0.8, rule: "phrase:\(predicate)")
    return claim.map { [$0.timeless] } ?? []
  }
}
