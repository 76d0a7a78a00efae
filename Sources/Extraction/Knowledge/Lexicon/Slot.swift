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
  /// What the complement or the object is about, however deep it stands: `theme`.
  case theme
  /// The clause that the word's own clause depends on: `governor`.
  case governor
  /// Whose the subject is: Lind in `Lind's visit followed talks`: `owner`.
  case owner
  /// The two that the article says are at odds, where the word's own sides are not named: `sides`.
  case sides
  /// The place that the article says the subject holds, where none is named: `held`.
  case held
  /// A word coordinated with the verb or noun: `conj`.
  case conjunct
  /// The dependent after a preposition, given in lower case.
  case preposition(String)

  /// The slot with a name in the lexicon, or nothing where there is none.
  ///
  /// Any word of small letters that is no other slot is a preposition; of several words, as in
  /// `on behalf of`, underscores stand between them.
  public init?(name: some StringProtocol) {
    if let slot = Self.named[String(name)] {
      self = slot
      return
    }
    // Of several words, as `on behalf of`, the last one is a preposition.
    guard let last = name.split(separator: "_").last, Self.prepositions.contains(String(last))
    else { return nil }
    self = .preposition(name.spaced)
  }

  private static let named: [String: Slot] = [
    "subj": .subject, "obj": .object, "iobj": .indirectObject, "each": .each, "clause": .clause,
    "number": .number, "date": .date, "xcomp": .openComplement, "ccomp": .clausalComplement,
    "acl": .adnominalClause, "advcl": .adverbialClause, "csubj": .clausalSubject,
    "aux": .auxiliary, "poss": .possessive, "amod": .adjective, "compound": .compound,
    "between": .between, "among": .among, "self": .bearer, "first": .first, "second": .second,
    "head": .head, "theme": .theme, "case": .marked, "governor": .governor, "sides": .sides,
    "held": .held, "owner": .owner, "conj": .conjunct,
  ]

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
