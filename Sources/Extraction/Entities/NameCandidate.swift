/// A name in a sentence, before it is known which entity it names.
struct NameCandidate: Sendable, Hashable {
  /// The index of the sentence in the article.
  var sentence: Int
  /// The tokens of the name, without titles and without a possessive ending.
  var tokens: Range<Int>
  /// The token that the name hangs on in the tree.
  var head: Int
  /// The words as they stand, with one blank where the text has any.
  var text: String
  /// Whether the name is an adjective or a noun of a country's people.
  var form: Mention.Form
  /// The class.
  var type: EntityType
  /// The gazetteer's entry for it.
  var entry: Int?
  /// A name of its own that the pattern of an organization's name gives: `Russian Ministry of …`.
  var canonicalName: String?
  /// The gazetteer's entry of the country that an organization's name mentions.
  var country: Int?
  /// The property from an organization to that country.
  var countryProperty: String?
  /// Whether the name lies inside another one.
  var isNested = false
  /// Whether the name counts as a mention: some nested ones do not.
  var isMention = true
  /// The language model's class for it, where the model saw it.
  var label: NameSpan.Label?
  /// The gazetteer's entries with this name, the likeliest first.
  var entries: [Int] = []
  /// The gender that a form of address before the name gives: `Mrs`.
  var gender: Gender?
}
