/// What a title is an office of, where more than its neighbours have to be asked.
struct OfficeScopes {
  let context: ClaimContext

  /// The scopes of a title.
  struct Scopes {
    /// The entities.
    var entities: [Int]
    /// Whether something stands between, as in `head of research at Helio`.
    var areIndirect = false
  }

  /// The scopes beside the title, else those of its possessor (`the country's president`), else
  /// what stands further down in its phrase.
  func scopes(of mention: OfficeMention) -> Scopes {
    if !mention.scopes.isEmpty { return Scopes(entities: mention.scopes) }
    let tree = context.resolved.trees[mention.sentence]
    let owners = tree.children(of: mention.head, "nmod:poss", "compound", "amod")
      .flatMap { context.entities(of: $0, in: mention.sentence) }.filter(isScope)
    if !owners.isEmpty { return Scopes(entities: owners) }
    return below(mention.head, tree, mention.sentence, depth: 0)
  }

  private func below(_ word: Int, _ tree: SentenceTree, _ sentence: Int, depth: Int) -> Scopes {
    let phrases = tree.children(of: word, "nmod", "obl").filter {
      ["of", "for", "at", "with", "from", "in"].contains(tree.preposition(of: $0))
    }
    for phrase in phrases {
      let found = context.entities(of: phrase, in: sentence).filter {
        isScope($0) && context.resolved.table[$0].isNamed
      }
      if !found.isEmpty { return Scopes(entities: found, areIndirect: depth > 0) }
    }
    guard depth < 2 else { return Scopes(entities: []) }
    for phrase in phrases {
      let found = below(phrase, tree, sentence, depth: depth + 1)
      if !found.entities.isEmpty { return Scopes(entities: found.entities, areIndirect: true) }
    }
    return Scopes(entities: [])
  }

  private func isScope(_ entity: Int) -> Bool {
    [.country, .region, .city, .organization, .group, .facility]
      .contains(context.resolved.table[entity].type)
  }
}
