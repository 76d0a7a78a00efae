/// Finds what common nouns name: `Armenian forces`, `the ministry`, `both sides`, `locals`.
struct NominalResolver {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let trees: [SentenceTree]

  /// The entities that a noun names, and why it names them.
  struct Found {
    var entities: [Int] = []
    var reason = MentionReason.nominal
  }

  /// The entities that a noun names, new ones among them; none where it names nothing we keep.
  func resolve(
    _ head: Int, in sentence: Int, table: inout EntityTable, discourse: Discourse,
    roles: RoleMemory, keys: inout [String: Int], events: inout EventNouns
  ) -> Found {
    let tree = trees[sentence]
    if isPair(head, tree), discourse.pair.count == 2 { return Found(entities: discourse.pair) }
    if let described = described(by: head, in: sentence, tree, &table) { return described }
    guard let nominal = nominal(head, tree) else { return Found() }
    // `their conflict` is the one conflict of several sides.
    let owners =
      nominal.type == .event
        && tree.children(of: head, "nmod:poss").contains(where: {
          tree.tokens[$0].upos == .pronoun
        }) ? [] : owners(of: head, nominal, in: sentence, tree, table, roles)
    if nominal.sharesOffice {
      return counterparts(of: head, owners, in: sentence, &table, discourse, roles)
    }
    // 'the Nagorno-Karabakh region', 'the city of Ganja': the noun only says what the name is.
    let itself =
      owners.filter { isPlace(nominal.type) && isPlace(table[$0].type) }
      + (isPlace(nominal.type) ? namesake(of: head, in: sentence, tree, table) : [])
    if !itself.isEmpty { return Found(entities: itself, reason: .apposition) }
    if EventNouns.covers(nominal.kind), owners.count != 1 {
      return Found(entities: [event(nominal, head, in: sentence, tree, &table, &events)])
    }
    if isOffice(head, tree), let office = office(of: head, in: sentence, tree, &table) {
      return Found(entities: [office], reason: .possession)
    }
    if owners.isEmpty {
      let one = bare(head, nominal, in: sentence, tree, &table, discourse, &keys)
      return Found(entities: one.map { [$0] } ?? [])
    }
    if nominal.resolution == "capitalOf" {
      // 'the former German capital', 'the German financial capital' are others.
      let isAnother = tree.children(of: head, "amod").contains {
        table.entities(atHead: $0, sentence: sentence).isEmpty
      }
      if isAnother { return Found() }
      let capitals = owners.compactMap { capital(of: $0, in: &table) }
      if !capitals.isEmpty { return Found(entities: capitals, reason: .role) }
    }
    let bodies = owners.map { owner in
      named(nominal, head: head, owner: owner, in: sentence, tree, &table, &keys)
    }
    return Found(entities: bodies, reason: .possession)
  }

  // MARK: - Appositions

  /// The named entity that a noun describes: `Ida Lund, a farmer`, `the farmer, Ida Lund`, `Ida
  /// Lund is a farmer`.
  private func described(
    by head: Int, in sentence: Int, _ tree: SentenceTree, _ table: inout EntityTable
  ) -> Found? {
    var others = tree.children(of: head, "appos")
    // 'the bank's owner, the fund Halden': the fund is Halden, and so is the owner.
    others += others.filter { tree.tokens[$0].upos == .noun }
      .flatMap { tree.children(of: $0, "appos", "flat", "nmod:desc") }
    if tree.has(head, "appos"), let name = tree.tokens[head].head { others.append(name) }
    if tree.child(of: head, "cop") != nil, !tree.isNegated(head), !isPlural(head, tree),
      tree.child(of: head, "case", "mark", "aux") == nil,
      let subject = tree.child(of: head, "nsubj"), tree.child(of: subject, "conj") == nil
    {
      others.append(subject)
    }
    guard !others.isEmpty, let nominal = nominal(head, tree) else { return nil }
    for other in others {
      let entities = table.entities(atHead: other, sentence: sentence).filter {
        canDescribe(nominal.type, isOne: !isPlural(head, tree), table[$0])
      }
      guard entities.count == 1, let entity = entities.first else { continue }
      table[entity].descriptors.insert(tree.lemma(head))
      return Found(entities: entities, reason: .apposition)
    }
    return nil
  }

