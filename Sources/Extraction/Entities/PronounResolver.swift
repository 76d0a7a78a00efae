/// Finds whom a personal pronoun stands for.
struct PronounResolver {
  let trees: [SentenceTree]

  /// The entity of a pronoun, or nothing where none is near enough to be sure.
  func resolve(
    _ token: Int, in sentence: Int, table: EntityTable, discourse: Discourse
  ) -> Int? {
    switch trees[sentence].form(token) {
    case "he", "him", "his", "himself":
      return person(.male, token, sentence, table, discourse)
    case "she", "her", "hers", "herself":
      return person(.female, token, sentence, table, discourse)
    case "it", "its", "itself":
      // An `it` that something happens to is a thing more often than a state.
      guard !isExpletive(token, sentence), !trees[sentence].has(token, anyOf: ["obj", "obl"])
      else { return nil }
      return discourse.last(before: sentence, token: token, reach: 1) {
        !table[$0].isPlural && [.country, .organization, .region].contains(table[$0].type)
      }
    case "they", "them", "their", "themselves":
      return discourse.last(before: sentence, token: token, reach: 1) {
        table[$0].isPlural && [.group, .organization].contains(table[$0].type)
      }
    default: return nil
    }
  }

  private func person(
    _ gender: Gender, _ token: Int, _ sentence: Int, _ table: EntityTable, _ discourse: Discourse
  ) -> Int? {
    discourse.last(before: sentence, token: token, reach: 3, isOne: true) {
      table[$0].type == .person && (table[$0].gender == nil || table[$0].gender == gender)
    }
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
