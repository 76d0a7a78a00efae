/// A named entity that the language model found in a sentence.
public struct NameSpan: Sendable, Hashable {
  /// The classes of names that the model tells apart.
  public enum Label: String, Sendable, CaseIterable {
    /// A person.
    case person = "PER"
    /// A country, city, region, river, building.
    case location = "LOC"
    /// A company, agency, party, team, institution.
    case organization = "ORG"
    /// A war, election, disaster, tournament with a name of its own.
    case event = "EVENT"
    /// A nationality, religion or political group, mostly as an adjective: `Armenian`.
    case group = "NORP"
    /// Any other name: works, products, laws, languages.
    case other = "MISC"
  }

  /// The indices of the name's tokens in the sentence.
  public var tokens: Range<Int>
  /// What the name names.
  public var label: Label

  /// Makes a name over `tokens`.
  public init(tokens: Range<Int>, label: Label) {
    self.tokens = tokens
    self.label = label
  }
}
