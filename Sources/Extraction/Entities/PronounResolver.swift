/// Finds whom a personal pronoun stands for.
struct PronounResolver {
  let lexicon: Lexicon
  let trees: [SentenceTree]

  /// The entity of a pronoun, or nothing where none is near enough to be sure.
  func resolve(
    _ token: Int, in sentence: Int, table: EntityTable, discourse: Discourse
  ) -> Int? {
    if let subject = subjectAhead(of: token, sentence, table) { return subject }
    switch trees[sentence].form(token) {
    case "he", "him", "his", "himself":
      return person(.male, token, sentence, table, discourse)
    case "she", "her", "hers", "herself":
      return person(.female, token, sentence, table, discourse)
    case "it", "its", "itself":
      // An `it` that something happens to is a thing more often than a state.
      guard !isExpletive(token, sentence), !trees[sentence].has(token, anyOf: ["obj", "obl"])
      else { return nil }
      let thing = { (types: Set<EntityType>) in
        discourse.last(before: sentence, token: token, reach: 1) {
          (!table[$0].isPlural || table[$0].isCollective) && types.contains(table[$0].type)
        }
      }
      let agents: Set<EntityType> = [.country, .organization, .region]
      // 'The war began in Chad. It killed thousands': what comes first goes on.
      guard isMainDoer(token, sentence) else { return thing(agents) }
      let isEvent = trees[sentence].tokens[token].phraseType == .event
      return thing(isEvent ? [.event] : agents.union([.event]))
    case "they", "them", "their", "themselves":
      return discourse.last(before: sentence, token: token, reach: 1) {
        table[$0].isPlural && [.group, .organization].contains(table[$0].type)
      }
    case "whose": return antecedent(ofRelativeAt: token, sentence, table)
    default: return nil
    }
  }

  /// `Helio, whose owner is Chilean`: the name right before, else the one entity that the relative
  /// clause hangs on.
  private func antecedent(ofRelativeAt token: Int, _ sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    let before = token > 0 && tree.form(token - 1) == "," ? token - 2 : token - 1
    if before >= 0, let name = table.namedEntity(at: before, sentence: sentence) { return name }
    let path = [token] + tree.ancestors(of: token)
    guard let clause = path.first(where: { tree.has($0, "acl:relcl") }),
      let head = tree.tokens[clause].head, tree.child(of: head, "conj") == nil
    else { return nil }
    let found = table.entities(atHead: head, sentence: sentence)
    return found.count == 1 ? found[0] : nil
  }

  /// `In his speech, Lind vowed …`: the possessive in a phrase before the subject is the subject's.
  private func subjectAhead(of token: Int, _ sentence: Int, _ table: EntityTable) -> Int? {
    let tree = trees[sentence]
    guard let genders = Self.possessives[tree.form(token)], tree.has(token, "nmod:poss") else {
      return nil
    }
    var phrase = token
    while let head = tree.tokens[phrase].head, !tree.has(phrase, anyOf: ["obl", "advcl"]) {
      phrase = head
    }
    guard tree.has(phrase, anyOf: ["obl", "advcl"]), let verb = tree.tokens[phrase].head,
      phrase < verb, let subject = tree.child(of: verb, "nsubj"), phrase < subject,
      let entity = table.namedEntity(at: subject, sentence: sentence)
    else { return nil }
    let named = table[entity]
    if named.type == .person {
      return genders.contains { named.gender == nil || named.gender == $0 } ? entity : nil
    }
    let isThing = [.country, .organization, .region].contains(named.type) && !named.isPlural
    return genders.isEmpty && isThing ? entity : nil
  }

  /// The genders of those whom possessive pronouns stand for; none for things.
  private static let possessives: [String: [Gender]] = [
    "his": [.male], "her": [.female], "its": [],
  ]

  private func person(
    _ gender: Gender, _ token: Int, _ sentence: Int, _ table: EntityTable, _ discourse: Discourse
  ) -> Int? {
    discourse.last(before: sentence, token: token, reach: 3, isOne: true) {
      table[$0].type == .person && (table[$0].gender == nil || table[$0].gender == gender)
    }
  }

  /// Whether a pronoun is the subject of the sentence's own verb, by which nobody speaks.
  private func isMainDoer(_ token: Int, _ sentence: Int) -> Bool {
    let tree = trees[sentence]
    guard tree.has(token, "nsubj"), let verb = tree.tokens[token].head else { return false }
    return tree.tokens[verb].head == nil && tree.tokens[verb].upos == .verb
      && lexicon.attributionCues(tree.lemma(verb)).isEmpty
  }

  private func isExpletive(_ token: Int, _ sentence: Int) -> Bool {
    let tree = trees[sentence]
    if tree.has(token, "expl") { return true }
    // 'it emerged that …' is nobody.
    guard let verb = tree.tokens[token].head, tree.child(of: verb, "ccomp", "csubj") != nil else {
      return false
    }
    return Self.impersonal.contains(tree.lemma(verb))
  }

  private static let impersonal: Set<String> = [
    "emerge", "appear", "seem", "transpire", "turn", "happen", "follow", "mean", "look", "matter",
  ]
}
