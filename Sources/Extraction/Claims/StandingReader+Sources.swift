/// Sources that stand inside the clause that they vouch for, and not above it.
extension StandingReader {
  /// The cues of speech at a word: those of a phrasal verb where its particle stands with it
  /// (`point out`), else those of the plain word.
  func speechCues(at word: Int) -> [AttributionCue] {
    let cues = lexicon.attributionCues(tree.lemma(word)).filter {
      $0.partOfSpeech == tree.tokens[word].upos
    }
    let phrasal = cues.filter { $0.particle.map { tree.hasParticle($0, at: word) } ?? false }
    return phrasal.isEmpty ? cues.filter { $0.particle == nil } : phrasal
  }

  /// Whom a verb quotes, where it is not its subject who says it.
  func quoted(by cue: AttributionCue, at verb: Int) -> [Int]? {
    cue.partOfSpeech == .verb && !tree.isPassive(verb) ? tree.quoted(by: cue, at: verb) : nil
  }

  /// `The envoy found no evidence that …`: who finds none says so.
  func readFinder(of noun: Int, into standing: inout Standing) {
    guard tree.isNegatedNoun(noun), tree.has(noun, "obj"), let verb = tree.tokens[noun].head,
      lexicon.attribution(tree.lemma(noun), upos: .noun) != nil, !speechCues(at: verb).isEmpty
    else { return }
    standing.attribute(to: arguments.subjects(of: verb).flatMap(entities))
  }

  /// Verbs of saying that are put into a clause: `…, she said, …`, `as Lind said`.
  func readPutIn(at word: Int, except own: Int?, into standing: inout Standing) {
    // 'Chile, Lind said, has left': the parser may hang it on the subject.
    let beside = tree.children(of: word, "nsubj").flatMap { tree.children(of: $0, "parataxis") }
    for clause in tree.children(of: word, "parataxis", "advcl") + beside
    // 'blamed Chile, a charge that it denied': nobody charges here.
    where clause != own
      && (tree.tokens[clause].upos != .noun || tree.child(of: clause, "nsubj") != nil)
    {
      if isWording(clause) {
        standing.attribute(to: arguments.subjects(of: clause).flatMap(entities))
        continue
      }
      guard let cue = speechCues(at: clause).first,
        tree.child(of: clause, "ccomp", "xcomp") == nil,
        tree.child(of: clause, "obj") == nil || cue.addressee.contains(.object)
          || quoted(by: cue, at: clause) != nil
      else { continue }
      if tree.has(clause, "advcl") {
        let isAs = tree.children(of: clause, "mark").contains { tree.form($0) == "as" }
        guard isAs || (isPutIn(clause, into: word) && cue.kind != .want) else { continue }
      }
      apply(cue, at: clause, by: sayers(of: clause), into: &standing)
    }
  }

  /// `as Lind put it`.
  private func isWording(_ clause: Int) -> Bool {
    tree.lemma(clause) == "put"
      && tree.children(of: clause, "obj").contains { tree.form($0) == "it" }
      && tree.children(of: clause, "mark").contains { tree.form($0) == "as" }
  }

  /// Who says what is put in, where the parser lost the subject: never who does what is said.
  private func sayers(of verb: Int) -> [Int]? {
    guard tree.tokens[verb].upos == .verb, !tree.isPassive(verb),
      tree.child(of: verb, "nsubj") == nil, tree.has(verb, "parataxis")
    else { return nil }
    guard verb > 0, tree.tokens[verb - 1].head == verb,
      [.pronoun, .noun, .properNoun].contains(tree.tokens[verb - 1].upos)
    else { return [] }
    return [verb - 1]
  }

  /// Whether a clause is cut off by commas and has nothing but its own subject and verb: `Norway,
  /// Lind said, has left`.
  private func isPutIn(_ clause: Int, into word: Int) -> Bool {
    guard tree.child(of: clause, "mark", "obj") == nil, tree.isFinite(clause),
      let subject = tree.child(of: clause, "nsubj"), tree.form(subject) != "who",
      let first = tree.subtree(of: clause).first(where: { tree.tokens[$0].upos != .punctuation }),
      first > 0
    else { return false }
    return tree.tokens[first - 1].upos == .punctuation
  }

  /// `in the words of the mayor`, `in the bank's view`.
  func readPhrases(at word: Int, into standing: inout Standing) {
    for phrase in tree.children(of: word, "obl", "nmod") {
      // 'in view of the vote' is nobody's view.
      guard let preposition = tree.preposition(of: phrase),
        tree.child(of: phrase, "det", "nmod:poss") != nil
      else { continue }
      let key = "\(preposition) \(tree.lemma(phrase))"
      guard
        let cue = lexicon.attributionCues(key).first(where: {
          $0.partOfSpeech == .adposition && !$0.isDocument
        })
      else { continue }
      let owners = tree.children(of: phrase, "nmod:poss", "nmod").filter {
        tree.has($0, "nmod:poss") || tree.preposition(of: $0) == "of"
      }
      let claimants = owners.flatMap(entities)
      // 'by all accounts' is somebody's word; 'for its part' says nothing where nobody is known.
      guard !claimants.isEmpty || preposition != "for" else { continue }
      standing.attribute(to: claimants)
      if claimants.isEmpty { standing.isHearsay = true }
      standing.weaken(by: cue.modality)
    }
  }

  /// `…, the agency said, citing the mayor`: the mayor says so, too.
  func readCited(at word: Int, into standing: inout Standing) {
    for participle in tree.children(of: word, "advcl", "acl") {
      let cues = lexicon.attributionCues(tree.lemma(participle))
      guard cues.contains(where: { $0.form == tree.form(participle) && !$0.claimant.isEmpty }),
        isSaid(word)
      else { continue }
      let cited = tree.children(of: participle, "obj", "obl").filter { $0 > participle }.prefix(1)
      standing.attribute(to: cited.flatMap(entities))
    }
  }

  /// Whether a clause is said by somebody, or is itself the saying: with `sued Chile, citing a report` nobody
  /// reports that it sued.
  private func isSaid(_ word: Int) -> Bool {
    let speaks = { (verb: Int) in speechCues(at: verb).contains(where: \.takesDirectSpeech) }
    if tree.tokens[word].upos != .verb || speaks(word) { return true }
    return tree.children(of: word, "parataxis", "advcl", "obl").contains {
      speaks($0) && tree.isFinite($0) || tree.preposition(of: $0) == "according_to"
    }
  }
}

extension SentenceTree {
  /// Whom a verb quotes: `Lind` in `the paper quoted Lind as saying`; nothing for verbs whose subject
  /// speaks itself.
  func quoted(by cue: AttributionCue, at verb: Int) -> [Int]? {
    guard cue.claimant.contains(.object) else { return nil }
    return Array(children(of: verb, "obj", "iobj", "nsubj").filter { $0 > verb }.prefix(1))
  }

  /// Whether the particle of a phrasal verb stands with it: `ruled out`, `made clear`.
  func hasParticle(_ particle: String, at verb: Int) -> Bool {
    if verb + 1 < tokens.count, form(verb + 1) == particle { return true }
    return children(of: verb, "compound:prt", "advmod", "xcomp").contains { form($0) == particle }
  }
}
