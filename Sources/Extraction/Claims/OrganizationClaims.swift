/// Claims from names of organizations that hold their country: `the Russian Foreign Ministry`.
struct OrganizationClaims {
  let context: ClaimContext

  func claims(in sentence: Int) -> [Claim] {
    context.resolved.names.compactMap { name, entity in
      guard name.sentence == sentence, let property = name.countryProperty,
        let entry = name.country,
        let country = context.resolved.table.entities.firstIndex(where: { $0.entry == entry })
      else { return nil }
      var standing = Standing()
      let tree = context.resolved.trees[sentence]
      context.applyQuotation(at: tree.tokens[name.head].range, to: &standing)
      return context.claim(
        subject: entity, predicate: property, object: country, anchor: name.head,
        sentence: sentence, standing: standing, confidence: 0.95, rule: "name:organization")?
        .timeless
    }
  }
}
