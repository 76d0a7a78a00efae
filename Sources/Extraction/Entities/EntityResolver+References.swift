/// What nouns and pronouns stand for, in the order of the text.
extension EntityResolver {
  /// Gives nouns and pronouns without a mention of their own the entities that they stand for.
  func resolveRest(_ resolved: inout ResolvedArticle) {
    var discourse = Discourse()
    var keys: [String: Int] = [:]
    var events = EventNouns()
    let (gazetteer, lexicon) = (knowledge.gazetteer, knowledge.lexicon)
    let resolvers = Resolvers(
      nominals: NominalResolver(gazetteer: gazetteer, lexicon: lexicon, trees: resolved.trees),
      pronouns: PronounResolver(
        lexicon: lexicon, trees: resolved.trees,
        quotations: QuotationFinder.quotations(in: resolved.annotated.article)),
      coordinations: CoordinationResolver(lexicon: lexicon, trees: resolved.trees))
    let people = CountedPeople(gazetteer: gazetteer, lexicon: lexicon)
    for sentence in resolved.trees.indices {
      let tree = resolved.trees[sentence]
      for token in tree.tokens.indices {
        if resolved.table.entities(atHead: token, sentence: sentence).isEmpty {
          let found = found(
            at: token, in: sentence, resolvers, &resolved, discourse, &keys, &events)
          note(found, at: token, in: sentence, tree, &resolved.table)
        }
        if let named = resolved.table.namedEntity(at: token, sentence: sentence),
          people.isCounted(token, tree, naming: resolved.table[named].type),
          tree.tokens[token].xpos.hasSuffix("S")
        {
          notePeople(token, sentence, tree, &resolved.table, &keys)
        }
        note(token, sentence, tree, resolved, &discourse)
      }
    }
  }

  /// What finds the entities of the words of an article.
  private struct Resolvers {
    let nominals: NominalResolver
    let pronouns: PronounResolver
    let coordinations: CoordinationResolver
  }

  /// The entities that a word stands for, new ones among them.
  private func found(
    at token: Int, in sentence: Int, _ resolvers: Resolvers, _ resolved: inout ResolvedArticle,
    _ discourse: Discourse, _ keys: inout [String: Int], _ events: inout EventNouns
  ) -> NominalResolver.Found {
    let tree = resolved.trees[sentence]
    if PronounResolver.isAge(token, tree) {
      let one = resolvers.pronouns.aged(
        token, in: sentence, table: resolved.table, discourse: discourse)
      return NominalResolver.Found(entities: one.map { [$0] } ?? [])
    }
    switch kind(of: token, tree) {
    case .noun:
      guard resolved.table.namedEntity(at: token, sentence: sentence) == nil,
        !isInTitle(token, sentence, resolved.offices)
      else { break }
      let several = resolvers.coordinations.noun(
        token, in: sentence, table: resolved.table, discourse: discourse)
      if !several.isEmpty { return NominalResolver.Found(entities: several) }
      return resolvers.nominals.resolve(
        token, in: sentence, table: &resolved.table, discourse: discourse, roles: resolved.roles,
        keys: &keys, events: &events)
    case .numeral where tree.form(token) == "two":
      return NominalResolver.Found(
        entities: resolvers.coordinations.noun(
          token, in: sentence, table: resolved.table, discourse: discourse))
    case .pronoun, .determiner:
      var entities = resolvers.coordinations.pronoun(
        token, in: sentence, table: resolved.table, discourse: discourse)
      if entities.isEmpty {
        let one = resolvers.pronouns.resolve(
          token, in: sentence, table: resolved.table, discourse: discourse)
        entities = one.map { [$0] } ?? []
      }
      return NominalResolver.Found(entities: entities, reason: .pronoun)
    default: break
    }
    return NominalResolver.Found()
  }

  /// Makes a word a mention of the entities that were found for it.
  private func note(
    _ found: NominalResolver.Found, at token: Int, in sentence: Int, _ tree: SentenceTree,
    _ table: inout EntityTable
  ) {
    guard !found.entities.isEmpty else { return }
    let isPronoun = found.reason == .pronoun
    let mention = LocatedMention(
      sentence: sentence, tokens: isPronoun ? token..<(token + 1) : nominalTokens(token, tree),
      head: token, form: isPronoun ? .pronoun : .nominal, reason: found.reason)
    for entity in found.entities { table.note(mention, of: entity) }
  }

  /// The part of speech; a common noun in small letters is none of a name whatever its tag: `the
  /// electoral commission`.
  private func kind(of token: Int, _ tree: SentenceTree) -> UniversalPartOfSpeech {
    let word = tree.tokens[token]
    guard word.upos == .properNoun else { return word.upos }
    let isListed = knowledge.lexicon.nominal(tree.lemma(token)) != nil
    if word.form.first?.isLowercase == true { return isListed ? .noun : word.upos }
    // 'The Prime Minister said', 'the Court ruled'
    let isRole = isListed || word.phraseType == .person
    return isRole && isDescription(token, tree) ? .noun : word.upos
  }

