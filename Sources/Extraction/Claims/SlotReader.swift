/// Finds the words and entities that fill the slots of frames in one sentence.
struct SlotReader {
  let tree: SentenceTree
  let arguments: ClauseArguments
  /// The entities that a word alone stands for.
  let entitiesAt: (Int) -> [Int]

  /// The entities in a slot of a verb or noun, all that is coordinated among them.
  func fillers(of slot: Slot, at anchor: Int) -> [Filler] { expand(words(in: slot, at: anchor)) }

  /// The head words in a slot of a verb or noun.
  func words(in slot: Slot, at anchor: Int) -> [Int] {
    switch slot {
    case .subject: subjectWords(of: anchor)
    case .object: tree.tokens[anchor].upos == .verb ? arguments.objects(of: anchor) : []
    case .indirectObject: tree.children(of: anchor, "iobj")
    case .possessive: tree.children(of: anchor, "nmod:poss")
    case .adjective: tree.children(of: anchor, "amod", "compound")
    case .compound: tree.children(of: anchor, "compound", "nmod:desc")
    case .between: arguments.obliques(of: anchor, preposition: "between")
    case .among: arguments.obliques(of: anchor, preposition: "among")
    case .preposition(let word): arguments.obliques(of: anchor, preposition: word)
    case .openComplement: tree.children(of: anchor, "xcomp")
    case .clausalComplement: complementSubjects(of: anchor)
    case .adnominalClause: tree.children(of: anchor, "acl")
    case .bearer: bearers(of: anchor)
    case .adverbialClause: tree.children(of: anchor, "advcl")
    case .clausalSubject: tree.children(of: anchor, "csubj")
    case .auxiliary: tree.children(of: anchor, "aux")
    case .second: [anchor]
    case .first: isHyphenated(anchor) ? [anchor - 2] : []
    case .head: [tree.tokens[anchor].head].compactMap(\.self)
    case .marked, .governor: [tree.tokens[anchor].head].compactMap(\.self)
    case .each, .clause, .number, .date: []
    }
  }

  /// The members of a plural or coordinated subject, or of what stands before a noun.
  func group(at anchor: Int) -> [Filler] {
    if tree.tokens[anchor].upos == .verb { return expand(subjectWords(of: anchor)) }
    return expand(tree.children(of: anchor, "compound", "amod", "nmod:poss"))
  }

  /// The verb that a noun is the object of, where it is one of `lemmas`: `hold` in `hold talks`.
  func lightVerb(above noun: Int, among lemmas: Set<String>) -> Int? {
    guard !lemmas.isEmpty, let verb = tree.tokens[noun].head, tree.tokens[verb].upos == .verb,
      tree.has(noun, anyOf: ["obj", "nsubj:pass", "obl"]), lemmas.contains(tree.lemma(verb))
    else { return nil }
    return verb
  }

  /// Whether a word is the second half of `Russian-mediated`, which is three tokens.
  func isHyphenated(_ word: Int) -> Bool {
    word >= 2 && ["-", "‐", "‑", "–"].contains(tree.tokens[word - 1].form)
  }

  private func subjectWords(of anchor: Int) -> [Int] {
    if tree.tokens[anchor].upos == .verb { return arguments.subjects(of: anchor) }
    guard tree.child(of: anchor, "cop") != nil || tree.has(anchor, "xcomp") else {
      return bearers(of: anchor)
    }
    return arguments.surfaceSubjects(of: anchor, depth: 0)
  }

  private func complementSubjects(of anchor: Int) -> [Int] {
    tree.children(of: anchor, "ccomp").flatMap { arguments.surfaceSubjects(of: $0, depth: 0) }
  }

  /// Whom a relational noun is said of: its subject, or the noun beside it, or the noun itself.
  private func bearers(of noun: Int) -> [Int] {
    if tree.child(of: noun, "cop") != nil { return tree.children(of: noun, "nsubj") }
    guard let head = tree.tokens[noun].head else { return [noun] }
    if tree.has(noun, anyOf: ["appos", "amod", "acl", "compound", "nmod:desc"]) { return [head] }
    let beside = tree.children(of: noun, "appos", "flat", "nmod:desc")
    return beside.isEmpty ? [noun] : beside
  }

  /// The entities of words and of all that is coordinated with them or goes along with them.
  func expand(_ words: [Int]) -> [Filler] {
    words.flatMap { word -> [Filler] in
      guard !tree.isNegatedNoun(word) else { return [] }
      let companions = ["along_with", "together_with", "as_well_as"].flatMap {
        arguments.obliques(of: word, preposition: $0)
      }
      return (tree.conjuncts(of: word) + companions).flatMap { member in
        entitiesAt(content(of: member)).map { Filler(entity: $0, token: member) }
      }
    }.uniqued()
  }

  /// The word with the content where a noun only counts or collects: `hundreds of soldiers`.
  private func content(of word: Int) -> Int {
    guard entitiesAt(word).isEmpty, Self.partitives.contains(tree.lemma(word)),
      let inner = arguments.obliques(of: word, preposition: "of").first
    else { return word }
    return inner
  }

  private static let partitives: Set<String> = [
    "some", "many", "most", "all", "both", "hundred", "thousand", "dozen", "number", "group",
    "series", "one", "two", "three", "several", "lot", "majority", "million", "member", "part",
    "couple", "handful", "each", "none", "half",
  ]
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
