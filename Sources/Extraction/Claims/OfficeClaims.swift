/// Claims from titles: `Russian Foreign Minister Sergey Lavrov`.
struct OfficeClaims {
  let context: ClaimContext

  private var table: EntityTable { context.resolved.table }

  func claims(in sentence: Int) -> [Claim] {
    let mentions = context.resolved.offices.filter { $0.sentence == sentence }
    return mentions.map { shared($0, mentions) }.flatMap { mention -> [Claim] in
      guard mention.isCurrent else {
        return outOfTerm(mention) + OfficeBackground(context: context).origin(of: mention)
      }
      let found = claims(of: mention)
      if !found.isEmpty { return found }
      let known = OfficeBackground(context: context).holder(of: mention)
      return known.isEmpty
        ? [
          HomeState(context: context).claim(for: mention)
            ?? HomeCompany(context: context).claim(for: mention)
        ].compactMap(\.self) : known
    }
  }

  /// What `former president Lind` was before the article's day, and what `president-elect Lind` shall be.
  private func outOfTerm(_ mention: OfficeMention) -> [Claim] {
    switch mention.prefix?.effect {
    case .planned: return claims(of: mention)
    case .ended, .endedByDeath:
      // Without a day nothing would say that it is over.
      guard let before = context.before else { return [] }
      return claims(of: mention).map { $0.dated($0.date ?? before) }
    default: return []
    }
  }

  /// `CEO and chairman of Helio`: titles that are coordinated share what only one of them has.
  private func shared(_ mention: OfficeMention, _ others: [OfficeMention]) -> OfficeMention {
    guard mention.holders.isEmpty || mention.scopes.isEmpty else { return mention }
    let tree = context.resolved.trees[mention.sentence]
    var mention = mention
    // 'Envoy Lind, and secretary and novelist Berg': the secretary is Berg.
    let nearest = others.sorted {
      distance($0.head, mention.head, tree) < distance($1.head, mention.head, tree)
    }
    for other in nearest where other.head != mention.head {
      guard tree.firstConjunct(of: other.head) == tree.firstConjunct(of: mention.head) else {
        continue
      }
      if mention.holders.isEmpty { mention.holders = other.holders }
      if mention.scopes.isEmpty { mention.scopes = other.scopes }
    }
    return mention
  }

  /// How far two titles are apart, where a comma counts as much as a clause.
  private func distance(_ left: Int, _ right: Int, _ tree: SentenceTree) -> Int {
    let between = min(left, right)..<max(left, right)
    return between.count + 20 * between.count { tree.form($0) == "," }
  }

  /// `who is mayor of Oslo`, `He is mayor of Oslo`: whom a pronoun stands for is known by now.
  private func held(_ mention: OfficeMention) -> OfficeMention {
    let tree = context.resolved.trees[mention.sentence]
    guard mention.holders.isEmpty, tree.child(of: mention.head, "cop") != nil else {
      return mention
    }
    let subjects = context.slots(in: mention.sentence).arguments
      .surfaceSubjects(of: mention.head, depth: 0)
    var mention = mention
    mention.holders = subjects.filter { !mention.title.contains($0) }
      .flatMap { table.entities(atHead: $0, sentence: mention.sentence) }
      .filter { table[$0].type == .person }
    return mention
  }

  private func claims(of mention: OfficeMention) -> [Claim] {
    let mention = held(mention)
    let scopes = OfficeScopes(context: context).scopes(of: mention)
    return sent(by: mention)
      + pairs(of: mention, scopes.entities).compactMap { holder, scope in
        guard
          let property = scopes.areIndirect
            ? indirectProperty(of: mention, scope: scope) : property(of: mention, scope: scope)
        else { return nil }
        let claim = claim(holder, property, scope, by: mention)
        let isPredicate =
          context.resolved.trees[mention.sentence].child(of: mention.head, "cop") != nil
        return isPredicate
          ? claim : claim?.dated(context.term(at: mention.head, in: mention.sentence))
      }
  }

  private func claim(
    _ holder: Int, _ property: String, _ object: Int, by mention: OfficeMention
  ) -> Claim? {
    context.claim(
      subject: holder, predicate: property, object: object, anchor: mention.head,
      sentence: mention.sentence, standing: standing(of: mention), confidence: 0.9,
      rule: "office:\(mention.office.words.joined(separator: "_"))")
  }

  /// `the Polish ambassador to Chile`: to whom the holder is sent.
  private func sent(by mention: OfficeMention) -> [Claim] {
    guard let property = mention.office.toProperty, mention.isFull else { return [] }
    return mention.holders.flatMap { holder in
      mention.destinations.compactMap { destination in
        claim(holder, property, destination, by: mention)?
          .dated(context.term(at: mention.head, in: mention.sentence))
      }
    }
  }

  /// Holders and scopes in their order where there are as many of both (`the foreign ministers of
  /// Russia and Armenia, Lavrov and …`), else every holder with every scope.
  private func pairs(of mention: OfficeMention, _ scopes: [Int]) -> [(Int, Int)] {
    if mention.holders.count == scopes.count { return Array(zip(mention.holders, scopes)) }
    // Of 'the ministers of Chile and Peru', one known holder is not both.
    if mention.isPlural, scopes.count > 1 { return [] }
    guard mention.holders.count == 1 || scopes.count == 1 else { return [] }
    return mention.holders.flatMap { holder in scopes.map { (holder, $0) } }
  }

  func property(of mention: OfficeMention, scope: Int) -> String? {
    let office = mention.office
    let type = table[scope].type
    var property: String? =
      switch type {
      case .country: office.countryProperty
      case .organization, .group, .facility: office.organizationProperty
      case .region, .city: office.regionProperty
      case .person: office.personProperty
      default: nil
      }
    if let sport = office.sportProperty, context.speaks(of: "sport", in: mention.sentence) {
      property = sport
    }
    guard let property else { return nil }
    // 'a physician from Leeds' need not work there.
    if office.isOccupation, property == "worksFor", [.city, .region].contains(type) { return nil }
    // 'opposition lawmakers' sit in no opposition.
    if property == "legislatorOf", !table[scope].isNamed, table[scope].type == .group { return nil }
    // 'the fund's ambassador to Chile' is sent by the fund, and not to it.
    if property == office.toProperty, !mention.destinations.isEmpty { return "representativeOf" }
    switch mention.prefix?.effect {
    case .deputy: return property == "presidentOf" ? "vicePresidentOf" : "deputyHeadOf"
    case .subordinate: return type == .country ? "officialOf" : "worksFor"
    case .joint: return property == "chairOf" ? "coChairOf" : property
    case .opposition: return "legislatorOf"
    case .honorary: return "affiliatedWith"
    default: return property
    }
  }

  /// Who heads a department of a body works for the body.
  private func indirectProperty(of mention: OfficeMention, scope: Int) -> String? {
    switch table[scope].type {
    case .organization, .facility:
      mention.office.organizationProperty == nil ? "affiliatedWith" : "worksFor"
    default: nil
    }
  }

  /// A title is taken for granted, whatever the clause around it says; only the title that is
  /// itself what a clause says, or that stands in a quotation, has the clause's standing.
  private func standing(of mention: OfficeMention) -> Standing {
    let tree = context.resolved.trees[mention.sentence]
    if tree.child(of: mention.head, "cop") != nil {
      return context.standing(at: mention.head, in: mention.sentence)
    }
    var standing = Standing()
    if let prefix = mention.prefix { standing.weaken(by: prefix.modality) }
    context.applyQuotation(at: tree.tokens[mention.head].range, to: &standing)
    return standing
  }
}
