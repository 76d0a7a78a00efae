import Extraction

/// Compares names of persons.
struct PersonComparison: Sendable {
  let variants: NameVariants
  let gazetteer: Gazetteer

  /// Whether a word is known for a given name of women or of men.
  func isGivenName(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    return gazetteer.gender(ofGivenName: first.uppercased() + word.dropFirst()) != nil
  }

  /// Why two names can be one person's, or nothing; `sameName` where they are the same words.
  func reason(_ left: PersonName, _ right: PersonName) -> MergeReason? {
    if left.words.map(\.plain) == right.words.map(\.plain) { return .sameName }
    if left.text == right.text || left.joined == right.joined { return .spelling }
    guard !left.isShort || !right.isShort else { return nil }
    let (long, short) =
      left.completeness >= right.completeness ? (left, right) : (right, left)
    guard long.words.count > 1, short.words.count > 1 else { return nil }
    return sameSurname(long, short) ?? reversed(long, short) ?? secondSurname(long, short)
  }

  private func sameSurname(_ long: PersonName, _ short: PersonName) -> MergeReason? {
    guard let a = long.surname, let b = short.surname,
      let first = long.words.first, let other = short.words.first,
      areSpellings(a, b), let given = givenReason(first, other)
    else { return nil }
    let longMiddle = long.words.dropFirst().dropLast()
    let shortMiddle = short.words.dropFirst().dropLast()
    var rest = longMiddle[...]
    var usesInitials = given == .initials
    for word in shortMiddle {
      guard
        let match = rest.firstIndex(where: { givenReason($0, word) != nil })
      else { return nil }
      usesInitials = usesInitials || rest[match].isInitial != word.isInitial
      rest = rest[(match + 1)...]
    }
    if given == .nameForm { return .nameForm }
    if usesInitials { return .initials }
    return longMiddle.count == shortMiddle.count ? .spelling : .middleName
  }

  /// Why two given names can be one.
  private func givenReason(_ left: PersonName.Word, _ right: PersonName.Word) -> MergeReason? {
    if left.isInitial || right.isInitial {
      return left.key.first == right.key.first || left.plain.first == right.plain.first
        ? .initials : nil
    }
    if left.key == right.key { return .spelling }
    if areSpellings(left, right), !haveOtherGenders(left, right) { return .spelling }
    let names = Set(variants.givenNames(left.plain))
    return names.isDisjoint(with: variants.givenNames(right.plain)) ? nil : .nameForm
  }

  private func areSpellings(_ left: PersonName.Word, _ right: PersonName.Word) -> Bool {
    left.key == right.key || Romanisation.areSpellings(left.key, right.key)
  }

  private func haveOtherGenders(_ left: PersonName.Word, _ right: PersonName.Word) -> Bool {
    let genders = [left, right].map { word in
      gazetteer.gender(ofGivenName: word.plain.prefix(1).uppercased() + word.plain.dropFirst())
    }
    return genders[0] != nil && genders[1] != nil && genders[0] != genders[1]
  }

  /// `Xi Jinping` and `Jinping Xi`; not `Thomas Martin` and `Martin Thomas`.
  private func reversed(_ long: PersonName, _ short: PersonName) -> MergeReason? {
    guard long.words.count == 2, short.words.count == 2,
      long.words[0].key == short.words[1].key, long.words[1].key == short.words[0].key,
      !long.words.contains(where: \.isInitial),
      !long.words.allSatisfy({ isGivenName($0.plain) })
    else { return nil }
    return .nameOrder
  }

  /// `Pedro Sánchez Castejón` and `Pedro Sánchez`.
  private func secondSurname(_ long: PersonName, _ short: PersonName) -> MergeReason? {
    guard short.words.count >= 2, long.words.count == short.words.count + 1,
      long.words.prefix(short.words.count).map(\.key) == short.words.map(\.key)
    else { return nil }
    return .secondSurname
  }
}
