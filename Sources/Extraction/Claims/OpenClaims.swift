/// Claims of verbs that the lexicon does not know, between entities that no other claim of the
/// sentence links.
struct OpenClaims {
  let context: ClaimContext
  let sentence: Int
  private let tree: SentenceTree
  private let slots: SlotReader

  init(context: ClaimContext, sentence: Int) {
    self.context = context
    self.sentence = sentence
    tree = context.resolved.trees[sentence]
    slots = context.slots(in: sentence)
  }

  /// The claims, each pair of entities once.
  func claims(beside known: [Claim]) -> [Claim] {
    var linked = Set(known.compactMap(Pair.init))
    var found: [Claim] = []
    for verb in tree.tokens.indices where isOpen(verb) {
      for reading in readings(of: verb) + settings(of: verb) {
        guard isTelling(reading), let pair = Pair(reading.subject.entity, reading.object.entity),
          linked.insert(pair).inserted
        else { continue }
        found.append(claim(of: reading))
      }
    }
    return found
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init?(_ claim: Claim) {
      guard case .entity(let object) = claim.object else { return nil }
      self.init(claim.subject, object)
    }

    init?(_ left: Int, _ right: Int) {
      guard left != right else { return nil }
      (first, second) = (min(left, right), max(left, right))
    }
  }

  private struct Reading {
    var subject: Filler
    var object: Filler
    var predicate: String
    var verb: Int
    var isDirect: Bool
  }

  /// Whether both ends are worth a link that no rule vouches for: somebody who acts, and somebody, an
  /// event or a thing with a name.
  private func isTelling(_ reading: Reading) -> Bool {
    let table = context.resolved.table
    let (subject, object) = (table[reading.subject.entity], table[reading.object.entity])
    guard isSure(reading.subject.token), isSure(reading.object.token),
      !isLanguage(reading.object)
    else { return false }
    return isAgent(subject.type)
      && (object.isNamed || object.type == .event || isAgent(object.type))
      && (subject.isNamed || subject.country != nil || object.isNamed)
  }

  /// Whether a word may mean a language and no state: `learn German`.
  private func isLanguage(_ object: Filler) -> Bool {
    let form = tree.tokens[object.token].form
    return tree.has(object.token, anyOf: ["obj", "obl"]) && !form.hasSuffix("s")
      && context.resolved.table[object.entity].type == .country
      && context.knowledge.gazetteer.demonym(form) != nil
  }

  /// Whether a word names its entity, or is a pronoun that names one person.
  private func isSure(_ word: Int) -> Bool {
    tree.tokens[word].upos != .pronoun || Self.personal.contains(tree.form(word))
  }

  private func isAgent(_ type: EntityType) -> Bool {
    switch type {
    case .person, .organization, .group, .country, .region, .city, .office: true
    default: false
    }
  }

  /// Verbs that say something of their own; not those of saying, whose content is read elsewhere.
  private func isOpen(_ verb: Int) -> Bool {
    tree.tokens[verb].upos == .verb && !tree.has(verb, anyOf: Self.nominal)
      && tree.child(of: verb, "amod", "det", "nmod:poss") == nil
      && !isReport(verb)
  }

  /// Whether a verb says something of what is told elsewhere: `denied the attack`, and with a clause all
  /// verbs of saying.
  private func isReport(_ verb: Int) -> Bool {
    guard let cue = attribution(at: verb) else { return false }
    // 'cited the agency': whoever is quoted says what is said.
    return cue.kind == .deny || cue.claimant.contains(.object)
      || tree.child(of: verb, "ccomp", "xcomp", "parataxis", "advcl") != nil
  }

  /// `“Chile!” they shouted` says nothing of Chile.
  private func takesSpeech(_ verb: Int) -> Bool {
    attribution(at: verb)?.takesDirectSpeech == true
  }

  private func attribution(at verb: Int) -> AttributionCue? {
    context.knowledge.lexicon.attribution(tree.lemma(verb), upos: .verb)
  }

