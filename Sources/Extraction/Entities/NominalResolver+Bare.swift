/// Tells things that nothing but a noun calls from each other: `the attack`, `two people`.
extension NominalResolver {
  /// A noun without an owner: what was called so before, or the last thing of its class where the
  /// noun is definite; else a new entity that is told apart by its words alone.
  func bare(
    _ head: Int, _ nominal: NominalType, in sentence: Int, _ tree: SentenceTree,
    _ table: inout EntityTable, _ discourse: Discourse, _ keys: inout [String: Int]
  ) -> Int? {
    let noun = tree.tokens[head].form.lowercased()
    let plural = isPlural(head, tree)
    let restricted = tree.children(of: head, "acl", "nmod").contains { clause in
      // What stands behind a comma does not say which one is meant: 'the firm, which is based here'.
      !(tree.has(clause, "acl:relcl") && head + 1 < clause && tree.form(head + 1) == ",")
    }
    let determiners = tree.children(of: head, "det", "nmod:poss").map { tree.form($0) }
    let definite = determiners.contains { Self.definite.contains($0) }
    let phrase =
      isCrowd(head, tree)
      ? "\(noun) of people" : self.phrase(phraseWords(head, tree), head, meaning: nominal, tree)
    let words = (isSite(nominal.type) ? properWords(head, tree) : "") + phrase
    // 'two people' are not the '640 people' of another sentence; 'protesters' may be the '40 protesters'.
    let count = plural ? tree.child(of: head, "nummod").map { tree.form($0) } : nil
    let plainKey = "\(nominal.type.rawValue):\(words)"
    let countedKey = plainKey + "#"
    let qualifier = qualifier(of: head, nominal.type, in: sentence, tree, table)
    let commonKey = count.map { countedKey + $0 } ?? plainKey
    let key = qualifier.map { commonKey + "@\($0.entities)" } ?? commonKey
    // 'people' need not be the 'people from Lima', but 'the attack' may be 'the attack in Lima'.
    let mayBe = { (entity: WorkingEntity) in
      if entity.qualifier?.entities == qualifier?.entities { return true }
      return entity.qualifier == nil ? definite : qualifier == nil && (definite || !plural)
    }
    let others = coArguments(of: head, in: sentence, tree, table)
    if definite {
      let isFormer =
        tree.lemma(head).hasPrefix("ex-")
        || tree.children(of: head, "amod").contains {
          lexicon.prefix(tree.form($0))?.effect == .ended
        }
      let descriptor = Self.descriptor(Self.plain(tree.lemma(head)), isFormer: isFormer)
      let known = discourse.last(before: sentence, token: head, reach: 40) { entity in
        !others.contains(entity) && mayBe(table[entity])
          && isCalled(noun, descriptor, plural, words, table[entity])
      }
      if let known {
        qualify(known, with: qualifier, &table)
        return known
      }
    }
    if definite, !restricted, !plural {
      let known = discourse.last(before: sentence, token: head, reach: 6) { entity in
        !others.contains(entity) && mayBe(table[entity]) && fits(table[entity], nominal, noun)
      }
      if let known {
        qualify(known, with: qualifier, &table)
        return known
      }
    }
    if definite, !restricted, !plural,
      let topic = topic(of: head, nominal, noun, in: sentence, tree, table, discourse),
      !others.contains(topic)
    {
      return topic
    }
    // `a man` after `a man` is another one.
    let isNew = !plural && determiners.contains { ["a", "an", "another"].contains($0) }
    let isFirstCount = count != nil && keys[countedKey] == nil
    let called = keys[key] ?? keys[commonKey] ?? (isFirstCount ? keys[plainKey] : nil)
    if !isNew, let known = called, mayBe(table[known]) {
      qualify(known, with: qualifier, &table)
      keys[key] = known
      if count != nil { keys[countedKey] = known }
      return known
    }
    guard nominal.type != .country else { return nil }
    let name = isFirstCount ? self.name(words) : count.map { "\($0) \(words)" } ?? self.name(words)
    var entity = WorkingEntity(type: nominal.type, canonicalName: name)
    entity.isFaint = nominal.line == 0 || nominal.type == .person
    entity.headNoun = noun
    entity.isPlural = plural || nominal.isCollective
    entity.isCollective = !plural && nominal.isCollective
    let index = table.add(entity)
    qualify(index, with: qualifier, &table)
    keys[key] = index
    if isFirstCount { keys[countedKey] = index }
    if keys[plainKey] == nil { keys[plainKey] = index }
    return index
  }

