/// Why two names of a corpus were taken for one entity; the raw values are stable.
public enum MergeReason: String, Sendable, CaseIterable, Comparable {
  /// Both are linked to one Wikidata item.
  case sameLink
  /// Both are one entry of the gazetteer.
  case sameEntry
  /// The names are the same but for case, marks, points and a leading article.
  case sameName
  /// The names are spellings of one name from another alphabet: `Pashinian`, `Pashinyan`.
  case spelling
  /// A given name in the form of another language, or a short one: `William`, `Bill`.
  case nameForm
  /// The same words with the surname first or last: `Xi Jinping`, `Jinping Xi`.
  case nameOrder
  /// One has initials where the other has names: `V. Putin`.
  case initials
  /// One has a name in the middle that the other leaves out.
  case middleName
  /// One has a second surname that the other leaves out, and both are of one country or office.
  case secondSurname
  /// A surname alone, and one person of the corpus bears it.
  case surname
  /// A surname alone, and one of those who bear it has the same office, organization or country.
  case surnameAndContext
  /// The initials of a name: `EBRD`.
  case acronym
  /// One article gives both names for it.
  case alias
  /// One has the legal form of a company that the other leaves out, or a word in another spelling.
  case legalForm
  /// Two ways to name a body of a state: `Armenian Foreign Ministry`, `Foreign Ministry of Armenia`.
  case countryBody
  /// The same name, which some articles take for a thing of another kind.
  case otherClass

  /// What it means, with nothing of the case at hand in it.
  public var explanation: String {
    switch self {
    case .sameLink: "the same Wikidata item"
    case .sameEntry: "the same entry of the gazetteer"
    case .sameName: "the same name"
    case .spelling: "spellings of one name"
    case .nameForm: "forms of one given name"
    case .nameOrder: "the same words in another order"
    case .initials: "initials for the names"
    case .middleName: "a middle name left out"
    case .secondSurname: "a second surname left out; country, organization or office agree"
    case .surname: "the only person of this surname, and nothing speaks against it"
    case .surnameAndContext: "the surname; country, organization or office agree"
    case .acronym: "the initials of the name"
    case .alias: "an article gives both names"
    case .legalForm: "the same name but for the legal form or the spelling of a word"
    case .countryBody: "the same body of the same state"
    case .otherClass: "the same name, taken for another class"
    }
  }

  /// Orders by name.
  public static func < (left: MergeReason, right: MergeReason) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Why two entities with names that are near each other are two; the raw values are stable.
public enum ApartReason: String, Sendable, CaseIterable {
  /// They are linked to two Wikidata items or are two entries of the gazetteer.
  case otherLink
  /// Their countries and their offices or organizations differ.
  case otherCountryAndOffice
  /// Their countries differ, and one of the names is too short to outweigh that.
  case otherCountry
  /// One is a woman and the other a man.
  case otherGender
  /// The one is senior and the other junior.
  case otherGeneration
  /// The surname is the same and the given names are not.
  case otherGivenName
  /// The short name fits several.
  case ambiguous
  /// The name is too common to tell who is meant, and nothing else agrees.
  case commonName
  /// An article names both, as two.
  case sameArticle
  /// The classes exclude each other.
  case otherClass
  /// Nothing but a part of the name agrees.
  case notEnough

  /// What it means, with nothing of the case at hand in it.
  public var explanation: String {
    switch self {
    case .otherLink: "linked to another item"
    case .otherCountryAndOffice: "another country and another office or organization"
    case .otherCountry: "another country"
    case .otherGender: "a man and a woman"
    case .otherGeneration: "father and son, by the marks after their names"
    case .otherGivenName: "another given name"
    case .ambiguous: "the short name fits several"
    case .commonName: "a common name, and nothing else agrees"
    case .sameArticle: "an article names both as two"
    case .otherClass: "of another class"
    case .notEnough: "only a part of the name agrees"
    }
  }
}