  /// Whether a word with a capital stands alone behind an article, as no name of a person does.
  private func isDescription(_ token: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[token].xpos == "NNP"
      && tree.children(of: token, "det").contains { tree.form($0) == "the" }
      && tree.child(of: token, "flat", "appos", "nmod:desc") == nil
      && !tree.children(of: token, "compound").contains { tree.tokens[$0].phraseType == .person }
      && (token + 1 == tree.tokens.count || tree.tokens[token + 1].upos != .properNoun)
  }

  private func isInTitle(_ token: Int, _ sentence: Int, _ offices: [OfficeMention]) -> Bool {
    offices.contains {
      $0.sentence == sentence && $0.title.contains(token) && !$0.holders.isEmpty
    }
  }

  /// The noun with what stands before it in its phrase.
  private func nominalTokens(_ head: Int, _ tree: SentenceTree) -> Range<Int> {
    let before = tree.children(of: head, "det", "amod", "compound", "nmod:poss", "nummod")
      .filter { $0 < head }
    let members = Set(before.flatMap { tree.subtree(of: $0) })
    var first = head
    while members.contains(first - 1) || isInnerMark(first - 1, members, tree) { first -= 1 }
    while first < head, tree.tokens[first].upos == .punctuation { first += 1 }
    return first..<(head + 1)
  }

  /// Whether a hyphen or a quotation mark stands inside of a phrase.
  private func isInnerMark(_ token: Int, _ members: Set<Int>, _ tree: SentenceTree) -> Bool {
    token > 0 && tree.tokens[token].upos == .punctuation && tree.form(token) != ","
      && members.contains(token - 1)
  }

  private func note(
    _ token: Int, _ sentence: Int, _ tree: SentenceTree, _ resolved: ResolvedArticle,
    _ discourse: inout Discourse
  ) {
    let entities = resolved.table.entities(atHead: token, sentence: sentence)
    let first = tree.firstConjunct(of: token)
    let isSubject = tree.has(first, "nsubj")
    for entity in entities {
      discourse.note(
        Discourse.Trace(
          entity: entity, sentence: sentence, token: token,
          isSubject: isSubject, isMainSubject: isSubject && isMain(first, tree),
          isShared: entities.count > 1))
    }
    noteCoordination(endingAt: token, sentence, tree, resolved.table, &discourse)
    let group = tree.conjuncts(of: token)
    if group.count == 2, !tree.isCompanion(token) {
      let sides = group.flatMap { word in
        resolved.table.entities(atHead: word, sentence: sentence)
          .filter { [.country, .region].contains(resolved.table[$0].type) }
      }
      let isTogether =
        isSubject || ["between", "among"].contains(tree.preposition(of: token) ?? "")
      discourse.notePair(sides, weight: isTogether ? 2 : 1)
    }
  }

  /// Notes `Helio and Castle Group` at the last of them, when all are known.
  private func noteCoordination(
    endingAt token: Int, _ sentence: Int, _ tree: SentenceTree, _ table: EntityTable,
    _ discourse: inout Discourse
  ) {
    // 'They' are these again.
    let named = table.entities(atHead: token, sentence: sentence)
    if (2...4).contains(named.count) {
      discourse.note(
        Discourse.Coordination(
          members: named, sentence: sentence, token: token, isSubject: tree.has(token, "nsubj")))
    }
    guard tree.has(token, "conj") else { return }
    let first = tree.firstConjunct(of: token)
    let words = tree.conjuncts(of: first)
    // With 'France, along with Chile and Peru', nobody speaks of the latter two.
    guard words.max() == token, (2...4).contains(words.count), !tree.isCompanion(first) else {
      return
    }
    let members = words.flatMap { word -> [Int] in
      let own = table.entities(atHead: word, sentence: sentence)
      if !own.isEmpty { return own }
      // 'his wife Ida'
      return tree.children(of: word, "appos", "flat", "nmod:desc").prefix(1)
        .flatMap { table.entities(atHead: $0, sentence: sentence) }
    }
    guard Set(members).count == words.count else { return }
    discourse.note(
      Discourse.Coordination(
        members: members, sentence: sentence, token: first, isSubject: tree.has(first, "nsubj")))
  }

  /// Makes a group of `four Chileans`.
  private func notePeople(
    _ token: Int, _ sentence: Int, _ tree: SentenceTree, _ table: inout EntityTable,
    _ keys: inout [String: Int]
  ) {
    let name = tree.tokens[token].form
    let key = "\(EntityType.group.rawValue):\(name)"
    let known = keys[key] ?? table.add(Self.people(called: name))
    keys[key] = known
    table.note(
      LocatedMention(
        sentence: sentence, tokens: nominalTokens(token, tree), head: token, form: .nominal,
        reason: .nominal),
      of: known)
  }

  private static func people(called name: String) -> WorkingEntity {
    var entity = WorkingEntity(type: .group, canonicalName: name)
    entity.headNoun = name.lowercased()
    entity.isPlural = true
    return entity
  }

  /// Whether a word hangs on the head of its sentence.
  private func isMain(_ word: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[word].head.map { tree.tokens[$0].head == nil } ?? false
  }
}
