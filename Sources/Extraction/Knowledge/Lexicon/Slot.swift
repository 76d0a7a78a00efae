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
  /// An adverbial clause: `advcl`.
  case adverbialClause
  /// A clausal subject: `csubj`.
  case clausalSubject
  /// An auxiliary, in conditions: `aux`.
  case auxiliary
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
  /// What stands after the hyphen of a prefix: `NATO` in `anti-NATO farmers`.
  case second
  /// The noun that a hyphenated modifier belongs to: `airline` in `a Lisbon-based airline`.
  case head
  /// The noun that the word marks, as a preposition does: `case`.
  case marked
  /// The clause that the word's own clause depends on: `governor`.
  case governor
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
    case "advcl": self = .adverbialClause
    case "csubj": self = .clausalSubject
    case "aux": self = .auxiliary
    case "governor": self = .governor
    case "case": self = .marked
    case "first": self = .first
    case "second": self = .second
    case "head": self = .head
    default:
      // Of several words, as `on behalf of`, the last one is a preposition.
      guard let last = name.split(separator: "_").last, Self.prepositions.contains(String(last))
      else { return nil }
      self = .preposition(name.spaced)
    }
  }

  /// The prepositions of English; other words are taken for misspelt slots.
  private static let prepositions: Set<String> = [
    "aboard", "about", "above", "across", "after", "against", "along", "alongside", "amid",
    "amidst", "around", "as", "at", "atop", "before", "behind", "below", "beneath", "beside",
    "besides", "beyond", "by", "concerning", "despite", "down", "during", "except", "excluding",
    "following", "for", "from", "in", "including", "inside", "into", "like", "near", "of", "off",
    "on", "onto", "opposite", "out", "outside", "over", "past", "per", "regarding", "round",
    "since", "than", "through", "throughout", "till", "to", "toward", "towards", "under",
    "underneath", "unlike", "until", "up", "upon", "versus", "via", "with", "within", "without",
  ]
}
