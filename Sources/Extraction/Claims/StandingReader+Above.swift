// What the words above a clause make of it: verbs and nouns that it depends on, edge by edge.
extension StandingReader {
  /// Adds what an edge and the word above it say.
  ///
  /// - Parameters:
  ///   - word: The lower end.
  ///   - head: The upper end.
  ///   - anchor: The word whose standing is read.
  func climb(
    from word: Int, to head: Int, above anchor: Int, into standing: inout Standing
  ) {
    switch String(tree.tokens[word].relation) {
    // 'It is important to stress that Chile has left': what is important is only to say so.
    case "csubj" where isReported(anchor, below: word): break
    case "ccomp", "xcomp", "csubj":
      climbComplement(
        from: word, to: head, as: String(tree.tokens[word].relation), into: &standing)
    case "advcl" where !tree.has(word, "advcl:relcl"):
      climbAdverbial(from: word, to: head, into: &standing)
    case "acl" where !tree.has(word, "acl:relcl"):
      // 'a plan drafted by Chile': the plan is not what was drafted for it.
      if !isParticiple(word) {
        readNoun(head, over: word, into: &standing)
        readFinder(of: head, into: &standing)
        readRank(of: head, over: word, into: &standing)
        if isPurpose(word, of: head) { standing.weaken(by: .planned) }
      } else if tree.tokens[word].xpos == "VBG" {
        readClaim(head, over: word, into: &standing)
      }
      readMedium(of: word, under: head, into: &standing)
    case "obj", "obl", "nmod", "nsubj", "appos", "compound", "amod":
      readVerdict(on: word, by: head, into: &standing)
      climbArgument(from: word, to: head, into: &standing)
    case "conj":
      if tree.child(of: word, "nsubj") == nil, !isLeftOpen(word, nil) {
        if !hasTenseOfItsOwn(word, beside: head) { readModals(of: head, into: &standing) }
        if tree.isNegated(head), isShared(word) { standing.weaken(by: .denied) }
      }
    default: break
    }
    // 'It had not fired, it said, and Chile had': the second clause is what it said, too.
    let isOwn = !tree.path(from: anchor, to: word).contains { tree.has($0, "conj") }
    readSources(of: head, except: isOwn ? word : nil, into: &standing)
  }

  /// `will be the first woman to lead it`: she will lead it, as she will be the first.
  private func readRank(of noun: Int, over word: Int, into standing: inout Standing) {
    guard tree.child(of: noun, "cop") != nil, !tree.isFinite(word) else { return }
    readModals(of: noun, into: &standing)
    if tree.isNegated(noun) { standing.weaken(by: .denied) }
  }

  /// Whether a word stands in a clause that a verb of saying below another word reports.
  private func isReported(_ anchor: Int, below word: Int) -> Bool {
    tree.path(from: anchor, to: word).contains { tree.has($0, "ccomp") && tree.isFinite($0) }
  }

  private func climbAdverbial(from word: Int, to head: Int, into standing: inout Standing) {
    if isBareGerund(word, under: head) {
      climbComplement(from: word, to: head, as: "xcomp", into: &standing)
      return
    }
    readSequence(of: word, after: head, into: &standing)
    let marks = tree.children(of: word, "mark").map { markWords($0) }
    if !tree.isFinite(word), !marks.isEmpty,
      let cue = speechCues(at: head).first(where: { cue in
        cue.content.isEmpty
          || marks.contains { mark in
            cue.content.contains(mark == "to" ? .openComplement : .preposition(mark))
          }
      }), cue.modality != .asserted
    {
      // 'accused Armenia of shelling the town'
      apply(cue, at: head, into: &standing)
    }
    for mark in marks where !isDoneAtOnce(word, by: head) {
      for cue in lexicon.modalityCues(mark) where cue.scope.contains("advcl") {
        if let modality = cue.modality { standing.weaken(by: modality) }
      }
      weaken(&standing, by: cue(at: head, reaching: [mark]))
    }
    if !tree.isFinite(word), marks.allSatisfy(Self.governing.contains) {
      readModals(of: head, into: &standing)
    }
    // 'had not taken part in drafting it'
    if !tree.isFinite(word), marks == ["in"], tree.isNegated(head) { standing.weaken(by: .denied) }
  }

