extension ClaimContext {
  /// Who speaks where a word and what is coordinated with it says something.
  ///
  /// A spokesman without a name speaks for whom he serves, a statement or report for its author:
  /// `a spokesman for the ministry said`, `Helio's announcement said`.
  static func sources(at word: Int, in sentence: Int, _ resolved: ResolvedArticle) -> [Int] {
    resolved.trees[sentence].conjuncts(of: word).flatMap { member -> [Int] in
      let own = resolved.table.entities(atHead: member, sentence: sentence)
      if own.allSatisfy({ !resolved.table[$0].isNamed }),
        let name = name(beside: member, in: sentence, resolved)
      {
        return [name]
      }
      guard own.allSatisfy({ speaksForAnother($0, at: member, in: sentence, resolved) }) else {
        return own
      }
      // 'his brother said': nobody speaks for him by that.
      if own.isEmpty, isPerson(member, in: sentence, resolved) { return [] }
      let owners = owners(of: member, in: sentence, resolved)
        // 'court documents' are no court's word, 'a Helio report' is Helio's.
        .filter { own.isEmpty || !isKind($0, of: member, in: sentence, resolved) }
      return owners.isEmpty ? own : owners
    }
  }

  /// The person whose name stands in apposition to a noun: `the bank's chief economist, Jana Roth`.
  private static func name(beside word: Int, in sentence: Int, _ resolved: ResolvedArticle) -> Int?
  {
    let tree = resolved.trees[sentence]
    let names = tree.children(of: word, "appos", "flat", "nmod:desc").filter { $0 > word }
    let head = tree.has(word, "appos") ? [tree.tokens[word].head].compactMap(\.self) : []
    return (names + head).lazy
      .compactMap { resolved.table.namedEntity(at: $0, sentence: sentence) }
      .first { resolved.table[$0].type == .person }
  }

  /// Whether a noun is somebody who holds no office.
  private static func isPerson(
    _ word: Int, in sentence: Int, _ resolved: ResolvedArticle
  ) -> Bool {
    resolved.trees[sentence].tokens[word].upos == .noun
      && resolved.trees[sentence].tokens[word].phraseType == .person
      && !resolved.offices.contains {
        $0.sentence == sentence && $0.title.contains(word)
      }
  }

  /// Whether an entity without a name only says of what kind a thing is: the court in `court documents`.
  private static func isKind(
    _ entity: Int, of word: Int, in sentence: Int, _ resolved: ResolvedArticle
  ) -> Bool {
    !resolved.table[entity].isNamed
      && resolved.trees[sentence].children(of: word, "compound").contains {
        resolved.table.entities(atHead: $0, sentence: sentence).contains(entity)
      }
  }

  private static func speaksForAnother(
    _ entity: Int, at word: Int, in sentence: Int, _ resolved: ResolvedArticle
  ) -> Bool {
    let entity = resolved.table[entity]
    if entity.isNamed { return false }
    // 'an investigation by the broadcaster found'
    if entity.type == .document || entity.type == .event { return true }
    return resolved.offices.contains {
      $0.sentence == sentence && $0.title.contains(word)
        && $0.office.organizationProperty == "spokespersonFor"
    }
  }

  /// The agents to whom a noun belongs.
  private static func owners(of word: Int, in sentence: Int, _ resolved: ResolvedArticle) -> [Int] {
    let tree = resolved.trees[sentence]
    let phrases = tree.children(of: word, "nmod:poss", "compound", "amod", "nmod").filter {
      guard let preposition = tree.preposition(of: $0), !tree.has($0, "nmod:poss") else {
        return true
      }
      // 'a report in the Financial Times'
      if preposition == "in" { return isOrganization($0, sentence, resolved) }
      return ["of", "for", "from", "by"].contains(preposition)
    }
    // 'the ministry's press office' speaks for the ministry, and for no press.
    let possessors = phrases.filter { tree.has($0, "nmod:poss") }
    return (possessors.isEmpty ? phrases : possessors).flatMap { tree.conjuncts(of: $0) }
      .flatMap { resolved.table.entities(atHead: $0, sentence: sentence) }
      .filter {
        switch resolved.table[$0].type {
        case .person, .organization, .group, .country, .region, .office: true
        default: false
        }
      }
  }

  private static func isOrganization(
    _ word: Int, _ sentence: Int, _ resolved: ResolvedArticle
  ) -> Bool {
    resolved.table.namedEntity(at: word, sentence: sentence).map {
      resolved.table[$0].type == .organization
    } ?? false
  }
}