  private func canDescribe(_ type: EntityType, isOne: Bool, _ entity: WorkingEntity) -> Bool {
    // One of the critics is a person: 'the critic Jan Lind'.
    if isOne, type == .group, entity.type == .person { return true }
    // 'the second-largest salmon farmer, Fjordlaks,'
    if type == .person, entity.type == .organization { return true }
    let places: Set<EntityType> = [.country, .region, .city, .place, .facility]
    return entity.type == type || (places.contains(type) && places.contains(entity.type))
  }

  // MARK: - Counterparts

  /// `his Swedish counterpart`: who holds the office in one country that somebody holds in another.
  private func counterparts(
    of head: Int, _ owners: [Int], in sentence: Int, _ table: inout EntityTable,
    _ discourse: Discourse, _ roles: RoleMemory
  ) -> Found {
    let tree = trees[sentence]
    // 'his Swedish counterpart, Jan Lind'.
    let named = tree.children(of: head, "appos", "flat", "nmod:desc")
      .compactMap { table.namedEntity(at: $0, sentence: sentence) }
      .filter { table[$0].type == .person }
    if let person = named.first { return Found(entities: [person], reason: .apposition) }
    let possessors = tree.children(of: head, "nmod:poss")
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
    let person =
      possessors.first { roles.office(of: $0) != nil }
      ?? discourse.last(before: sentence, token: head, reach: 1) { roles.office(of: $0) != nil }
    guard let person, let office = roles.office(of: person) else { return Found() }
    let own = roles.country(of: person)
    var found = Found(reason: .role)
    for owner in owners where owner != own && table[owner].type == .country {
      let holder = roles.holder(of: office, scope: owner)
      guard let entity = holder ?? table.office(office, of: owner) else { continue }
      found.entities.append(entity)
      if holder == nil { found.reason = .office }
    }
    return found
  }

  /// The city that is a country's capital.
  private func capital(of owner: Int, in table: inout EntityTable) -> Int? {
    guard let entry = table[owner].entry, let capital = gazetteer.capital(of: entry) else {
      return nil
    }
    if let known = table.entities.firstIndex(where: { $0.entry == capital }) { return known }
    let city = gazetteer[capital]
    return table.add(
      WorkingEntity(
        type: city.type, canonicalName: city.name, entry: capital, link: city.link))
  }

  // MARK: - Pairs

  /// `the two countries`, `both sides`, `the two leaders` are not; only states and sides are.
  private func isPair(_ head: Int, _ tree: SentenceTree) -> Bool {
    guard
      ["country", "side", "nation", "state", "neighbour", "neighbor", "party", "foe", "rival"]
        .contains(tree.lemma(head)), tree.tokens[head].xpos.hasSuffix("S")
    else { return false }
    return tree.children(of: head, "det", "nummod", "amod").contains {
      ["both", "two", "warring", "opposing"].contains(tree.form($0))
    }
  }

  func isPlace(_ type: EntityType) -> Bool { [.region, .city, .place].contains(type) }