  /// Prepositions by which a verb governs what shall be done: `should focus on helping`; after others
  /// it may have been done already: `should apologise for leaving`.
  private static let governing: Set<String> = ["on", "to", "into", "at", "in"]

  /// `would open talks, but ruled out a deal`: `would` goes with the first verb alone.
  private func hasTenseOfItsOwn(_ word: Int, beside head: Int) -> Bool {
    ["VBD", "VBZ", "VBP"].contains(tree.tokens[word].xpos) && tree.tokens[head].xpos == "VB"
  }

  /// `did not attack or shell`: `or` carries the negation on, `and` and `but` do not.
  private func isShared(_ word: Int) -> Bool {
    tree.children(of: word, "cc").contains { ["or", "nor"].contains(tree.form($0)) }
  }

  private func climbComplement(
    from word: Int, to head: Int, as relation: String, into standing: inout Standing
  ) {
    if relation == "csubj" { readJudgement(of: word, by: head, into: &standing) }
    readParticiple(head, over: word, into: &standing)
    let source = attribution(at: head, of: relation, word)
    if source == nil, relation == "ccomp", !isVouched(word, by: head) {
      attributeUnknown(at: head, into: &standing)
      return
    }
    if isLeftOpen(head, source) {
      standing.isHearsay = true
      standing.weaken(by: .alleged)
      return
    }
    if let source {
      // 'wants to leave' is nothing that he says of another.
      if source.kind == .want, relation == "xcomp", !hasSubjectOfItsOwn(word, under: head) {
        standing.weaken(by: source.modality)
      } else {
        apply(source, at: head, into: &standing)
      }
    }
    // Denied as said and denied as meant is denied once.
    if source == nil || source?.modality == .asserted {
      let marks = tree.children(of: word, "mark").map { markWords($0) }
      let governing = cue(at: head, reaching: marks) ?? cue(at: head, reaching: [relation])
      // 'had to leave', 'chose to leave': what came of it is told.
      let isTold = governing?.exceptions["past"] == "keep" && tree.tokens[head].xpos == "VBD"
      if !isTold { weaken(&standing, by: governing) }
      if governing == nil, source == nil, relation == "xcomp", marks.contains("to"),
        !vouchesForInfinitives(head)
      {
        standing.weaken(by: .planned)
      }
    }
    // 'give a chance to settle': the noun governs the infinitive, wherever it hangs.
    if relation == "xcomp", tree.child(of: word, "mark") != nil {
      for noun in tree.children(of: head, "obj") where noun < word {
        weaken(&standing, by: cue(at: noun, reaching: ["complement"]))
      }
    }
    if relation == "xcomp" {
      // 'could not persuade it to leave': it did not; whoever need not leave may.
      if tree.isNegated(head) {
        standing.weaken(by: Self.obliging.contains(tree.lemma(head)) ? .conditional : .denied)
      }
      readModals(of: head, into: &standing)
      readConditions(of: head, into: &standing)
      for mark in tree.children(of: head, "mark") { readMark(mark, of: head, into: &standing) }
    }
  }

  /// Whether the article itself says what a clause with `that` below a word says: not where the word
  /// is none that is known to take it for granted (`learned that`), or to make something else of it.
  private func isVouched(_ clause: Int, by head: Int) -> Bool {
    guard isContent(clause) else { return true }
    // 'The problem is that Chile has left.'
    if tree.lemma(head) == "be", let noun = tree.child(of: head, "nsubj") {
      return lexicon.attribution(tree.lemma(noun), upos: .noun) == nil
    }
    return tree.tokens[head].upos != .verb
      || lexicon.granted[.verb]?.contains(tree.lemma(head)) == true
      || !speechCues(at: head).isEmpty
      || lexicon.modalityCues(tree.lemma(head)).contains { $0.scope.contains("ccomp") }
  }

  /// Whether what an infinitive below a word says is done (`was glad to leave`), or the tables know more of
  /// the word; below any other it may be yet to come (`was poised to leave`).
  private func vouchesForInfinitives(_ head: Int) -> Bool {
    let upos = tree.tokens[head].upos
    guard upos == .verb || upos == .adjective else { return true }
    return lexicon.granted[.verb]?.contains(tree.lemma(head)) == true
      || lexicon.granted[.adjective]?.contains(tree.lemma(head)) == true
      || !lexicon.modalityCues(tree.lemma(head)).isEmpty
  }

