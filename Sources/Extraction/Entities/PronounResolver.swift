/// Finds whom a personal pronoun stands for.
struct PronounResolver {
  let lexicon: Lexicon
  let trees: [SentenceTree]
  /// The quotations of the article.
  var quotations: [Quotation] = []

  /// The entity of a pronoun, or nothing where none is near enough to be sure.
  func resolve(
    _ token: Int, in sentence: Int, table: EntityTable, discourse: Discourse
  ) -> Int? {
    if let subject = subjectAhead(of: token, sentence, table) { return subject }
    let tree = trees[sentence]
    if tree.form(token) == "whose" { return antecedent(ofRelativeAt: token, sentence, table) }
    guard let kind = Kind(tree.form(token)) else { return nil }
    // An `it` that something happens to is a thing more often than a state.
    if kind == .thing, isExpletive(token, sentence) || tree.has(token, anyOf: ["obj", "obl"]) {
      return nil
    }
    let things = things(token, sentence)
    let fits = { (entity: Int) in Self.fits(table[entity], kind, things) }
    if kind.isOnePerson, let speaker = speaker(before: token, sentence, discourse, fits),
      table[speaker].gender != nil
        || !discourse.recent(since: sentence - 1, before: (sentence, 0)).contains(where: {
          fits($0.entity) && table[$0.entity].gender != nil
        })
    {
      return speaker
    }
    let subjects = clauseSubjects(of: token, tree)
    let doers = subjects.flatMap { table.entities(atHead: $0, sentence: sentence) }
    if let blamed = blamed(by: token, in: sentence, table), fits(blamed) { return blamed }
    if let first = partner(of: token, in: sentence, table), fits(first) { return first }
    if tree.has(token, "nmod:poss") {
      // 'Lind said Okafor had met his wife': the wife of the subject that is nearest.
      let owners = doers.filter(fits)
      if owners.count == 1, subjects.count == 1 { return owners[0] }
      // 'it had been dragged in by its rival': whoever it is, both are one.
      if owners.isEmpty, subjects.count == 1, Kind(tree.form(subjects[0])) == kind { return nil }
    }
    // 'Lind said Okafor had hit him': nobody does it to himself.
    let isObject = tree.has(token, anyOf: ["obj", "iobj"])
    let isReflexive = tree.form(token).hasSuffix("self") || tree.form(token).hasSuffix("selves")
    // '…, it says': no report speaks of itself.
    let isApart = kind == .thing && isLateSpeaker(token, tree)
    // Who says 'he negotiated' means another.
    let speakers =
      kind.isOnePerson && isQuoted(tree.tokens[token])
      ? speakers(before: token, sentence, discourse) : []
    let canBe = { (trace: Discourse.Trace) in
      fits(trace.entity) && !(isApart && trace.sentence == sentence)
        && !speakers.contains(trace.entity)
        && !(isObject && !isReflexive && doers.contains(trace.entity))
        // Whoever holds an office is spoken of where the office does something.
        && (trace.isSubject || table[trace.entity].type != .office)
    }
    let reach = kind.isOnePerson ? 3 : 1
    var found = discourse.lastTrace(
      before: sentence, token: token, reach: reach, isOne: kind.isOnePerson, where: canBe)
    // Of two in one sentence, she is the one who is known for a woman.
    if let loose = found, kind.isOnePerson, table[loose.entity].gender == nil,
      let known = discourse.lastTrace(
        before: sentence, token: token, reach: reach, isOne: true,
        where: { canBe($0) && table[$0.entity].gender != nil }),
      known.sentence >= loose.sentence
    {
      found = known
    }
    guard let found, !(kind == .thing && isOutdone(found, table)) else { return nil }
    return found.entity
  }

  /// `Lind spoke of his years there. Okafor had sued the firm, he said.`: who speaks behind what he says is
  /// whoever spoke before, and nobody of whom he speaks.
  private func speaker(
    before token: Int, _ sentence: Int, _ discourse: Discourse, _ fits: (Int) -> Bool
  ) -> Int? {
    guard isLateSpeaker(token, trees[sentence]) else { return nil }
    let spoken = discourse.recent(since: sentence - 1, before: (sentence, 0)).filter { trace in
      guard trace.isSubject, !trace.isShared, fits(trace.entity) else { return false }
      let tree = trees[trace.sentence]
      guard let verb = tree.tokens[trace.token].head else { return false }
      return tree.tokens[verb].upos == .verb
        && lexicon.attribution(tree.lemma(verb), upos: .verb) != nil
    }
    return Set(spoken.map(\.entity)).count == 1 ? spoken[0].entity : nil
  }

  /// Whether a word is the subject of a verb of saying that stands behind all that is said.
  private func isLateSpeaker(_ token: Int, _ tree: SentenceTree) -> Bool {
    guard tree.has(token, "nsubj"), let verb = tree.tokens[token].head,
      lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
    else { return false }
    if let clause = tree.child(of: verb, "ccomp") { return clause < token }
    return tree.has(verb, "parataxis") && tree.tokens[verb].head.map { $0 < token } == true
  }

