extension NominalResolver {
  /// Whether a noun may be the office or the staff of a person.
  func isOffice(_ head: Int, _ tree: SentenceTree) -> Bool {
    ["office", "staff", "team"].contains(tree.lemma(head))
      && tree.tokens[head].upos == .noun
  }

  /// `President Rao's office`: a body of its own that speaks for its person.
  func office(
    of head: Int, in sentence: Int, _ tree: SentenceTree, _ table: inout EntityTable
  ) -> Int? {
    let persons = tree.children(of: head, "nmod:poss")
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
      .filter { table[$0].type == .person && table[$0].isNamed }
    guard let person = persons.first else { return nil }
    let noun = tree.form(head)
    let name = "\(noun.prefix(1).uppercased())\(noun.dropFirst()) of \(table[person].displayName)"
    if let known = table.entities.firstIndex(where: { $0.canonicalName == name }) { return known }
    var entity = WorkingEntity(type: .organization, canonicalName: name)
    entity.headNoun = noun
    entity.country = table[person].country
    return table.add(entity)
  }
}
