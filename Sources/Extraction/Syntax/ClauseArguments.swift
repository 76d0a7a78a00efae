/// The arguments of verbs, found through passives, relative clauses, participles, control, raising
/// and coordination, so that one description of a frame serves all of these.
struct ClauseArguments {
  let tree: SentenceTree
  /// The words that say whose doing an infinitive or participle below them is.
  let controls: [String: [ControlCue]]

  /// The head words of the logical subject: of the agent, in a passive.
  func subjects(of verb: Int) -> [Int] {
    if tree.isPassive(verb) {
      return tree.children(of: verb, "obl").filter {
        tree.has($0, "obl:agent") || tree.preposition(of: $0) == "by"
      }
    }
    return surfaceSubjects(of: verb, depth: 0)
  }

  /// The head words of the logical object: of the surface subject, in a passive.
  func objects(of verb: Int) -> [Int] {
    var own = tree.children(of: verb, "obj")
    if own.count > 1, tree.tokens[verb].xpos == "VBG" { own.removeAll { $0 < verb } }
    if tree.isPassive(verb) {
      // 'Okafor was awarded the prize': who was given something is no object.
      let subjects = surfaceSubjects(of: verb, depth: 0)
      return own.isEmpty ? subjects : own
    }
    // A lone second object is the first one, whatever the parser calls it.
    if own.isEmpty {
      let second = tree.children(of: verb, "iobj")
      if !second.isEmpty { return second.map { antecedent(of: $0) ?? $0 } }
    }
    if !own.isEmpty { return own.map { antecedent(of: $0) ?? $0 } }
    if tree.has(verb, "acl:relcl") || isCleft(verb), tree.child(of: verb, "nsubj") != nil,
      gapIsObject(verb),
      let head = tree.tokens[verb].head
    {
      return [head]
    }
    return sharedObject(of: verb)
  }

  /// The head words of the second object: of the surface subject, in a passive that has an object.
  func indirectObjects(of verb: Int) -> [Int] {
    if tree.isPassive(verb), tree.child(of: verb, "obj") != nil {
      return surfaceSubjects(of: verb, depth: 0)
    }
    guard tree.child(of: verb, "obj") != nil || tree.child(of: verb, "ccomp") != nil else {
      return []
    }
    return tree.children(of: verb, "iobj")
  }

  /// The head words of the phrases that `preposition` joins to a word.
  func obliques(of word: Int, preposition: String) -> [Int] {
    let candidates = tree.children(of: word, "obl", "nmod")
    let variants = Self.variants[preposition] ?? []
    return candidates.filter { phrase in
      tree.preposition(of: phrase).map { $0 == preposition || variants.contains($0) } ?? false
        && !(preposition == "of" && tree.isPossessor(phrase))
    }
    .map { antecedent(of: $0) ?? $0 }
  }

