/// A set of entity types in one word, for the type tests that are made for every candidate claim.
public struct EntityTypeSet: Sendable, Hashable, SetAlgebra, ExpressibleByArrayLiteral {
  private var bits: UInt32

  /// The empty set.
  public init() { bits = 0 }

  private init(bits: UInt32) { self.bits = bits }

  /// All entity types.
  public static let all = EntityTypeSet(EntityType.allCases)

  /// The types in the order of `EntityType.allCases`.
  public var types: [EntityType] { EntityType.allCases.filter { contains($0) } }

  private static func bit(_ type: EntityType) -> UInt32 {
    switch type {
    case .person: 1
    case .country: 1 << 1
    case .region: 1 << 2
    case .city: 1 << 3
    case .place: 1 << 4
    case .facility: 1 << 5
    case .organization: 1 << 6
    case .group: 1 << 7
    case .office: 1 << 8
    case .event: 1 << 9
    case .weapon: 1 << 10
    case .work: 1 << 11
    case .product: 1 << 12
    case .document: 1 << 13
    case .award: 1 << 14
    case .thing: 1 << 15
    }
  }

  /// Whether a type is in the set.
  public func contains(_ member: EntityType) -> Bool { bits & Self.bit(member) != 0 }

  /// The types in either set.
  public func union(_ other: EntityTypeSet) -> EntityTypeSet {
    EntityTypeSet(bits: bits | other.bits)
  }

  /// The types in both sets.
  public func intersection(_ other: EntityTypeSet) -> EntityTypeSet {
    EntityTypeSet(bits: bits & other.bits)
  }

  /// The types in exactly one of the sets.
  public func symmetricDifference(_ other: EntityTypeSet) -> EntityTypeSet {
    EntityTypeSet(bits: bits ^ other.bits)
  }

  /// Adds a type.
  @discardableResult
  public mutating func insert(_ newMember: EntityType) -> (
    inserted: Bool, memberAfterInsert: EntityType
  ) {
    let isNew = !contains(newMember)
    bits |= Self.bit(newMember)
    return (isNew, newMember)
  }

  /// Takes a type out.
  @discardableResult
  public mutating func remove(_ member: EntityType) -> EntityType? {
    guard contains(member) else { return nil }
    bits &= ~Self.bit(member)
    return member
  }

  /// Adds a type.
  @discardableResult
  public mutating func update(with newMember: EntityType) -> EntityType? {
    insert(newMember).inserted ? nil : newMember
  }

  /// Adds the types of another set.
  public mutating func formUnion(_ other: EntityTypeSet) { bits |= other.bits }

  /// Keeps the types of another set.
  public mutating func formIntersection(_ other: EntityTypeSet) { bits &= other.bits }

  /// Keeps the types that are in exactly one of the sets.
  public mutating func formSymmetricDifference(_ other: EntityTypeSet) { bits ^= other.bits }
}
