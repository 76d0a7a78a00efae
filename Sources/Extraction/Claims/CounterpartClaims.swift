/// Claims from the office that one has like another: `Lavrov met his Armenian counterpart, Zohrab
/// Mnatsakanyan`.
///
/// The counterpart holds in the named country what the person whose counterpart he is holds in theirs, as
/// far as the article says what that is.
struct CounterpartClaims {
  let context: ClaimContext

  private var table: EntityTable { context.resolved.table }

  func claims(in sentence: Int) -> [Claim] {
    let tree = context.resolved.trees[sentence]
    return tree.tokens.indices.flatMap { head -> [Claim] in
      guard tree.tokens[head].upos == .noun, !tree.tokens[head].xpos.hasSuffix("S"),
        context.knowledge.lexicon.nominal(tree.lemma(head))?.sharesOffice == true,
        let holder = holder(of: head, sentence, tree),
        let country = country(of: head, sentence, tree),
        let person = person(of: head, sentence, tree), person != holder,
        let property = property(of: person, elsewhereThan: country)
      else { return [] }
      let claim = context.claim(
        subject: holder, predicate: property, object: country, anchor: head, sentence: sentence,
        standing: context.ownStanding(at: head, in: sentence), confidence: 0.8,
        rule: "implied:counterpart")
      return [claim].compactMap(\.self)
    }
  }

  /// The one person whose name stands beside the noun.
  private func holder(of head: Int, _ sentence: Int, _ tree: SentenceTree) -> Int? {
    let persons = tree.children(of: head, "appos", "flat", "nmod:desc")
      .compactMap { table.namedEntity(at: $0, sentence: sentence) }
      .filter { table[$0].type == .person }
    if let person = persons.first { return persons.count == 1 ? person : nil }
    // 'her Polish counterpart Jan Nowak': the parser may make the noun a part of the name.
    guard tree.has(head, "nmod:desc") || tree.has(head, "compound"),
      let name = tree.tokens[head].head,
      let person = table.namedEntity(at: name, sentence: sentence), table[person].type == .person
    else { return nil }
    return person
  }

  /// The country that the noun names: `his Armenian counterpart`.
  private func country(of head: Int, _ sentence: Int, _ tree: SentenceTree) -> Int? {
    modifiers(of: head, tree).lazy
      .compactMap { table.namedEntity(at: $0, sentence: sentence) }
      .first { table[$0].type == .country }
  }

  /// Whose counterpart it is.
  private func person(of head: Int, _ sentence: Int, _ tree: SentenceTree) -> Int? {
    modifiers(of: head, tree).filter { tree.has($0, "nmod:poss") }
      .flatMap { table.entities(atHead: $0, sentence: sentence) }
      .first { table[$0].type == .person }
  }

  /// What stands before the noun, or before the name that it belongs to.
  private func modifiers(of head: Int, _ tree: SentenceTree) -> [Int] {
    let name = tree.has(head, anyOf: ["nmod:desc", "compound"]) ? tree.tokens[head].head : nil
    return [head, name].compactMap(\.self)
      .flatMap { tree.children(of: $0, "amod", "compound", "nmod:poss") }
      .filter { $0 < head }
  }

  /// The property of the office that a person is said to hold for another country.
  private func property(of person: Int, elsewhereThan country: Int) -> String? {
    let offices = context.resolved.offices.filter { mention in
      mention.isFull && mention.holders.contains(person) && mention.office.countryProperty != nil
        && !mention.scopes.contains(country)
    }
    let properties = Set(offices.compactMap(\.office.countryProperty))
    return properties.count == 1 ? properties.first : nil
  }
}
