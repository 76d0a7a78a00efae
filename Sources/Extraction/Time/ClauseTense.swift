/// Whether the clause around a word tells of what has been or of what is to come.
struct ClauseTense {
  /// The time of a clause as seen from the article.
  enum Tense {
    case past, open, future
  }

  let sentence: AnnotatedSentence
  private let children: [[Int]]

  init(_ sentence: AnnotatedSentence) {
    self.sentence = sentence
    var children = Array(repeating: [Int](), count: sentence.tokens.count)
    for (index, token) in sentence.tokens.enumerated() {
      if let head = token.head, children.indices.contains(head) { children[head].append(index) }
    }
    self.children = children
  }

  /// Words whose infinitive, or which themselves with a date, speak of the future.
  static let planning: Set<String> = [
    "about", "agree", "aim", "announce", "bind", "bound", "call", "decide", "due", "expect", "go",
    "hope", "intend", "invite", "likely", "plan", "pledge", "prepare", "promise", "propose",
    "ready",
    "schedule", "set", "slate", "urge", "vow", "want",
  ]

  /// Modals that speak of the future unless `have` stands with them.
  private static let open: Set<String> = ["should", "must", "may", "might", "could", "can"]

  /// Verbs whose present tense speaks of what has been: `condemns the attack on Monday`.
  private static let judging: Set<String> = [
    "accuse", "applaud", "believe", "blame", "celebrate", "claim", "condemn", "criticise",
    "criticize", "denounce", "deny", "deplore", "describe", "follow", "hail", "know", "mourn",
    "praise", "recall", "reflect", "regret", "remember", "report", "say", "show", "suggest",
    "suspect", "tell", "thank", "think", "welcome", "write",
  ]

  private static let future: Set<String> = ["will", "would", "shall", "'ll", "wo", "’ll"]

  /// The tense of the clause around a word.
  ///
  /// It is past only where the word stands directly beside a finite verb in the past: in `rejected
  /// the talks in May`, May can belong to the talks.
  func tense(around index: Int) -> Tense {
    guard sentence.tokens.contains(where: { $0.head != nil }) else {
      return isFutureFlat(index) ? .future : .open
    }
    let time = headOfTime(index)
    var current = time
    for step in 0..<sentence.tokens.count {
      if isAhead(current) { return .future }
      if isPredicate(current) {
        if isFuture(current, depth: 0), !isAbility(current) || step <= 1 { return .future }
        return step == 1 && isToldPast(current, from: time) ? .past : .open
      }
      guard let head = sentence.tokens[current].head else { return .open }
      current = head
    }
    return .open
  }

  /// The word that heads the time in which a word stands: the day of `April 21`.
  private func headOfTime(_ index: Int) -> Int {
    let token = sentence.tokens[index]
    guard let head = token.head, sentence.tokens[head].phraseType == .time,
      [.numeral, .properNoun].contains(sentence.tokens[head].upos), abs(head - index) <= 2,
      !children[index].contains(where: { sentence.tokens[$0].relation == "case" })
    else { return index }
    return head
  }

  private func isToldPast(_ index: Int, from time: Int) -> Bool {
    let token = sentence.tokens[index]
    guard !Self.planning.contains(token.lemma) else { return false }
    // 'having met in May'
    if token.xpos == "VBN",
      children[index].contains(where: {
        sentence.tokens[$0].relation == "aux" && sentence.tokens[$0].xpos == "VBG"
      })
    {
      return true
    }
    // 'was held on April 21', but not 'was put off to April 21'.
    let isPassive = children[index].contains {
      sentence.tokens[$0].deprel == "aux:pass" && isFinitePast(sentence.tokens[$0])
    }
    return isFinitePast(token)
      || (isPassive && !isCase(of: time, ["to", "until", "till", "for", "from"]))
  }

  private func isCase(of word: Int, _ prepositions: Set<String>) -> Bool {
    children[word].contains {
      sentence.tokens[$0].relation == "case"
        && prepositions.contains(sentence.tokens[$0].form.lowercased())
    }
  }

  /// Whether words say of a time or of what has the time that it is ahead: `ahead of Sunday's vote`,
  /// `talks due on Sunday`, `set for Sunday`, `ready for Sunday's vote`.
  private func isAhead(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    if isCase(of: index, ["ahead", "due"]) { return true }
    if token.relation == "acl" || token.upos == .adjective, token.lemma == "due" { return true }
    guard let head = token.head else { return false }
    let above = sentence.tokens[head]
    if above.lemma == "ahead", isCase(of: index, ["of"]) { return true }
    guard isCase(of: index, ["for"]) else { return false }
    if Self.awaiting.contains(above.lemma) { return true }
    // 'talks set for Sunday'
    return above.xpos == "VBN" && Self.planning.contains(above.lemma)
      && sentence.tokens[index].phraseType == .time
  }

