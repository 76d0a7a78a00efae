/// What nouns and pronouns stand for, in the order of the text.
extension EntityResolver {
  func resolveRest(_ resolved: inout ResolvedArticle) {
    var discourse = Discourse()
    var keys: [String: Int] = [:]
    var events = EventNouns()
    let nominals = NominalResolver(
      gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon, trees: resolved.trees)
    let pronouns = PronounResolver(lexicon: knowledge.lexicon, trees: resolved.trees)
    let people = CountedPeople(gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon)
    let companies = CompanyResolver(lexicon: knowledge.lexicon, trees: resolved.trees)
    for sentence in resolved.trees.indices {
      let tree = resolved.trees[sentence]
      for token in tree.tokens.indices {
        if resolved.table.entities(atHead: token, sentence: sentence).isEmpty {
          let covered = resolved.table.namedEntity(at: token, sentence: sentence) != nil
          var found = NominalResolver.Found()
          var form = Mention.Form.nominal
          switch kind(of: token, tree) {
          case _ where PronounResolver.isAge(token, tree):
            let one = pronouns.aged(
              token, in: sentence, table: resolved.table, discourse: discourse)
            found.entities = one.map { [$0] } ?? []
          case .noun where !covered && !isInTitle(token, sentence, resolved.offices):
            let several = companies.noun(
              token, in: sentence, table: resolved.table, discourse: discourse)
            found =
              several.isEmpty
              ? nominals.resolve(
                token, in: sentence, table: &resolved.table, discourse: discourse,
                roles: resolved.roles, keys: &keys, events: &events)
              : NominalResolver.Found(entities: several)
          case .numeral where tree.form(token) == "two":
            found.entities = companies.noun(
              token, in: sentence, table: resolved.table, discourse: discourse)
          case .pronoun, .determiner:
            form = .pronoun
            let several = companies.pronoun(
              token, in: sentence, table: resolved.table, discourse: discourse)
            let one =
              several.isEmpty
              ? pronouns.resolve(
                token, in: sentence, table: resolved.table, discourse: discourse) : nil
            found = NominalResolver.Found(
              entities: one.map { [$0] } ?? several, reason: .pronoun)
          default: break
          }
          let tokens = form == .pronoun ? token..<(token + 1) : nominalTokens(token, tree)
          for entity in found.entities {
            resolved.table.note(
              LocatedMention(
                sentence: sentence, tokens: tokens, head: token, form: form,
                reason: found.reason),
              of: entity)
          }
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
    noteCompany(endingAt: token, sentence, tree, resolved.table, &discourse)
    let group = tree.conjuncts(of: token)
    if group.count == 2 {
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
  private func noteCompany(
    endingAt token: Int, _ sentence: Int, _ tree: SentenceTree, _ table: EntityTable,
    _ discourse: inout Discourse
  ) {
    // 'They' are these again.
    let named = table.entities(atHead: token, sentence: sentence)
    if (2...4).contains(named.count) {
      discourse.note(
        Discourse.Company(
          members: named, sentence: sentence, token: token, isSubject: tree.has(token, "nsubj")))
    }
    guard tree.has(token, "conj") else { return }
    let first = tree.firstConjunct(of: token)
    let words = tree.conjuncts(of: first)
    guard words.max() == token, (2...4).contains(words.count) else { return }
    let members = words.flatMap { word -> [Int] in
      let own = table.entities(atHead: word, sentence: sentence)
      if !own.isEmpty { return own }
      // 'his wife Ida'
      return tree.children(of: word, "appos", "flat", "nmod:desc").prefix(1)
        .flatMap { table.entities(atHead: $0, sentence: sentence) }
    }
    guard Set(members).count == words.count else { return }
    discourse.note(
      Discourse.Company(
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