  private func isQuoted(_ token: Token) -> Bool {
    quotations.contains { $0.range.contains(token.range) }
  }

  /// Those who speak in this sentence or the one before, and so likely in what is quoted here.
  private func speakers(before token: Int, _ sentence: Int, _ discourse: Discourse) -> Set<Int> {
    let speaking = discourse.recent(since: sentence - 1, before: (sentence, token)).filter {
      trace in
      let tree = trees[trace.sentence]
      guard trace.isSubject, !isQuoted(tree.tokens[trace.token]),
        let verb = tree.tokens[trace.token].head, !isQuoted(tree.tokens[verb])
      else { return false }
      return lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
        && tree.child(of: verb, "obj") == nil
    }
    return Set(speaking.map(\.entity))
  }

  /// What a pronoun can stand for.
  private enum Kind {
    case man, woman, thing, many

    init?(_ form: String) {
      switch form {
      case "he", "him", "his", "himself": self = .man
      case "she", "her", "hers", "herself": self = .woman
      case "it", "its", "itself": self = .thing
      case "they", "them", "their", "themselves": self = .many
      default: return nil
      }
    }

    var isOnePerson: Bool { self == .man || self == .woman }
  }

  /// The person whom `the 44-year-old` stands for: the one that is spoken of.
  func aged(_ token: Int, in sentence: Int, table: EntityTable, discourse: Discourse) -> Int? {
    // 'The 18-year-old, Jan Lind,' is he.
    guard Self.isAge(token, trees[sentence]), trees[sentence].child(of: token, "appos") == nil
    else { return nil }
    return discourse.last(before: sentence, token: token, reach: 3, isOne: true) { entity in
      table[entity].type == .person && table[entity].isNamed
    }
  }

  /// Whether a word is the last of `the 44-year-old`, alone.
  static func isAge(_ token: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(token)
    let isWhole = form.hasSuffix("-year-old") && form.first?.isNumber == true
    let isLast =
      form == "old" && token > 3 && tree.form(token - 1) == "-" && tree.form(token - 2) == "year"
      && tree.form(token - 3) == "-" && tree.form(token - 4).first?.isNumber == true
    guard isWhole || isLast else { return false }
    let first = isWhole ? token : token - 4
    return first > 0 && tree.form(first - 1) == "the"
      && tree.has(token, anyOf: ["nsubj", "obj", "iobj", "obl", "nmod", "conj"])
  }

  /// The classes of what an `it` can stand for.
  private func things(_ token: Int, _ sentence: Int) -> Set<EntityType> {
    let agents: Set<EntityType> = [.country, .organization, .region]
    // 'The indictment runs to 60 pages. It says …'
    if speaks(token, trees[sentence]) { return agents.union([.document]) }
    // 'The war began in Chad. It killed thousands': what comes first goes on.
    guard isMainDoer(token, sentence) else { return agents }
    let isEvent = trees[sentence].tokens[token].phraseType == .event
    return isEvent ? [.event] : agents.union([.event])
  }

  /// Whether a word is the subject of a verb of saying.
  private func speaks(_ token: Int, _ tree: SentenceTree) -> Bool {
    guard tree.has(token, "nsubj"), let verb = tree.tokens[token].head else { return false }
    return lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
  }

  private static func fits(
    _ entity: WorkingEntity, _ kind: Kind, _ things: Set<EntityType>
  ) -> Bool {
    switch kind {
    case .man, .woman:
      let gender: Gender = kind == .man ? .male : .female
      return entity.type == .office
        || entity.type == .person && (entity.gender == nil || entity.gender == gender)
    case .thing:
      let isThing = things.contains(entity.type) || entity.type == .group && entity.isCollective
      return (!entity.isPlural || entity.isCollective) && isThing
    case .many:
      return entity.isPlural && [.group, .organization].contains(entity.type)
    }
  }

  /// The subjects of the clause that a pronoun stands in, where they stand before it.
  private func clauseSubjects(of token: Int, _ tree: SentenceTree) -> [Int] {
    let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
    var word = token
    while let head = tree.tokens[word].head {
      // The subject's own modifiers are no part of what it does.
      if tree.has(word, "nsubj") { return [] }
      let isClause = tree.tokens[head].upos == .verb || tree.child(of: head, "nsubj", "cop") != nil
      if isClause {
        return arguments.surfaceSubjects(of: head, depth: 0).filter { $0 < token && $0 != word }
      }
      word = head
    }
    return []
  }