  /// `the town of Dabesh`, where nothing is known of the name.
  private func namesake(
    of head: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> [Int] {
    tree.children(of: head, "nmod").filter { tree.preposition(of: $0) == "of" && $0 == head + 2 }
      .compactMap { table.namedEntity(at: $0, sentence: sentence) }
      .filter { table[$0].type == .place }
  }

  /// The countries and organizations that a noun's modifiers name.
  private func owners(
    of head: Int, _ nominal: NominalType, in sentence: Int, _ tree: SentenceTree,
    _ table: EntityTable, _ roles: RoleMemory
  ) -> [Int] {
    var found: [Int] = []
    // 'its favourite Chilean party' is no party of its.
    let isNamed = tree.children(of: head, "amod", "compound").contains {
      table.namedEntity(at: $0, sentence: sentence) != nil
    }
    // The police are no owner of a 'police station'.
    let own = compound(head, tree).map { _ in head - 1 }
    let modifiers = tree.children(of: head, "amod", "compound", "nmod:poss", "nmod")
    for child in modifiers where child != own {
      if tree.has(child, "nmod"), !tree.has(child, "nmod:poss") {
        let preposition = tree.preposition(of: child) ?? ""
        // 'a spokesman for the bank', 'analysts at the bank'
        let isOwner =
          ["of", "from"].contains(preposition)
          || tree.tokens[head].phraseType == .person && ["for", "at"].contains(preposition)
        guard isOwner else { continue }
      }
      if isNamed, tree.has(child, "nmod:poss"), tree.tokens[child].upos == .pronoun { continue }
      // The experts of 'UN human rights experts' are the UN's.
      let inner = tree.has(child, "compound") ? tree.children(of: child, "compound") : []
      let named = inner.filter { table.namedEntity(at: $0, sentence: sentence) != nil }
      for word in tree.conjuncts(of: child) + named {
        for entity in table.entities(atHead: word, sentence: sentence) {
          // A president's army is his country's, his family and speeches are his own.
          let isOfState = nominal.sharesOffice || nominal.namePattern?.contains("{country") == true
          let owner =
            table[entity].type != .person ? entity : isOfState ? roles.country(of: entity) : nil
          if let owner, [.country, .region, .city, .organization].contains(table[owner].type),
            !found.contains(owner)
          {
            found.append(owner)
          }
        }
      }
    }
    return found
  }

  private func named(
    _ nominal: NominalType, head: Int, owner: Int, in sentence: Int, _ tree: SentenceTree,
    _ table: inout EntityTable, _ keys: inout [String: Int]
  ) -> Int {
    let modifiers = tree.children(of: head, "amod", "compound")
    let qualifiers = (modifiers + modifiers.flatMap { tree.dependents[$0] }).filter {
      $0 < head && Self.keptQualifiers.contains(tree.form($0))
    }.sorted().map { tree.form($0) }
    let noun = tree.tokens[head].form.lowercased()
    // The Chilean lottery authority is not the Chilean authorities, and ethnic Armenian forces are no
    // part of the Armenian Armed Forces.
    let isOneOfThem = nominal.isPlural && !isPlural(head, tree)
    let pattern =
      isOneOfThem || !qualifiers.isEmpty
      ? NominalType(lemma: nominal.lemma, type: nominal.type) : nominal
    let words = isOneOfThem ? nounWords(head, without: owner, in: sentence, tree, table) : noun
    let name = (qualifiers + [name(of: pattern, noun: words, owner: owner, table)])
      .joined(separator: " ")
    let key = "\(nominal.type.rawValue):\(name)"
    if let known = keys[key] { return known }
    if let same = table.entities.firstIndex(where: { $0.canonicalName == name }) { return same }
    var entity = WorkingEntity(type: nominal.type, canonicalName: name)
    entity.isFaint = nominal.line == 0
    entity.headNoun = noun
    entity.isPlural = isPlural(head, tree) || nominal.isCollective
    entity.isCollective = !isPlural(head, tree) && nominal.isCollective
    entity.country = table[owner].type == .country ? owner : table[owner].country
    let index = table.add(entity)
    keys[key] = index
    return index
  }

  private func name(
    of nominal: NominalType, noun: String, owner: Int, _ table: EntityTable
  ) -> String {
    if let entry = table[owner].entry, table[owner].type == .country {
      let adjective = gazetteer.demonymAdjective(of: entry)
      // 'a Polish family' is no family of Poland.
      if nominal.namePattern?.hasSuffix(" {scope}") == true { return adjective + " " + noun }
      return nominal.name(scope: gazetteer.name(of: entry), adjective: adjective)
        ?? adjective + " " + noun
    }
    let owner = table[owner].plainName
    return nominal.name(scope: owner, adjective: owner) ?? owner + " " + noun
  }

  /// The noun with the nouns before it that are not whom it belongs to: `lottery authority`, but
  /// `officer` of the German police for `German police officer`.
  private func nounWords(
    _ head: Int, without owner: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> String {
    let nouns = tree.children(of: head, "compound").filter {
      $0 < head && tree.tokens[$0].upos == .noun
        && !table.entities(atHead: $0, sentence: sentence).contains(owner)
    }
    return words(nouns + [head], tree)
  }

  private static let keptQualifiers: Set<String> = ["ethnic", "former", "opposition", "rebel"]
}
