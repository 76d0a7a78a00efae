/// Hangs a name of several words on what it owns, where the parser takes only its last word for the owner.
///
/// In `the Organization for Security and Co-operation in Europe's Minsk Group` it is the organization
/// whose group this is, and the group of which somebody is a co-chair.
struct PossessorRepair {
  /// The number of words of the longest known name that begins at a word, or nothing.
  let nameLength: (_ forms: [String], _ start: Int) -> Int?

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    let endings = sentence.tokens.indices.filter { sentence.tokens[$0].xpos == "POS" }
    guard !endings.isEmpty else { return sentence }
    var sentence = sentence
    let forms = sentence.tokens.map(\.form)
    for ending in endings {
      guard let name = name(before: ending, sentence.tokens, forms),
        let owned = owned(behind: ending, name, sentence.tokens)
      else { continue }
      hang(name, on: owned, in: &sentence)
    }
    return sentence
  }

  /// The name with a preposition in it that ends right before a possessive ending.
  private func name(before ending: Int, _ tokens: [Token], _ forms: [String]) -> Range<Int>? {
    let starts = tokens.indices.filter { start in
      start + 2 < ending && ending - start <= Self.longest && tokens[start].upos == .properNoun
    }
    return starts.lazy.compactMap { start -> Range<Int>? in
      guard tokens[start..<ending].contains(where: { $0.upos == .adposition }),
        nameLength(forms, start) == ending - start
      else { return nil }
      return start..<ending
    }.first
  }

  /// The words of the longest name that is looked for.
  private static let longest = 12

  /// The noun that stands behind the ending.
  private func owned(behind ending: Int, _ name: Range<Int>, _ tokens: [Token]) -> Int? {
    name.lazy.compactMap { tokens[$0].head }.first { noun in
      ending < noun && [.noun, .properNoun].contains(tokens[noun].upos)
    }
  }

  private func hang(_ name: Range<Int>, on owned: Int, in sentence: inout AnnotatedSentence) {
    let tokens = sentence.tokens
    let heads = name.filter { word in
      tokens[word].head.map { !name.contains($0) } ?? true
    }
    // The whole phrase hangs by its first word; should that be the noun, all is well.
    guard let first = heads.first, let head = tokens[first].head, head != owned,
      !SentenceTree(sentence).ancestors(of: head).contains(owned)
    else { return }
    let relation = tokens[first].deprel
    for word in heads.dropFirst() where tokens[word].head == owned {
      sentence.tokens[word].head = first
      sentence.tokens[word].deprel = tokens[word].upos == .adposition ? "case" : "nmod"
    }
    for word in tokens.indices where tokens[word].head == first && word < name.lowerBound {
      sentence.tokens[word].head = owned
    }
    sentence.tokens[first].head = owned
    sentence.tokens[first].deprel = "nmod:poss"
    sentence.tokens[owned].head = head
    sentence.tokens[owned].deprel = relation
  }
}