  /// The subject as it stands in the sentence, or as a governing clause gives it.
  func surfaceSubjects(of verb: Int, depth: Int) -> [Int] {
    guard depth < 6 else { return [] }
    let own = tree.children(of: verb, "nsubj").filter { !tree.has($0, "nsubj:outer") }
    if !own.isEmpty { return own.map { antecedent(of: $0) ?? $0 } }
    guard let head = tree.tokens[verb].head else { return [] }
    if tree.has(verb, "acl") {
      guard !tree.isFinite(verb) else { return [] }
      // 'was the first to visit', 'became the latest to leave': who is or becomes it.
      if tree.child(of: verb, "mark") != nil {
        if let subject = tree.child(of: head, "nsubj") {
          return [antecedent(of: subject) ?? subject]
        }
        if tree.has(head, "xcomp"), let governor = tree.tokens[head].head,
          ["become", "remain", "be"].contains(tree.lemma(governor))
        {
          return surfaceSubjects(of: governor, depth: depth + 1)
        }
        // 'Chile's decision to leave': who decides leaves.
        let owners = tree.children(of: head, "nmod:poss")
        if !owners.isEmpty, tree.tokens[head].upos == .noun, !tree.isPassive(verb) { return owners }
      }
      return holders(of: head, doing: verb, depth: depth) ?? [head]
    }
    if tree.has(verb, "xcomp") {
      // 'asked Armenia to leave': the object controls; 'vowed to leave': the subject does.
      let controllers = tree.children(of: head, "obj", "iobj")
      let addressed = obliques(of: head, preposition: "on")
      if doer(under: head, after: "to") == .on, !addressed.isEmpty { return addressed }
      if !controllers.isEmpty, doer(under: head, after: "to") != .subject {
        return controllers
      }
      return passiveAware(head, depth: depth)
    }
    if tree.has(verb, "conj") || tree.has(verb, "advcl") || tree.has(verb, "parataxis") {
      guard !(tree.has(verb, "advcl") && tree.isFinite(verb)) else { return [] }
      // 'called on both sides to stop', where the parser took the infinitive for an adverbial.
      if tree.has(verb, "advcl"), doer(under: head, after: "to") == .on {
        let addressed = obliques(of: head, preposition: "on")
        if !addressed.isEmpty { return addressed }
      }
      if tree.has(verb, "advcl"), governsObject(of: verb, under: head) {
        // 'accused Armenia of shelling the town': the object is who does it.
        return tree.isPassive(head)
          ? surfaceSubjects(of: head, depth: depth + 1)
          : tree.children(of: head, "obj", "iobj")
      }
      if let member = companion(of: verb, under: head) { return [member] }
      return passiveAware(head, depth: depth)
    }
    return []
  }

  /// Who does what an infinitive or participle below a noun says, where it is not the noun itself.
  ///
  /// In 'began a strike to protest' who strikes protests, in 'gave Chile a chance to settle it' Chile
  /// settles it; 'rejected a plan to leave' says nothing of who leaves.
  private func holders(of noun: Int, doing verb: Int, depth: Int) -> [Int]? {
    let type = tree.tokens[noun].phraseType
    guard type == .event || type == .abstract, tree.has(noun, "obj"), !tree.isPassive(verb),
      let governor = tree.tokens[noun].head
    else { return nil }
    let isInfinitive = tree.child(of: verb, "mark") != nil
    if isInfinitive, doer(under: noun, after: "to", isNoun: true) != .head {
      let given =
        tree.children(of: governor, "iobj")
        + ["to", "for"].flatMap { obliques(of: governor, preposition: $0) }
      if !given.isEmpty { return given }
    }
    if isInfinitive, doer(under: governor, after: "noun") == ControlCue.Doer.none { return [] }
    let agents = surfaceSubjects(of: governor, depth: depth + 1)
    return agents.isEmpty ? nil : agents
  }

  /// The noun right before a participle that the parser hung on the predicate above it: `group` in
  /// `is part of the group mediating the war`.
  private func companion(of verb: Int, under head: Int) -> Int? {
    guard tree.has(verb, "advcl"), tree.tokens[verb].xpos == "VBG", verb > 0,
      tree.child(of: verb, "mark", "advmod") == nil, tree.child(of: head, "cop") != nil
    else { return nil }
    let noun = verb - 1
    // The parser may take it for an object before its verb.
    if tree.has(noun, "obj"), tree.tokens[noun].head == verb,
      tree.children(of: verb, "obj").contains(where: { $0 > verb })
    {
      return noun
    }
    guard [.noun, .properNoun].contains(tree.tokens[noun].upos), head < noun,
      tree.ancestors(of: noun).contains(head)
    else { return nil }
    let phrase = tree.ancestors(of: noun).prefix { $0 != head }.last ?? noun
    return tree.has(phrase, "nmod") ? phrase : nil
  }

  /// Whose doing the lexicon says is what stands below a word behind a mark.
  private func doer(under word: Int, after mark: String, isNoun: Bool = false) -> ControlCue.Doer? {
    controls[tree.lemma(word)]?.first { $0.isNoun == isNoun && $0.marks.contains(mark) }?.doer
  }

  /// Whether a participle with a preposition says what the object of its verb does or did.
  private func governsObject(of verb: Int, under head: Int) -> Bool {
    let mark = tree.child(of: verb, "mark").map { tree.form($0) }
    return mark.map { doer(under: head, after: $0) == .object } ?? false
  }

