extension NominalResolver {
  /// The nouns before an event's noun that say which one it is: `ceasefire` talks; adjectives only
  /// say how it is.
  func eventQualifiers(_ head: Int, _ tree: SentenceTree) -> Set<String> {
    Set(
      tree.children(of: head, "compound").filter { $0 < head && tree.tokens[$0].upos == .noun }
        .map { qualifier($0, tree) })
  }

  /// A noun's lemma with the first half of the word before its hyphen: `ceasefire` for `cease-fire`.
  private func qualifier(_ noun: Int, _ tree: SentenceTree) -> String {
    let hasHyphen = noun >= 2 && tree.form(noun - 1) == "-"
    return (hasHyphen ? tree.form(noun - 2) : "") + tree.lemma(noun)
  }

  /// The town or state that stands with an event's noun: `talks in Geneva`; regions lie within each
  /// other too often to tell events apart.
  func eventPlace(
    _ head: Int, in sentence: Int, _ tree: SentenceTree, _ table: EntityTable
  ) -> Int? {
    tree.children(of: head, "nmod", "obl")
      .filter { ["in", "at", "over"].contains(tree.preposition(of: $0)) }
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
      .first { [.city, .country].contains(table[$0].type) && table[$0].isNamed }
  }

  /// The event that a noun without an owner of its own names.
  func event(
    _ nominal: NominalType, _ head: Int, in sentence: Int, _ tree: SentenceTree,
    _ table: inout EntityTable, _ events: inout EventNouns
  ) -> Int {
    let kind = nominal.kind ?? nominal.lemma
    let qualifiers = eventQualifiers(head, tree)
    let place = eventPlace(head, in: sentence, tree, table)
    let members = eventMembers(head, tree)
    let known = events.entity(
      kind: kind, qualifiers: qualifiers, place: place, members: members)
    let index: Int
    if let known {
      index = known
      // The noun that says more names the event.
      if !qualifiers.isEmpty, table[known].canonicalName == table[known].headNoun {
        table[known].canonicalName = eventName(head, nominal, qualifiers, tree)
      }
    } else {
      var entity = WorkingEntity(
        type: .event, canonicalName: eventName(head, nominal, qualifiers, tree))
      entity.headNoun = tree.form(head)
      entity.isPlural = tree.tokens[head].xpos.hasSuffix("S")
      index = table.add(entity)
    }
    events.note(index, kind: kind, qualifiers: qualifiers, place: place, members: members)
    qualify(index, with: qualifier(of: head, .event, in: sentence, tree, table), &table)
    return index
  }

  /// Who meets or fights by the words of the phrase: `foreign ministers` of `a meeting of foreign
  /// ministers`.
  private func eventMembers(_ head: Int, _ tree: SentenceTree) -> String? {
    let members = tree.children(of: head, "nmod").first {
      tree.preposition(of: $0) == "of" && isPlural($0, tree)
    }
    return members.map { phraseWords($0, tree) }
  }

  private func eventName(
    _ head: Int, _ nominal: NominalType, _ qualifiers: Set<String>, _ tree: SentenceTree
  ) -> String {
    let nouns = tree.children(of: head, "compound")
      .filter { $0 < head && qualifiers.contains(qualifier($0, tree)) }
    return phrase(words(nouns + [head], tree), head, meaning: nominal, tree)
  }
}
