/// Finds the words by which somebody denies what was said before: `denied this`, `a charge that Chile
/// rejects`, `said it was a lie`, `pleaded not guilty`.
struct DenialReader {
  let context: ClaimContext
  let sentence: Int
  private let tree: SentenceTree

  init(context: ClaimContext, sentence: Int) {
    self.context = context
    self.sentence = sentence
    tree = context.resolved.trees[sentence]
  }

  /// A denial of what is not said beside it.
  struct Answer {
    /// The verb or the predicate that denies.
    var anchor: Int
    /// Who denies.
    var deniers: [Int]
    /// Whether it answers the clause that holds it: `…, which Chile denies`.
    var isOfHolder = false
    /// Whether somebody denies what he is said to have done himself: `denied any involvement`.
    var isOfOwnDeeds = false
  }

  /// The denials of the sentence, in text order.
  func answers() -> [Answer] {
    tree.tokens.indices.compactMap { word in
      tree.tokens[word].upos == .verb
        ? byVerb(word) ?? byDescription(word) ?? byPlea(word) : byPredicate(word)
    }
  }

  // MARK: - Verbs

  /// `denied this`, `an allegation denied by Chile`, `a charge that Chile rejected`.
  private func byVerb(_ verb: Int) -> Answer? {
    guard !isNegated(verb),
      context.knowledge.lexicon.attribution(tree.lemma(verb), upos: .verb)?.kind == .deny,
      tree.child(of: verb, "ccomp", "xcomp") == nil,
      context.ownStanding(at: verb, in: sentence).modality == .asserted
    else { return nil }
    var answer = Answer(anchor: verb, deniers: deniers(of: verb))
    let object =
      tree.isPassive(verb) ? tree.child(of: verb, "nsubj:pass") : tree.child(of: verb, "obj")
    if let object, tree.form(object) == "which" {
      answer.isOfHolder = true
      return answer
    }
    if tree.has(verb, "acl"), let noun = tree.tokens[verb].head, noun < verb,
      object.map({ tree.form($0) == "that" }) != false, isReport(noun)
    {
      answer.isOfHolder = true
      return answer
    }
    guard let object else { return nil }
    if Self.deeds.contains(tree.lemma(object)), tree.child(of: object, "nmod", "acl") == nil {
      answer.isOfOwnDeeds = true
      return answer
    }
    // Whoever denies charges is charged himself.
    answer.isOfOwnDeeds = tree.lemma(object) == "charge"
    return pointsBack(object) ? answer : nil
  }

  private func isNegated(_ verb: Int) -> Bool {
    tree.isNegated(verb) || tree.children(of: verb, "cc").contains { tree.form($0) == "nor" }
  }

  private func deniers(of verb: Int) -> [Int] {
    let arguments = ClauseArguments(tree: tree, controls: context.knowledge.lexicon.controls)
    let words =
      tree.isPassive(verb) ? tree.children(of: verb, "obl:agent") : arguments.subjects(of: verb)
    return words.flatMap { ClaimContext.sources(at: $0, in: sentence, context.resolved) }
  }

  /// `called the claim absurd`, `described it as a lie`.
  private func byDescription(_ verb: Int) -> Answer? {
    guard Self.describing.contains(tree.lemma(verb)), !tree.isNegated(verb), !tree.isPassive(verb),
      let object = tree.child(of: verb, "obj"), pointsBack(object),
      isFalsehood(among: tree.children(of: verb, "xcomp", "obl") + tree.children(of: object, "acl"))
    else { return nil }
    return Answer(anchor: verb, deniers: deniers(of: verb))
  }

  private func isFalsehood(among words: [Int]) -> Bool {
    words.contains { Self.falsehoods.contains(tree.lemma($0)) }
  }

  /// `pleaded not guilty`.
  private func byPlea(_ verb: Int) -> Answer? {
    guard tree.lemma(verb) == "plead", verb + 2 < tree.tokens.count, tree.form(verb + 1) == "not",
      tree.form(verb + 2) == "guilty"
    else { return nil }
    return Answer(anchor: verb, deniers: deniers(of: verb), isOfOwnDeeds: true)
  }

  // MARK: - Predicates

  /// `said it was a lie`, `“That is absurd,” said Lind`.
  private func byPredicate(_ word: Int) -> Answer? {
    guard Self.falsehoods.contains(tree.lemma(word)), !tree.isNegated(word),
      tree.child(of: word, "cop") != nil, let subject = tree.child(of: word, "nsubj"),
      pointsBack(subject)
    else { return nil }
    if let quotation = context.quotationIndex(of: tree.tokens[word].range) {
      return Answer(anchor: word, deniers: context.speakers[quotation])
    }
    guard tree.has(word, "ccomp"), let verb = tree.tokens[word].head, !tree.isNegated(verb),
      context.knowledge.lexicon.attribution(tree.lemma(verb), upos: .verb) != nil
    else { return nil }
    return Answer(anchor: word, deniers: deniers(of: verb))
  }

  // MARK: - What is denied

  /// `this`, `it`, `the accusation`; but not `the accusation that …` or `claims`.
  private func pointsBack(_ word: Int) -> Bool {
    if Self.pronouns.contains(tree.form(word)) { return tree.dependents[word].isEmpty }
    guard Self.reports.contains(tree.lemma(word)) else { return false }
    let isKnown = tree.children(of: word, "det", "nmod:poss").contains {
      ["the", "these", "those", "this", "that", "all", "any", "both"].contains(tree.form($0))
        || tree.tokens[$0].upos == .pronoun || tree.has($0, "nmod:poss")
    }
    return isKnown && tree.child(of: word, "acl", "ccomp", "nmod") == nil
  }

  /// `a charge`, `an allegation` that stands beside what it names.
  private func isReport(_ noun: Int) -> Bool {
    Self.reports.contains(tree.lemma(noun)) && tree.has(noun, anyOf: Self.beside)
      && tree.isIndefinite(noun)
  }

  private static let beside = ["appos", "dep", "parataxis", "obj", "conj", "nmod:unmarked"]
  private static let pronouns: Set<String> = ["it", "that", "this", "which"]
  private static let reports: Set<String> = [
    "account", "accusation", "allegation", "assertion", "charge", "claim", "report", "rumour",
    "rumor", "story", "suggestion", "version",
  ]
  private static let deeds: Set<String> = [
    "culpability", "guilt", "involvement", "responsibility", "role", "wrongdoing",
  ]
  private static let describing: Set<String> = [
    "brand", "call", "denounce", "describe", "dismiss", "label", "reject",
  ]
  private static let falsehoods: Set<String> = [
    "absurd", "baseless", "fabrication", "fake", "false", "fiction", "groundless", "hoax",
    "inaccurate", "incorrect", "invention", "lie", "ludicrous", "nonsense", "nonsensical",
    "preposterous", "ridiculous", "rubbish", "slander", "unfounded", "untrue",
  ]
}
