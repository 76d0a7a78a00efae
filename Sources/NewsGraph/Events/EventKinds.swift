import Extraction

/// What sort of event a name made of common nouns means, by the nouns of the lexicon.
struct EventKinds {
  /// A noun of the lexicon for events.
  struct Noun: Hashable {
    /// The usual noun: `earthquake` for a quake.
    var noun: String
    /// The sort of event: `talks` for talks and negotiations.
    var kind: String
  }

  private let lexicon: Lexicon

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The noun at the end of a name, the longest that the lexicon has: `peace talks` of
  /// `Russian peace talks`, which are those of `Russian peace talks in Geneva` too.
  func noun(of name: String) -> Noun? {
    // An event that has its day is named already: 'Talks in Geneva, 9 October 2020'.
    noun(atEndOf: name) ?? (name.contains(",") ? nil : noun(atEndOf: Self.head(of: name)))
  }

  /// A name without what tells which one it is by naming something: `talks` of `talks in Geneva`.
  static func head(of name: String) -> String {
    let words = name.split(separator: " ")
    let end = words.indices.dropFirst().first { index in
      let next = words.dropFirst(index + 1).first { $0 != "the" }
      return NounQualifier.prepositions.contains(String(words[index]))
        && next?.first?.isUppercase == true
    }
    return words[..<(end ?? words.endIndex)].joined(separator: " ")
  }

  private func noun(atEndOf name: String) -> Noun? {
    let words = name.lowercased().split(separator: " ").map(String.init)
    for start in words.indices {
      let phrase = words[start...].joined(separator: " ")
      for lemma in Self.singulars(of: phrase) {
        guard let nominal = lexicon.nominal(lemma), nominal.type == .event else { continue }
        let noun = nominal.nameWithoutScope ?? phrase
        return Noun(noun: noun, kind: nominal.kind ?? noun)
      }
    }
    return nil
  }

  /// A phrase, and what it may be the plural of.
  private static func singulars(of phrase: String) -> [String] {
    var forms = [phrase]
    if phrase.hasSuffix("s") { forms.append(String(phrase.dropLast())) }
    if phrase.hasSuffix("es") { forms.append(String(phrase.dropLast(2))) }
    if phrase.hasSuffix("ies") { forms.append(phrase.dropLast(3) + "y") }
    return forms
  }
}
