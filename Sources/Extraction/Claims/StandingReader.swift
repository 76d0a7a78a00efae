/// Reads how sure a clause is and who says so, from the tree around it.
///
/// It climbs from the clause's verb to the root; every step adds what the edge and the word above
/// say: negation, modals, conditions, verbs and nouns of saying and of intending.
struct StandingReader {
  let lexicon: Lexicon
  let tree: SentenceTree
  let arguments: ClauseArguments
  /// The entities that a head word and its conjuncts stand for.
  let entities: (Int) -> [Int]
  /// The quotation that a word stands in.
  let quotation: (Int) -> Int?

  /// The standing of a phrase that is taken for granted where it stands: only what is said at the
  /// word itself counts (`the former ally`, `the alleged mediator`), not the clause around it.
  func ownStanding(at word: Int) -> Standing {
    var standing = Standing()
    if tree.isNegatedNoun(word) { standing.weaken(by: .denied) }
    for child in tree.children(of: word, "advmod", "amod") {
      if SentenceTree.negators.contains(tree.form(child)) { continue }
      weaken(&standing, by: cue(at: child, reaching: ["head", "noun"]))
    }
    return standing
  }

  /// The standing of the clause or phrase that a word heads.
  func standing(at word: Int) -> Standing {
    var standing = Standing()
    readOwnCues(of: word, into: &standing)
    var settled: Modality?
    // What is taken for granted is no rumour, though nobody is named who hopes to end it.
    var isHearsay: Bool?
    var isRestrictive = false
    var current = word
    var steps = 0
    while let head = tree.tokens[current].head, steps < tree.tokens.count {
      guard !isAside(current), !isStatementApart(current), !isOutside(current, quotationOf: head)
      else { break }
      // 'said they may meet after the attack on Riga': there was one, by his words.
      if isTakenForGranted(current, under: head) {
        settled = settled ?? standing.modality
        isHearsay = isHearsay ?? standing.isHearsay
        current = head
        steps += 1
        continue
      }
      // What a relative clause adds is so whatever becomes of what it is added to; only who says it
      // matters further up.
      if settled == nil, isSettled(current, under: head) {
        settled = standing.modality
        isRestrictive = tree.has(current, "acl:relcl") && !isBehindComma(current)
      }
      if let main = mainClause(ofMeans: current, under: head) {
        // 'moved to stop it by hosting talks': the talks are what it did, not what it meant to.
        if tree.isNegated(main) { standing.weaken(by: .denied) }
        readModals(of: main, into: &standing)
        current = main
        steps += 2
        continue
      }
      // 'blamed the cleric, who lives in Chile': who blames him says nothing of where he lives.
      let isArgument = tree.has(
        current, anyOf: ["obj", "obl", "nmod", "nsubj", "appos", "compound", "amod"])
      if settled == nil || !isArgument {
        climb(from: current, to: head, above: word, into: &standing)
      } else if isRestrictive {
        // 'Troops who had left came back, according to the mayor': he tells of both.
        readSources(of: head, except: current, into: &standing)
      }
      current = head
      steps += 1
    }
    if let settled {
      standing.modality = settled
      standing.isHearsay = isHearsay ?? standing.isHearsay
      return standing
    }
    if tree.tokens.last(where: { $0.upos != .punctuation || $0.form == "?" })?.form == "?",
      !asksHow,
      quotation(word) == quotation(tree.tokens.count - 1) || current != word
    {
      standing.weaken(by: .conditional)
    }
    return standing
  }

  func isPast(_ verb: Int) -> Bool {
    tree.tokens[verb].xpos == "VBD"
      || tree.children(of: verb, "aux", "cop").contains { tree.tokens[$0].xpos == "VBD" }
  }

  /// The clause whose means a phrase with `by` tells, where the parser hung it on the infinitive of
  /// purpose between them.
  private func mainClause(ofMeans word: Int, under head: Int) -> Int? {
    guard tree.has(word, "advcl"), tree.has(head, "advcl"), !tree.isFinite(head),
      tree.children(of: word, "mark").contains(where: { tree.form($0) == "by" }),
      tree.children(of: head, "mark").contains(where: { tree.form($0) == "to" })
    else { return nil }
    // 'called on Chile to stop it by leaving': that is what it is called on to do.
    return tree.tokens[head].head.flatMap {
      lexicon.attributionCues(tree.lemma($0)).isEmpty ? $0 : nil
    }
  }

  // MARK: - On the word itself

  private func readOwnCues(of word: Int, into standing: inout Standing) {
    if tree.isNegated(word) { standing.weaken(by: .denied) }
    readModals(of: word, into: &standing)
    for child in tree.children(of: word, "advmod", "amod", "mark") {
      // What `isNegated` has counted must not count twice: two denials would make a fact.
      if SentenceTree.negators.contains(tree.form(child)) { continue }
      if tree.has(child, "mark") {
        readMark(child, of: word, into: &standing)
      } else {
        let scopes = ["head", "noun"] + (isTimeAdverb(child, of: word) ? [] : ["clause"])
        weaken(&standing, by: cue(at: child, reaching: scopes))
      }
    }
    readInversion(of: word, into: &standing)
    readNeighbour(of: word, into: &standing)
    readConditions(of: word, into: &standing)
    readSources(of: word, into: &standing)
  }

