/// Hangs times on the verb that they date, where the parser joins them to the noun beside them.
///
/// Weekdays behind the subject (`The commission on Thursday fined Helio`) and in front of it (`On Sunday
/// rebels took the town`) are the verb's, as is the day that a sentence begins with.
struct TimePhraseRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    var tree: SentenceTree?
    for word in sentence.tokens.indices where isTime(sentence.tokens[word]) {
      // Most times stand where they belong, and need no tree.
      if mayOpen(word, sentence.tokens) {
        let now = tree ?? SentenceTree(sentence)
        let isChanged =
          readOpening(word, now, in: &sentence) || readCleft(word, now, in: &sentence)
        tree = isChanged ? nil : now
      }
      guard mayStandBeside(word, sentence.tokens) else { continue }
      let now = tree ?? SentenceTree(sentence)
      tree = now
      guard let verb = verbBehindSubject(word, now) ?? verbBehindModifier(word, now) else {
        continue
      }
      sentence.tokens[word].head = verb
      sentence.tokens[word].deprel = "obl"
      tree = nil
    }
    return sentence
  }

  /// Whether a word may be the first phrase or the predicate of its sentence.
  private func mayOpen(_ word: Int, _ tokens: [Token]) -> Bool {
    tokens[word].head == nil || tokens[word].relation == "compound" && word < 2
      || word + 1 < tokens.count && tokens[word + 1].form == "that"
  }

  /// Whether a word stands with a preposition on a noun, or before a verb.
  private func mayStandBeside(_ word: Int, _ tokens: [Token]) -> Bool {
    guard word > 0, tokens[word - 1].upos == .adposition, let head = tokens[word].head,
      ["nmod", "obl"].contains(tokens[word].relation), word + 1 < tokens.count
    else { return false }
    return [.verb, .auxiliary, .adverb].contains(tokens[word + 1].upos)
      || tokens[head].upos == .noun && tokens[head].phraseType == .time
      || ["day", "night", "week"].contains(tokens[head].lemma.lowercased())
  }

  private func isTime(_ token: Token) -> Bool {
    let word = token.form.lowercased()
    return TimeWords.weekdays[word] != nil && token.upos == .properNoun || token.phraseType == .time
      || ["yesterday", "today", "day", "morning", "week", "month", "year"].contains(word)
  }

  /// `The commission on Thursday fined Helio`, `Troops backed by jets on Tuesday took the town`.
  private func verbBehindSubject(_ word: Int, _ tree: SentenceTree) -> Int? {
    guard let preposition = tree.child(of: word, "case"), tree.form(preposition) == "on",
      let head = tree.tokens[word].head, head < word, tree.subtree(of: word).last == word,
      word + 1 < tree.tokens.count, tree.has(word, anyOf: ["nmod", "obl"])
    else { return nil }
    let verb = tree.tokens[(word + 1)...].firstIndex { $0.upos != .auxiliary && $0.upos != .adverb }
    guard let verb, tree.tokens[verb].upos == .verb, tree.isFinite(verb), head != verb,
      let subject = tree.child(of: verb, "nsubj"), subject < word,
      // 'The report on Tuesday was rejected on Wednesday'
      !tree.children(of: verb, "obl").contains(where: { isTime(tree.tokens[$0]) }),
      subject == head || tree.ancestors(of: head).contains(subject),
      // 'Troops deployed on Tuesday took the town'
      subject == head || word - head > 3
    else { return nil }
    return verb
  }

  /// `was shelled for a third day on Wednesday`.
  private func verbBehindModifier(_ word: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(word, "nmod"), tree.child(of: word, "case") != nil,
      let unit = tree.tokens[word].head, unit < word, tree.has(unit, "obl"),
      ["day", "night", "week"].contains(tree.lemma(unit)), tree.preposition(of: unit) == "for"
    else { return nil }
    return tree.tokens[unit].head
  }

  /// `On Sunday rebels took the town`, `The following day she left`.
  private func readOpening(
    _ word: Int, _ tree: SentenceTree, in sentence: inout AnnotatedSentence
  ) -> Bool {
    if tree.has(word, "compound"), let noun = tree.tokens[word].head, noun == word + 1,
      tree.tokens[noun].xpos == "NNS", tree.has(noun, "nsubj"), let verb = tree.tokens[noun].head,
      word == 0 || word == 1 && tree.form(0) == "on"
    {
      sentence.tokens[word].head = verb
      sentence.tokens[word].deprel = "obl"
      if word == 1 { sentence.tokens[0].head = word }
      return true
    }
    guard tree.tokens[word].head == nil,
      tree.tokens[..<word].allSatisfy({ $0.upos != .verb || $0.head == word }),
      let verb = tree.child(of: word, "acl:relcl"), word + 1 < verb,
      let subject = tree.child(of: verb, "nsubj"), tree.subtree(of: subject).first == word + 1,
      !["who", "which", "that"].contains(tree.form(subject)), tree.isFinite(verb),
      tree.child(of: word, "cop", "nsubj") == nil
    else { return false }
    makeRoot(verb, inPlaceOf: word, tree, in: &sentence)
    return true
  }

  /// Makes a verb the root of a sentence, and the time that was it one of its phrases.
  private func makeRoot(
    _ verb: Int, inPlaceOf time: Int, _ tree: SentenceTree, in sentence: inout AnnotatedSentence
  ) {
    sentence.tokens[verb].head = nil
    sentence.tokens[verb].deprel = "root"
    sentence.tokens[time].head = verb
    sentence.tokens[time].deprel = tree.child(of: time, "case") == nil ? "obl:unmarked" : "obl"
    for other in tree.dependents[time] where other > time && other != verb {
      sentence.tokens[other].head = verb
    }
  }

  /// `It was on Tuesday that Chile left`: the day has no clause of its own.
  private func readCleft(
    _ word: Int, _ tree: SentenceTree, in sentence: inout AnnotatedSentence
  ) -> Bool {
    guard word + 1 < tree.tokens.count, tree.form(word + 1) == "that",
      let it = tree.child(of: word, "nsubj", "expl"), tree.form(it) == "it",
      let copula = tree.child(of: word, "cop")
    else { return false }
    let isBelow = tree.has(word, "obl")
    guard let verb = isBelow ? tree.tokens[word].head : tree.child(of: word, "acl:relcl", "csubj"),
      word < verb, isBelow || tree.tokens[word].head == nil
    else { return false }
    if !isBelow { makeRoot(verb, inPlaceOf: word, tree, in: &sentence) }
    for other in [it, copula] {
      sentence.tokens[other].head = verb
      sentence.tokens[other].deprel = "dep"
    }
    sentence.tokens[word + 1].deprel = "mark"
    return true
  }
}
