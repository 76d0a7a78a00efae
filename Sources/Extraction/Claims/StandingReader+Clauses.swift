/// What conjunctions, inversion and predicates around a clause make of it.
extension StandingReader {
  /// The cues of modality at a word: those of a phrasal verb where its particle stands with it
  /// (`rule out`), else those of the plain word.
  func modalityCues(at word: Int) -> [ModalityCue] {
    // 'in talks to buy it' is a plural of its own.
    let plural =
      tree.tokens[word].xpos == "NNS"
      ? lexicon.modalityCues(tree.form(word)).filter { $0.partOfSpeech == .noun } : []
    if !plural.isEmpty { return plural }
    let cues = lexicon.modalityCues(tree.lemma(word))
    let phrasal = cues.filter { $0.particle.map { tree.hasParticle($0, at: word) } ?? false }
    return phrasal.isEmpty ? cues.filter { $0.particle == nil } : phrasal
  }

  /// A conjunction of one word or several: `in case`, `before` with another sense in the past.
  func readMark(_ mark: Int, of word: Int, into standing: inout Standing) {
    let cues = lexicon.modalityCues(markWords(mark)).filter {
      $0.scope.contains("clause") && !$0.isInverted
        && $0.partOfSpeech.map { agrees($0, mark) } != false
    }
    guard let cue = cues.first ?? cue(at: mark, reaching: ["clause"]) else { return }
    // 'no truce until they withdraw': that they will is a condition and no plan.
    if let head = tree.tokens[word].head, tree.isNegated(head),
      let condition = cue.exceptions["negated"].flatMap(Modality.init)
    {
      standing.weaken(by: condition)
      return
    }
    // 'struck before it closed' tells what came later, 'vowed to strike before it closed' does not.
    if cue.exceptions["past"] == "keep", isPast(word) || tree.tokens[word].xpos == "VBG",
      let head = tree.tokens[word].head, isPast(head), !tree.isNegated(head),
      tree.child(of: head, "aux") == nil
    {
      return
    }
    // 'if Chile does not leave', 'only if it stops shelling Peru': nobody denies it there.
    if cue.modality == .conditional, standing.modality == .denied {
      standing.modality = .conditional
    }
    weaken(&standing, by: cue)
  }

  /// `had the union backed it`, `should the bank fail`: conditions without a conjunction.
  func readInversion(of word: Int, into standing: inout Standing) {
    if let cue = inversion(of: word) { weaken(&standing, by: cue) }
    for clause in tree.children(of: word, "advcl") {
      guard let cue = inversion(of: clause) else { continue }
      standing.weaken(by: cue.exceptions["main"].flatMap(Modality.init) ?? .conditional)
    }
  }

  private func inversion(of word: Int) -> ModalityCue? {
    guard tree.child(of: word, "mark") == nil, let subject = tree.child(of: word, "nsubj"),
      let auxiliary = tree.children(of: word, "aux", "cop").first, auxiliary < subject,
      tree.has(word, "advcl") || isOpening(auxiliary)
    else { return nil }
    return
      (lexicon.modalityCues(tree.form(auxiliary))
      + lexicon.modalityCues(tree.lemma(auxiliary))).first { $0.isInverted }
  }

  /// Whether a word opens a sentence that is no question.
  private func isOpening(_ word: Int) -> Bool {
    tree.tokens[..<word].allSatisfy { $0.upos == .punctuation }
      && !tree.tokens.contains { $0.form == "?" }
  }

  /// `will stop once the bank has left`: what has to be so first is as far off as what follows.
  func readSequence(of word: Int, after head: Int, into standing: inout Standing) {
    guard tree.isFinite(word), !isPast(word) else { return }
    var main = Standing()
    readModals(of: head, into: &main)
    guard main.modality == .planned || main.modality == .conditional else { return }
    for mark in tree.children(of: word, "mark", "advmod") {
      let cues = lexicon.modalityCues(markWords(mark))
      if let ahead = cues.lazy.compactMap({ $0.exceptions["future-main"].flatMap(Modality.init) })
        .first
      {
        standing.weaken(by: ahead)
      }
    }
  }

