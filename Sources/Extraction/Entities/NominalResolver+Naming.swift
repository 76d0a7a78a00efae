/// What things without a name of their own are called.
extension NominalResolver {
  /// What tells which thing a noun means by naming another one; nothing where no name does.
  func qualifier(
    of head: Int, _ type: EntityType, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> NounQualifier? {
    if let owner = tree.child(of: head, "nmod:poss") {
      let owners = table.entities(atHead: owner, sentence: sentence)
      let isTime = TimeWords.months[tree.form(owner)] != nil
      // 'last week's talks in Oslo' are nobody's.
      if isTime || owners.isEmpty && tree.tokens[owner].upos != .pronoun {
        return phraseQualifier(of: head, type, in: sentence, tree, table)
      }
      guard tree.child(of: owner, "conj") == nil, owners.count == 1, table[owners[0]].isNamed
      else { return nil }
      return NounQualifier(words: "of \(table[owners[0]].displayName)", entities: owners)
    }
    return phraseQualifier(of: head, type, in: sentence, tree, table)
  }

  /// The phrase behind a noun that tells which one it means: `in Iraq`.
  private func phraseQualifier(
    of head: Int, _ type: EntityType, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> NounQualifier? {
    // What stands away from the noun may hang on another word.
    let phrase = tree.children(of: head, "nmod").first {
      $0 > head && tree.subtree(of: $0).min() == head + 1
    }
    guard let phrase, let preposition = tree.preposition(of: phrase),
      NounQualifier.prepositions.contains(preposition)
        // Whom a deal or talks are with tells which; a man may be with anybody.
        && (preposition != "with" || type == .document || type == .event),
      // 'killed by rebels near Lima' tells where they were killed.
      !(tree.preposition(of: head) == "by" && ["in", "near", "on", "over"].contains(preposition))
    else { return nil }
    let members = tree.conjuncts(of: phrase)
    let entities = members.flatMap { table.entities(atHead: $0, sentence: sentence) }
    guard members.count < 3, entities.count == members.count,
      zip(members, entities).allSatisfy({ member, entity in
        // 'clashes between Chadian and Libyan forces' are told by the states.
        table.namedEntity(at: member, sentence: sentence) == entity
          || preposition == "between" && table[entity].country != nil
      })
    else { return nil }
    let names = zip(members, entities).map { member, entity in
      side(before: member, of: table[entity].displayName, tree) + table[entity].displayName
    }
    let hasArticle = tree.children(of: phrase, "det").contains { tree.form($0) == "the" }
    let article = hasArticle ? "the " : ""
    return NounQualifier(
      words: "\(preposition) \(article)\(names.joined(separator: " and "))", entities: entities)
  }

  /// `eastern ` of `eastern Ukraine`, but nothing of `West Bank`.
  private func side(before word: Int, of name: String, _ tree: SentenceTree) -> String {
    tree.children(of: word, "amod", "compound")
      .filter {
        $0 < word && Self.sides.contains(tree.form($0))
          && !name.lowercased().hasPrefix(tree.form($0))
      }
      .map { tree.form($0) + " " }.joined()
  }

  /// Whether a word is a year: `2006`.
  static func isYear(_ word: some StringProtocol) -> Bool {
    word.count == 4 && Int(word).map { $0 > 1500 } == true
  }

  static let sides: Set<String> = [
    "central", "east", "eastern", "north", "north-east", "north-eastern", "north-west",
    "north-western", "northeast", "northeastern", "northern", "northwest", "northwestern", "south",
    "south-east", "south-eastern", "south-west", "south-western", "southeast", "southeastern",
    "southern", "southwest", "southwestern", "west", "western",
  ]

  /// Adds to the name of a thing without one which one it is, once that is said.
  func qualify(_ entity: Int, with qualifier: NounQualifier?, _ table: inout EntityTable) {
    guard let qualifier, table[entity].qualifier == nil, !table[entity].isNamed,
      let name = table[entity].canonicalName, table[entity].headNoun != nil,
      table[entity].country == nil
    else { return }
    // 'the European crisis' need not be 'of Europe'.
    let isSaid = qualifier.entities.contains { named in
      let stem = table[named].displayName.prefix(4)
      return name.split(separator: " ").contains { $0.hasPrefix(stem) }
    }
    guard !isSaid else { return }
    table[entity].qualifier = qualifier
    // Of 'his wife' we know no more than that he has one.
    if table[entity].type != .person { table[entity].isFaint = false }
  }

  /// The words of a noun's phrase with the noun that it means: `two-day labour strike`.
  func phrase(_ words: String, _ head: Int, meaning nominal: NominalType, _ tree: SentenceTree)
    -> String
  {
    let noun = tree.form(head)
    guard nominal.lemma.hasSuffix(" \(tree.lemma(head))"), words.hasSuffix(noun),
      !words.hasSuffix(String(nominal.lemma.dropLast(tree.lemma(head).count)) + noun)
    else { return words }
    return words.dropLast(noun.count) + nominal.lemma.dropLast(tree.lemma(head).count) + noun
  }

  /// The words that call a thing, without those that only say how many or which of them.
  func name(_ words: String) -> String {
    let kept = words.split(separator: " ").drop { Self.vague.contains(String($0)) }
    return kept.isEmpty ? words : kept.joined(separator: " ")
  }

  private static let vague: Set<String> = [
    "additional", "certain", "few", "fewer", "fellow", "further", "many", "more", "most", "much",
    "numerous", "only", "other", "own", "same", "several", "such", "various",
  ]

  /// The noun with the adjectives and nouns before it: `local residents`, `heavy artillery`.
  func phraseWords(_ head: Int, _ tree: SentenceTree) -> String {
    let modifiers = tree.children(of: head, "amod", "compound").filter {
      // How old somebody is, another claim says.
      $0 < head && ![.properNoun, .numeral].contains(tree.tokens[$0].upos)
        && !(tree.form($0) == "old" && $0 > 1 && tree.form($0 - 2).hasPrefix("year"))
    }
    // 'the 2006 season', 'North Vietnamese boats'
    let years = tree.children(of: head, "nummod", "compound", "amod", "nmod:unmarked", "nmod")
      .filter { $0 < head && Self.isYear(tree.form($0)) }
    let sides = modifiers.flatMap { tree.children(of: $0, "amod", "compound", "advmod") }
      .filter { $0 < head && Self.sides.contains(tree.form($0)) }
    return words(years + sides + modifiers + [head], tree)
  }

  /// Words of a phrase with the first halves of those that have a hyphen: `cease-fire talks`.
  func words(_ members: [Int], _ tree: SentenceTree) -> String {
    let halves = members.filter { $0 >= 2 && tree.form($0 - 1) == "-" }.map { $0 - 2 }
    let names = halves.flatMap { half in
      tree.children(of: half, "compound", "flat").filter { tree.tokens[$0].upos == .properNoun }
    }
    return Set(members + halves + names).sorted().reduce(into: "") { name, token in
      let isSecond = halves.contains(token - 2)
      let word =
        halves.contains(token) || names.contains(token)
        ? tree.tokens[token].form : spelled(token, before: members.max(), tree)
      name += name.isEmpty ? word : (isSecond ? "-" : " ") + word
    }
  }

  /// A word in small letters, unless its noun shows that the capital is its own: `Arab countries`.
  private func spelled(_ token: Int, before noun: Int?, _ tree: SentenceTree) -> String {
    let form = tree.tokens[token].form
    guard let noun, tree.tokens[noun].form.first?.isLowercase == true, noun != token else {
      return tree.form(token)
    }
    let isFirst = tree.tokens[..<token].allSatisfy { $0.upos == .punctuation }
    let isAcronym = form.unicodeScalars.count > 1 && form == form.uppercased()
    return !isFirst || isAcronym || gazetteer.demonym(form) != nil ? form : tree.form(token)
  }
}
