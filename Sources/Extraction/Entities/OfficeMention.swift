/// A title in a sentence with whose it is and what it is an office of.
struct OfficeMention: Sendable {
  /// The index of the sentence.
  var sentence: Int
  /// The tokens of the title alone: `foreign minister`.
  var title: Range<Int>
  /// The tokens of the phrase with the scope before it: `the Russian foreign minister`.
  var phrase: Range<Int>
  /// The last word of the title, which the phrase hangs on.
  var head: Int
  /// The entry of the lexicon.
  var office: OfficeTitle
  /// What the office is of: the entities of countries, organizations, regions.
  var scopes: [Int] = []
  /// To whom its bearer is sent: what stands after `to` in `the Polish ambassador to Chile`.
  var destinations: [Int] = []
  /// The entities of the persons who hold it; where there are as many as scopes, in their order.
  var holders: [Int] = []
  /// Whether several persons are meant: `the foreign ministers of …`.
  var isPlural = false
  /// The word before it that changes what it says: `former`, `deputy`.
  var prefix: TitlePrefix?

  /// Whether its bearer holds it now, or did when the article was written.
  var isCurrent: Bool {
    switch prefix?.effect {
    case .ended, .endedByDeath, .planned: false
    default: true
    }
  }

  /// The one person with a name who holds it, where nothing says of what it is an office.
  func holderWithoutScope(in table: EntityTable) -> Int? {
    guard scopes.isEmpty, destinations.isEmpty, isFull, !isPlural, holders.count == 1,
      let holder = holders.first, table[holder].isNamed
    else { return nil }
    return holder
  }

  /// Whether its bearer is the one who has the title, and no deputy of theirs.
  var isFull: Bool {
    switch prefix?.effect {
    case .deputy, .subordinate, .honorary, .opposition: false
    default: isCurrent
    }
  }
}
