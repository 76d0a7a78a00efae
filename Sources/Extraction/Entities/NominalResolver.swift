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
        }) ? [] : owners(of: head, in: sentence, tree, table, roles)
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

  /// What a noun stands for by the lexicon, else by what the language model takes its phrase for.
  private func nominal(_ head: Int, _ tree: SentenceTree) -> NominalType? {
    let lemma = Self.plain(tree.lemma(head))
    if let known = compound(head, tree) ?? lexicon.nominal(lemma) {
      if known.type == .organization, isIdiom(head, tree) { return nil }
      if known.isOnlySpeaker, !isSpeaker(head, tree) { return nil }
      // 'a series of calls' is no work.
      if known.type == .work, lexicon.partitives[lemma] != nil,
        tree.children(of: head, "nmod").contains(where: {
          tree.preposition(of: $0) == "of" && isPlural($0, tree)
        })
      {
        return nil
      }
      guard known.type == .country, isPlural(head, tree) else { return known }
      // `Arab countries` are a group of states and no state.
      return NominalType(lemma: lemma, type: .group)
    }
    if isCrowd(head, tree) { return lexicon.nominal("people") }
    if lexicon.partitives[lemma] != nil || isIdiom(head, tree) { return nil }
    switch tree.tokens[head].phraseType {
    case .person: return NominalType(lemma: lemma, type: isPlural(head, tree) ? .group : .person)
    case .organization: return NominalType(lemma: lemma, type: .organization)
    case .place: return NominalType(lemma: lemma, type: .place)
    default: return nil
    }
  }

  /// `on board`, `at court`: a noun in the singular with nothing but a preposition before it is where
  /// or how something is.
  private func isIdiom(_ head: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[head].xpos == "NN" && ["on", "at"].contains(tree.preposition(of: head) ?? "")
      && tree.children(of: head, "case").first == head - 1
      && tree.dependents[head].allSatisfy { $0 < head }
  }

  /// `Thousands gathered`: a number that nothing is counted with counts people.
  func isCrowd(_ head: Int, _ tree: SentenceTree) -> Bool {
    isPlural(head, tree) && lexicon.partitives[tree.lemma(head)] == "number"
      && tree.has(head, anyOf: ["nsubj"])
      && tree.child(of: head, "nmod", "case", "nummod", "cc") == nil
  }

  /// What a noun of two words stands for: `defence ministers`.
  private func compound(_ head: Int, _ tree: SentenceTree) -> NominalType? {
    guard head > 0, tree.tokens[head - 1].head == head, tree.has(head - 1, anyOf: ["amod", "compound"])
    else { return nil }
    return lexicon.nominal("\(tree.form(head - 1)) \(Self.plain(tree.lemma(head)))")
  }

  /// Whether a noun says something: `the release said`, `according to the release`.
  private func isSpeaker(_ head: Int, _ tree: SentenceTree) -> Bool {
    let first = tree.firstConjunct(of: head)
    if ["according_to", "per"].contains(tree.preposition(of: first) ?? "") { return true }
    guard tree.has(first, "nsubj"), let verb = tree.tokens[first].head else { return false }
    return lexicon.attribution(tree.lemma(verb), upos: .verb) != nil
  }

  /// The noun of `ex-minister`.
  private static func plain(_ lemma: String) -> String {
    lemma.hasPrefix("ex-") ? String(lemma.dropFirst(3)) : lemma
  }

  func isPlural(_ head: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[head].xpos.hasSuffix("S")
  }

  // MARK: - Appositions

  /// The named entity that a noun describes: `Ida Lund, a farmer`, `the farmer, Ida Lund`, `Ida
  /// Lund is a farmer`.
  private func described(
    by head: Int, in sentence: Int, _ tree: SentenceTree, _ table: inout EntityTable
  ) -> Found? {
    var others = tree.children(of: head, "appos")
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
        canDescribe(nominal.type, table[$0])
      }
      guard entities.count == 1, let entity = entities.first else { continue }
      table[entity].descriptors.insert(tree.lemma(head))
      return Found(entities: entities, reason: .apposition)
    }
    return nil
  }

  private func canDescribe(_ type: EntityType, _ entity: WorkingEntity) -> Bool {
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

  private func isPlace(_ type: EntityType) -> Bool { [.region, .city, .place].contains(type) }

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
    of head: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable, _ roles: RoleMemory
  ) -> [Int] {
    var found: [Int] = []
    // 'its favourite Chilean party' is no party of its.
    let isNamed = tree.children(of: head, "amod", "compound").contains {
      table.namedEntity(at: $0, sentence: sentence) != nil
    }
    // The police are no owner of a 'police station'.
    let own = compound(head, tree).map { _ in head - 1 }
    for child in tree.children(of: head, "amod", "compound", "nmod:poss", "nmod") where child != own {
      if tree.has(child, "nmod"), !tree.has(child, "nmod:poss") {
        let preposition = tree.preposition(of: child) ?? ""
        // 'a spokesman for the bank', 'analysts at the bank'
        let isOwner =
          ["of", "from"].contains(preposition)
          || tree.tokens[head].phraseType == .person && ["for", "at"].contains(preposition)
        guard isOwner else { continue }
      }
      if isNamed, tree.has(child, "nmod:poss"), tree.tokens[child].upos == .pronoun { continue }
      for word in tree.conjuncts(of: child) {
        for entity in table.entities(atHead: word, sentence: sentence) {
          let owner = table[entity].type == .person ? roles.country(of: entity) : entity
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
      return nominal.name(scope: gazetteer.name(of: entry), adjective: adjective)
        ?? adjective + " " + noun
    }
    let owner = table[owner].plainName
    return nominal.name(scope: owner, adjective: owner) ?? owner + " " + noun
  }

  /// A noun without an owner: what was called so before, or the last thing of its class where the
  /// noun is definite; else a new entity that is told apart by its words alone.
  private func bare(
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
    let phrase = isCrowd(head, tree) ? "\(noun) of people" : phraseWords(head, tree)
    let words = (isSite(nominal.type) ? properWords(head, tree) : "") + phrase
    // 'two people' are not the '640 people' of another sentence; 'protesters' may be the '40 protesters'.
    let count = plural ? tree.child(of: head, "nummod").map { tree.form($0) } : nil
    let plainKey = "\(nominal.type.rawValue):\(words)"
    let countedKey = plainKey + "#"
    let qualifier = qualifier(of: head, in: sentence, tree, table)
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
    let name = isFirstCount || count == nil ? self.name(words) : "\(count ?? "") \(words)"
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

  /// Who does what is done to a noun, which is somebody else: `Helio sued the company`.
  private func coArguments(
    of head: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> [Int] {
    guard tree.has(head, anyOf: ["obj", "iobj"]), let verb = tree.tokens[head].head else { return [] }
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
    // An event is told apart by its noun: `the long war` is `the war`.
    return entity.type == .event
      || words.lowercased().split(separator: " ").allSatisfy { name.contains($0) }
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
      if nominal.isBusiness { return isBusiness(entity) }
      return entity.type == .organization && entity.isNamed
        && entity.displayName.lowercased().contains(noun)
    }
  }

  /// Whether an entity may be a company, for all that its name tells.
  private func isBusiness(_ entity: WorkingEntity) -> Bool {
    guard entity.type == .organization, entity.isNamed else { return false }
    guard let entry = entity.entry else { return entity.canonicalName == nil }
    return gazetteer[entry].kind.map(Self.businesses.contains) ?? false
  }

  private static let businesses: Set<String> = [
    "bank", "broadcaster", "company", "magazine", "news-agency", "newspaper", "platform",
  ]

  /// The noun with the adjectives and nouns before it: `local residents`, `heavy artillery`.
  func phraseWords(_ head: Int, _ tree: SentenceTree) -> String {
    let modifiers = tree.children(of: head, "amod", "compound").filter {
      $0 < head && tree.tokens[$0].upos != .properNoun
    }
    return words(modifiers + [head], tree)
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

  private func isSite(_ type: EntityType) -> Bool { type == .facility || isPlace(type) }

  /// The name of a dam or a crossing that no name of its own was seen in: `Tortkul ` of `the Tortkul
  /// reservoir`.
  private func properWords(_ head: Int, _ tree: SentenceTree) -> String {
    tree.children(of: head, "compound")
      .filter { $0 < head && tree.tokens[$0].upos == .properNoun }
      .map { tree.tokens[$0].form + " " }.joined()
  }

  private static let keptQualifiers: Set<String> = ["ethnic", "former", "opposition", "rebel"]
}
