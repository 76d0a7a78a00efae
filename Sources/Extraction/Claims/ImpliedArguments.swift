/// Who and what an article leaves unsaid because it has said it before: the two sides of `a truce`,
/// the place that `the troops will withdraw` from.
struct ImpliedArguments {
  /// The two that are at odds, or none where the article tells of no conflict or of several.
  let sides: [Int]
  private let resolved: ResolvedArticle
  /// The states of organizations whose names say whose they are: `the Chadian army`.
  private let states: [Int: Int]
  /// The places that a side holds.
  private let holdings: [Int: Set<Int>]

  /// Reads them from the other claims of the article.
  init(claims: [Claim], resolved: ResolvedArticle, ontology: Ontology) {
    self.resolved = resolved
    let table = resolved.table
    var states: [Int: Int] = [:]
    for (name, entity) in resolved.names {
      guard let entry = name.country else { continue }
      states[entity] = table.entities.firstIndex { $0.entry == entry }
    }
    self.states = states
    let side = { (entity: Int) in Self.side(of: entity, table, states) }
    var conflicts: [[Int]: Int] = [:]
    var holdings: [Int: Set<Int>] = [:]
    for claim in claims where claim.modality == .asserted || claim.modality == .alleged {
      guard case .entity(let object) = claim.object,
        ontology.property(claim.predicate)?.group == "conflict",
        let subject = side(claim.subject)
      else { continue }
      if let other = side(object), other != subject {
        conflicts[[subject, other].sorted(), default: 0] += 1
      }
      if Self.holding.contains(claim.predicate),
        ontology.isSubclass(table[object].type, of: "Location")
      {
        holdings[subject, default: []].insert(object)
      }
    }
    self.holdings = holdings
    let most = conflicts.values.max()
    let foremost = conflicts.filter { $0.value == most }.keys
    sides = foremost.count == 1 ? foremost.first ?? [] : []
  }

  /// The properties of the ontology that tell who has a place.
  private static let holding: Set<String> = [
    "captured", "controls", "invaded", "occupied", "seized",
  ]

  /// Whom an entity stands for in a conflict: the state of an army, else itself where it can be a
  /// side.
  private static func side(
    of entity: Int, _ table: EntityTable, _ states: [Int: Int]
  ) -> Int? {
    switch table[entity].type {
    case .country: entity
    case .organization: table[entity].country ?? states[entity] ?? entity
    // Civilians are hit by a side and are none.
    case .group: table[entity].country ?? (table[entity].isNamed ? entity : nil)
    default: nil
    }
  }

  private func side(of entity: Int) -> Int? { Self.side(of: entity, resolved.table, states) }

  /// Whether an entity is one of the sides or belongs to one.
  func isSide(_ entity: Int) -> Bool {
    side(of: entity).map(sides.contains) ?? false
  }

  /// Whether an entity is a state that is no side.
  func isThirdState(_ entity: Int) -> Bool {
    resolved.table[entity].type == .country && !sides.contains(entity)
  }

  /// The one place that an entity, or the state that it belongs to, holds.
  func holding(of entity: Int) -> Int? {
    guard let side = side(of: entity), let places = holdings[side], places.count == 1
    else { return nil }
    return places.first { $0 != side }
  }
}
