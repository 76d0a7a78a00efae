/// Finds the time of what a word says, among the times that its sentence names.
///
/// A time belongs to what it stands beside: to the verb of its clause, or to the noun that it
/// modifies. `The 2006 death of the envoy` dates the death and not the trial that the clause is about.
struct ClauseDates {
  let tree: SentenceTree
  /// The times of the sentence.
  let expressions: [TimeExpression]
  /// The lengths of time that the sentence counts from something: `a day after`.
  var offsets: [TimeOffset] = []
  /// Whether an infinitive says what the verb above it does: `marched to demand`.
  var isDoneAtOnce: (_ verb: Int, _ main: Int) -> Bool = { _, _ in false }
  /// Whether a verb says of what is below it that it goes on: `continued to fight`.
  var isContinued: (_ verb: Int) -> Bool = { _ in false }
  /// Whether who does what a verb says is at the event that is its object: `won the vote`.
  var isAtEvent: (_ verb: Int) -> Bool = { _ in false }
  /// Whether a verb only speaks of its object, which may have a time of its own: `opposed the talks`.
  let speaksOfObject: (_ verb: Int) -> Bool

  /// The time of what a word says, in ISO 8601.
  func date(of anchor: Int) -> String? {
    let dates = expressions.filter { $0.kind == .date }
    guard !dates.isEmpty else { return nil }
    if let own = dates.first(where: { isOwn($0, of: anchor) }) { return own.value }
    let clause = tree.clauseHead(of: anchor)
    guard takesDate(ofClause: clause, anchor) else { return nil }
    let found = told(in: clause).map { before(main: clause, $0) }
    // 'Talks have been frozen since 2014' were held before.
    if anchor != clause, tree.tokens[clause].upos == .verb, found?.contains("..") == true {
      return nil
    }
    return found ?? yearOfClause(clause, dates) ?? counted(for: clause) ?? shared(by: clause)
      ?? told(byObjectOf: clause) ?? givenByEvent(of: clause) ?? givenByDocument(of: clause)
  }

  /// The time of a clause that stands in the clause itself.
  func told(in clause: Int) -> String? {
    let dates = expressions.filter { $0.kind == .date }
    // 'The report on Tuesday was rejected on Wednesday': the verb's own comes first.
    let own = dates.filter { tree.tokens[tree.head(of: $0.tokens)].head == clause }
    return (own + dates).lazy.compactMap { value(of: $0, inClause: clause) }.first
  }

  /// The time of an event that is the object of a clause that tells of it as it goes on: `lost the
  /// August 12 election`.
  private func told(byObjectOf clause: Int) -> String? {
    guard isAtEvent(clause) else { return nil }
    return expressions.first { time in
      let head = tree.head(of: time.tokens)
      guard time.kind == .date, let event = tree.tokens[head].head, head < event else {
        return false
      }
      return tree.tokens[event].head == clause && tree.has(event, anyOf: ["obj", "nsubj:pass"])
        && tree.tokens[event].phraseType == .event && !isSinceTheFirst(time, event)
    }?.value
  }

  /// Whether a time stands with the word itself: `the 1993 meetings`, `the attack on Sunday`.
  private func isOwn(_ time: TimeExpression, of anchor: Int) -> Bool {
    let head = tree.head(of: time.tokens)
    if isOfRole(time, head, anchor) || role(before: time) == anchor { return true }
    if isBehindObject(time, head, anchor) { return true }
    guard tree.tokens[head].head == anchor, !time.tokens.contains(anchor) else { return false }
    return tree.tokens[anchor].upos != .verb && !isSinceTheFirst(time, anchor)
      && !tree.has(head, anyOf: ["appos", "dep", "parataxis", "conj"])
      && tree.child(of: anchor, "cop") == nil
  }

  /// `condemned Chile's invasion of Peru in 2015`: the year is that of the invasion, though the parser
  /// takes it to the verb.
  private func isBehindObject(_ time: TimeExpression, _ head: Int, _ anchor: Int) -> Bool {
    guard tree.tokens[anchor].upos == .noun, let clause = tree.tokens[anchor].head,
      tree.tokens[head].head == clause, preposition(of: time, head) == "in"
    else { return false }
    return link(of: head, below: clause) == anchor
  }