  /// `had attacked before`, `a week before, it had attacked`: no conjunction.
  private func isTimeAdverb(_ adverb: Int, of word: Int) -> Bool {
    tree.tokens[adverb].upos == .adverb
      && (adverb > word || tree.child(of: adverb, "obl:unmarked", "obl") != nil)
  }

  /// `conditional on the withdrawal`: the word right before a preposition governs what follows it,
  /// wherever the parser hangs that.
  private func readNeighbour(of word: Int, into standing: inout Standing) {
    guard let marker = tree.children(of: word, "case").first, marker > 0, marker < word,
      let preposition = tree.preposition(of: word), tree.tokens[word].head != marker - 1
    else { return }
    let cue = cue(at: marker - 1, reaching: [preposition])
    if cue?.modality != .denied { weaken(&standing, by: cue) }
    if cue?.modality == .conditional { attributeCondition(marker - 1, &standing) }
  }

  /// `made a truce conditional on the withdrawal`: who makes it so says so.
  private func attributeCondition(_ adjective: Int, _ standing: inout Standing) {
    guard tree.has(adjective, "xcomp"), let verb = tree.tokens[adjective].head,
      tree.child(of: verb, "obj") != nil
    else { return }
    for claimant in arguments.subjects(of: verb).flatMap(entities) {
      standing.attribute(to: claimant)
    }
  }

  func readModals(of word: Int, into standing: inout Standing) {
    // 'is to visit', 'is due to meet'.
    if let mark = tree.children(of: word, "mark").first(where: { tree.form($0) == "to" }),
      tree.children(of: word, "aux", "cop").contains(where: { tree.lemma($0) == "be" && $0 < mark }
      ),
      tree.child(of: word, "nsubj") != nil
    {
      standing.weaken(by: .planned)
    }
    // 'Lind to visit Chad', the future of headlines.
    if tree.tokens[word].head == nil, tree.child(of: word, "nsubj") != nil,
      tree.children(of: word, "mark").contains(where: { tree.form($0) == "to" })
    {
      standing.weaken(by: .planned)
    }
    for auxiliary in tree.children(of: word, "aux") {
      let cue =
        lexicon.modalityCues(tree.form(auxiliary)).first
        ?? lexicon.modalityCues(tree.lemma(auxiliary)).first
      guard let cue, let modality = cue.modality, modality != .denied, !cue.isInverted else {
        continue
      }
      let adverbs = tree.children(of: word, "advmod")
      if adverbs.contains(where: { cue.narrated.contains(tree.form($0)) }), !isReported(word) {
        continue
      }
      if let reported = cue.exceptions["within-reported"].flatMap(Modality.init), isReported(word) {
        standing.weaken(by: reported)
        continue
      }
      let followsHave = tree.children(of: word, "aux").contains { tree.form($0) == "have" }
      let withHave = followsHave ? cue.options["have"].flatMap(Modality.init) : nil
      standing.weaken(by: withHave ?? modality)
    }
  }

  /// Whether a clause is what a verb of saying introduces: 'said it would close'.
  private func isReported(_ word: Int) -> Bool {
    var current = word
    while let head = tree.tokens[current].head {
      if tree.has(current, "ccomp") {
        return lexicon.attribution(tree.lemma(head), upos: tree.tokens[head].upos) != nil
      }
      guard tree.has(current, "conj") || tree.has(current, "xcomp") else { return false }
      current = head
    }
    return false
  }

  /// `if`, `unless`, `until` in a clause below the word.
  private func readConditions(of word: Int, into standing: inout Standing) {
    let clauses = tree.children(of: word, "advcl").filter { quotation($0) == quotation(word) }
    for mark in clauses.flatMap({ tree.children(of: $0, "mark") }) {
      let cues = lexicon.modalityCues(markWords(mark)).filter { $0.scope.contains("clause") }
      // 'will stay even if': that is no condition of it.
      if mark > 0, tree.form(mark - 1) == "even" { continue }
      if let main = cues.lazy.compactMap({ $0.options["main"].flatMap(Modality.init) }).first {
        standing.weaken(by: main)
      } else if tree.form(mark) == "until", standing.modality != .asserted || tree.isNegated(word) {
        standing.weaken(by: .conditional)
      }
    }
  }

  /// `according to …` with the clause, and verbs of saying that are put into it: `…, she said, …`; but
  /// for one that is itself what is read.
  private func readSources(
    of word: Int, except clause: Int? = nil, into standing: inout Standing
  ) {
    for phrase in tree.children(of: word, "obl", "nmod", "advmod") {
      guard let preposition = tree.preposition(of: phrase),
        ["according_to", "per"].contains(preposition)
      else { continue }
      attribute(to: phrase, into: &standing)
    }
    readPutIn(at: word, except: clause, into: &standing)
    readPhrases(at: word, into: &standing)
    readCited(at: word, into: &standing)
  }

  // MARK: - Above the word

