/// Hangs a second subject of a verb where it belongs, and tells that-clauses from relative ones.
///
/// Parsers like to give one verb two subjects: in `Its leader, Jan Lind, urged …` the name is in
/// apposition to the first, in `The town fell, said Jan Lind` it is the subject of the verb of saying.
struct SubjectRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices {
      let tokens = sentence.tokens
      guard let verb = tokens[index].head else { continue }
      // A relative clause has a pronoun; one that a conjunction begins is what a noun or verb says.
      if tokens[index].form.lowercased() == "that", tokens[index].relation == "mark",
        tokens[verb].deprel == "acl:relcl"
      {
        sentence.tokens[verb].deprel = "acl"
        continue
      }
      if let noun = noun(named: index, tokens) {
        sentence.tokens[index].head = noun
        sentence.tokens[index].deprel = "appos"
        continue
      }
      if let speech = speech(before: index, verb, tokens) {
        sentence.tokens[index].head = speech
        sentence.tokens[index].deprel = "iobj"
        continue
      }
      if tokens[index].xpos == "VBG", isDoneByGovernor(index, tokens) {
        // 'denies having attacked': the parser takes it for a clause with a subject of its own.
        let clause = tokens[index].relation == "aux" ? verb : index
        sentence.tokens[clause].deprel = "xcomp"
      }
      if isObject(tokens[index]), index > verb, let speech = speech(beside: index, verb, tokens),
        speech < index, tokens[speech].relation != "advcl"
      {
        sentence.tokens[index].head = speech
        sentence.tokens[index].deprel = "nsubj"
        continue
      }
      guard isSubject(tokens[index]),
        let first = tokens.indices.prefix(index).first(where: {
          isSubject(tokens[$0]) && tokens[$0].head == verb
        })
      else { continue }
      if isApposition(index, to: first, verb, tokens) {
        sentence.tokens[index].head = first
        sentence.tokens[index].deprel = "appos"
      } else if index < verb, let speech = speech(from: first, to: index, verb, tokens) {
        sentence.tokens[speech].head = tokens[verb].head
        sentence.tokens[speech].deprel = tokens[verb].deprel
        sentence.tokens[verb].head = speech
        sentence.tokens[verb].deprel = "ccomp"
        sentence.tokens[first].head = speech
      } else if let told = told(first, before: index, of: verb, tokens) {
        sentence.tokens[first].head = told.head
        sentence.tokens[first].deprel = told.relation
      } else if first < verb, index > verb, let speech = speech(beside: index, verb, tokens) {
        sentence.tokens[index].head = speech
      }
    }
    return sentence
  }

  /// The noun whose name stands right behind it, where the parser takes both for arguments of one verb:
  /// `told the news agency Helio`, `told the news agency, Helio`.
  private func noun(named name: Int, _ tokens: [Token]) -> Int? {
    let isBehindComma = name > 1 && tokens[name - 1].form == ","
    let noun = isBehindComma ? name - 2 : name - 1
    guard noun >= 0, tokens[name].upos == .properNoun,
      isObject(tokens[name]) || isBehindComma && isSubject(tokens[name]),
      tokens[noun].upos == .noun || tokens[noun].form.first?.isLowercase == true,
      tokens[noun].head == tokens[name].head, ["obj", "iobj"].contains(tokens[noun].relation),
      let verb = tokens[name].head, verb < noun, isSpeech(tokens[verb])
    else { return nil }
    return lexicon.nominal(tokens[noun].lemma.lowercased())?.type == .organization ? noun : nil
  }

  /// The verb of saying right before an object that stands before the subject of its verb: `told the
  /// agency Chile had left`.
  private func speech(before object: Int, _ verb: Int, _ tokens: [Token]) -> Int? {
    guard isObject(tokens[object]), object < verb, tokens[verb].relation == "ccomp",
      let speech = tokens[verb].head, speech < object, isSpeech(tokens[speech]),
      tokens[(speech + 1)..<object].allSatisfy({
        [.determiner, .adjective, .properNoun].contains($0.upos)
      }),
      tokens.indices.contains(where: {
        object < $0 && $0 < verb && tokens[$0].head == verb && isSubject(tokens[$0])
      }),
      !tokens.contains(where: { $0.head == speech && ["obj", "iobj"].contains($0.relation) })
    else { return nil }
    return speech
  }

  /// Whether a clause with an -ing form and no subject is what the verb above it is about.
  private func isDoneByGovernor(_ word: Int, _ tokens: [Token]) -> Bool {
    let clause = tokens[word].relation == "aux" ? tokens[word].head ?? word : word
    guard tokens[clause].relation == "ccomp", let governor = tokens[clause].head, governor < word,
      tokens[(governor + 1)..<word].allSatisfy({ $0.upos == .adverb })
    else { return false }
    return !tokens.contains { $0.head == clause && (isSubject($0) || $0.relation == "mark") }
  }

  /// A name that the parser takes for an object of what it says.
  private func isObject(_ token: Token) -> Bool {
    ["obj", "iobj"].contains(token.relation) && token.upos == .properNoun
  }

  private func isSubject(_ token: Token) -> Bool { token.relation == "nsubj" }

  /// Where a name before a that-clause belongs that the parser took for a subject of it: `told the
  /// website Zeta that she had left`.
  private func told(
    _ name: Int, before subject: Int, of verb: Int, _ tokens: [Token]
  ) -> (head: Int, relation: String)? {
    guard tokens[verb].relation == "ccomp", let governor = tokens[verb].head, governor < name,
      tokens[name..<subject].contains(where: {
        $0.head == verb && $0.relation == "mark" && $0.form.lowercased() == "that"
      })
    else { return nil }
    let noun = name - 1
    let isBesideNoun =
      tokens[noun].head == governor && ["obj", "iobj"].contains(tokens[noun].relation)
    return isBesideNoun ? (noun, "appos") : (governor, "iobj")
  }

  /// Whether a name in commas says who or what the noun before it is, with what follows the noun:
  /// `The head of the delegation, Jan Lind, left`.
  private func isApposition(_ name: Int, to noun: Int, _ verb: Int, _ tokens: [Token]) -> Bool {
    guard tokens[name].upos == .properNoun, tokens[noun].upos == .noun else { return false }
    // 'spokesman Jan Lind said'.
    if noun == name - 1 { return true }
    return name < verb && tokens[name - 1].form == ","
      && tokens[(noun + 1)..<(name - 1)].allSatisfy { $0.form != "," && $0.upos != .verb }
      && tokens[name..<verb].contains { $0.form == "," }
  }

  /// The verb of saying between two subjects of one verb: `Prosecutors allege Chile left`.
  private func speech(from first: Int, to second: Int, _ verb: Int, _ tokens: [Token]) -> Int? {
    tokens.indices.first { index in
      first < index && index < second && tokens[index].upos == .verb
        && (tokens[index].head == first && tokens[index].relation == "case"
          || tokens[index].head == verb && ["advcl", "parataxis"].contains(tokens[index].relation))
        && !tokens.contains { $0.head == index && isSubject($0) }
        && isSpeech(tokens[index]) && tokens[index..<second].allSatisfy { $0.form != "," }
    }
  }

  private func isSpeech(_ token: Token) -> Bool {
    lexicon.attribution(token.lemma.lowercased(), upos: .verb)?.takesDirectSpeech == true
  }

  /// The verb of saying without a subject of its own, after the clause and right beside a name.
  private func speech(beside name: Int, _ clause: Int, _ tokens: [Token]) -> Int? {
    let candidates = tokens.indices.filter { verb in
      verb > clause && tokens[verb].upos == .verb
        && (tokens[clause].head == verb && tokens[clause].relation == "ccomp"
          || tokens[verb].head == clause && ["parataxis", "advcl"].contains(tokens[verb].relation))
        && !tokens.contains { $0.head == verb && isSubject($0) }
        && isSpeech(tokens[verb])
    }
    return candidates.first { verb in
      let between = min(verb, name) + 1..<max(verb, name)
      return between.count <= 8 && tokens[between].allSatisfy { $0.form != "," && $0.upos != .verb }
    }
  }
}
