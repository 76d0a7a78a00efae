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
      } else if first < verb, index > verb, let speech = speech(beside: index, verb, tokens) {
        sentence.tokens[index].head = speech
      }
    }
    return sentence
  }

  /// A name that the parser takes for an object of what it says.
  private func isObject(_ token: Token) -> Bool {
    ["obj", "iobj"].contains(token.relation) && token.upos == .properNoun
  }

  private func isSubject(_ token: Token) -> Bool { token.relation == "nsubj" }

  /// Whether a name in commas says who or what the noun before it is, with what follows the noun:
  /// `The head of the delegation, Jan Lind, left`.
  private func isApposition(_ name: Int, to noun: Int, _ verb: Int, _ tokens: [Token]) -> Bool {
    name < verb && tokens[name].upos == .properNoun && tokens[noun].upos == .noun
      && noun < name - 1 && tokens[name - 1].form == ","
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