  private func passiveAware(_ head: Int, depth: Int) -> [Int] {
    tree.tokens[head].upos == .verb || tree.child(of: head, "cop") != nil
      || tree.child(of: head, "nsubj") != nil || tree.has(head, "conj")
      ? surfaceSubjects(of: head, depth: depth + 1) : []
  }

  /// The noun that a relative pronoun stands for.
  private func antecedent(of word: Int) -> Int? {
    guard ["who", "which", "that", "whom"].contains(tree.form(word)),
      tree.tokens[word].upos == .pronoun || tree.tokens[word].xpos.hasPrefix("W")
    else { return nil }
    var current = word
    while let head = tree.tokens[current].head {
      if tree.has(current, "acl:relcl") || isCleft(current) {
        switch tree.form(word) {
        case "who", "whom": return person(at: head)
        case "which": return thing(at: head, before: word)
        default: return head
        }
      }
      current = head
      if current == word { return nil }
    }
    return nil
  }

  /// Who is meant by `who` behind a name: the person that the phrase is about, where the name is none
  /// of a person (`a reporter with the daily Helio, who …`).
  private func person(at noun: Int) -> Int {
    guard tree.tokens[noun].phraseType == .organization else { return noun }
    var current = noun
    while tree.has(current, anyOf: ["nmod", "appos"]), let head = tree.tokens[current].head {
      if tree.tokens[head].phraseType == .person { return head }
      current = head
    }
    return noun
  }

  /// What is meant by `which` behind a person: the thing right before it (`Lind, head of Helio, which
  /// …`).
  private func thing(at noun: Int, before word: Int) -> Int {
    guard tree.tokens[noun].phraseType == .person, word > 1, tree.form(word - 1) == "," else {
      return noun
    }
    let last = word - 2
    let phrase = [last] + tree.ancestors(of: last).prefix { $0 != noun }
    return phrase.last {
      tree.has($0, "nmod") && tree.tokens[$0].phraseType == .organization
    } ?? noun
  }

  /// `It was Chile that attacked Peru`: the clause is about the name before it.
  private func isCleft(_ verb: Int) -> Bool {
    guard tree.has(verb, "advcl:relcl"), let head = tree.tokens[verb].head, head < verb else {
      return false
    }
    return tree.child(of: head, "cop") != nil
      && tree.children(of: head, "expl", "nsubj").contains { tree.form($0) == "it" }
  }

  /// Whether a relative clause with a subject of its own lacks its object: 'the city they took'.
  private func gapIsObject(_ verb: Int) -> Bool {
    tree.children(of: verb, "nsubj").allSatisfy { antecedent(of: $0) == nil }
      && tree.child(of: verb, "ccomp", "xcomp") == nil
  }

  /// The object that coordinated verbs share: 'attacked and captured the town'.
  private func sharedObject(of verb: Int) -> [Int] {
    guard let conjunct = tree.children(of: verb, "conj").first,
      tree.tokens[conjunct].upos == .verb, tree.child(of: conjunct, "nsubj") == nil,
      tree.children(of: verb, "obl", "ccomp", "xcomp", "advmod").allSatisfy({ $0 < verb })
    else { return [] }
    return tree.children(of: conjunct, "obj")
  }

  /// Longer prepositions that a plain one stands for.
  private static let variants: [String: Set<String>] = [
    "of": ["out_of"], "from": ["out_of", "away_from"], "in": ["inside", "within"],
    "on": ["upon", "onto"], "to": ["up_to", "on_to", "over_to"],
  ]
}

extension SentenceTree {
  /// Whether a verb has tense: a finite form of its own, an auxiliary or a finite copula.
  func isFinite(_ verb: Int) -> Bool {
    let finite: Set<String> = ["VBD", "VBP", "VBZ", "MD"]
    if finite.contains(tokens[verb].xpos) { return true }
    return children(of: verb, "aux", "cop").contains { finite.contains(tokens[$0].xpos) }
  }
}