  /// The interval that stands with a noun itself.
  func term(of noun: Int) -> String? {
    expressions.first { time in
      time.kind == .date && time.value.contains("/") && time.tokens.lowerBound > noun
        && tree.tokens[noun].phraseType != .event && isOwn(time, of: noun)
    }?.value
  }

  /// `the leader of the Labour Party since 2015`: the time is the leader's, not the party's.
  private func isOfRole(_ time: TimeExpression, _ head: Int, _ anchor: Int) -> Bool {
    guard time.value.contains("/"), tree.tokens[anchor].upos == .noun,
      tree.tokens[anchor].phraseType == .person, let link = tree.tokens[head].head
    else { return false }
    return tree.tokens[link].upos == .properNoun && tree.tokens[link].head == anchor
      && tree.has(link, "nmod")
  }

  /// The apposition right before an interval that ends with it at a comma: `Lind, the leader of the
  /// union since 2015, met …`, whatever the parser hangs the year on.
  private func role(before time: TimeExpression) -> Int? {
    let (begin, end) = (time.tokens.lowerBound, time.tokens.upperBound)
    guard time.value.contains("/"), begin > 1, end < tree.tokens.count, tree.form(end) == ","
    else { return nil }
    let last = tree.tokens[begin - 1].upos == .adposition ? begin - 2 : begin - 1
    return tree.ancestors(of: last).first {
      tree.has($0, "appos") && tree.tokens[$0].upos == .noun
        && tree.subtree(of: $0).last { !time.tokens.contains($0) && $0 < begin } == last
    }
  }

  /// Whether what a word says has the time of the clause around it: verbs do, and nouns for events
  /// that are what the clause tells of.
  private func takesDate(ofClause clause: Int, _ anchor: Int) -> Bool {
    if anchor == clause { return true }
    if tree.tokens[anchor].upos == .verb { return tree.tokens[anchor].head == clause }
    guard tree.tokens[anchor].upos == .noun, let head = tree.tokens[anchor].head, head == clause
    else { return false }
    // 'became a member in 1949'
    if tree.has(anchor, "xcomp") { return !speaksOfObject(clause) }
    if tree.has(anchor, "nsubj") { return true }
    if tree.has(anchor, "obj") { return !speaksOfObject(clause) }
    return ["in", "at", "during", "to"].contains(tree.preposition(of: anchor) ?? "")
      && tree.tokens[anchor].phraseType == .event
  }

  /// The time of a clause, where an expression gives it.
  func value(of time: TimeExpression, inClause clause: Int) -> String? {
    guard role(before: time) == nil else { return nil }
    let head = tree.head(of: time.tokens)
    // 'signed Lind until 2027': so long he will stay.
    if time.value.hasPrefix("../"), Self.hiring.contains(tree.lemma(clause)) { return nil }
    if let bound = bound(of: head) ?? boundBefore(head) {
      if isBound(bound, to: clause) {
        let isPoint = !time.value.contains("/") || time.value.hasSuffix("/..")
        return isRanked(clause) || !isPoint ? nil : beginning(of: time.value) + "/.."
      }
      if tree.tokens[bound].head == clause { return nil }
    }
    guard timedClause(time.tokens) == clause, !isOfDecision(time, clause),
      !isOfObject(time, clause)
    else { return nil }
    guard let link = link(of: head, below: clause), link != clause, head != clause else {
      let isLoose = tree.has(head, anyOf: Self.loose) || isSinceTheFirst(time, clause)
      return isLoose && head != clause ? nil : time.value
    }
    // 'fined it for misleading investors in 2020'
    if isReason(link, tree.preposition(of: link) ?? "", of: clause) { return nil }
    // 'In power since 1986, he met Lind': that he has been in power is no time of the meeting.
    if time.value.hasSuffix("/.."), isNarrated(clause) { return nil }
    let isEvent = tree.tokens[link].phraseType == .event
    // 'killed in a 2008 raid': the verb has the time of the event that it belongs to.
    if isEvent, head < link, tree.tokens[link].head == clause, !isSinceTheFirst(time, link),
      ["in", "at", "during"].contains(tree.preposition(of: link) ?? "")
    {
      return time.value
    }
    // 'on Friday' behind a noun is of the clause, unless it stands below an event.
    // So is 'last Friday'.
    let preposition = preposition(of: time, head)
    guard isBelow(clause, link), link < head,
      preposition != nil || isBare(time, head, behind: link, of: clause),
      !tree.has(head, anyOf: Self.loose), !isSinceTheFirst(time, link)
    else { return nil }
    // 'the vote, due on Sunday'
    if isAhead(link) || preposition?.hasPrefix("due") == true { return nil }
    switch tree.preposition(of: link) {
    case "until", "till": return isEvent ? "../" + beginning(of: time.value) : nil
    case "after", "before", "following", "amid", "despite", "because_of", "for", "over", "ahead_of",
      "prior_to", "according_to":
      return nil
    default: break
    }
    if isEve(link, of: clause) { return dayBefore(time.value) }
    // 'opposed the admission in 2004': the year is that of the noun; a day is that of the clause.
    if isEvent, preposition == "in", speaksOfObject(clause) { return nil }
    return time.value
  }

