/// Names that the language model overlooked, by the words before them.
extension NameDetector {
  /// Two or three proper nouns after a title that the model took for no name.
  func unseenPersons(
    _ tree: SentenceTree, _ spans: [Span], _ letterCase: LetterCase
  ) -> [Span] {
    guard letterCase == .mixed else { return [] }
    let words = tree.tokens.map { $0.form.lowercased() }
    let covered = Set(spans.flatMap(\.tokens))
    var found: [Span] = []
    for index in words.indices where !covered.contains(index) {
      guard let office = lexicon.longestOffice(in: words, at: index),
        !office.title.isOccupation
      else { continue }
      let first = index + office.length
      var next = first
      while next < words.count, next - first < 4, !covered.contains(next), isNameWord(next, tree) {
        next += 1
      }
      guard (2...3).contains(next - first), found.last?.tokens.overlaps(first..<next) != true,
        !(next < words.count && covered.contains(next))
      else { continue }
      found.append(Span(tokens: first..<next, label: .person, entries: []))
    }
    return found
  }

  /// Up to three proper nouns behind the noun that says what they name, which the model took for no
  /// name: `the Norwegian fund Fjellkapital`, `the tanker Bahar Star`.
  func unseenThings(
    _ tree: SentenceTree, _ spans: [Span], _ letterCase: LetterCase
  ) -> [Span] {
    guard letterCase == .mixed else { return [] }
    let covered = Set(spans.flatMap(\.tokens))
    return tree.tokens.indices.dropFirst().dropLast().compactMap { noun -> Span? in
      guard !covered.contains(noun), tree.tokens[noun].xpos == "NN",
        tree.tokens[noun].form.first?.isLowercase == true,
        let label = label(behind: lexicon.nominal(tree.lemma(noun))?.type),
        hasArticle(noun, tree)
      else { return nil }
      var next = noun + 1
      while next < tree.tokens.count, next - noun <= 3, !covered.contains(next),
        isNameWord(next, tree), !isTime(next, tree)
      {
        next += 1
      }
      let tokens = noun + 1..<next
      guard !tokens.isEmpty, !(next < tree.tokens.count && covered.contains(next)),
        isBeside(tree.head(of: tokens), noun, tree)
      else { return nil }
      return Span(tokens: tokens, label: label, entries: [])
    }
  }

  private func label(behind type: EntityType?) -> NameSpan.Label? {
    switch type {
    case .organization: .organization
    case .facility: .location
    default: nil
    }
  }

  /// Whether `the` or `a` stands before a noun, with no more than adjectives and nouns between.
  private func hasArticle(_ noun: Int, _ tree: SentenceTree) -> Bool {
    let between = tree.tokens[..<noun].indices.reversed().prefix(5)
      .prefix { [.adjective, .noun, .properNoun, .numeral].contains(tree.tokens[$0].upos) }
    let before = (between.last ?? noun) - 1
    return before >= 0 && ["the", "a", "an"].contains(tree.form(before))
  }

  /// Whether a name and the noun before it are one phrase.
  private func isBeside(_ name: Int, _ noun: Int, _ tree: SentenceTree) -> Bool {
    let (head, above) = (tree.tokens[name].head, tree.tokens[noun].head)
    return head == noun && tree.has(name, anyOf: ["appos", "flat", "nmod:desc"])
      || above == name && tree.has(noun, anyOf: ["compound", "nmod:desc"])
      || head == above && tree.has(name, "nsubj") && tree.has(noun, "nsubj")
  }

  private func isTime(_ token: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(token)
    return TimeWords.weekdays[form] != nil || TimeWords.months[form] != nil
  }

  private func isNameWord(_ token: Int, _ tree: SentenceTree) -> Bool {
    let word = tree.tokens[token]
    return word.upos == .properNoun && word.form.first?.isUppercase == true
      && word.form.dropFirst().contains(where: \.isLowercase)
      && lexicon.nominal(tree.form(token)) == nil
  }
}
