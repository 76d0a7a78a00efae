// Times of a clause that another clause or phrase gives.
extension ClauseDates {
  /// The time that is counted from a clause or event beside this one: `a day after the vote on
  /// Sunday`, `on Monday, a day after it left`.
  func counted(for clause: Int) -> String? {
    for offset in offsets {
      guard let told = told(behind: offset.connector), told != clause else { continue }
      guard tree.has(told, anyOf: ["advcl", "obl", "nmod", "acl"]), isAbove(told, clause) else {
        continue
      }
      let isClause = tree.has(told, anyOf: ["advcl", "acl"])
      let value = isClause ? self.told(in: told) : own(told)
      return value.flatMap { shifted($0, offset, by: offset.count) }
    }
    for offset in offsets where told(behind: offset.connector) == clause {
      guard tree.has(clause, anyOf: ["advcl", "acl"]), let main = tree.tokens[clause].head else {
        continue
      }
      return told(in: tree.clauseHead(of: main)).flatMap {
        shifted($0, offset, by: -offset.count)
      }
    }
    return nil
  }

  /// The clause or event from which a length of time before a word is counted.
  ///
  /// Parsers like to hang the `before` of `days before Chile left` on the name.
  private func told(behind connector: Int) -> Int? {
    guard let head = tree.tokens[connector].head else { return nil }
    guard tree.has(head, "nsubj"), head > connector else { return head }
    return tree.tokens[head].head
  }

  /// Whether a word stands below a clause, without a clause between.
  private func isAbove(_ word: Int, _ clause: Int) -> Bool {
    tree.tokens[word].head.map { tree.clauseHead(of: $0) } == clause
  }

  private func own(_ noun: Int) -> String? {
    expressions.first { time in
      time.kind == .date && tree.tokens[tree.head(of: time.tokens)].head == noun
        && !time.tokens.contains(noun)
    }?.value
  }

  private func shifted(_ value: String, _ offset: TimeOffset, by count: Int) -> String? {
    TimeSpan(iso: value)?.shifted(offset.unit, by: count)?.description
  }

  /// The time of a clause beside this one that both have.
  func shared(by clause: Int) -> String? {
    guard tree.tokens[clause].upos == .verb else { return nil }
    return sharedWithFirst(clause) ?? sharedWithMain(clause) ?? besideMain(clause)
      ?? givenByClause(of: clause) ?? givenByParticiple(of: clause)
  }

  /// `On Monday he left the union and joined another`: what stands before the first verb is the time
  /// of both.
  private func sharedWithFirst(_ clause: Int) -> String? {
    guard tree.has(clause, "conj"), tree.child(of: clause, "nsubj", "mark") == nil,
      let first = tree.tokens[clause].head, tree.tokens[first].upos == .verb,
      tree.tokens[first].xpos == tree.tokens[clause].xpos
    else { return nil }
    return expressions.lazy
      .filter { $0.kind == .date && $0.tokens.upperBound <= first }
      .compactMap { value(of: $0, inClause: first) }.first
  }

  /// `The storm struck on Monday, killing nine`.
  private func sharedWithMain(_ clause: Int) -> String? {
    if tree.has(clause, "advcl"), let main = tree.tokens[clause].head, isDoneAtOnce(clause, main) {
      return told(in: main)
    }
    guard tree.has(clause, "advcl"), tree.tokens[clause].xpos == "VBG", clause > 0,
      tree.child(of: clause, "mark", "aux", "nsubj") == nil, let main = tree.tokens[clause].head,
      main < clause, tree.tokens[main].xpos == "VBD",
      let first = tree.subtree(of: clause).first, tree.form(first) == ","
    else { return nil }
    return told(in: main).flatMap { $0.contains("..") ? nil : $0 }
  }

  /// `flew to Oslo on Monday, where he met Lind`, `met Lind on Monday as Chile attacked`, `started shelling
  /// the town on Monday`; but who flew there on Monday to meet him may do so later.
  private func besideMain(_ clause: Int) -> String? {
    guard tree.has(clause, anyOf: ["advcl", "acl", "xcomp"]), clause > 0,
      let above = tree.tokens[clause].head, above < clause
    else { return nil }
    // 'started shelling the town on Monday'
    if tree.has(clause, "xcomp") {
      return Self.beginnings.contains(tree.lemma(above)) ? told(in: above) : nil
    }
    let main = tree.has(clause, "advcl") ? above : tree.clauseHead(of: above)
    guard tree.tokens[main].upos == .verb, tree.tokens[main].xpos == "VBD",
      let value = told(in: main), !value.contains("..")
    else { return nil }
    let marks = tree.children(of: clause, "mark", "advmod").map { tree.form($0) }
    let isBeside =
      isPast(clause) && tree.child(of: clause, "aux") == nil
      && marks.contains(where: Self.simultaneous.contains)
    return isBeside ? value : nil
  }