  /// Words that, with `for`, speak of what is still to come.
  private static let awaiting: Set<String> = ["brace", "gear", "prepare", "preparation", "ready"]

  /// Without a tree, a future auxiliary before the word and in the same part of the sentence.
  private func isFutureFlat(_ index: Int) -> Bool {
    for position in stride(from: index - 1, through: 0, by: -1) {
      let word = sentence.tokens[position].form.lowercased()
      if [",", ";", ".", ":"].contains(word) { return false }
      if Self.future.contains(word) { return true }
    }
    return false
  }

  private func isPredicate(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return token.upos == .verb || token.upos == .auxiliary || token.head == nil
      || children[index].contains { ["cop", "aux"].contains(sentence.tokens[$0].relation) }
  }

  private func isFuture(_ index: Int, depth: Int) -> Bool {
    let token = sentence.tokens[index]
    let helpers = children[index].map { sentence.tokens[$0] }
    if helpers.contains(where: { Self.future.contains($0.lemma) || isFutureForm($0) }) {
      return true
    }
    if isOpenToCome(helpers) { return true }
    if ["plan", "schedule", "expect", "slate", "due"].contains(token.lemma) { return true }
    let isInfinitive = helpers.contains {
      $0.relation == "mark" && $0.form.lowercased() == "to"
    }
    // 'is to leave', with whatever the parser takes for the verb.
    if isInfinitive, helpers.contains(where: { isOutlook($0) }) { return true }
    // 'With the town due to vote'
    if children[index].contains(where: {
      sentence.tokens[$0].relation == "mark" && sentence.tokens[$0].lemma == "due"
    }) {
      return true
    }
    if isInfinitive, let head = token.head {
      return isPlanned(sentence.tokens[head]) || isCutOff(index)
    }
    // A conjunct shares the auxiliary of the first verb.
    if token.relation == "conj", let head = token.head, !isFinitePast(token), depth < 8 {
      return isFuture(head, depth: depth + 1)
    }
    return isScheduledPresent(token, helpers)
  }

  /// `talks in the capital, to begin on Saturday`.
  private func isCutOff(_ infinitive: Int) -> Bool {
    guard sentence.tokens[infinitive].relation == "acl",
      let mark = children[infinitive].first(where: { sentence.tokens[$0].relation == "mark" })
    else { return false }
    return mark > 0 && sentence.tokens[mark - 1].form == ","
  }

  private func isFutureForm(_ token: Token) -> Bool {
    token.upos == .auxiliary && Self.future.contains(token.form.lowercased())
  }

  /// `should be held`; not `should have been held`, and not `could not attend`, which is told.
  private func isOpenToCome(_ helpers: [Token]) -> Bool {
    let modals = helpers.filter { $0.relation == "aux" }.map { $0.form.lowercased() }
    guard modals.contains(where: Self.open.contains),
      !helpers.contains(where: { $0.lemma == "have" })
    else { return false }
    return !modals.contains("could") || !helpers.contains { $0.lemma == "not" }
  }

  /// `You can divide his win on Sunday into three parts`: the win is no plan.
  private func isAbility(_ index: Int) -> Bool {
    children[index].contains {
      sentence.tokens[$0].relation == "aux" && sentence.tokens[$0].form.lowercased() == "can"
    }
  }

  private func isOutlook(_ helper: Token) -> Bool {
    ["cop", "aux"].contains(helper.relation) && helper.lemma == "be"
      && helper.features.contains("Tense=Pres")
  }

  private func isPlanned(_ head: Token) -> Bool { Self.planning.contains(head.lemma) }

  private func isFinitePast(_ token: Token) -> Bool {
    token.features.contains("Tense=Past") && token.features.contains("VerbForm=Fin")
  }

  /// `Talks resume on Monday`, in running text: a headline tells the past in the present.
  private func isScheduledPresent(_ token: Token, _ helpers: [Token]) -> Bool {
    guard sentence.block == .paragraph else { return false }
    if token.features.contains("Tense=Pres"), token.features.contains("VerbForm=Fin") {
      return !Self.judging.contains(token.lemma)
    }
    return token.xpos == "VBG"
      && helpers.contains { $0.lemma == "be" && $0.features.contains("Tense=Pres") }
  }
}
