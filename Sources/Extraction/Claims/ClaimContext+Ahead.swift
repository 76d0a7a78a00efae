// What has a time that lies ahead of the article.
extension ClaimContext {
  /// A standing with what a time ahead says of it: `The teams play in June` is a plan as yet.
  func standing(_ standing: Standing, dated date: String?, at anchor: Int, in sentence: Int)
    -> Standing
  {
    guard standing.modality == .asserted, let date, let days = days(to: date), days > 0,
      isEventful(anchor, in: sentence)
    else { return standing }
    // In a clause that tells the past, only a day right ahead is sure: 'resigned ahead of Sunday's
    // vote'; a later one may be one of last year.
    let tree = resolved.trees[sentence]
    let clause = tree.clauseHead(of: anchor)
    if isTold(clause, tree), clause == anchor || days > 7 { return standing }
    var planned = standing
    planned.weaken(by: .planned)
    return planned
  }

  /// The time of a word, unless the word tells the past and the time, given without a year, lies
  /// ahead: in `called a vote for June 21` and, in May, `won the June vote`, it is another's or of
  /// another year.
  ///
  /// Where something lies has no time: `closed its border with Chile in May`.
  func told(
    _ date: String?, of predicate: String, at anchor: Int, in sentence: Int, standing: Standing
  ) -> String? {
    let tree = resolved.trees[sentence]
    if knowledge.ontology.property(predicate)?.group == "places", tree.has(anchor, "obj") {
      return nil
    }
    guard standing.modality == .asserted, let date, let days = days(to: date), days > 0,
      tree.tokens[anchor].upos == .verb, ["VBD", "VBN"].contains(tree.tokens[anchor].xpos),
      isTold(anchor, tree), !hasYear(date, in: sentence),
      tree.children(of: anchor, "aux").allSatisfy({ isPastForm($0, tree) })
    else { return date }
    return nil
  }

  private func hasYear(_ date: String, in sentence: Int) -> Bool {
    let tokens = resolved.trees[sentence].tokens
    return timeExpressions[sentence].contains { time in
      time.value == date && time.tokens.contains { date.hasPrefix(tokens[$0].form) }
    }
  }

  /// How many days after the day of the article a time begins.
  private func days(to date: String) -> Int? {
    guard let anchorDate, let begin = date.split(separator: "/").first, begin != "..",
      let span = TimeSpan(iso: String(begin))
    else { return nil }
    return span.start.dayNumber - anchorDate.dayNumber
  }

  /// Whether a word says what is done or happens, and not what somebody is to another.
  private func isEventful(_ anchor: Int, in sentence: Int) -> Bool {
    let tree = resolved.trees[sentence]
    return tree.tokens[anchor].upos == .verb || tree.tokens[anchor].phraseType == .event
  }

  /// Whether a clause tells the past, or a participle stands below one that does.
  private func isTold(_ clause: Int, _ tree: SentenceTree) -> Bool {
    let helpers = tree.children(of: clause, "aux", "cop")
    if helpers.contains(where: { tree.lemma($0) == "have" }) { return true }
    let isPast = ([clause] + helpers).contains { isPastForm($0, tree) }
    guard !isPast, helpers.isEmpty, ["VBG", "VBN"].contains(tree.tokens[clause].xpos),
      let main = tree.tokens[clause].head
    else { return isPast }
    return isTold(tree.clauseHead(of: main), tree)
  }

  private func isPastForm(_ verb: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[verb].features.contains("Tense=Past")
      && tree.tokens[verb].features.contains("VerbForm=Fin")
  }
}