  /// Whom the sentence before is about, where a noun that says what he or it is can mean no other: `Lind
  /// scored. The striker praised …`, `Halden attacked the town. The militant group …`.
  private func topic(
    of head: Int, _ nominal: NominalType, _ noun: String, in sentence: Int, _ tree: SentenceTree,
    _ table: EntityTable, _ discourse: Discourse
  ) -> Int? {
    guard tree.has(head, anyOf: ["nsubj"]),
      tree.children(of: head, "det").contains(where: { tree.form($0) == "the" }),
      tree.child(of: head, "nmod:poss", "nmod", "acl", "appos", "conj") == nil
    else { return nil }
    let type: EntityType
    if nominal.type == .organization, Self.bodies.contains(noun) {
      type = .organization
    } else if nominal.type == .person, nominal.line == 0, !isForOthers(head, tree) {
      type = .person
    } else {
      return nil
    }
    // Whoever else was named may be meant as well.
    let near = discourse.recent(since: sentence - 1, before: (sentence, head))
      .filter { table[$0.entity].type == type }
    guard Set(near.map(\.entity)).count == 1, let only = near.first, table[only.entity].isNamed,
      near.contains(where: \.isSubject)
    else { return nil }
    return only.entity
  }

  /// Whether a noun says what somebody is to another, or is an office that many hold.
  private func isForOthers(_ head: Int, _ tree: SentenceTree) -> Bool {
    let lemma = tree.lemma(head)
    return Gender.ofKin(lemma) != nil || lexicon.longestOffice(in: [lemma], at: 0) != nil
      || !lexicon.nounFrames(lemma).isEmpty
  }

  private static let bodies: Set<String> = [
    "giant", "group", "movement", "organisation", "organization", "outfit",
  ]

  /// Who does what is done to a noun, which is somebody else: `Helio sued the company`.
  private func coArguments(
    of head: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> [Int] {
    guard tree.has(head, anyOf: ["obj", "iobj"]), let verb = tree.tokens[head].head else {
      return []
    }
    return tree.children(of: verb, "nsubj").filter { $0 < head }
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
  }

  /// What an entity is called by, by which it is found again.
  static func descriptor(_ lemma: String, isFormer: Bool) -> String {
    isFormer ? "former \(lemma)" : lemma
  }

  /// Whether an entity was called by a noun before, with no less said of it than now.
  private func isCalled(
    _ noun: String, _ lemma: String, _ plural: Bool, _ words: String, _ entity: WorkingEntity
  ) -> Bool {
    if !plural, entity.descriptors.contains(lemma) { return true }
    guard entity.headNoun == noun, entity.isPlural == plural || !plural,
      let name = entity.canonicalName?.lowercased().split(separator: " ")
    else { return false }
    let said = words.lowercased().split(separator: " ")
    // An event is told apart by its noun and year: `the long war` is `the war`.
    let telling = entity.type == .event ? said.filter(Self.isYear) : said
    return telling.allSatisfy { name.contains($0) }
  }

  private static let definite: Set<String> = [
    "the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my",
  ]

  private func fits(_ entity: WorkingEntity, _ nominal: NominalType, _ noun: String) -> Bool {
    if entity.headNoun == noun { return true }
    guard entity.type == nominal.type else { return false }
    switch noun {
    case "country", "nation": return entity.type == .country
    case "region", "enclave", "territory", "province": return entity.type == .region
    case "city", "town", "village": return entity.type == .city
    default:
      if nominal.isBusiness { return entity.mayBeCompany(gazetteer) }
      return entity.type == .organization && entity.isNamed
        && entity.displayName.lowercased().contains(noun)
    }
  }

  private func isSite(_ type: EntityType) -> Bool { type == .facility || isPlace(type) }

  /// The name of a dam or a crossing that no name of its own was seen in: `Tortkul ` of `the Tortkul
  /// reservoir`.
  private func properWords(_ head: Int, _ tree: SentenceTree) -> String {
    tree.children(of: head, "compound")
      .filter { $0 < head && tree.tokens[$0].upos == .properNoun }
      .map { tree.tokens[$0].form + " " }.joined()
  }
}
