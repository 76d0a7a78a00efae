/// Turns the working entities into the list that an article hands on.
struct EntityListing {
  let resolved: ResolvedArticle
  let gazetteer: Gazetteer

  /// The article with its entities in the order of their first mention.
  ///
  /// Things that no name names, that no claim speaks of and that nothing points back to are left
  /// out: they would be nodes without edges that nobody can tell apart.
  func article(with claims: [Claim]) -> ExtractedArticle {
    let table = resolved.table
    var used: Set<Int> = []
    for claim in claims {
      used.insert(claim.subject)
      if case .entity(let object) = claim.object { used.insert(object) }
      used.formUnion(claim.attributedTo)
      used.formUnion(claim.addressees)
      if let place = claim.place { used.insert(place) }
    }
    let kept = table.entities.indices.filter {
      used.contains($0) || table[$0].isNamed || table[$0].type == .office
        || table[$0].isSpokenOfAgain || isNational(table[$0])
    }
    let listed = kept.map { (index: $0, entity: entity(table[$0])) }.sorted { left, right in
      let places = (left.entity.mentions.first?.range, right.entity.mentions.first?.range)
      if let first = places.0, let second = places.1, first != second { return first < second }
      if (places.0 == nil) != (places.1 == nil) { return places.0 != nil }
      return left.index < right.index
    }
    let position = Dictionary(
      uniqueKeysWithValues: listed.enumerated().map { ($0.element.index, $0.offset) })
    return ExtractedArticle(
      article: resolved.annotated.article, entities: listed.map(\.entity),
      claims: claims.compactMap { renumber($0, position) })
  }

  /// Whether an unnamed group or body is told apart by its country: `Chadian officials`.
  private func isNational(_ entity: WorkingEntity) -> Bool {
    entity.country != nil && (entity.type == .group || entity.type == .organization)
  }

  private func entity(_ working: WorkingEntity) -> Entity {
    let name = working.displayName
    let mentions = working.mentions.map { mention in
      Mention(range: range(of: mention), form: mention.form, reason: mention.reason)
    }
    return Entity(
      name: name, type: working.type, aliases: aliases(of: working, beside: name),
      link: working.link, entry: working.entry,
      gender: working.type == .person ? working.gender : nil,
      mentions: mentions.sorted { $0.range < $1.range },
      isArticleSpecific: !working.isNamed && working.country == nil && working.entry == nil)
  }

  /// The other names; one that was cut out of a word with hyphens may have kept a blank.
  private func aliases(of working: WorkingEntity, beside name: String) -> [String] {
    let names = working.names.map { name in
      String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    return Set(names).subtracting([name, ""]).sorted()
  }

  private func range(of mention: LocatedMention) -> TextRange {
    let tokens = resolved.trees[mention.sentence].tokens
    return tokens[mention.tokens.lowerBound].range
      .union(tokens[mention.tokens.upperBound - 1].range)
  }

  private func renumber(_ claim: Claim, _ position: [Int: Int]) -> Claim? {
    var claim = claim
    guard let subject = position[claim.subject] else { return nil }
    claim.subject = subject
    if case .entity(let object) = claim.object {
      guard let index = position[object] else { return nil }
      claim.object = .entity(index)
    }
    claim.attributedTo = claim.attributedTo.compactMap { position[$0] }
    claim.addressees = claim.addressees.compactMap { position[$0] }
    claim.place = claim.place.flatMap { position[$0] }
    return claim
  }
}