  private func readings(of verb: Int) -> [Reading] {
    let subjects = slots.fillers(of: .subject, at: verb).filter { isOwnSubject($0.token, of: verb) }
    guard (1...3).contains(subjects.count), !hasPredicate(verb) else { return [] }
    let particle = tree.child(of: verb, "compound:prt").map { tree.form($0) }
    let words = [tree.lemma(verb)] + [particle].compactMap(\.self)
    var objects: [(Filler, [String], Bool)] = []
    let nouns = slots.words(in: .object, at: verb)
    let direct = slots.expand(nouns)
    if !isLight(verb), !isVague(verb), !takesSpeech(verb),
      tree.child(of: verb, "xcomp", "ccomp") == nil
    {
      objects += direct.map { ($0, words, true) }
    }
    // 'took their share from Chile' is no taking from Chile: the thing belongs into the name.
    let things = nouns.filter { tree.tokens[$0].upos == .noun }
    let named = words + things.prefix(1).map { tree.lemma($0) }
    // 'gave Chile the right to leave' is no giving of Chile.
    if !things.isEmpty {
      objects += slots.fillers(of: .indirectObject, at: verb).map { ($0, named, true) }
    }
    objects += obliques(of: verb).map { ($0.0, named + [$0.1], false) }
    for noun in nouns where tree.tokens[noun].upos == .noun && slots.expand([noun]).isEmpty {
      objects += obliques(of: noun).map { ($0.0, words + [tree.lemma(noun), $0.1], false) }
    }
    guard objects.count <= 6 else { return [] }
    return subjects.flatMap { subject in
      objects.compactMap { object, words, isDirect in
        OpenPredicate.name(of: words).map {
          Reading(subject: subject, object: object, predicate: $0, verb: verb, isDirect: isDirect)
        }
      }
    }
  }

  /// Whether a subject is one that the verb has itself, or that an infinitive gets from above; `a film
  /// showing Lind` is nobody's showing where the film is nothing that we know.
  private func isOwnSubject(_ subject: Int, of verb: Int) -> Bool {
    if isPurposeOfProposal(verb) { return false }
    guard tree.has(verb, "acl"), !tree.has(verb, "acl:relcl"), tree.child(of: verb, "mark") == nil,
      let noun = tree.tokens[verb].head
    else { return true }
    return tree.conjuncts(of: noun).contains(subject) || tree.isPassive(verb)
  }

  /// `proposed calling a truce to exchange prisoners`: whoever is to do it, it need not be whoever
  /// proposes it.
  private func isPurposeOfProposal(_ verb: Int) -> Bool {
    guard tree.has(verb, "advcl"), tree.child(of: verb, "mark").map(tree.form) == "to",
      let gerund = tree.tokens[verb].head, tree.tokens[gerund].xpos == "VBG",
      tree.has(gerund, "xcomp"), let proposal = tree.tokens[gerund].head
    else { return false }
    return ["propose", "suggest", "recommend", "discuss"].contains(tree.lemma(proposal))
  }

  /// Whether a verb says of its object what it is, which a link of two cannot tell: `view Chile as a
  /// partner`, `make it clear to Chile`.
  private func hasPredicate(_ verb: Int) -> Bool {
    tree.children(of: verb, "obl").contains { $0 > verb && tree.preposition(of: $0) == "as" }
      || tree.children(of: verb, "xcomp").contains { tree.tokens[$0].upos == .adjective }
      || tree.children(of: verb, "obj", "expl").contains { tree.form($0) == "it" }
  }

  /// The entities after prepositions, without settings in time and place.
  private func obliques(of word: Int) -> [(Filler, String)] {
    tree.children(of: word, "obl", "nmod").flatMap { phrase -> [(Filler, String)] in
      guard let preposition = tree.preposition(of: phrase), Self.governed.contains(preposition)
      else { return [] }
      let isSetting = ["in", "at", "on"].contains(preposition)
      guard quotation(word) == quotation(phrase), !isCount(phrase) else { return [] }
      return slots.expand([phrase])
        .filter { !isSetting || !context.isSetting($0.entity) }
        .map { ($0, preposition) }
    }
  }

