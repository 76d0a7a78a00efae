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
    var settled: Settled?
    var current = word
    var steps = 0
    while let head = tree.tokens[current].head, steps < tree.tokens.count {
      guard !isAside(current), !isStatementApart(current), !isOutside(current, quotationOf: head),
        !isSource(current)
      else { break }
      // 'said they may meet after the attack on Riga': there was one, by his words.
      if isTakenForGranted(current, under: head) {
        settled = settled?.granted(standing) ?? Settled(standing, isHearsay: standing.isHearsay)
        current = head
        steps += 1
        continue
      }
      // What a relative clause adds is so whatever becomes of what it is added to; only who says it
      // matters further up.
      if settled == nil, isSettled(current, under: head) {
        settled = Settled(
          standing, isRestrictive: tree.has(current, "acl:relcl") && !isBehindComma(current))
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
      } else if settled?.isRestrictive == true {
        // 'Troops who had left came back, according to the mayor': he tells of both.
        readSources(of: head, except: current, into: &standing)
      }
      current = head
      steps += 1
    }
    if let settled {
      standing.modality = settled.modality
      standing.isHearsay = settled.isHearsay ?? standing.isHearsay
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

  /// Whether a phrase names who says the clause: what is told of them, they do not say.
  private func isSource(_ phrase: Int) -> Bool {
    tree.has(phrase, "obl") && tree.preposition(of: phrase) == "according_to"
  }

  /// What is sure of a clause whatever stands above it.
  private struct Settled {
    var modality: Modality
    /// Whether it is rumour, or nothing where that is told further up.
    ///
    /// What is taken for granted is none, though nobody is named who hopes to end it.
    var isHearsay: Bool?
    /// Whether a relative clause says which ones are meant.
    var isRestrictive = false

    init(_ standing: Standing, isHearsay: Bool? = nil, isRestrictive: Bool = false) {
      modality = standing.modality
      self.isHearsay = isHearsay
      self.isRestrictive = isRestrictive
    }

    /// The same of what a word above takes for granted.
    func granted(_ standing: Standing) -> Settled {
      var granted = self
      granted.isHearsay = isHearsay ?? standing.isHearsay
      return granted
    }
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
  func attributeCondition(_ adjective: Int, _ standing: inout Standing) {
    guard tree.has(adjective, "xcomp"), let verb = tree.tokens[adjective].head,
      tree.child(of: verb, "obj") != nil
    else { return }
    standing.attribute(to: arguments.subjects(of: verb).flatMap(entities))
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
    if isSubjunctive(word) { standing.weaken(by: .planned) }
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

  /// `insisted that the bank leave`, `that the bank be closed`: what is asked for, and not what is.
  private func isSubjunctive(_ word: Int) -> Bool {
    guard tree.has(word, "ccomp"), tree.child(of: word, "nsubj") != nil,
      tree.children(of: word, "mark").contains(where: { tree.form($0) == "that" })
    else { return false }
    let auxiliaries = tree.children(of: word, "aux", "cop")
    let verb = auxiliaries.first ?? word
    return tree.tokens[verb].xpos == "VB" && tree.tokens[word].upos == .verb
      && (auxiliaries.isEmpty || tree.form(verb) == "be")
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
  func readConditions(of word: Int, into standing: inout Standing) {
    let clauses = tree.children(of: word, "advcl").filter { quotation($0) == quotation(word) }
    // 'provided that the union signs' begins with a participle.
    let participles = clauses.filter {
      tree.child(of: $0, "ccomp") != nil && tree.child(of: $0, "nsubj") == nil
        && lexicon.modalityCues(tree.form($0)).contains {
          $0.partOfSpeech == .subordinatingConjunction
        }
    }
    for mark in clauses.flatMap({ tree.children(of: $0, "mark") }) + participles {
      let cues = lexicon.modalityCues(markWords(mark)).filter { $0.scope.contains("clause") }
      // 'will stay even if': that is no condition of it.
      if mark > 0, tree.form(mark - 1) == "even" { continue }
      // 'was freed on condition that he left' tells what was done.
      let isDone = tree.tokens[word].xpos == "VBD" || tree.child(of: word, "aux:pass") != nil
      if isDone, tree.child(of: word, "aux") == nil, tree.child(of: mark, "fixed") != nil {
        continue
      }
      // 'will not leave unless it is paid': it may leave.
      if standing.modality == .denied, tree.isNegated(word), !isPast(word),
        let undone = cues.lazy.compactMap({ $0.exceptions["negated"].flatMap(Modality.init) }).first
      {
        standing.modality = undone
        continue
      }
      if let main = cues.lazy.compactMap({ $0.options["main"].flatMap(Modality.init) }).first {
        standing.weaken(by: main)
      } else if tree.form(mark) == "until", standing.modality != .asserted || tree.isNegated(word) {
        standing.weaken(by: .conditional)
      }
    }
  }

  /// `according to …` with the clause, and verbs of saying that are put into it: `…, she said, …`; but
  /// for one that is itself what is read.
  func readSources(
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

  /// A mark with the words that belong to it: `instead of`.
  func markWords(_ mark: Int) -> String {
    ([mark] + tree.children(of: mark, "fixed")).map { tree.form($0) }.joined(separator: " ")
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
    let subjects = quoted(by: cue, at: verb) ?? sayers ?? arguments.subjects(of: verb)
    let claimants = subjects.flatMap(entities)
    standing.attribute(to: claimants)
    for word in subjects + [verb] { readCited(at: word, into: &standing) }
    // Nobody we know says so: the article does not vouch for it either.
    if claimants.isEmpty { standing.isHearsay = true }
    standing.weaken(by: cue.modality)
    // What somebody did not say, nobody has said.
    if tree.isNegated(verb) { standing.isHearsay = true }
  }

  func attribute(to phrase: Int, into standing: inout Standing) {
    let claimants = entities(phrase)
    standing.attribute(to: claimants)
    if claimants.isEmpty { standing.isHearsay = true }
  }
}
