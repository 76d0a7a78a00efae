extension Lexicon {
  /// Whether a table has a verb with a lemma.
  func knowsVerb(_ lemma: String) -> Bool {
    verbs[lemma] != nil || attributions[lemma] != nil
      || modalities[lemma]?.contains { [.verb, .auxiliary].contains($0.partOfSpeech) } == true
  }

  /// Whether a table has a noun with a lemma.
  func knowsNoun(_ lemma: String) -> Bool {
    !nominals[lemma].isEmpty || !nouns[lemma].isEmpty || objectNouns.contains(lemma)
  }

  /// The lemma of a noun's form, as `verbLemma(of:guess:)` for verbs.
  func nounLemma(of form: String, guess: String) -> String {
    if knowsNoun(guess) { return guess }
    return PhraseIndex<Frame>.singulars(form).first(where: knowsNoun) ?? guess
  }

  /// The lemma of a verb's form: the one given where the tables know it, else one that they know and
  /// that the form can be of, else the one given.
  ///
  /// A learned lemmatizer misses rare irregular verbs; a table of forms and the spelling rules do not
  /// miss those that the tables ask for.
  func verbLemma(of form: String, guess: String) -> String {
    if knowsVerb(guess) { return guess }
    let irregular = (verbForms[form] ?? []) + Self.prefixed(form, verbForms)
    return (irregular + Self.regular(form)).first(where: knowsVerb) ?? irregular.first
      ?? Self.spelt(form, guess)
  }

  /// The verb of a regular past tense that no table knows, where English spelling leaves no doubt of
  /// its ending: `hoodwink` and no `hoodwinke`, `reshuffle` and no `reshuffl`.
  private static func spelt(_ form: String, _ guess: String) -> String {
    guard form.hasSuffix("ed"), form.count > 4 else { return guess }
    let stem = form.dropLast(2)
    guard let last = stem.last, let before = stem.dropLast().last, last != before,
      !vowels.contains(last)
    else { return guess }
    // A short verb doubles the letter behind its only vowel unless an 'e' follows: `bribed`, `robbed`.
    if vowels.contains(before), !"wxy".contains(last) {
      let isShort = stem.dropLast(2).allSatisfy { !vowels.contains($0) }
      return isShort ? stem + "e" : guess
    }
    guard !vowels.contains(before) else { return guess }
    let takesE = "cgsvz".contains(last) || (last == "l" && !"rw".contains(before))
    return takesE ? stem + "e" : String(stem)
  }

  private static let vowels = "aeiouy"

  /// `retook` as `re` and `took`.
  private static func prefixed(_ form: String, _ irregular: [String: [String]]) -> [String] {
    let prefixes = ["re", "over", "under", "out", "mis", "fore", "with", "up", "co-", "re-", "co"]
    return prefixes.flatMap { prefix -> [String] in
      guard form.hasPrefix(prefix), form.count > prefix.count + 2 else { return [] }
      return (irregular[String(form.dropFirst(prefix.count))] ?? []).map { prefix + $0 }
    }
  }

  /// The verbs that a regular form can be of: `stop`, `stopp` and `stoppe` for `stopped`.
  private static func regular(_ form: String) -> [String] {
    var found: [String] = [form]
    for (ending, replacements) in endings where form.hasSuffix(ending) {
      let stem = String(form.dropLast(ending.count))
      guard stem.count > 1 else { continue }
      found += replacements.map { stem + $0 }
      if let last = stem.last, stem.dropLast().last == last, ending != "s" {
        found.append(String(stem.dropLast()))
      }
    }
    return found
  }

  private static let endings: [(String, [String])] = [
    ("ied", ["y"]), ("ies", ["y"]), ("ying", ["y", "ie"]), ("cked", ["c"]), ("cking", ["c"]),
    ("ed", ["", "e"]), ("ing", ["", "e"]), ("es", ["", "e"]), ("s", [""]), ("d", ["", "e"]),
  ]
}
