// When what a word says was so.
extension ClaimContext {
  /// The date of what a word says, in ISO 8601.
  func date(of anchor: Int, in sentence: Int) -> String? {
    guard !timeExpressions[sentence].isEmpty else { return nil }
    return clauseDates(in: sentence).date(of: anchor)
  }

  /// The time of what was so before the article's day and is no longer; nothing where no day is known.
  var before: String? { anchorDate?.adding(days: -1).map { "../\($0)" } }

  /// The article's own day, where it tells in the present what goes on, and names no other time: `The
  /// envoys are meeting in Oslo`.
  func today(
    at anchor: Int, in sentence: Int, standing: Standing, predicate: String
  ) -> String? {
    guard let day = anchorDate, standing.modality == .asserted, standing.claimants.isEmpty,
      !standing.isHearsay, timeExpressions[sentence].allSatisfy({ $0.kind != .date }),
      let group = knowledge.ontology.property(predicate)?.group,
      // Other things that go on, such as making cars, are no news of the day.
      ["conflict", "diplomacy"].contains(group),
      clauseDates(in: sentence).isGoingOn(anchor)
    else { return nil }
    return day.description
  }

  /// The date that one of several coordinated arguments has for itself, in ISO 8601.
  func date(ofConjunct word: Int, in sentence: Int) -> String? {
    guard !timeExpressions[sentence].isEmpty else { return nil }
    return clauseDates(in: sentence).date(ofConjunct: word)
  }

  private func clauseDates(in sentence: Int) -> ClauseDates {
    let tree = resolved.trees[sentence]
    let lexicon = knowledge.lexicon
    return ClauseDates(
      tree: tree, expressions: timeExpressions[sentence], offsets: timeOffsets[sentence],
      isDoneAtOnce: { lexicon.isDone(tree.lemma($0), by: tree.lemma($1)) },
      isContinued: { verb in
        lexicon.modalityCues(tree.lemma(verb)).contains(where: \.isOngoing)
      },
      isAtEvent: { isAtEvent(tree.lemma($0)) }
    ) { verb in
      let lemma = tree.lemma(verb)
      return lexicon.attribution(lemma, upos: .verb) != nil
        || lexicon.controls[lemma]?.contains { $0.doer == .none && !$0.isNoun } == true
    }
  }

  /// The date on which a quotation was said, by the verb of saying beside it.
  func date(ofSpeech quotation: Quotation) -> String? {
    speeches[quotation.index].flatMap { date(of: $0.verb, in: $0.sentence) }
  }

  /// The interval for which a title or relation is said to hold where it stands: `the leader of the
  /// union since 2015`.
  func term(at noun: Int, in sentence: Int) -> String? {
    let expressions = timeExpressions[sentence]
    guard !expressions.isEmpty else { return nil }
    let tree = resolved.trees[sentence]
    let dates = ClauseDates(tree: tree, expressions: expressions) { _ in false }
    return dates.term(of: noun)
  }

  /// The properties of which a verb tells with the event itself as its object, and as of its time.
  private static let atEvent: Set<String> = [
    "boycotted", "hosted", "lostElectionIn", "performedIn", "ranFor", "wonElectionIn", "wonEvent",
  ]

  /// Whether who does what a verb says is at the event that is its object: `won the vote`.
  private func isAtEvent(_ lemma: String) -> Bool {
    knowledge.lexicon.verbFrames(lemma).contains { frame in
      guard frame.object.contains(.object), frame.objectTypes.contains(.event) else { return false }
      return Self.atEvent.contains(frame.property)
        || knowledge.ontology.isSubproperty(frame.property, of: "participatedIn")
    }
  }
}