  /// The word that a time hangs on; in 'led it until his arrest in 2006' the arrest, though the parser
  /// takes the year to the verb.
  private func link(of head: Int, below clause: Int) -> Int? {
    var link = tree.tokens[head].head
    // 'as soon as next week'
    while let word = link, word != clause, tree.tokens[word].upos == .adverb, !isAhead(word) {
      link = tree.tokens[word].head
    }
    guard link == clause, let first = tree.subtree(of: head).first, first > 0 else { return link }
    let before = first - 1
    guard [.noun, .properNoun].contains(tree.tokens[before].upos), before > clause else {
      return link
    }
    let phrase = tree.ancestors(of: before).prefix { $0 != clause }.last ?? before
    guard tree.tokens[phrase].head == clause else { return link }
    let preposition = tree.preposition(of: phrase) ?? ""
    // 'fined it for misleading investors in 2020': the year may be that of the reason.
    if isReason(phrase, preposition, of: clause), tree.hasYear(head) { return phrase }
    if ["until", "till", "since"].contains(preposition) || isAhead(phrase) { return phrase }
    // 'visited it before a vote on Sunday'
    if Self.before.contains(preposition), tree.tokens[phrase].phraseType == .event { return phrase }
    // 'condemned it for the murder of Lind in 2015'
    let isObject = tree.has(phrase, anyOf: ["obj"]) || ["for", "over"].contains(preposition)
    return isObject && tree.tokens[phrase].phraseType == .event && speaksOfObject(clause)
      ? phrase : link
  }

  /// Whether a phrase or clause says what somebody is charged with, punished or blamed for.
  private func isReason(_ phrase: Int, _ preposition: String, of clause: Int) -> Bool {
    guard Self.reproaching.contains(tree.lemma(clause)) else { return false }
    if tree.has(phrase, "advcl") {
      return tree.children(of: phrase, "mark").contains {
        ["for", "over", "with", "of"].contains(tree.form($0))
      }
    }
    return ["for", "over", "with"].contains(preposition)
  }

  private static let hiring: Set<String> = [
    "appoint", "contract", "elect", "extend", "hire", "loan", "reappoint", "recruit", "sign",
  ]
  private static let reproaching: Set<String> = [
    "accuse", "arrest", "ban", "blame", "charge", "convict", "detain", "expel", "fine", "imprison",
    "indict", "investigate", "jail", "penalise", "penalize", "prosecute", "punish", "sanction",
    "sentence", "sue", "suspend",
  ]

  /// `in a row last Friday`; but `condemned the attacks last Friday` has the day of the attacks.
  private func isBare(_ time: TimeExpression, _ head: Int, behind link: Int, of clause: Int) -> Bool
  {
    guard ["nmod:unmarked", "obl:unmarked"].contains(tree.tokens[head].deprel),
      tree.tokens[time.tokens.lowerBound - 1].upos != .punctuation
    else { return false }
    guard speaksOfObject(clause) else { return true }
    let phrase = ([link] + tree.ancestors(of: link)).prefix { $0 != clause }.last ?? link
    return !tree.has(phrase, "obj")
  }

  private static let before = ["ahead_of", "before", "prior_to"]

  /// `ahead of the vote on Sunday`, where the parser takes the first word to the verb.
  private func isAhead(_ word: Int) -> Bool {
    tree.form(word) == "ahead" && tree.tokens[word].upos == .adverb
  }

