// Times of a clause that its own event or document gives.
extension ClauseDates {
  /// `Sunday's attack killed nine`, `the attack on Sunday, which killed nine`: what an event did
  /// happened when it did.
  func givenByEvent(of clause: Int) -> String? {
    guard tree.tokens[clause].upos == .verb, ["VBD", "VBN"].contains(tree.tokens[clause].xpos),
      tree.child(of: clause, "aux", "nsubj:pass") == nil, !speaksOfObject(clause)
    else { return nil }
    var subjects = tree.children(of: clause, "nsubj")
    if tree.has(clause, "acl:relcl"), let noun = tree.tokens[clause].head,
      subjects.contains(where: { ["which", "that"].contains(tree.form($0)) })
    {
      subjects = [noun]
    }
    guard subjects.count == 1, let event = subjects.first,
      !Self.actors.contains(tree.tokens[event].phraseType)
    else { return nil }
    return modifier(of: event).flatMap { $0.contains("..") ? nil : $0 }
  }

  /// `said in a statement released on Monday`, `warned in a March 5 letter`.
  func givenByDocument(of clause: Int) -> String? {
    guard tree.tokens[clause].upos == .verb, !tree.isPassive(clause) else { return nil }
    for document in tree.children(of: clause, "obl")
    where ["in", "on"].contains(tree.preposition(of: document) ?? "")
      && Self.documents.contains(tree.lemma(document))
    {
      if let own = modifier(of: document) { return own }
      for participle in tree.children(of: document, "acl")
      where tree.tokens[participle].xpos == "VBN" && tree.child(of: participle, "nsubj") == nil {
        if let told = below(participle) { return told }
      }
    }
    return nil
  }

  /// The time of an expression that modifies a noun.
  private func modifier(of noun: Int) -> String? {
    expressions.first { time in
      let head = tree.head(of: time.tokens)
      return time.kind == .date && tree.tokens[head].head == noun && !time.tokens.contains(noun)
        && !tree.has(head, anyOf: ["appos", "dep", "parataxis", "conj"])
        && !isSinceTheFirst(time, noun)
    }?.value
  }

  /// The time of an expression right below a word.
  private func below(_ word: Int) -> String? {
    expressions.first {
      $0.kind == .date && tree.tokens[tree.head(of: $0.tokens)].head == word
    }?.value
  }

  private static let actors: Set<PhraseType?> = [.person, .organization, .place]
  private static let documents: Set<String> = [
    "article", "broadcast", "column", "complaint", "email", "essay", "filing", "interview",
    "letter", "memo", "message", "note", "post", "report", "release", "speech", "statement",
    "study", "text",
    "tweet", "video",
  ]
}
