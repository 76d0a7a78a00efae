/// An entity while an article is being read.
struct WorkingEntity: Sendable {
  /// The class.
  var type: EntityType
  /// The name that the gazetteer or a pattern gives it.
  var canonicalName: String?
  /// The names in the text, in the order of their first appearance.
  var names: [String] = []
  /// The gazetteer's entry.
  var entry: Int?
  /// The Wikidata identifier.
  var link: String?
  /// What pronouns stand for it; unknown where nothing says so.
  var gender: Gender?
  /// Whether it is many: `the rebels`.
  var isPlural = false
  /// Whether it is many under a noun in the singular, so that `it` and `they` both stand for it.
  var isCollective = false
  /// The entity of the country that it belongs to.
  var country: Int?
  /// The noun that heads its nominal mentions: `forces`.
  var headNoun: String?
  /// What tells which thing its noun means.
  var qualifier: NounQualifier?
  /// Whether nothing but a noun that the lexicon does not list speaks for it, so that it takes a
  /// second mention to be worth a node.
  var isFaint = false
  /// The common nouns that the article calls it by, as lemmas: `farmer`, `minister`.
  var descriptors: Set<String> = []
  /// The mentions, in the order in which they were found.
  var mentions: [LocatedMention] = []

  /// Whether a name or an adjective names it somewhere.
  var isNamed: Bool {
    mentions.contains { $0.form == .name || $0.form == .adjective }
  }

  /// Whether it is somebody or a place that nouns speak of more than once.
  var isSpokenOfAgain: Bool {
    let kept: Set<EntityType> = [.person, .group, .organization, .region, .city, .place, .facility]
    return kept.contains(type) && mentions.count { $0.form == .nominal } > 1
  }

  /// Whether it may be a company, for all that its name tells.
  func mayBeCompany(_ gazetteer: Gazetteer) -> Bool {
    guard type == .organization, isNamed else { return false }
    guard let entry else { return canonicalName == nil }
    return gazetteer[entry].kind.map(Self.companies.contains) ?? false
  }

  private static let companies: Set<String> = [
    "bank", "broadcaster", "company", "magazine", "news-agency", "newspaper", "platform",
  ]

  /// The name to show, which says of a thing without a name which one it is.
  var displayName: String {
    qualifier.map { "\(plainName) \($0.words)" } ?? plainName
  }

  /// The name without what tells it from others of its kind: the known one, or the one with the most
  /// words and letters.
  var plainName: String {
    if let canonicalName { return canonicalName }
    let size = { (name: String) in (name.split(separator: " ").count, name.unicodeScalars.count) }
    return names.enumerated().max { left, right in
      let sizes = (size(left.element), size(right.element))
      return sizes.0 != sizes.1 ? sizes.0 < sizes.1 : left.offset > right.offset
    }?.element ?? headNoun ?? type.rawValue
  }
}

/// A mention with its place in a sentence.
struct LocatedMention: Sendable, Hashable {
  /// The index of the sentence.
  var sentence: Int
  /// The tokens.
  var tokens: Range<Int>
  /// The token that the mention hangs on.
  var head: Int
  /// How the entity is named.
  var form: Mention.Form
  /// Why it was taken to name its entity.
  var reason: MentionReason

  /// Whether it is the same words in the same form, for whatever reason.
  func isSame(as other: LocatedMention) -> Bool {
    (sentence, tokens, form) == (other.sentence, other.tokens, other.form)
  }
}
