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

  /// The standing of the clause or phrase that a word heads.
  func standing(at word: Int) -> Standing {
    var standing = Standing()
    readOwnCues(of: word, into: &standing)
    var current = word
    var steps = 0
    while let head = tree.tokens[current].head, steps < tree.tokens.count {
      climb(from: current, to: head, into: &standing)
      current = head
      steps += 1
    }
    if tree.tokens.last(where: { $0.upos != .punctuation || $0.form == "?" })?.form == "?" {
      standing.weaken(by: .conditional)
    }
    return standing
  }

  // MARK: - On the word itself

  private func readOwnCues(of word: Int, into standing: inout Standing) {
    if tree.isNegated(word) { standing.weaken(by: .denied) }
    readModals(of: word, into: &standing)
    for child in tree.children(of: word, "advmod", "amod", "mark") {
      guard let cue = lexicon.modalityCues(tree.lemma(child)).first(where: { $0.scope == "head" })
      else { continue }
      standing.weaken(by: cue.modality)
    }
    readConditions(of: word, into: &standing)
    readSources(of: word, into: &standing)
  }

  private func readModals(of word: Int, into standing: inout Standing) {
    for auxiliary in tree.children(of: word, "aux") {
      let cue = lexicon.modalityCues(tree.form(auxiliary)).first
        ?? lexicon.modalityCues(tree.lemma(auxiliary)).first
      if let cue, cue.modality != .denied { standing.weaken(by: cue.modality) }
    }
  }

  /// `if`, `unless`, `until` in a clause below the word.
  private func readConditions(of word: Int, into standing: inout Standing) {
    let clauses = tree.children(of: word, "advcl")
    let marked = clauses.flatMap { tree.children(of: $0, "mark") }.map { tree.form($0) }
    if marked.contains(where: Self.conditions.contains) { standing.weaken(by: .conditional) }
  }

  /// `according to …` with the clause, and verbs of saying that are put into it: `…, she said, …`.
  private func readSources(of word: Int, into standing: inout Standing) {
    for phrase in tree.children(of: word, "obl", "nmod", "advmod") {
      guard let preposition = tree.preposition(of: phrase),
        ["according_to", "per"].contains(preposition)
      else { continue }
      attribute(to: phrase, into: &standing)
    }
    for clause in tree.children(of: word, "parataxis", "advcl") {
      guard let cue = lexicon.attribution(tree.lemma(clause), upos: .verb),
        tree.child(of: clause, "ccomp", "obj", "xcomp") == nil
      else { continue }
      if tree.has(clause, "advcl"),
        !tree.children(of: clause, "mark").contains(where: { tree.form($0) == "as" })
      {
        continue
      }
      apply(cue, at: clause, into: &standing)
    }
  }

  // MARK: - Above the word

  private func climb(from word: Int, to head: Int, into standing: inout Standing) {
    switch String(tree.tokens[word].relation) {
    case "ccomp", "xcomp", "csubj":
      climbComplement(from: word, to: head, into: &standing)
    case "advcl":
      if tree.children(of: word, "mark").contains(where: { Self.conditions.contains(tree.form($0)) })
      {
        standing.weaken(by: .conditional)
      } else if isPurpose(word) {
        standing.weaken(by: .planned)
      } else if !tree.isFinite(word) {
        readModals(of: head, into: &standing)
      }
    case "acl" where !tree.has(word, "acl:relcl"):
      readNoun(head, into: &standing)
    case "obj", "obl", "nmod", "nsubj", "appos":
      climbArgument(from: word, to: head, into: &standing)
    case "conj":
      if tree.child(of: word, "nsubj") == nil {
        readModals(of: head, into: &standing)
        if tree.isNegated(head), tree.form(head) != tree.form(word), isShared(word) {
          standing.weaken(by: .denied)
        }
      }
    default: break
    }
    readSources(of: head, into: &standing)
  }

  private func isPurpose(_ word: Int) -> Bool {
    tree.children(of: word, "mark").contains { tree.form($0) == "to" }
  }

  /// `did not attack or shell`: `or` carries the negation on, `and` and `but` do not.
  private func isShared(_ word: Int) -> Bool {
    tree.children(of: word, "cc").contains { ["or", "nor"].contains(tree.form($0)) }
  }

  private func climbComplement(from word: Int, to head: Int, into standing: inout Standing) {
    let isOpen = tree.has(word, "xcomp")
    if let cue = lexicon.attribution(tree.lemma(head), upos: tree.tokens[head].upos) {
      apply(cue, at: head, into: &standing)
    } else if let cue = lexicon.modalityCues(tree.lemma(head)).first(where: {
      $0.reaches(isOpen ? "xcomp" : "ccomp")
    }) {
      standing.weaken(by: cue.modality)
    }
    if isOpen {
      readModals(of: head, into: &standing)
      if tree.isNegated(head) { standing.weaken(by: .denied) }
      readConditions(of: head, into: &standing)
    }
  }

  /// A noun that stands for an event, inside the phrase of another verb or noun: what is called
  /// for, planned, denied there has not happened.
  private func climbArgument(from word: Int, to head: Int, into standing: inout Standing) {
    guard tree.tokens[word].upos == .noun else { return }
    if tree.tokens[head].upos == .verb {
      for cue in lexicon.modalityCues(tree.lemma(head)) where cue.reaches("noun complement") {
        standing.weaken(by: cue.modality)
        break
      }
      if let cue = lexicon.attribution(tree.lemma(head), upos: .verb), tree.has(word, "obj"),
        cue.modality != .asserted
      {
        apply(cue, at: head, into: &standing)
      }
      readModals(of: head, into: &standing)
      if tree.isNegated(head) { standing.weaken(by: .denied) }
    } else {
      readNoun(head, into: &standing)
    }
  }

  /// `a plan to …`, `the claim that …`, `calls for …`.
  private func readNoun(_ noun: Int, into standing: inout Standing) {
    if let cue = lexicon.modalityCues(tree.lemma(noun)).first(where: {
      $0.reaches("noun complement")
    }) {
      standing.weaken(by: cue.modality)
    }
    if let cue = lexicon.attribution(tree.lemma(noun), upos: .noun) {
      standing.weaken(by: cue.modality)
      let owners = tree.children(of: noun, "nmod:poss", "nmod", "amod").filter {
        tree.has($0, "nmod:poss") || tree.has($0, "amod")
          || ["by", "of", "from"].contains(tree.preposition(of: $0))
      }
      let claimants = owners.flatMap(entities)
      for claimant in claimants { standing.attribute(to: claimant) }
      if claimants.isEmpty { standing.isHearsay = true }
    }
  }

  private func apply(_ cue: AttributionCue, at verb: Int, into standing: inout Standing) {
    let subjects = arguments.subjects(of: verb)
    let claimants = subjects.flatMap(entities)
    for claimant in claimants { standing.attribute(to: claimant) }
    // Nobody we know says so: the article does not vouch for it either.
    if claimants.isEmpty { standing.isHearsay = true }
    standing.weaken(by: cue.modality)
    if tree.isNegated(verb) { standing.isHearsay = true }
    readModals(of: verb, into: &standing)
  }

  private func attribute(to phrase: Int, into standing: inout Standing) {
    let claimants = entities(phrase)
    for claimant in claimants { standing.attribute(to: claimant) }
    if claimants.isEmpty { standing.isHearsay = true }
  }

  static let conditions: Set<String> = [
    "if", "unless", "until", "till", "provided", "whether", "lest", "should",
  ]
}

extension ModalityCue {
  /// Whether the cue's scope takes in a kind of dependent.
  func reaches(_ kind: String) -> Bool {
    scope.split(separator: "|").contains { $0 == kind || $0 == "clause" }
  }
}
