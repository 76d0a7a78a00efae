/// A place in a construction where the lexicon expects a subject or an object.
///
/// The names are those of Universal Dependencies v2, or near to them.
public enum Slot: Sendable, Hashable {
  /// The subject of the active voice: `subj`.
  case subject
  /// The object of the active voice: `obj`.
  case object
  /// The second object: `iobj`.
  case indirectObject
  /// The members of a plural or a coordination, each in turn: `each`.
  case each
  /// A clause of any kind: `clause`.
  case clause
  /// A number that counts the dependent: `number`.
  case number
  /// A date in the clause: `date`.
  case date
  /// A complement without a subject of its own: `xcomp`.
  case openComplement
  /// A complement with a subject of its own: `ccomp`.
  case clausalComplement
  /// A clause that depends on a noun: `acl`.
  case adnominalClause
  /// A genitive or a possessive pronoun: `poss`.
  case possessive
  /// An adjective of a name: `amod`.
  case adjective
  /// A name before the noun: `compound`.
  case compound
  /// Both sides of `between A and B`.
  case between
  /// The members of a plural or a coordination after `among`.
  case among
  /// Who bears the noun or has the property, as in `A, the wife of B`: `self`.
  case bearer
  /// What stands before the hyphen of a hyphenated modifier: `Lisbon` in `a Lisbon-based airline`.
  case first
  /// The noun that a hyphenated modifier belongs to: `airline` in `a Lisbon-based airline`.
  case head
  /// The dependent after a preposition, given in lower case.
  case preposition(String)

  /// The slot with a name in the lexicon, or nothing where there is none.
  ///
  /// Any word of small letters that is no other slot is a preposition; of several words, as in
  /// `on behalf of`, underscores stand between them.
  public init?(name: some StringProtocol) {
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "iobj": self = .indirectObject
    case "each": self = .each
    case "clause": self = .clause
    case "number": self = .number
    case "date": self = .date
    case "xcomp": self = .openComplement
    case "ccomp": self = .clausalComplement
    case "acl": self = .adnominalClause
    case "poss": self = .possessive
    case "amod": self = .adjective
    case "compound": self = .compound
    case "between": self = .between
    case "among": self = .among
    case "self": self = .bearer
    case "first": self = .first
    case "head": self = .head
    default:
      guard Self.prepositions.contains(String(name)) else { return nil }
      self = .preposition(name.spaced)
    }
  }

  /// The prepositions of the lexicon; others are taken for misspelt.
  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead_of", "along", "alongside", "amid",
    "around", "as", "at", "because_of", "before", "behind", "below", "beneath", "beside", "beyond",
    "by", "despite", "down", "during", "for", "from", "in", "in_front_of", "inside", "into", "like",
    "near", "of", "off", "on", "on_behalf_of", "onto", "out", "out_of", "outside", "over", "past",
    "per", "round", "since", "than", "through", "throughout", "to", "together_with", "toward",
    "towards", "under", "until", "up", "upon", "via", "with", "within", "without",
  ]
}
