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
        let (country, outer) = country(
          around: index..<(index + length), candidates: candidates, words: words)
      else {
        index += 1
        continue
      }
      let name = NameCandidate(
        sentence: sentence, tokens: outer, head: tree.head(of: index..<(index + length)),
        text: forms[outer].joined(separator: " "), form: .name, type: pattern.type, entry: nil,
        canonicalName: gazetteer.canonicalName(pattern, country: country), country: country,
        countryProperty: pattern.property)
      result = replace(name, in: result)
      index += length
    }
    return result
  }

  /// The country that the phrase belongs to, and the tokens of the whole name.
  private func country(
    around phrase: Range<Int>, candidates: [NameCandidate], words: [String]
  ) -> (Int, Range<Int>)? {
    let isCountry = { (name: NameCandidate) in name.type == .country && name.entry != nil }
    if let before = candidates.first(where: {
      isCountry($0) && $0.tokens.upperBound == phrase.lowerBound
    }), let entry = before.entry {
      return (entry, before.tokens.lowerBound..<phrase.upperBound)
    }
    let possessive = phrase.lowerBound - 1
    if possessive > 0, ["'s", "’s", "'", "’"].contains(words[possessive]),
      let owner = candidates.first(where: { isCountry($0) && $0.tokens.upperBound == possessive }),
      let entry = owner.entry
    {
      return (entry, phrase)
    }
    var next = phrase.upperBound
    guard next < words.count, words[next] == "of" else { return nil }
    next += 1
    if next < words.count, words[next] == "the" { next += 1 }
    guard
      let after = candidates.first(where: { isCountry($0) && $0.tokens.lowerBound == next }),
      let entry = after.entry
    else { return nil }
    return (entry, phrase.lowerBound..<after.tokens.upperBound)
  }

  /// The list with `name`; what lies inside it is nested, what it overlaps otherwise goes.
  private func replace(_ name: NameCandidate, in candidates: [NameCandidate]) -> [NameCandidate] {
    var kept: [NameCandidate] = []
    for var candidate in candidates {
      if !candidate.tokens.overlaps(name.tokens) {
        kept.append(candidate)
      } else if candidate.entry == name.country, candidate.tokens != name.tokens {
        candidate.isNested = true
        kept.append(candidate)
      }
    }
    return kept + [name]
  }
}
