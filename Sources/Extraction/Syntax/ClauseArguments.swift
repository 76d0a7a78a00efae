/// The arguments of verbs, found through passives, relative clauses, participles, control, raising
/// and coordination, so that one description of a frame serves all of these.
struct ClauseArguments {
  let tree: SentenceTree

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
    let own = tree.children(of: verb, "obj")
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
    if tree.has(verb, "acl:relcl"), tree.child(of: verb, "nsubj") != nil, gapIsObject(verb),
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
      }
      // 'began a strike to protest': who strikes protests, not the strike.
      let type = tree.tokens[head].phraseType
      if type == .event || type == .abstract, tree.has(head, "obj"),
        !tree.isPassive(verb), let governor = tree.tokens[head].head
      {
        let agents = surfaceSubjects(of: governor, depth: depth + 1)
        if !agents.isEmpty { return agents }
      }
      return [head]
    }
    if tree.has(verb, "xcomp") {
      // 'asked Armenia to leave': the object controls; 'vowed to leave': the subject does.
      let controllers = tree.children(of: head, "obj", "iobj")
      let addressed = obliques(of: head, preposition: "on")
      if Self.objectControl.contains(tree.lemma(head)), !addressed.isEmpty { return addressed }
      if !controllers.isEmpty, !Self.subjectControl.contains(tree.lemma(head)) {
        return controllers
      }
      return passiveAware(head, depth: depth)
    }
    if tree.has(verb, "conj") || tree.has(verb, "advcl") || tree.has(verb, "parataxis") {
      guard !(tree.has(verb, "advcl") && tree.isFinite(verb)) else { return [] }
      // 'called on both sides to stop', where the parser took the infinitive for an adverbial.
      if tree.has(verb, "advcl"), Self.objectControl.contains(tree.lemma(head)) {
        let addressed = obliques(of: head, preposition: "on")
        if !addressed.isEmpty { return addressed }
      }
      if tree.has(verb, "advcl"), governsObject(of: verb, under: head) {
        // 'accused Armenia of shelling the town': the object is who does it.
        return tree.isPassive(head)
          ? surfaceSubjects(of: head, depth: depth + 1) : tree.children(of: head, "obj")
      }
      return passiveAware(head, depth: depth)
    }
    return []
  }

  /// Whether a participle with a preposition says what the object of its verb does or did.
  private func governsObject(of verb: Int, under head: Int) -> Bool {
    let mark = tree.child(of: verb, "mark").map { tree.form($0) }
    guard let mark, let marks = Self.objectParticiples[tree.lemma(head)] else { return false }
    return marks.contains(mark)
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
      if tree.has(current, "acl:relcl") { return head }
      current = head
      if current == word { return nil }
    }
    return nil
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
  /// Verbs whose subject, not object, is the subject of their infinitive.
  private static let subjectControl: Set<String> = ["promise", "threaten", "vow", "use", "do"]
  /// Verbs whose object does what a participle after one of these prepositions says.
  private static let objectParticiples: [String: Set<String>] = [
    "accuse": ["of"], "suspect": ["of"], "acquit": ["of"], "convict": ["of"], "blame": ["for"],
    "criticise": ["for"], "criticize": ["for"], "condemn": ["for"], "thank": ["for"],
    "praise": ["for"], "charge": ["with"], "prevent": ["from"], "stop": ["from"], "keep": ["from"],
    "ban": ["from"], "bar": ["from"], "dissuade": ["from"], "warn": ["against"],
  ]
  /// Verbs that name the subject of their infinitive with `on`: 'called on both sides to stop'.
  private static let objectControl: Set<String> = ["call", "prevail", "rely", "count"]
}

extension SentenceTree {
  /// Whether a verb has tense: a finite form of its own, an auxiliary or a finite copula.
  func isFinite(_ verb: Int) -> Bool {
    let finite: Set<String> = ["VBD", "VBP", "VBZ", "MD"]
    if finite.contains(tokens[verb].xpos) { return true }
    return children(of: verb, "aux", "cop").contains { finite.contains(tokens[$0].xpos) }
  }
}
