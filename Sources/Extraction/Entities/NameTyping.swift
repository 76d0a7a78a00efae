/// The class of a name, from the model's label, the gazetteer's entries and the name's own words.
struct NameTyping {
  let gazetteer: Gazetteer
  let lexicon: Lexicon

  /// The class and the gazetteer's entry, or nothing where the name is none.
  ///
  /// - Parameters:
  ///   - phrase: What the model takes the phrase around the name for.
  ///   - isQuoted: Whether the name stands in quotation marks.
  func type(
    label: NameSpan.Label?, entries: [Int], words: [String], phrase: PhraseType? = nil,
    isQuoted: Bool = false
  ) -> (EntityType, Int?)? {
    let isGivenName = words.first.flatMap { gazetteer.givenName($0) }?.isCommonWord == true
    if label == .person, isGivenName, words.count == 1 { return (.person, nil) }
    if let entry = entry(for: label, among: entries) {
      return (gazetteer.type(of: entry), entry)
    }
    guard let label else { return nil }
    if label != .person, let known = entryBeforeNoun(words) {
      return (gazetteer.type(of: known), known)
    }
    if label != .person, let named = typeOfLastWord(words) { return (named, nil) }
    switch label {
    case .person: return (.person, nil)
    case .organization: return (.organization, nil)
    case .location: return (.place, nil)
    case .event: return (Self.eventType(words, phrase, isQuoted), nil)
    case .group: return (.group, nil)
    case .other: return (.thing, nil)
    }
  }

  /// The entry that agrees with the model; a country's name is believed against the model.
  private func entry(for label: NameSpan.Label?, among entries: [Int]) -> Int? {
    guard let label else { return entries.first }
    let fitting = entries.first { agrees(gazetteer.type(of: $0), label) }
    if let fitting { return fitting }
    guard let best = entries.first else { return nil }
    let entry = gazetteer[best]
    switch (label, entry.type) {
    case (.person, .country): return entry.isCommonWord ? nil : best
    case (.person, .city): return entry.isCapital && !entry.isCommonWord ? best : nil
    case (.person, .organization):
      // `Boko Haram`: two words of a known body that begin with no given name.
      let words = entry.name.split(separator: " ")
      return words.count > 1 && !entry.isCommonWord
        && gazetteer.givenName(String(words[0])) == nil ? best : nil
    case (.person, _): return nil
    case (_, .country), (_, .organization): return best
    case (.organization, .city), (.organization, .region): return best
    default: return nil
    }
  }

  private func agrees(_ type: EntityType, _ label: NameSpan.Label) -> Bool {
    switch label {
    case .person: type == .person
    case .location: [.country, .region, .city, .place, .facility].contains(type)
    case .organization: type == .organization
    case .event: type == .event
    case .group: type == .group
    case .other: [.work, .product, .document, .award, .thing].contains(type)
    }
  }

  /// The region of `the Karelia Region`, where the noun behind it only says what it is.
  private func entryBeforeNoun(_ words: [String]) -> Int? {
    guard words.count > 1, let last = words.last?.lowercased(), Self.regionWords.contains(last)
    else { return nil }
    let name = words.dropLast().joined(separator: " ")
    return gazetteer.entries(named: name).first { gazetteer.type(of: $0) == .region }
  }

  /// What the last word of a name says of its class: `Airport`, `District`, `Ministry`, `River`.
  private func typeOfLastWord(_ words: [String]) -> EntityType? {
    guard words.count > 1, let last = words.last?.lowercased() else { return nil }
    if Self.regionWords.contains(last) { return .region }
    if Self.placeWords.contains(last) || words[0] == "Mount" || words[0] == "Lake" { return .place }
    switch lexicon.nominal(last)?.type {
    case .organization: return .organization
    case .facility: return .facility
    case .event: return .event
    case .document: return .document
    default: return nil
    }
  }

  /// What a name is that the model calls an event's: it also calls so prizes, things that are made and
  /// works.
  private static func eventType(
    _ words: [String], _ phrase: PhraseType?, _ isQuoted: Bool
  ) -> EntityType {
    if let last = words.last?.lowercased(), awards.contains(last) { return .award }
    switch phrase {
    case .object: return isQuoted ? .work : .product
    case .abstract: return isQuoted ? .work : .thing
    default: return .event
    }
  }

  private static let awards: Set<String> = [
    "award", "awards", "medal", "oscar", "oscars", "prize", "prizes", "trophy",
  ]
  private static let regionWords: Set<String> = [
    "district", "region", "province", "oblast", "governorate", "county", "prefecture", "canton",
    "raion", "republic", "territory", "state", "corridor",
  ]
  private static let placeWords: Set<String> = [
    "river", "lake", "sea", "ocean", "bay", "strait", "mountain", "mountains", "valley", "island",
    "islands", "desert", "peninsula", "gulf", "canal", "pass",
  ]
}