  /// `was arrested in Oslo`, `vanished in Oslo`: where nobody else takes part, the place is what the
  /// sentence tells of whom it happened to.
  private func settings(of verb: Int) -> [Reading] {
    guard tree.child(of: verb, "obl:agent", "xcomp", "ccomp", "iobj") == nil else { return [] }
    let isPassive = tree.isPassive(verb)
    // What the lexicon knows of a verb has its place as a part of it.
    guard isPassive || context.knowledge.lexicon.verbFrames(tree.lemma(verb)).isEmpty else {
      return []
    }
    let objects = isPassive ? [] : slots.words(in: .object, at: verb)
    guard objects.allSatisfy({ slots.expand([$0]).isEmpty && tree.tokens[$0].upos == .noun }) else {
      return []
    }
    let subjects =
      isPassive
      ? slots.fillers(of: .object, at: verb)
      : slots.fillers(of: .subject, at: verb).filter { isOwnSubject($0.token, of: verb) }
    guard (1...3).contains(subjects.count) else { return [] }
    let words =
      (isPassive ? ["be", tree.form(verb)] : [tree.lemma(verb)])
      + tree.children(of: verb, "compound:prt").map { tree.form($0) }
      + objects.prefix(1).map { tree.lemma($0) }
    return tree.children(of: verb, "obl").flatMap { phrase -> [Reading] in
      guard let preposition = tree.preposition(of: phrase), phrase > verb,
        quotation(verb) == quotation(phrase), !isCount(phrase),
        !isKnown(verb, with: preposition),
        let name = OpenPredicate.name(of: words + [preposition])
      else { return [] }
      let found =
        Self.local.contains(preposition)
        ? places(phrase)
        : isPassive && Self.governed.contains(preposition) ? slots.expand([phrase]) : []
      return subjects.flatMap { subject in
        found.map {
          Reading(subject: subject, object: $0, predicate: name, verb: verb, isDirect: false)
        }
      }
    }
  }

  private func places(_ phrase: Int) -> [Filler] {
    let (table, ontology) = (context.resolved.table, context.knowledge.ontology)
    return slots.expand([phrase]).filter {
      table[$0.entity].isNamed && ontology.isSubclass(table[$0.entity].type, of: "Location")
    }
  }

  /// `carries up to 800 people`: the preposition is the numeral's.
  private func isCount(_ phrase: Int) -> Bool {
    tree.child(of: phrase, "nummod") != nil
      && tree.children(of: phrase, "case").contains { $0 > 0 && tree.form($0 - 1) == "up" }
  }

  private func quotation(_ word: Int) -> Int? {
    context.quotationIndex(of: tree.tokens[word].range)
  }

  private func isKnown(_ verb: Int, with preposition: String) -> Bool {
    context.knowledge.lexicon.verbFrames(tree.lemma(verb)).contains {
      $0.object.contains(.preposition(preposition))
    }
  }

  private func isLight(_ verb: Int) -> Bool { Self.light.contains(tree.lemma(verb)) }

  /// Verbs that tell nothing of their object without what else they govern: `put him ahead`.
  private func isVague(_ verb: Int) -> Bool { Self.vague.contains(tree.lemma(verb)) }

  private func claim(of reading: Reading) -> Claim {
    context.claim(
      subject: reading.subject.entity, predicate: reading.predicate,
      object: .entity(reading.object.entity), anchor: reading.verb, sentence: sentence,
      standing: context.standing(at: reading.verb, in: sentence),
      confidence: reading.isDirect ? 0.8 : 0.6,
      rule: "open-\(reading.isDirect ? "direct" : "oblique"):\(tree.lemma(reading.verb))")
  }

  private static let governed: Set<String> = [
    "to", "from", "against", "on", "for", "into", "over", "about", "towards", "toward", "onto",
    "upon",
  ]
  /// Where a verb stands for a thing: `the fighting`.
  private static let nominal = [
    "nsubj", "obj", "obl", "nmod", "csubj", "compound", "amod", "appos",
  ]
  private static let local: Set<String> = ["in", "at", "near", "outside", "across", "through"]
  private static let personal: Set<String> = ["he", "she", "him", "her", "who", "i", "me"]
  private static let vague: Set<String> = [
    "bring", "call", "consider", "find", "keep", "know", "leave", "let", "need", "play", "put",
    "receive", "see", "set", "spend", "tell", "turn", "want", "write",
  ]
  private static let light: Set<String> = ["have", "do", "make", "take", "get", "give", "be"]
}
