/// Finds whom words for several stand for that were named side by side: `they`, `both companies`, `the
/// two men`.
struct CoordinationResolver {
  let lexicon: Lexicon
  let trees: [SentenceTree]

  /// The entities of a pronoun for several, or nothing where a group of people is likelier meant.
  func pronoun(
    _ token: Int, in sentence: Int, table: EntityTable, discourse: Discourse
  ) -> [Int] {
    guard Self.pronouns.contains(trees[sentence].form(token)) else { return [] }
    let coordination = discourse.lastCoordination(before: sentence, token: token, reach: 1) {
      members in
      canActTogether(members, table)
    }
    guard let coordination, coordination.isSubject else { return [] }
    let rival = discourse.lastTrace(before: sentence, token: token, reach: 1) {
      table[$0.entity].isPlural && !table[$0.entity].isCollective
        && [.group, .organization].contains(table[$0.entity].type)
    }
    if let rival, !coordination.members.contains(rival.entity) {
      let own = Discourse.score(
        sentence: coordination.sentence, isSubject: coordination.isSubject, from: sentence)
      let other = Discourse.score(
        sentence: rival.sentence, isSubject: rival.isSubject, from: sentence)
      if (other, rival.token) > (own, coordination.token) { return [] }
    }
    return coordination.members
  }

  /// The entities of `both companies`, `the two ministers`, `the three countries`.
  func noun(
    _ head: Int, in sentence: Int, table: EntityTable, discourse: Discourse
  ) -> [Int] {
    let tree = trees[sentence]
    guard let count = count(head, tree), let type = type(of: head, tree) else { return [] }
    let fits = { (members: [Int]) in
      members.count == count && members.allSatisfy { self.fits(table[$0], type) }
    }
    if let coordination = discourse.lastCoordination(
      before: sentence, token: head, reach: 3, where: fits)
    {
      return coordination.members
    }
    // 'Both parties' need not be a party and a paper.
    let isPlain =
      type != .organization || lexicon.nominal(tree.lemma(head))?.isBusiness == true
    guard isPlain else { return [] }
    // 'Lind met Okafor in Lima. The two leaders discussed …'
    let near = discourse.recent(since: sentence - 1, before: (sentence, head))
      .map(\.entity).uniqued().filter { self.fits(table[$0], type) }
    return near.count == count ? near : []
  }

  private static let pronouns: Set<String> = ["they", "them", "their", "themselves", "both"]

  /// How many a noun in the plural stands for, where it says that it is these.
  private func count(_ head: Int, _ tree: SentenceTree) -> Int? {
    let isPlural = tree.tokens[head].xpos == "NNS" || tree.form(head) == "two"
    guard isPlural, tree.child(of: head, "nmod", "acl", "nmod:poss", "amod") == nil else {
      return nil
    }
    let before = tree.children(of: head, "det", "nummod", "det:predet").map { tree.form($0) }
    if before.contains("both") { return 2 }
    guard before.contains("the") || before.contains("all") else { return nil }
    if tree.form(head) == "two" { return 2 }
    return before.lazy.compactMap { Self.numbers[$0] }.first
  }

  private static let numbers = ["two": 2, "three": 3, "four": 4]

  /// The class of what a noun counts, people or bodies or states.
  private func type(of head: Int, _ tree: SentenceTree) -> EntityType? {
    if tree.form(head) == "two" { return .person }
    let type = lexicon.nominal(tree.lemma(head))?.type
    if type == .organization || type == .country { return type }
    return tree.tokens[head].phraseType == .person ? .person : nil
  }

  private func fits(_ entity: WorkingEntity, _ type: EntityType) -> Bool {
    entity.type == type && (entity.isNamed || entity.type == .person)
      && !(entity.isPlural && !entity.isCollective)
  }

  /// Whether all are persons, or all are bodies and states.
  private func canActTogether(_ members: [Int], _ table: EntityTable) -> Bool {
    let types = Set(members.map { table[$0].type })
    return types == [.person] || types.isSubset(of: [.organization, .country, .region])
  }
}