  /// Whether a noun stands below a clause with nothing but persons, places and things between.
  private func isBelow(_ clause: Int, _ noun: Int) -> Bool {
    var current = noun
    for _ in 0..<4 {
      guard let head = tree.tokens[current].head else { return false }
      if head == clause { return true }
      guard [.noun, .properNoun].contains(tree.tokens[head].upos),
        tree.tokens[head].phraseType != .event, tree.has(current, anyOf: ["nmod", "conj"])
      else { return false }
      current = head
    }
    return false
  }

  private static let loose = [
    "appos", "dep", "parataxis", "nummod", "compound", "amod", "nmod:poss",
  ]

  private func preposition(of time: TimeExpression, _ head: Int) -> String? {
    if let own = tree.preposition(of: head) { return own }
    let first = tree.tokens[time.tokens.lowerBound]
    return first.upos == .adposition ? first.form.lowercased() : nil
  }

  /// `their first title since 1996`: the title is from now.
  func isSinceTheFirst(_ time: TimeExpression, _ word: Int) -> Bool {
    time.value.hasSuffix("/..") && isRanked(word)
  }

  private func isRanked(_ word: Int) -> Bool {
    tree.children(of: word, "amod", "nummod").contains {
      tree.tokens[$0].xpos == "JJS"
        || TimeWords.ordinals[tree.form($0)] != nil
    }
  }

  /// `since 1991, when the army took the town`: the clause is of the year itself.
  private func yearOfClause(_ clause: Int, _ dates: [TimeExpression]) -> String? {
    guard tree.has(clause, anyOf: ["acl", "advcl"]),
      tree.children(of: clause, "mark", "advmod").contains(where: { tree.form($0) == "when" })
    else { return nil }
    let before = tree.subtree(of: clause).first ?? clause
    return dates.first {
      $0.tokens.upperBound == before || $0.tokens.upperBound + 1 == before
    }.map(lastNamed)
  }

  /// The time that an expression names last: 1999 of `since 1999` and of `from 1984 to 1999`, and
  /// all of `last week`.
  private func lastNamed(in time: TimeExpression) -> String {
    guard !time.value.contains("..") else { return beginning(of: time.value) }
    let hasTwo = time.tokens.contains { ["to", "until", "till", "–", "-"].contains(tree.form($0)) }
    guard hasTwo, let last = time.value.split(separator: "/").last else { return time.value }
    return String(last)
  }

  /// The phrase with `since` that a time is the end of: `since the end of the war in 1994`.
  private func bound(of head: Int) -> Int? {
    var current = head
    for _ in 0..<5 {
      if tree.preposition(of: current) == "since" { return current }
      guard let above = tree.tokens[current].head, tree.has(current, "nmod"),
        [.noun, .properNoun].contains(tree.tokens[above].upos)
      else { return nil }
      current = above
    }
    return nil
  }

  /// `announced drills from Monday to Friday`: the drills last so long.
  private func isOfObject(_ time: TimeExpression, _ clause: Int) -> Bool {
    time.value.contains("/") && speaksOfObject(clause)
      && ["from", "between"].contains(tree.form(time.tokens.lowerBound))
      && tree.children(of: clause, "obj").contains {
        clause < $0 && $0 < time.tokens.lowerBound
      }
  }

  /// `agreed to buy it on Monday` may tell when they agreed or when they will buy.
  private func isOfDecision(_ time: TimeExpression, _ clause: Int) -> Bool {
    guard tree.has(clause, "xcomp"), tree.child(of: clause, "mark") != nil,
      let verb = tree.tokens[clause].head, isNarrated(verb),
      ClauseTense.planning.contains(tree.lemma(verb))
    else { return false }
    return time.tokens.allSatisfy {
      TimeWords.weekdays[tree.form($0)] != nil || tree.tokens[$0].upos == .adposition
        || TimeWords.dayParts.contains(tree.form($0))
    }
  }

  /// The phrase with `since` right before a time that the parser took to the verb.
  private func boundBefore(_ head: Int) -> Int? {
    guard let governor = tree.tokens[head].head, let link = link(of: head, below: governor),
      link != governor, tree.preposition(of: link) == "since"
    else { return nil }
    return link
  }

  /// Whether a phrase with `since` belongs to a clause: to that whose verb or predicate it stands
  /// with, or to the one in the perfect above a participle that the parser hung it on.
  private func isBound(_ phrase: Int, to clause: Int) -> Bool {
    guard let governor = tree.tokens[phrase].head else { return false }
    // 'met the president since 2018': nobody meets since.
    if governor == clause { return !isNarrated(clause) && isClauseHead(clause) }
    guard tree.has(governor, "acl"), !tree.has(governor, "acl:relcl"),
      tree.tokens[governor].upos == .verb, tree.child(of: governor, "aux", "nsubj") == nil,
      let noun = tree.tokens[governor].head
    else { return false }
    return tree.clauseHead(of: noun) == clause && isPerfect(clause)
  }