  private static let obliging: Set<String> = ["have", "need", "oblige", "require", "obligate"]

  /// Whether a clause has a `that` and a subject.
  private func isContent(_ clause: Int) -> Bool {
    tree.child(of: clause, "nsubj") != nil && tree.isFinite(clause)
      && tree.children(of: clause, "mark").contains { tree.form($0) == "that" }
  }

  /// `whispered that Chile left`, for a verb that no table knows: its subject says so, or somebody whom the
  /// text does not name.
  private func attributeUnknown(at head: Int, into standing: inout Standing) {
    // 'is convinced that': who was convinced is convinced.
    let subjects =
      tree.isPassive(head) ? tree.children(of: head, "nsubj") : arguments.subjects(of: head)
    let holders = subjects.flatMap { owners(of: $0) }
    let claimants = (tree.lemma(head) == "be" ? holders : subjects).flatMap(entities)
    standing.attribute(to: claimants)
    if claimants.isEmpty { standing.isHearsay = true }
    standing.weaken(by: .alleged)
  }

  /// Whose a noun is: `Lind's message`, `the message of the mayor`.
  private func owners(of noun: Int, except word: Int? = nil) -> [Int] {
    tree.children(of: noun, "nmod:poss", "nmod", "amod").filter {
      $0 != word
        && (tree.has($0, "nmod:poss") || tree.has($0, "amod")
          || ["by", "of", "from"].contains(tree.preposition(of: $0)))
    }
  }

  /// Who gives voice to what a noun names: `expressed concern that`, `made the claim that`.
  private func voices(of noun: Int) -> [Int] {
    guard tree.has(noun, "obj"), let verb = tree.tokens[noun].head,
      Self.voicing.contains(tree.lemma(verb)), !tree.isNegated(verb)
    else { return [] }
    return arguments.subjects(of: verb)
  }

  private static let voicing: Set<String> = [
    "express", "voice", "raise", "make", "have", "issue", "repeat", "reiterate", "hold", "share",
    "offer", "give", "air", "level", "float", "advance", "spread", "circulate", "post",
  ]

  /// `neither confirmed nor denied attacking`, `did not deny attacking`: it may have.
  private func isLeftOpen(_ head: Int, _ source: AttributionCue?) -> Bool {
    let denies = { (verb: Int) in
      lexicon.attribution(tree.lemma(verb), upos: .verb)?.kind == .deny
    }
    let verbs = tree.conjuncts(of: tree.firstConjunct(of: head))
    let isNeither = verbs.contains { verb in
      tree.children(of: verb, "cc", "advmod").contains {
        ["neither", "nor"].contains(tree.form($0))
      }
    }
    if verbs.count > 1, isNeither, verbs.contains(where: denies) { return true }
    return source?.kind == .deny && source?.modality == .denied && tree.isNegated(head)
  }

  /// Whether an infinitive is another's doing: 'wants the union to leave', 'wants it closed'.
  private func hasSubjectOfItsOwn(_ word: Int, under head: Int) -> Bool {
    tree.child(of: word, "nsubj") != nil || tree.child(of: head, "obj", "iobj") != nil
  }

  /// The cue by which a verb hands its complement to its subject: not that of verbs which only
  /// introduce direct speech (`“…,” he continued`), nor for infinitives what is said in clauses.
  private func attribution(at head: Int, of relation: String, _ word: Int) -> AttributionCue? {
    let marks = tree.children(of: word, "mark").map { markWords($0) }
    return speechCues(at: head).first { cue in
      !cue.needsDirectSpeech
        && (relation != "xcomp" || cue.content.isEmpty || cue.content.contains(.openComplement)
          || marks.contains { cue.content.contains(.preposition($0)) })
    }
  }