  /// `criticised Chile for its attack`: the possessive below a verb whose object has done something is the
  /// object's.
  private func blamed(by token: Int, in sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    guard tree.has(token, "nmod:poss"), let noun = tree.tokens[token].head,
      let preposition = tree.preposition(of: noun), tree.has(noun, anyOf: ["obl", "nmod"])
    else { return nil }
    var verb = tree.tokens[noun].head
    // The parser may hang the phrase on the object.
    if let word = verb, tree.has(word, "obj") { verb = tree.tokens[word].head }
    guard let verb, tree.tokens[verb].upos == .verb,
      lexicon.controls[tree.lemma(verb)]?.contains(where: {
        $0.doer == .object && !$0.isNoun && $0.marks.contains(preposition)
      }) == true
    else { return nil }
    let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
    let found = arguments.objects(of: verb).filter { $0 < token }
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
    return found.count == 1 ? found[0] : nil
  }

  /// `Iran and its ally Syria`: the possessive in the second of two is the first one's.
  private func partner(of token: Int, in sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    guard tree.has(token, "nmod:poss"), let noun = tree.tokens[token].head,
      tree.has(noun, "conj"), let first = tree.tokens[noun].head, first < token
    else { return nil }
    return table.namedEntity(at: first, sentence: sentence)
  }

  /// Whether the sentence of what a pronoun may stand for has another thing as its subject: in `The
  /// film was shown at the gala. It won a prize`, the film won.
  private func isOutdone(_ trace: Discourse.Trace, _ table: EntityTable) -> Bool {
    guard !trace.isSubject else { return false }
    let tree = trees[trace.sentence]
    guard let root = tree.root,
      let subject = tree.child(of: root, "nsubj"), subject < trace.token,
      tree.tokens[subject].xpos == "NN", tree.tokens[subject].phraseType != .person
    else { return false }
    let known = table.entities(atHead: subject, sentence: trace.sentence)
    return !known.contains { [.person, .group, .office].contains(table[$0].type) }
  }

  /// `Helio, whose owner is Chilean`: the name right before, else the one entity that the relative
  /// clause hangs on.
  private func antecedent(ofRelativeAt token: Int, _ sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    let before = token > 0 && tree.form(token - 1) == "," ? token - 2 : token - 1
    if before >= 0, let name = table.namedEntity(at: before, sentence: sentence) { return name }
    let path = [token] + tree.ancestors(of: token)
    guard let clause = path.first(where: { tree.has($0, "acl:relcl") }),
      let head = tree.tokens[clause].head, tree.child(of: head, "conj") == nil
    else { return nil }
    let found = table.entities(atHead: head, sentence: sentence)
    return found.count == 1 ? found[0] : nil
  }

  /// `In his speech, Lind vowed …`: the possessive in a phrase before the subject is the subject's.
  private func subjectAhead(of token: Int, _ sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    guard let genders = Self.possessives[tree.form(token)], tree.has(token, "nmod:poss") else {
      return nil
    }
    var phrase = token
    while let head = tree.tokens[phrase].head, !tree.has(phrase, anyOf: ["obl", "advcl"]) {
      phrase = head
    }
    guard tree.has(phrase, anyOf: ["obl", "advcl"]), let verb = tree.tokens[phrase].head,
      phrase < verb, !isSource(phrase, tree), let subject = tree.child(of: verb, "nsubj"),
      phrase < subject,
      let entity = table.namedEntity(at: subject, sentence: sentence)
    else { return nil }
    let named = table[entity]
    if named.type == .person {
      return genders.contains { named.gender == nil || named.gender == $0 } ? entity : nil
    }
    let isThing = [.country, .organization, .region].contains(named.type) && !named.isPlural
    return genders.isEmpty && isThing ? entity : nil
  }

  /// `In his view, Lind left too late`: the view is another's.
  private func isSource(_ phrase: Int, _ tree: SentenceTree) -> Bool {
    guard let preposition = tree.preposition(of: phrase) else { return false }
    return lexicon.attributionCues("\(preposition) \(tree.lemma(phrase))").contains {
      $0.partOfSpeech == .adposition && $0.kind == .think
    }
  }

  /// The genders of those whom possessive pronouns stand for; none for things.
  private static let possessives: [String: [Gender]] = [
    "his": [.male], "her": [.female], "its": [],
  ]

  /// Whether a pronoun is the subject of the sentence's own verb, by which nobody speaks.
  private func isMainDoer(_ token: Int, _ sentence: Int) -> Bool {
    let tree = trees[sentence]
    guard tree.has(token, "nsubj"), let verb = tree.tokens[token].head else { return false }
    return tree.tokens[verb].head == nil && tree.tokens[verb].upos == .verb
      && lexicon.attributionCues(tree.lemma(verb)).isEmpty
  }

  private func isExpletive(_ token: Int, _ sentence: Int) -> Bool {
    let tree = trees[sentence]
    if tree.has(token, "expl") { return true }
    // 'it emerged that …' is nobody.
    guard let verb = tree.tokens[token].head, tree.child(of: verb, "ccomp", "csubj") != nil else {
      return false
    }
    return Self.impersonal.contains(tree.lemma(verb))
  }

  private static let impersonal: Set<String> = [
    "emerge", "appear", "seem", "transpire", "turn", "happen", "follow", "mean", "look", "matter",
  ]
}
