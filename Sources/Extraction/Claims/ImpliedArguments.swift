/// Who and what an article leaves unsaid because it has said it before: the two sides of `a truce`,
/// the place that `the troops will withdraw` from.
struct ImpliedArguments {
  /// The two that are at odds, or none where the article tells of no conflict or of several.
  private(set) var sides: [Int] = []
  private let resolved: ResolvedArticle
  /// The states of organizations whose names say whose they are: `the Chadian army`.
  private var states: [Int: Int] = [:]
  /// The places that a side holds.
  private var holdings: [Int: Set<Int>] = [:]

  /// Whether the article leaves nothing to be implied.
  var isEmpty: Bool { sides.isEmpty && holdings.isEmpty }

  /// Reads them from the other claims of the article.
  init(claims: [Claim], resolved: ResolvedArticle, ontology: Ontology) {
    self.resolved = resolved
    let table = resolved.table
    for (name, entity) in resolved.names {
      guard let entry = name.country else { continue }
      states[entity] = table.entities.firstIndex { $0.entry == entry }
    }
    var conflicts: [[Int]: Int] = [:]
    for claim in claims where claim.modality == .asserted || claim.modality == .alleged {
      guard case .entity(let object) = claim.object,
        ontology.property(claim.predicate)?.group == "conflict",
        let subject = side(of: claim.subject)
      else { continue }
      if let other = side(of: object), other != subject {
        conflicts[[subject, other].sorted(), default: 0] += 1
      }
      if Self.holding.contains(claim.predicate),
        ontology.isSubclass(table[object].type, of: "Location")
      {
        holdings[subject, default: []].insert(object)
      }
    }
    let most = conflicts.values.max()
    let foremost = conflicts.filter { $0.value == most }.keys
    if foremost.count == 1 { sides = foremost.first ?? [] }
  }

  /// The properties of the ontology that tell who has a place.
  private static let holding: Set<String> = [
    "captured", "controls", "invaded", "occupied", "seized",
  ]

  /// Whom an entity stands for in a conflict: the state of an army, else itself where it can be a
  /// side.
  private func side(of entity: Int) -> Int? {
    let known = resolved.table[entity]
    return switch known.type {
    case .country: entity
    case .organization: known.country ?? states[entity] ?? entity
    // Civilians are hit by a side and are none.
    case .group: known.country ?? (known.isNamed ? entity : nil)
    default: nil
    }
  }

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
