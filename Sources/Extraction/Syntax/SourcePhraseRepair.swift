/// Hangs a phrase in commas that names the source of a sentence on what the source says.
///
/// Behind the sentence, parsers like to join it to the last noun or to a clause below the main one: in
/// `Chile has recalled its envoy to Peru, according to a diplomat` it is no envoy according to anybody.
struct SourcePhraseRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for marker in sentence.tokens.indices.dropFirst()
    where sentence.tokens[marker].form == "according" {
      let tree = SentenceTree(sentence)
      guard let phrase = tree.tokens[marker].head, !tree.has(phrase, "conj"),
        tree.preposition(of: phrase) == "according_to",
        Self.separators.contains(tree.form(marker - 1)), let head = tree.tokens[phrase].head,
        head < marker
      else { continue }
      let said =
        endsSentence(phrase, tree) ? clause(above: head, tree) : predicate(above: head, tree)
      guard said != head, said < marker else { continue }
      sentence.tokens[phrase].head = said
      sentence.tokens[phrase].deprel = "obl"
    }
    return sentence
  }

  private static let separators: Set<String> = [",", "–", "—", "-"]

  /// Whether nothing comes behind a phrase and what is said of it.
  private func endsSentence(_ phrase: Int, _ tree: SentenceTree) -> Bool {
    guard let last = tree.subtree(of: phrase).last else { return false }
    return tree.tokens[(last + 1)...].allSatisfy { $0.upos == .punctuation }
  }

  /// The clause that a word stands in, with all the clauses around it.
  private func clause(above word: Int, _ tree: SentenceTree) -> Int {
    var current = word
    while !tree.has(current, "parataxis"), let head = tree.tokens[current].head,
      head < current
        || !tree.has(current, "ccomp")
    {
      // 'Chile stayed, but Peru left, according to Lind': he may tell of the latter alone.
      if tree.has(current, "conj"), tree.child(of: current, "nsubj") != nil,
        tree.children(of: current, "cc").contains(where: { tree.form($0) == "but" })
      {
        break
      }
      current = head
    }
    return current
  }

  /// The predicate whose phrase a word stands in.
  private func predicate(above word: Int, _ tree: SentenceTree) -> Int {
    var current = word
    while tree.has(current, anyOf: Self.nominal) || tree.tokens[current].upos != .verb,
      tree.has(current, anyOf: Self.nominal + ["conj"]), let head = tree.tokens[current].head
    {
      current = head
    }
    return current
  }

  private static let nominal = ["nsubj", "obj", "iobj", "obl", "nmod", "appos", "compound"]
}
