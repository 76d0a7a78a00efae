import Extraction

/// What articles say of an entity that tells it from its namesakes.
struct EntityContext: Sendable, Hashable {
  /// The countries it belongs to or acts for, as entries of the gazetteer.
  var countries: Set<Int> = []
  /// The offices it holds: a property and its object.
  var offices: Set<String> = []
  /// The organizations it belongs to, by name.
  var organizations: Set<String> = []
  /// Whether it is a man or a woman.
  var genders: Set<Gender> = []

  mutating func formUnion(_ other: EntityContext) {
    countries.formUnion(other.countries)
    offices.formUnion(other.offices)
    organizations.formUnion(other.organizations)
    genders.formUnion(other.genders)
  }

  /// Whether country, organization or office are the same.
  func agrees(with other: EntityContext) -> Bool {
    !offices.isDisjoint(with: other.offices) || !countries.isDisjoint(with: other.countries)
      || !organizations.isDisjoint(with: other.organizations)
  }

  /// Whether both are known to be of countries, and of none in common.
  func isOfOtherCountry(than other: EntityContext) -> Bool {
    !countries.isEmpty && !other.countries.isEmpty && countries.isDisjoint(with: other.countries)
  }

  /// Whether both hold offices or belong to organizations, and have none in common.
  func isOfOtherOffice(than other: EntityContext) -> Bool {
    let mine = offices.union(organizations)
    let others = other.offices.union(other.organizations)
    return !mine.isEmpty && !others.isEmpty && mine.isDisjoint(with: others)
  }

  /// Whether it heads a state or government; articles seldom name such a one in full without that.
  var isOfLeader: Bool {
    offices.contains { office in Self.leading.contains { office.hasPrefix($0 + " ") } }
  }

  private static let leading = [
    "presidentOf", "primeMinisterOf", "headOfStateOf", "headOfGovernmentOf", "monarchOf",
  ]

  /// Whether the one is known for a woman and the other for a man.
  func isOfOtherGender(than other: EntityContext) -> Bool {
    genders.count == 1 && other.genders.count == 1 && genders != other.genders
  }
}

/// Reads the contexts of an article's entities from its claims.
struct ContextReader {
  let ontology: Ontology
  let gazetteer: Gazetteer

  /// The contexts, one for each entity.
  ///
  /// Only what is asserted counts, whoever asserts it: that a plan or a denial names a minister
  /// makes nobody one.
  func contexts(of entities: [Entity], claims: [Claim]) -> [EntityContext] {
    var contexts = entities.map { entity in
      EntityContext(
        countries: country(of: entity).map { [$0] } ?? [],
        genders: entity.gender.map { [$0] } ?? [])
    }
    let asserted = claims.filter { $0.modality == .asserted }
    for claim in asserted {
      guard let object = object(of: claim), entities[claim.subject].type != .person,
        Self.belonging.contains(claim.predicate)
      else { continue }
      if let country = country(of: entities[object]) {
        contexts[claim.subject].countries.insert(country)
      }
    }
    for claim in asserted where entities[claim.subject].type == .person {
      guard let object = object(of: claim), isAffiliation(claim.predicate) else { continue }
      let body = entities[object]
      contexts[claim.subject].countries.formUnion(
        country(of: body).map { [$0] } ?? contexts[object].countries)
      let name = NameFolding.plainWords(of: body.name).joined(separator: " ")
      if body.type == .organization { contexts[claim.subject].organizations.insert(name) }
      if claim.predicate != "citizenOf" {
        contexts[claim.subject].offices.insert("\(claim.predicate) \(name)")
      }
    }
    return contexts
  }

  private func object(of claim: Claim) -> Int? {
    if case .entity(let index) = claim.object { return index }
    return nil
  }

  private func country(of entity: Entity) -> Int? { entity.entry.flatMap(gazetteer.country(of:)) }

  /// Whether a property says where a person belongs: an office in a body or membership of one.
  private func isAffiliation(_ predicate: String) -> Bool {
    guard let property = ontology.property(predicate),
      property.group == "offices" || property.group == "sport"
    else { return false }
    // An ambassador to a country is not of that country.
    return predicate != "ambassadorTo" && Self.bodies.contains(property.range)
      && ["Person", "People", "Agent"].contains(property.domain)
  }

  private static let bodies: Set<String> = ["Body", "PoliticalEntity", "Organization"]
  /// The properties by which bodies and places belong to a country.
  private static let belonging: Set<String> = [
    "agencyOf", "armedForcesOf", "capitalOf", "governmentOf", "institutionOf", "legislatureOf",
    "ministryOf",
    "locatedIn", "partOf",
  ]
}