  private static let simultaneous: Set<String> = ["as", "where", "while", "whereupon"]
  private static let beginnings: Set<String> = ["begin", "restart", "resume", "start"]

  /// The time of what was done before the clause above it: a day that comes later is that of the week
  /// before (`Having met Lind on Thursday, she left on Tuesday`).
  func before(main clause: Int, _ value: String) -> String {
    guard tree.has(clause, anyOf: ["advcl", "acl", "parataxis", "conj"]),
      tree.children(of: clause, "aux").contains(where: {
        ["had", "having"].contains(tree.form($0))
      }),
      let above = tree.tokens[clause].head, let day = TimeSpan(iso: value), day.isDay,
      let main = told(in: tree.clauseHead(of: above)).flatMap({ TimeSpan(iso: $0) }), main.isDay,
      main.start < day.start, day.start.dayNumber - main.start.dayNumber < 7,
      expressions.contains(where: { time in
        time.value == value && time.tokens.contains { TimeWords.weekdays[tree.form($0)] != nil }
      })
    else { return value }
    return day.shifted(.week, by: -1)?.description ?? value
  }

  /// `When it left in 2008, Chile attacked`, `has ruled since it left in 2008`.
  private func givenByClause(of clause: Int) -> String? {
    for other in tree.children(of: clause, "advcl") {
      let marks = tree.children(of: other, "mark", "advmod").map { tree.form($0) }
      guard let value = told(in: other), !value.contains("..") else { continue }
      if marks.contains("when"), isPast(clause), isPast(other) { return value }
      // 'will replace Lind when he leaves in June'
      if marks.contains("when"), tree.children(of: clause, "aux").contains(where: isFuture) {
        return value
      }
      let isPerfect = tree.children(of: clause, "aux").contains { tree.lemma($0) == "have" }
      if marks.contains("since"), isPerfect { return beginning(of: value) + "/.." }
    }
    return nil
  }

  /// `Speaking in Riga on Monday, she accused`, `the mayor, speaking on Monday, accused`.
  private func givenByParticiple(of clause: Int) -> String? {
    guard isPast(clause) else { return nil }
    let besides = tree.children(of: clause, "nsubj").flatMap { tree.children(of: $0, "acl") }
      .filter { $0 > 0 && tree.form($0 - 1) == "," }
    for participle in tree.children(of: clause, "advcl") + besides
    where participle < clause && tree.tokens[participle].xpos == "VBG"
      && tree.child(of: participle, "aux", "nsubj") == nil
      // 'while visiting Riga on Monday'
      && tree.children(of: participle, "mark").allSatisfy({
        Self.simultaneous.contains(tree.form($0))
      })
    {
      let own = expressions.filter {
        $0.kind == .date && tree.tokens[tree.head(of: $0.tokens)].head == participle
      }
      let found = own.lazy.compactMap { value(of: $0, inClause: participle) }.first
      if let found, !found.contains("..") { return found }
    }
    return nil
  }

  private func isPast(_ verb: Int) -> Bool { tree.tokens[verb].xpos == "VBD" }

  private func isFuture(_ auxiliary: Int) -> Bool {
    ["will", "shall"].contains(tree.form(auxiliary))
  }

  /// The time that stands with one of several coordinated arguments: `acquired Helio in 2016 and
  /// Corvo two years later`.
  func date(ofConjunct word: Int) -> String? {
    guard tree.has(word, "conj") else { return nil }
    let first = tree.firstConjunct(of: word)
    return expressions.first { time in
      let head = tree.head(of: time.tokens)
      guard time.kind == .date, time.tokens.lowerBound > word else { return false }
      if tree.tokens[head].head == word {
        return !tree.has(head, anyOf: ["appos", "nummod", "compound", "amod", "acl"])
      }
      // The parser may take it elsewhere, though another time stands with the first of them.
      let begin = time.tokens.lowerBound
      let isBehind = begin > 0 && tree.tokens[begin - 1].upos == .adposition ? begin - 1 : begin
      return tree.subtree(of: word).last.map { $0 + 1 } == isBehind
        && expressions.contains {
          $0.kind == .date && first < $0.tokens.lowerBound
            && $0.tokens.lowerBound < word
        }
    }?.value
  }
}
