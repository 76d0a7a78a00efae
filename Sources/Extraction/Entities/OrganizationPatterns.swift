/// Names of ministries, armies and parliaments, put together from a country and a phrase:
/// `Azerbaijan's Defence Ministry`, `the Russian foreign ministry`, `Ministry of Defence of …`.
struct OrganizationPatterns {
  let gazetteer: Gazetteer

  /// The candidates with such names in place of the parts that the model saw.
  func apply(
    to candidates: [NameCandidate], forms: [String], sentence: Int, tree: SentenceTree
  ) -> [NameCandidate] {
    let words = forms.map { $0.lowercased() }
    var result = candidates
    var index = 0
    while index < words.count {
      guard let (pattern, length) = gazetteer.organizationPattern(words, at: index),
        let owner = owner(
          of: index..<(index + length), candidates: candidates, words: words)
      else {
        index += 1
        continue
      }
      let phrase = index..<(index + length)
      let isName = forms[phrase].contains { $0.first?.isUppercase == true }
      // 'Chadian and Malian forces' are those of both, which the common noun tells.
      let isWord = !phrase.contains { $0 > 0 && forms[$0].first?.isUppercase == true }
      if isWord, isShared(owner, among: candidates, tree) {
        index += length
        continue
      }
      // 'Belgian public broadcaster RTBF' names it itself.
      if isWord,
        candidates.contains(where: {
          $0.tokens.lowerBound == phrase.upperBound && $0.type == .organization && $0.form == .name
        })
      {
        index += length
        continue
      }
      let tokens = isName && owner.precedes ? phrase : owner.tokens
      let name = NameCandidate(
        sentence: sentence, tokens: tokens, head: tree.head(of: phrase),
        text: tree.text(of: tokens), form: isName ? .name : .nominal,
        type: pattern.type, entry: nil,
        canonicalName: gazetteer.canonicalName(pattern, country: owner.entry),
        country: owner.entry, countryProperty: pattern.property)
      result = replace(name, country: owner, in: result)
      index += length
    }
    return result
  }

  /// The country that a phrase belongs to.
  private struct Owner {
    let entry: Int
    /// The tokens of phrase and country together.
    let tokens: Range<Int>
    /// Whether the country stands before the phrase: `Russian`, `Russia's`.
    let precedes: Bool
  }

  /// Whether the country is one of several that are coordinated.
  private func isShared(
    _ owner: Owner, among candidates: [NameCandidate], _ tree: SentenceTree
  ) -> Bool {
    let heads = candidates.filter { $0.type == .country && $0.entry != nil }.map(\.head)
    return heads.contains { head in
      owner.tokens.contains(head)
        && tree.conjuncts(of: tree.firstConjunct(of: head)).filter(heads.contains).count > 1
    }
  }

  private func owner(
    of phrase: Range<Int>, candidates: [NameCandidate], words: [String]
  ) -> Owner? {
    let isCountry = { (name: NameCandidate) in name.type == .country && name.entry != nil }
    if let before = candidates.first(where: {
      isCountry($0) && $0.tokens.upperBound == phrase.lowerBound
    }), let entry = before.entry {
      // Ethnic Armenian forces are not those of Armenia.
      let first = before.tokens.lowerBound
      if first > 0, words[first - 1] == "ethnic" { return nil }
      return Owner(
        entry: entry, tokens: before.tokens.lowerBound..<phrase.upperBound, precedes: true)
    }
    let possessive = phrase.lowerBound - 1
    if possessive > 0, ["'s", "’s", "'", "’"].contains(words[possessive]),
      let owner = candidates.first(where: { isCountry($0) && $0.tokens.upperBound == possessive }),
      let entry = owner.entry
    {
      return Owner(entry: entry, tokens: phrase, precedes: true)
    }
    var next = phrase.upperBound
    guard next < words.count, words[next] == "of" else { return nil }
    next += 1
    if next < words.count, words[next] == "the" { next += 1 }
    guard
      let after = candidates.first(where: { isCountry($0) && $0.tokens.lowerBound == next }),
      let entry = after.entry
    else { return nil }
    return Owner(
      entry: entry, tokens: phrase.lowerBound..<after.tokens.upperBound, precedes: false)
  }

  /// The list with `name`; what it overlaps goes, but for the country, which is a mention of its
  /// own unless the name ends in it.
  private func replace(
    _ name: NameCandidate, country: Owner, in candidates: [NameCandidate]
  ) -> [NameCandidate] {
    let whole = country.tokens
    var kept: [NameCandidate] = []
    for var candidate in candidates {
      if !candidate.tokens.overlaps(whole) {
        kept.append(candidate)
      } else if candidate.entry == name.country, candidate.tokens != name.tokens {
        candidate.isNested = candidate.tokens.overlaps(name.tokens)
        candidate.isMention = country.precedes || name.form == .nominal
        kept.append(candidate)
      }
    }
    return kept + [name]
  }
}
