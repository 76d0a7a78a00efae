/// Hangs names where the verb before them wants them, where the parser joins them to the next words.
struct ArgumentRepair {
  /// Whether words name a country.
  let isCountry: (_ words: String) -> Bool

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices {
      readReceiver(index, in: &sentence)
      readAppointee(index, in: &sentence)
      readElected(index, in: &sentence)
      readParticiple(index, in: &sentence)
      readCountry(index, in: &sentence)
    }
    return sentence
  }

  /// `fined Helio two million euros`: no noun has a name before its number.
  private func readReceiver(_ name: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard tokens[name].upos == .properNoun, tokens[name].relation == "compound",
      let thing = tokens[name].head, tokens[thing].upos == .noun, tokens[thing].relation == "obj",
      let verb = tokens[thing].head, tokens[verb].upos == .verb, verb < name,
      tokens[(verb + 1)..<name].allSatisfy({ [.properNoun, .determiner].contains($0.upos) }),
      let number = tokens.indices.first(where: {
        tokens[$0].head == thing && tokens[$0].relation == "nummod" && $0 > name
      }),
      isLarge(number, tokens)
    else { return }
    sentence.tokens[name].head = verb
    sentence.tokens[name].deprel = "iobj"
  }

  /// `Chile and Peruvian rebels agreed`: a country that stands by its name and not by its adjective is
  /// one of those who do it, and no sort of rebels.
  private func readCountry(_ name: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard tokens[name].upos == .properNoun, tokens[name].relation == "compound",
      let noun = tokens[name].head, name + 2 < noun, tokens[noun].upos == .noun,
      tokens[name + 1].relation == "cc",
      tokens[(name + 2)..<noun].allSatisfy({ $0.upos == .adjective }),
      tokens[noun - 1].head == noun || tokens[noun - 1].head == name,
      tokens[noun - 1].form.first?.isUppercase == true,
      isCountry(tokens[name].form)
    else { return }
    sentence.tokens[name].head = tokens[noun].head
    sentence.tokens[name].deprel = tokens[noun].deprel
    sentence.tokens[noun].head = name
    sentence.tokens[noun].deprel = "conj"
    sentence.tokens[name + 1].head = noun
    sentence.tokens[noun - 1].head = noun
    sentence.tokens[noun - 1].deprel = "amod"
    for word in tokens.indices
    where word < name && tokens[word].head == noun && tokens[word].relation == "case" {
      sentence.tokens[word].head = name
    }
  }

  /// Amounts of money are large; a number in the name of a model is not.
  private func isLarge(_ number: Int, _ tokens: [Token]) -> Bool {
    let parts = tokens.indices.filter { $0 == number || tokens[$0].head == number }
    return NumberReader.value(of: parts.map { tokens[$0].form.lowercased() })
      .flatMap { Double($0) }.map { $0 >= 1000 } ?? false
  }

  /// `named Jan Lind as minister`: a person who is the only thing behind the verb is its object.
  private func readAppointee(_ name: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard tokens[name].upos == .properNoun, tokens[name].relation == "xcomp",
      let verb = tokens[name].head, verb < name, tokens[verb].upos == .verb,
      !tokens.contains(where: {
        $0.head == verb && ($0.relation == "obj" || $0.deprel.hasSuffix(":pass"))
      }),
      sentence.names.contains(where: { $0.label == .person && $0.tokens.contains(name) })
    else { return }
    sentence.tokens[name].deprel = "obj"
  }

  /// `elected Jan Lind president`, `appointed Jan Lind prime minister of Norway`: a person before a
  /// bare noun is who gets the office.
  private func readElected(_ office: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard ["NN", "NNP"].contains(tokens[office].xpos),
      tokens[office].form.first?.isLowercase == true,
      let person = sentence.names.last(where: {
        $0.label == .person && $0.tokens.upperBound <= office
      }), let verb = person.tokens.first.map({ $0 - 1 }), verb >= 0,
      Self.electing.contains(tokens[verb].lemma.lowercased()), tokens[verb].upos == .verb,
      tokens[person.tokens.upperBound..<office].allSatisfy({
        $0.head == office && ["amod", "compound"].contains($0.relation)
      }),
      let name = person.tokens.first(where: { !person.tokens.contains(tokens[$0].head ?? -1) })
    else { return }
    let isBeforeOffice =
      tokens[name].head == office && tokens[office].head == verb && tokens[office].relation == "obj"
    let isWithOffice =
      tokens[office].head == name
      && ["appos", "compound", "flat"].contains(tokens[office].relation)
    guard isBeforeOffice || isWithOffice && tokens[name].head == verb else { return }
    sentence.tokens[name].head = verb
    sentence.tokens[name].deprel = "obj"
    sentence.tokens[office].head = verb
    sentence.tokens[office].deprel = "xcomp"
    sentence.tokens[office].upos = .noun
  }

  private static let electing: Set<String> = [
    "appoint", "choose", "crown", "declare", "elect", "make", "name", "re-elect", "reappoint",
    "reelect", "vote",
  ]

  /// `agreed to a truce brokered by Chile`: the noun before a participle with `by` is what is done.
  private func readParticiple(_ verb: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    guard tokens[verb].xpos == "VBN", verb > 1, verb + 1 < tokens.count,
      tokens[verb + 1].form.lowercased() == "by", let head = tokens[verb].head, head < verb - 1,
      tokens[verb - 1].upos == .noun, tokens[verb - 1].head == verb,
      tokens[verb - 1].relation == "compound"
    else { return }
    let noun = verb - 1
    let before = tokens.indices.filter {
      tokens[$0].head == verb && $0 < noun && ["case", "det", "amod"].contains(tokens[$0].relation)
    }
    guard let first = before.first, tokens[first].relation == "case", first > head else { return }
    for word in before { sentence.tokens[word].head = noun }
    sentence.tokens[noun].head = head
    sentence.tokens[noun].deprel = tokens[head].upos == .verb ? "obl" : "nmod"
    sentence.tokens[verb].head = noun
    sentence.tokens[verb].deprel = "acl"
    for word in tokens.indices
    where word > verb && tokens[word].head == verb && tokens[word].relation == "nmod" {
      sentence.tokens[word].deprel = "obl"
    }
  }
}
