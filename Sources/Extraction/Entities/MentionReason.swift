/// Why a mention was taken to name its entity: what `newsgraph explain` shows of a merge.
///
/// The raw values are stable names for output.
public enum MentionReason: String, Sendable, CaseIterable {
  /// The entity's own name, or the same name again: `Sergey Lavrov`.
  case name
  /// The same name in another spelling: `Sergei Lavrov`.
  case spelling
  /// A name that the gazetteer knows for the entity: `the UK`, `Nato`.
  case knownName
  /// The adjective or the people of a country or region: `Armenian`, `the Turks`.
  case demonym
  /// A part of a person's full name: `Lavrov`, `S. Lavrov`, `Sergey`.
  case partOfName
  /// The first letters of an organization's name: `BIS`.
  case acronym
  /// An organization's or place's name with words left out: `Volkswagen` for `Volkswagen Group`.
  case shortName
  /// A country's body by the words for it: `the Russian foreign ministry`.
  case body
  /// A capital or seat of government that stands for the state: `Moscow said`.
  case metonym
  /// A noun beside the name that it describes: `Lukas Brandt, a farmer`, `the city of Ganja`.
  case apposition
  /// An office whose holder the article names: `the Russian foreign minister`.
  case role
  /// An office that nobody in the article is said to hold: the entity is the office.
  case office
  /// A noun with what it belongs to: `Armenian forces`.
  case possession
  /// A noun that points back: `the ministry`, `the country`, `both sides`.
  case nominal
  /// A pronoun that points back: `he`, `their`.
  case pronoun
  /// A pronoun of the first person in a quotation: its speaker or the speaker's side.
  case speaker
}