  private func climb(
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
        if isPurpose(word, of: head) { standing.weaken(by: .planned) }
      } else if tree.tokens[word].xpos == "VBG" {
        readClaim(head, over: word, into: &standing)
      }
      readMedium(of: word, under: head, into: &standing)
    case "obj", "obl", "nmod", "nsubj", "appos", "compound", "amod":
      readVerdict(on: word, by: head, into: &standing)
      climbArgument(from: word, to: head, into: &standing)
    case "conj":
      if tree.child(of: word, "nsubj") == nil {
        if !hasTenseOfItsOwn(word, beside: head) { readModals(of: head, into: &standing) }
        if tree.isNegated(head), isShared(word) { standing.weaken(by: .denied) }
      }
    default: break
    }
    // 'It had not fired, it said, and Chile had': the second clause is what it said, too.
    let isOwn = !tree.path(from: anchor, to: word).contains { tree.has($0, "conj") }
    readSources(of: head, except: isOwn ? word : nil, into: &standing)
  }

  /// Whether a word stands in a clause that a verb of saying below another word reports.
  private func isReported(_ anchor: Int, below word: Int) -> Bool {
    tree.path(from: anchor, to: word).contains { tree.has($0, "ccomp") && tree.isFinite($0) }
  }

  /// A mark with the words that belong to it: `instead of`.
  func markWords(_ mark: Int) -> String {
    ([mark] + tree.children(of: mark, "fixed")).map { tree.form($0) }.joined(separator: " ")
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
    }
    // 'give a chance to settle': the noun governs the infinitive, wherever it hangs.
    if relation == "xcomp", tree.child(of: word, "mark") != nil {
      for noun in tree.children(of: head, "obj") where noun < word {
        weaken(&standing, by: cue(at: noun, reaching: ["complement"]))
      }
    }
    if relation == "xcomp" {
      // 'could not persuade it to leave': it did not.
      if tree.isNegated(head) { standing.weaken(by: .denied) }
      readModals(of: head, into: &standing)
      readConditions(of: head, into: &standing)
      for mark in tree.children(of: head, "mark") { readMark(mark, of: head, into: &standing) }
    }
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
    if let cue = lexicon.attribution(tree.lemma(noun), upos: .noun),
      preposition.map({ cue.content.contains(.preposition($0)) }) != false
    {
      standing.weaken(by: cue.modality)
      let owners = tree.children(of: noun, "nmod:poss", "nmod", "amod").filter {
        $0 != word
          && (tree.has($0, "nmod:poss") || tree.has($0, "amod")
            || ["by", "of", "from"].contains(tree.preposition(of: $0)))
      }
      let claimants = owners.flatMap(entities)
      for claimant in claimants { standing.attribute(to: claimant) }
      if claimants.isEmpty { standing.isHearsay = true }
    }
  }

  /// The cue at a word whose scope takes in one of several kinds of dependents.
  func cue(at word: Int, reaching kinds: [String]) -> ModalityCue? {
    modalityCues(at: word).first { cue in
      cue.scope.contains { kinds.contains($0) } && (!cue.isPassive || tree.isPassive(word))
        && !cue.isInverted && cue.partOfSpeech.map { agrees($0, word) } != false
    }
  }

  /// Participles are adjectives or verbs, `that` and `to` one or the other to different parsers.
  func agrees(_ upos: UniversalPartOfSpeech, _ word: Int) -> Bool {
    let own = tree.tokens[word].upos
    let verbal: Set<UniversalPartOfSpeech> = [.verb, .adjective, .auxiliary]
    let linking: Set<UniversalPartOfSpeech> = [
      .subordinatingConjunction, .particle, .adverb, .adposition,
    ]
    return own == upos || (verbal.contains(own) && verbal.contains(upos))
      || (linking.contains(own) && linking.contains(upos))
  }

  func weaken(_ standing: inout Standing, by cue: ModalityCue?) {
    guard let cue, let modality = cue.modality else { return }
    standing.weaken(by: modality)
    if modality == .denied, cue.partOfSpeech == .verb,
      let undone = cue.exceptions["negated"].flatMap(Modality.init)
    {
      standing.afterDenial = undone
    }
  }

  func apply(
    _ cue: AttributionCue, at verb: Int, by sayers: [Int]? = nil, into standing: inout Standing
  ) {
    let subjects = sayers ?? quoted(by: cue, at: verb) ?? arguments.subjects(of: verb)
    let claimants = subjects.flatMap(entities)
    for claimant in claimants { standing.attribute(to: claimant) }
    for word in subjects + [verb] { readCited(at: word, into: &standing) }
    // Nobody we know says so: the article does not vouch for it either.
    if claimants.isEmpty { standing.isHearsay = true }
    standing.weaken(by: cue.modality)
    // What somebody did not say, nobody has said.
    if tree.isNegated(verb) { standing.isHearsay = true }
  }

  func attribute(to phrase: Int, into standing: inout Standing) {
    let claimants = entities(phrase)
    for claimant in claimants { standing.attribute(to: claimant) }
    if claimants.isEmpty { standing.isHearsay = true }
  }
}
