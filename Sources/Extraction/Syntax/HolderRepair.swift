/// Hangs the holders of an office that several have where they belong.
///
/// In `The presidents of Chile and Peru, Ana Duarte and Jan Lind, met` the persons are in apposition to
/// the title; parsers like to take them for more of what it is an office of.
struct HolderRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for title in sentence.tokens.indices where isTitle(sentence.tokens[title]) {
      let tokens = sentence.tokens
      guard
        let scope = tokens.indices.first(where: {
          $0 > title && tokens[$0].head == title && tokens[$0].relation == "nmod"
        })
      else { continue }
      let members = tokens.indices.filter {
        tokens[$0].head == scope && tokens[$0].relation == "conj"
      }
      // The list of what it is an office of ends with its 'and'.
      guard let last = members.first(where: { hasConjunction($0, tokens) }),
        let first = members.first(where: {
          $0 > last && tokens[$0 - 1].form == "," && isPerson($0, sentence)
        })
      else { continue }
      sentence.tokens[first].head = title
      sentence.tokens[first].deprel = "appos"
      for member in members where member > first { sentence.tokens[member].head = first }
    }
    return sentence
  }

  private func isTitle(_ token: Token) -> Bool {
    token.xpos == "NNS" && token.phraseType == .person
  }

  private func hasConjunction(_ word: Int, _ tokens: [Token]) -> Bool {
    tokens.indices.contains { tokens[$0].head == word && tokens[$0].relation == "cc" }
  }

  private func isPerson(_ word: Int, _ sentence: AnnotatedSentence) -> Bool {
    sentence.names.contains { $0.label == .person && $0.tokens.contains(word) }
  }
}
