/// Two claims that do not go together, as far as can be inferred; nobody need have said so.
public struct Conflict: Sendable, Hashable {
  /// Why the claims do not go together.
  public enum Kind: String, Sendable, CaseIterable {
    /// One says so, the other says not so.
    case denial
    /// Two subjects of a property that has one at a time, such as two heads of one state.
    case rivalSubjects
    /// Two values of a property that has one, such as two dates of birth.
    case rivalValues
    /// Two numbers or dates for one event, or for one quantity at one time.
    case differentValues
  }

  /// How sure the conflict is.
  public enum Grade: String, Sendable, CaseIterable {
    /// The claims cannot both be true.
    case conflicts
    /// The claims differ, and what may have changed between them explains it.
    case differs
  }

  /// One of the two claims.
  public struct Side: Sendable, Hashable {
    /// What is claimed.
    public var statement: Statement.Key
    /// The node of the claim.
    public var claim: IRI

    /// Makes a side.
    public init(statement: Statement.Key, claim: IRI) {
      self.statement = statement
      self.claim = claim
    }
  }

  /// Why they do not go together.
  public var kind: Kind
  /// How sure that is.
  public var grade: Grade
  /// The local name of the property that cannot hold both: the denied one, the exclusive one or
  /// the one with the values.
  public var property: String
  /// What the two are about: the one whose subject or value is contested; of a denial the subject.
  public var node: IRI
  /// The claim that asserts or alleges, where the other denies; else the one that sorts first.
  public var first: Side
  /// The other claim.
  public var second: Side

  /// Makes a conflict.
  public init(
    kind: Kind, grade: Grade, property: String, node: IRI, first: Side, second: Side
  ) {
    self.kind = kind
    self.grade = grade
    self.property = property
    self.node = node
    self.first = first
    self.second = second
  }
}

extension Conflict.Kind: Comparable {
  /// Orders as the cases stand.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Conflict.Grade: Comparable {
  /// Orders the surer grade first.
  public static func < (left: Self, right: Self) -> Bool { left == .conflicts && right == .differs }
}

extension Conflict: Comparable {
  /// Orders by kind, then what it is about, then the claims.
  public static func < (left: Conflict, right: Conflict) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.property != right.property {
      return left.property.utf8.lexicographicallyPrecedes(right.property.utf8)
    }
    if left.node != right.node { return left.node < right.node }
    if left.first.claim != right.first.claim { return left.first.claim < right.first.claim }
    if left.second.claim != right.second.claim { return left.second.claim < right.second.claim }
    return left.grade < right.grade
  }
}
