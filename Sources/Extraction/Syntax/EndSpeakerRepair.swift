/// Makes a clause of its own of who says the sentence, where it stands behind the last comma and the
/// parser joins it to the last name: `hired Anna Weiss, records show`, `hired Anna Weiss, added Lind`.
struct EndSpeakerRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    let participle = citation(sentence.tokens)
    let end = participle.map { $0 - 1 } ?? sentence.tokens.count
    guard let last = sentence.tokens[..<end].lastIndex(where: { $0.upos != .punctuation }),
      let comma = sentence.tokens[..<last].lastIndex(where: { $0.form == "," }), comma > 1,
      last > comma + 1, last - comma <= Self.longest,
      sentence.tokens[comma...last].contains(where: { isCue($0.lemma.lowercased()) })
    else { return sentence }
    var sentence = sentence
    retag(last, behind: comma, in: &sentence)
    let tree = SentenceTree(sentence)
    guard let root = tree.root, root < comma else { return sentence }
    let words = comma + 1..<last + 1
    guard
      let (verb, phrase) = spoken(in: words, tree) ?? inverted(in: words, sentence, tree),
      !isSettled(verb, phrase, tree)
    else { return sentence }
    hang(verb, phrase, on: root, in: &sentence)
    if let participle {
      sentence.tokens[participle].head = verb
      sentence.tokens[participle].deprel = "advcl"
    }
    return sentence
  }

  /// The participle of `, citing …` or `, adding …` behind the speaker.
  private func citation(_ tokens: [Token]) -> Int? {
    tokens.indices.dropFirst(2).last {
      Self.citing.contains(tokens[$0].form) && tokens[$0 - 1].form == ","
    }
  }

  private static let citing: Set<String> = ["citing", "quoting", "adding"]

  /// The words of the longest ending that is looked at.
  private static let longest = 14

  /// `…, the union claims`: no union has claims there.
  private func retag(_ last: Int, behind comma: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard tokens[last].xpos == "NNS", tokens[comma + 1].upos == .determiner,
      ["NN", "NNP"].contains(tokens[last - 1].xpos), last > comma + 2,
      tokens[comma + 1..<last].allSatisfy({ Self.nominal.contains($0.upos) }),
      isCue(tokens[last].lemma.lowercased())
    else { return }
    sentence.tokens[last].upos = .verb
    sentence.tokens[last].xpos = "VBZ"
  }

  /// A speaker and a verb of saying behind it: `, records show`, `, the ministry said on Monday`.
  private func spoken(in words: Range<Int>, _ tree: SentenceTree) -> (Int, Range<Int>)? {
    let verb = words.dropFirst().last { word in
      isFinite(word, tree) && isCue(tree.lemma(word))
        && isAdverbial(word + 1..<words.upperBound, tree)
    }
    guard let verb else { return nil }
    let phrase = words.lowerBound..<verb
    guard isPhrase(phrase, tree), tree.tokens[verb].xpos != "VBN" else { return nil }
    return (verb, phrase)
  }

  /// A verb of saying and a name behind it: `, added Finance Minister Roy Lind`.
  private func inverted(
    in words: Range<Int>, _ sentence: AnnotatedSentence, _ tree: SentenceTree
  ) -> (Int, Range<Int>)? {
    let verb = words.lowerBound
    // 'Chile expels envoy, recalls Lind' is a list of what it does.
    guard sentence.block != .headline, isFinite(verb, tree), tree.tokens[verb].xpos != "VBP",
      lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
    else { return nil }
    let phrase = verb + 1..<words.upperBound
    guard !phrase.isEmpty, isPhrase(phrase, tree),
      sentence.names.contains(where: { $0.label == .person && phrase.contains($0.tokens) })
    else { return nil }
    return (verb, phrase)
  }

  private func isCue(_ lemma: String) -> Bool {
    lexicon.attributionCues(lemma).contains {
      $0.partOfSpeech == .verb && $0.particle == nil && ![.want, .order, .deny].contains($0.kind)
        && !$0.needsDirectSpeech
    }
  }

  private func isFinite(_ word: Int, _ tree: SentenceTree) -> Bool {
    guard tree.tokens[word].upos == .verb else { return false }
    if ["VBD", "VBZ", "VBP"].contains(tree.tokens[word].xpos) { return true }
    // 'analysts allege': in the plural it is but the bare form, which the tagger may not know.
    return word > 0 && tree.tokens[word - 1].xpos == "NNS"
      && tree.form(word) == tree.lemma(word)
  }

  /// Whether words are a noun phrase that may speak.
  private func isPhrase(_ phrase: Range<Int>, _ tree: SentenceTree) -> Bool {
    phrase.allSatisfy {
      Self.phrasal.contains(tree.tokens[$0].upos) && !Self.relatives.contains(tree.form($0))
    }
      && ![.adposition, .coordinatingConjunction].contains(tree.tokens[phrase.lowerBound].upos)
      && phrase.contains { [.noun, .properNoun].contains(tree.tokens[$0].upos) }
      && tree.tokens[phrase.upperBound - 1].upos != .adposition
  }

  private static let nominal: Set<UniversalPartOfSpeech> = [
    .noun, .properNoun, .determiner, .adjective, .numeral, .particle,
  ]
  private static let relatives: Set<String> = ["that", "which", "who", "whom", "whose", "what"]
  private static let phrasal = nominal.union([.adposition, .pronoun, .coordinatingConjunction])

  /// Whether words behind a verb only say when, where and to whom it was said.
  private func isAdverbial(_ words: Range<Int>, _ tree: SentenceTree) -> Bool {
    guard let first = words.first else { return true }
    let opens: Bool =
      [.adposition, .adverb].contains(tree.tokens[first].upos)
      || tree.tokens[first].phraseType == .time || tree.form(first) == "reporters"
    return opens && words.count <= 6
      && words.allSatisfy { ![.verb, .auxiliary, .pronoun].contains(tree.tokens[$0].upos) }
  }

  /// Whether the parser has it right, or has read something else that needs all its words.
  private func isSettled(_ verb: Int, _ phrase: Range<Int>, _ tree: SentenceTree) -> Bool {
    let subjects = tree.children(of: verb, "nsubj")
    if tree.child(of: verb, "ccomp") != nil { return true }
    // Somebody before the comma says it.
    if subjects.contains(where: { !phrase.contains($0) }) { return true }
    guard let head = tree.tokens[verb].head else { return true }
    // 'a figure officials reported'
    let doers = subjects.filter { tree.child(of: $0, "case") == nil }
    if tree.has(verb, "acl:relcl"), phrase.contains(head), !doers.isEmpty { return true }
    return !subjects.isEmpty && tree.has(verb, "parataxis")
      && [.verb, .adjective].contains(tree.tokens[head].upos)
  }

  private func hang(
    _ verb: Int, _ phrase: Range<Int>, on root: Int, in sentence: inout AnnotatedSentence
  ) {
    let tree = SentenceTree(sentence)
    let heads = phrase.filter { word in
      tree.tokens[word].head.map { !phrase.contains($0) } ?? true
    }
    let nouns = heads.filter { [.noun, .properNoun].contains(tree.tokens[$0].upos) }
    guard let speaker = nouns.first else { return }
    for word in heads where word != speaker { sentence.tokens[word].head = speaker }
    // What hung on the words of the ending hangs on the sentence.
    for word in tree.tokens.indices where word < min(verb, phrase.lowerBound) {
      if let head = tree.tokens[word].head, head == verb || phrase.contains(head) {
        sentence.tokens[word].head = root
      }
    }
    sentence.tokens[speaker].head = verb
    sentence.tokens[speaker].deprel = "nsubj"
    sentence.tokens[verb].head = root
    sentence.tokens[verb].deprel = "parataxis"
  }
}
