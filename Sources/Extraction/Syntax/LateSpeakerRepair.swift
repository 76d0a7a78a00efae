/// Gives a verb of saying that ends its sentence the speaker right before it.
///
/// In `The plant will close, its director, Ana Ruiz, said` parsers like to hang the speaker into what
/// is said, as an apposition to its last noun or as a second subject.
struct LateSpeakerRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = inverted(spokenBetween(putIn(sentence)))
    for verb in sentence.tokens.indices.dropFirst() where isSpeech(verb, sentence.tokens) {
      let tree = SentenceTree(sentence)
      guard let said = said(before: verb, tree) else { continue }
      let subject = tree.child(of: verb, "nsubj")
      // '…, the mayor, Ana Ruiz, has tweeted'
      let start = tree.children(of: verb, "aux").first { $0 < verb } ?? verb
      guard let end = lastWord(before: subject ?? start, tree),
        let speaker = phrase(endingAt: end, within: said, tree)
      else { continue }
      if let subject {
        // '…, his lawyer, Ana Ruiz, said': the name has its verb already.
        guard subject < verb, tree.tokens[subject].upos == .properNoun,
          tree.tokens[subject].phraseType == .person, isPerson(speaker, tree),
          tree.form(lastBefore(subject, tree)) == ","
        else { continue }
        sentence.tokens[subject].head = speaker
        sentence.tokens[subject].deprel = "appos"
      }
      sentence.tokens[speaker].head = verb
      sentence.tokens[speaker].deprel = "nsubj"
      if tree.has(said, "advcl"), tree.tokens[said].head == verb {
        sentence.tokens[said].deprel = "ccomp"
      }
    }
    return sentence
  }

  /// `The envoy, they say, left`, `The talks, Lind said, failed`: what stands between commas is no relative clause.
  private func putIn(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    let tokens = sentence.tokens
    for verb in tokens.indices.dropFirst(3).dropLast() {
      guard tokens[verb].deprel == "acl:relcl", tokens[verb + 1].form == ",",
        let comma = tokens[..<verb].lastIndex(where: { $0.form == "," }), verb - comma <= 7,
        comma + 1 < verb,
        tokens[comma + 1..<verb].contains(where: { $0.head == verb && $0.relation == "nsubj" }),
        !tokens[comma + 1..<verb].contains(where: { Self.relatives.contains($0.form.lowercased()) }
        ),
        let noun = tokens[verb].head, noun < comma, let clause = tokens[noun].head,
        [.verb, .adjective].contains(tokens[clause].upos) || clause > verb,
        lexicon.attribution(tokens[verb].lemma.lowercased(), upos: .verb)?.takesDirectSpeech == true
      else { continue }
      sentence.tokens[verb].head = clause
      sentence.tokens[verb].deprel = "parataxis"
    }
    return sentence
  }

  private static let relatives: Set<String> = ["who", "whom", "which", "that", "whose", "where"]

  /// `China will attack, warned Lind.`: the name that ends the sentence behind a verb of saying and a comma
  /// is the speaker's, and nobody's to whom it is said.
  private func inverted(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    guard sentence.tokens.contains(where: { $0.relation == "parataxis" }) else { return sentence }
    var sentence = sentence
    let tree = SentenceTree(sentence)
    for verb in tree.tokens.indices.dropFirst(2)
    where tree.has(verb, "parataxis") && tree.tokens[verb].xpos == "VBD"
      && tree.form(verb - 1) == "," && tree.child(of: verb, "nsubj", "ccomp", "xcomp", "obl") == nil
      && lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true
    {
      let objects = tree.children(of: verb, "obj", "iobj")
      guard objects.count == 1, let speaker = objects.first, speaker > verb,
        tree.tokens[speaker].phraseType == .person, tree.tokens[speaker].upos == .properNoun,
        tree.subtree(of: speaker).first == verb + 1
      else { continue }
      sentence.tokens[speaker].deprel = "nsubj"
    }
    return sentence
  }

  /// `The militia, residents recalled, killed Lind`: who stands between the commas with a verb of saying
  /// does nothing but say so.
  private func spokenBetween(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for verb in sentence.tokens.indices.dropFirst(3).dropLast(2) {
      let tokens = sentence.tokens
      guard tokens[verb].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
        tokens[verb + 1].form == ",",
        lexicon.attribution(tokens[verb].lemma.lowercased(), upos: .verb)?.takesDirectSpeech == true
      else { continue }
      let tree = SentenceTree(sentence)
      guard tree.child(of: verb, "nsubj", "obj", "ccomp", "xcomp") == nil,
        let comma = (max(1, verb - 7)..<verb).last(where: { tokens[$0].form == "," }),
        let subject = tree.tokens[..<comma].indices.last(where: { tree.has($0, "nsubj") }),
        let clause = tree.tokens[subject].head, clause > verb + 1,
        (comma + 1..<verb).allSatisfy({ Self.nominal.contains(tokens[$0].upos) })
      else { continue }
      let speaker = tree.head(of: comma + 1..<verb)
      // 'Lind, the mayor who said, …' has a relative pronoun; so have most relative clauses.
      guard [.noun, .properNoun].contains(tokens[speaker].upos), canSpeak(speaker, tree),
        tree.has(speaker, anyOf: ["appos", "conj"]), tokens[speaker].head == subject,
        !tree.subtree(of: speaker).contains(where: { $0 < comma })
      else { continue }
      sentence.tokens[verb].head = clause
      sentence.tokens[verb].deprel = "parataxis"
      sentence.tokens[speaker].head = verb
      sentence.tokens[speaker].deprel = "nsubj"
    }
    return sentence
  }

  private static let nominal: Set<UniversalPartOfSpeech> = [
    .noun, .properNoun, .determiner, .adjective, .numeral, .particle,
  ]

  /// Whether a verb may tell what somebody says in a clause before it.
  private func isSpeech(_ verb: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[verb]
    let isPerfect =
      token.xpos == "VBN" && tokens[verb - 1].lemma == "have" && tokens[verb - 1].head == verb
    guard token.upos == .verb, ["VBD", "VBZ", "VBP"].contains(token.xpos) || isPerfect,
      lexicon.attribution(token.lemma.lowercased(), upos: .verb)?.takesDirectSpeech == true
    else { return false }
    let isBeside = { (relation: String) in
      tokens[..<verb].contains { $0.head == verb && $0.relation == relation }
    }
    return ["parataxis", "advcl"].contains(token.relation) || isBeside("ccomp")
      || token.head == nil && isBeside("advcl") && !isBeside("nsubj")
  }

  /// The head of the clause that stands before a verb of saying and that it reports.
  private func said(before verb: Int, _ tree: SentenceTree) -> Int? {
    if let clause = tree.child(of: verb, "ccomp"), clause < verb { return clause }
    // The parser may take all that is said for a circumstance.
    if tree.tokens[verb].head == nil, tree.child(of: verb, "nsubj") == nil,
      let clause = tree.child(of: verb, "advcl"), clause < verb, tree.isFinite(clause),
      tree.child(of: clause, "mark") == nil, tree.child(of: clause, "nsubj") != nil
    {
      return clause
    }
    guard tree.has(verb, anyOf: ["parataxis", "advcl"]), let clause = tree.tokens[verb].head,
      clause < verb, tree.child(of: verb, "mark") == nil
    else { return nil }
    return clause
  }

  private func lastBefore(_ word: Int, _ tree: SentenceTree) -> Int {
    max((tree.subtree(of: word).first ?? word) - 1, 0)
  }

  /// The last word before another one and a comma that may stand there.
  private func lastWord(before word: Int, _ tree: SentenceTree) -> Int? {
    let isVerbal = [.verb, .auxiliary].contains(tree.tokens[word].upos)
    var index = isVerbal ? word - 1 : lastBefore(word, tree)
    if index > 0, tree.form(index) == "," { index -= 1 }
    return index > 0 && tree.tokens[index].upos != .punctuation ? index : nil
  }

  /// The noun whose phrase begins behind a comma or quotation mark and ends with a word.
  private func phrase(endingAt end: Int, within clause: Int, _ tree: SentenceTree) -> Int? {
    let above = [end] + tree.ancestors(of: end).prefix { $0 != clause }
    return above.last { word in
      guard word > clause, [.noun, .properNoun].contains(tree.tokens[word].upos),
        tree.has(word, anyOf: Self.relations), tree.child(of: word, "case", "cc") == nil,
        canSpeak(word, tree)
      else { return false }
      let words = tree.subtree(of: word).filter { tree.tokens[$0].upos != .punctuation }
      guard let first = words.first, words.last == end, first > clause + 1 else { return false }
      // 'Jan Lind, the mayor, said' is more of him.
      if tree.has(word, "appos"), let named = tree.tokens[word].head, named > clause,
        tree.tokens[named].phraseType == .person, tree.tokens[named].upos == .properNoun,
        tree.form(end + 1) == "," || tree.form(lastBefore(named, tree)) == ","
      {
        return false
      }
      return tree.tokens[first - 1].upos == .punctuation && words.count <= 24
        && words.allSatisfy { tree.tokens[$0].upos != .verb || !tree.isFinite($0) }
    }
  }

  private static let relations = [
    "appos", "nsubj", "conj", "dep", "parataxis", "obj", "iobj", "list", "nmod", "obl",
  ]

  private func canSpeak(_ word: Int, _ tree: SentenceTree) -> Bool {
    isPerson(word, tree) || tree.tokens[word].phraseType == .organization
      || tree.children(of: word, "appos").contains { tree.tokens[$0].phraseType == .person }
      || lexicon.nominal(tree.lemma(word))?.isClaimant == true
  }

  private func isPerson(_ word: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[word].phraseType == .person
      || lexicon.nominal(tree.lemma(word))?.type == .person
  }
}