  private func isClauseHead(_ word: Int) -> Bool { tree.clauseHead(of: word) == word }

  /// `met`, `attacked`: the simple past, which tells of a point of time.
  private func isNarrated(_ verb: Int) -> Bool {
    tree.tokens[verb].xpos == "VBD" && tree.tokens[verb].upos == .verb
      && tree.child(of: verb, "aux", "cop") == nil
  }

  /// `has ruled`, `have been at war`.
  private func isPerfect(_ word: Int) -> Bool {
    tree.children(of: word, "aux").contains { tree.lemma($0) == "have" }
  }

  /// `on the eve of the vote on Sunday`.
  private func isEve(_ link: Int, of clause: Int) -> Bool {
    ([link] + tree.ancestors(of: link).prefix { $0 != clause }).contains {
      tree.lemma($0) == "eve"
    }
  }

  private func dayBefore(_ value: String) -> String? {
    TimeSpan(iso: value)?.shifted(.day, by: -1)?.description
  }

  /// The day, month or year with which an open interval begins.
  func beginning(of value: String) -> String {
    value.split(separator: "/").first { $0 != ".." }.map(String.init) ?? value
  }

  /// The verb of saying right before a time that the parser hung on what is said: `…, Lind said on
  /// Monday`, `said Monday the town had fallen`.
  private func speech(before tokens: Range<Int>, hungOn clause: Int) -> Int? {
    // '… agreed to hand him over, the mayor said on Tuesday': it may hang below what is said.
    var said = clause
    while tree.has(said, "xcomp"), let head = tree.tokens[said].head { said = head }
    let governor = tree.has(said, "ccomp") ? [tree.tokens[said].head].compactMap(\.self) : []
    if let verb = governor.first, verb + 1 == tokens.lowerBound, verb < clause,
      tree.child(of: clause, "mark") == nil, let subject = tree.child(of: clause, "nsubj"),
      tree.subtree(of: subject).first == tokens.upperBound
    {
      return verb
    }
    let beside = governor + tree.children(of: said, "parataxis", "advcl")
    return beside.first { verb in
      verb < tokens.lowerBound && tree.isFinite(verb) && tree.child(of: verb, "mark") == nil
        && (isCutOff(verb, from: clause) || isPutIn(verb, tokens, before: clause))
        && tree.tokens[verb..<tokens.lowerBound].allSatisfy { $0.upos != .punctuation }
    }
  }

  /// `The bank, Lind said on Monday, has closed`.
  private func isPutIn(_ verb: Int, _ time: Range<Int>, before clause: Int) -> Bool {
    guard verb < clause, time.upperBound < clause, tree.form(time.upperBound) == ",",
      let subject = tree.child(of: verb, "nsubj"),
      let first = tree.subtree(of: subject).first(where: { tree.tokens[$0].upos != .punctuation })
    else { return false }
    let start = min(first, verb)
    return start > 0 && tree.tokens[start - 1].upos == .punctuation
  }

  /// Whether a comma stands before the subject of a verb that follows what it reports.
  private func isCutOff(_ verb: Int, from clause: Int) -> Bool {
    guard let subject = tree.children(of: verb, "nsubj").first,
      let first = tree.subtree(of: subject).first(where: { tree.tokens[$0].upos != .punctuation })
    else { return false }
    let start = min(first, verb)
    return start > clause && tree.tokens[start - 1].upos == .punctuation
  }

  /// The clause that a time belongs to: what stands before the `that` of a clause is above it,
  /// whatever the parser says (`said on Friday that …`).
  private func timedClause(_ tokens: Range<Int>) -> Int {
    let clause = tree.clauseHead(of: tree.head(of: tokens))
    if let speech = speech(before: tokens, hungOn: clause) { return speech }
    if tree.has(clause, "ccomp"), let mark = tree.child(of: clause, "mark"),
      tokens.upperBound <= mark, let head = tree.tokens[clause].head
    {
      return tree.clauseHead(of: head)
    }
    return clause
  }
}
