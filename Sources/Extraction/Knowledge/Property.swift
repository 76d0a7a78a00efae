/// A property of the ontology: what can be said of a subject.
public struct Property: Sendable, Hashable {
  /// The local name of its IRI, such as `foreignMinisterOf`.
  public let name: String
  /// The label for people, such as `foreign minister of`.
  public let label: String
  /// The class of the subjects.
  public let domain: String
  /// The class of the objects, or the datatype as `xsd:integer` or `CalendarDate`.
  public let range: String
  /// The inverse property, where the ontology has one.
  public let inverse: String?
  /// Whether subject and object can change places.
  public let isSymmetric: Bool
  /// Whether an object has one subject at most at one time, as with the head of a state.
  public let isExclusive: Bool
  /// Whether a subject has one value at most, as with a date of birth.
  public let isSingleValued: Bool
  /// The local names of the datatypes of its literals, such as `integer`; empty where the objects
  /// are entities.
  public let datatypes: [String]
  /// The property that this one is a kind of.
  public let superproperty: String?
  /// The subject area, such as `diplomacy`.
  public let group: String
  /// What it means, in a sentence.
  public let definition: String
  /// The inverse as which extraction states the fact, so that one fact is one statement.
  public let writtenAs: String?

  /// Whether the objects are literals.
  public var isLiteral: Bool { !datatypes.isEmpty }
  /// The first of the datatypes, where the objects are literals.
  public var datatype: String? { datatypes.first }
}