  func isDoneAtOnce(_ word: Int, by head: Int) -> Bool {
    lexicon.isDone(tree.lemma(word), by: tree.lemma(head))
      // 'went on to lead it', wherever the parser hangs the infinitive.
      || tree.lemma(head) == "go" && tree.hasParticle("on", at: head)
  }

  /// `provided that the union signs`: a participle that the table knows as a conjunction.
  func readParticiple(_ head: Int, over word: Int, into standing: inout Standing) {
    guard tree.has(head, "advcl"), tree.child(of: head, "nsubj") == nil else { return }
    let cue = lexicon.modalityCues(tree.form(head)).first {
      $0.partOfSpeech == .subordinatingConjunction && $0.scope.contains("clause")
    }
    weaken(&standing, by: cue)
  }

  /// `It is not true that …`, `it would be wrong to …`.
  func readJudgement(of word: Int, by head: Int, into standing: inout Standing) {
    let cues = lexicon.modalityCues(tree.lemma(head)).filter { $0.scope.contains("csubj") }
    if let cue = cues.first {
      if tree.isNegated(head) {
        standing.weaken(by: cue.exceptions["negated"].flatMap(Modality.init) ?? .denied)
      }
      return
    }
    guard !tree.isFinite(word), !isPast(head) else { return }
    readModals(of: head, into: &standing)
    // What it is wrong or hard to do, nobody is said to do.
    standing.weaken(by: .conditional)
  }

  /// `The claim that the bank lied is false`, `called the claim that it lied false`.
  func readVerdict(on noun: Int, by head: Int, into standing: inout Standing) {
    guard tree.tokens[noun].upos == .noun,
      lexicon.attribution(tree.lemma(noun), upos: .noun) != nil
    else { return }
    let judges =
      tree.has(noun, "nsubj")
      ? [head] : tree.has(noun, "obj") ? predicates(of: noun, under: head) : []
    for judge in judges where cue(at: judge, reaching: ["csubj"])?.modality == .denied {
      standing.weaken(by: tree.isNegated(judge) ? .alleged : .denied)
      // Who calls it so says so.
      guard judge != head else { continue }
      standing.attribute(to: arguments.subjects(of: head).flatMap(entities))
    }
  }

  /// What a verb calls its object, wherever the parser hangs the adjective.
  private func predicates(of noun: Int, under head: Int) -> [Int] {
    tree.children(of: head, "xcomp")
      + tree.children(of: noun, "acl").flatMap { tree.children(of: $0, "xcomp") }
      .filter {
        [.adjective, .noun].contains(tree.tokens[$0].upos) && tree.child(of: $0, "mark") == nil
      }
  }

  /// `wrote in a note to clients that it would sell`: what the verb of saying reports, though the
  /// parser hangs it on the noun for the medium.
  func readMedium(of word: Int, under noun: Int, into standing: inout Standing) {
    var medium = noun
    while tree.has(medium, "nmod"), let head = tree.tokens[medium].head { medium = head }
    guard tree.children(of: word, "mark").contains(where: { tree.form($0) == "that" }),
      ["in", "on"].contains(tree.preposition(of: medium) ?? ""), tree.has(medium, "obl"),
      let verb = tree.tokens[medium].head, tree.child(of: verb, "ccomp") == nil,
      let cue = speechCues(at: verb).first, cue.takesDirectSpeech
    else { return }
    apply(cue, at: verb, into: &standing)
  }

  /// `ruled out leaving`: a participle right behind its verb, which parsers take for an adverbial.
  func isBareGerund(_ word: Int, under head: Int) -> Bool {
    guard tree.tokens[word].xpos == "VBG", head < word, tree.child(of: word, "mark") == nil,
      tree.child(of: head, "obj") == nil
    else { return false }
    return tree.tokens[head..<word].allSatisfy { $0.upos != .punctuation }
      && (cue(at: head, reaching: ["xcomp"]) != nil
        || speechCues(at: head).contains { $0.content.contains(.openComplement) })
  }
}