  /// A noun that stands for an event, inside the phrase of another verb or noun: what is called
  /// for, planned, denied there has not happened.
  private func climbArgument(from word: Int, to head: Int, into standing: inout Standing) {
    guard tree.tokens[word].upos == .noun || tree.tokens[word].upos == .verb else { return }
    if tree.tokens[head].upos == .verb || tree.tokens[head].upos == .adjective {
      let isObject = tree.has(word, "obj") || tree.has(word, "nsubj:pass")
      let reach = isObject ? ["obj"] : [tree.preposition(of: word)].compactMap(\.self)
      let governing = cue(at: head, reaching: reach)
      weaken(&standing, by: governing)
      if governing?.modality == .conditional { attributeCondition(head, &standing) }
      if tree.has(word, "obj"),
        let cue = speechCues(at: head).first(where: { cue in
          cue.content.contains(.object)
            && (cue.contentHeads.isEmpty || cue.contentHeads.contains(tree.lemma(word)))
        })
      {
        // 'denied Chile's claim that …': who claims it is not who denies it.
        if cue.modality == .denied { standing.claimants = [] }
        // 'announced plans to attack', but 'announced the attack' is no hearsay.
        if cue.modality != .asserted || standing.modality != .asserted {
          apply(cue, at: head, into: &standing)
        }
      }
      // 'warned of an attack on Chile'
      if let preposition = tree.preposition(of: word), tree.has(word, "obl"),
        let cue = speechCues(at: head).first(where: {
          $0.content.contains(.preposition(preposition.spaced))
        }), cue.modality != .asserted || standing.modality != .asserted
      {
        apply(cue, at: head, into: &standing)
      }
      // 'Its claim to have left could not be verified' is a claim all the same.
      let isClaim = lexicon.attribution(tree.lemma(word), upos: .noun)?.modality == .alleged
      if isClaim, tree.child(of: word, "acl") != nil, tree.has(word, "nsubj"),
        !tree.isNegatedNoun(word)
      {
        return
      }
      if isThere(word, before: head) { return }
      readModals(of: head, into: &standing)
      if tree.isNegated(head), !isUndoubted(word) { standing.weaken(by: .denied) }
      readConditions(of: head, into: &standing)
    } else if tree.has(word, "nmod"), let preposition = tree.preposition(of: word) {
      readNoun(head, at: preposition, over: word, into: &standing)
    }
  }

  /// `a plan to …`, `the claim that …`, and with a preposition `calls for …`; a report on an attack
  /// reports none.
  private func readNoun(
    _ noun: Int, at preposition: String? = nil, over word: Int, into standing: inout Standing
  ) {
    guard tree.tokens[noun].upos == .noun else { return }
    let complement = cue(at: noun, reaching: ["complement"])
    let governing = complement.flatMap { cue in
      preposition.map(cue.prepositions.contains) != false ? cue : nil
    }
    if tree.isNegatedNoun(noun), let other = governing?.exceptions["negated"] {
      if let modality = Modality(rawValue: other) { standing.weaken(by: modality) }
    } else {
      weaken(&standing, by: governing)
    }
    readClaim(noun, at: preposition, over: word, into: &standing)
  }

  /// Whose claim a noun names: `the mayor's allegation`; what it is a claim of (`reports of a Chilean
  /// attack`) is nobody's.
  private func readClaim(
    _ noun: Int, at preposition: String? = nil, over word: Int, into standing: inout Standing
  ) {
    guard tree.tokens[noun].upos == .noun else { return }
    let cue = lexicon.attribution(tree.lemma(noun), upos: .noun)
    // 'the idea that Chile left': what is not known to be a fact is what somebody thinks.
    let isThought =
      cue == nil && preposition == nil && isContent(word)
      && self.cue(at: noun, reaching: ["complement"]) == nil
      && lexicon.granted[.noun]?.contains(tree.lemma(noun)) != true
    // 'had the idea to leave' is a plan of his own.
    if cue?.kind == .think, preposition == nil, !tree.isFinite(word) { return }
    guard
      isThought
        || cue.map({ cue in
          preposition.map { cue.content.contains(.preposition($0)) } != false
        }) == true
    else { return }
    standing.weaken(by: cue?.modality ?? .alleged)
    var claimants = owners(of: noun, except: word).flatMap(entities)
    if claimants.isEmpty { claimants = voices(of: noun).flatMap(entities) }
    // 'a report that Chile has left' says so itself.
    if claimants.isEmpty, cue?.kind == .report { claimants = entities(noun) }
    standing.attribute(to: claimants)
    if claimants.isEmpty { standing.isHearsay = true }
  }
}
