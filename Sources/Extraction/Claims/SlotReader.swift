/// Finds the words and entities that fill the slots of frames in one sentence.
struct SlotReader {
  let tree: SentenceTree
  let arguments: ClauseArguments
  /// The entities that a word alone stands for.
  let entitiesAt: (Int) -> [Int]
  /// Whether a name of something that acts covers a word.
  let isName: (Int) -> Bool
  /// Nouns that count or collect what stands after `of`, and how: as a fraction of it for instance.
  let partitives: [String: String]

  /// The entities in a slot of a verb or noun, all that is coordinated among them.
  func fillers(of slot: Slot, at anchor: Int) -> [Filler] {
    let words = words(in: slot, at: anchor)
    // What is coordinated with the noun itself has modifiers of its own: in 'the government of Chad
    // and the rebels', the rebels are no government.
    guard slot == .bearer, words == [anchor] else {
      return expand(words).filter { !isBeyond($0.token, anchor, words) }
    }
    let entity = named(anchor)
    return entitiesAt(entity).map { Filler(entity: $0, token: anchor) }
  }

  /// Whether a conjunct stands behind the clause that only the first of its coordination has: in
  /// `Lind, who leads the party, and Okafor` it is Lind alone who leads it.
  private func isBeyond(_ member: Int, _ anchor: Int, _ words: [Int]) -> Bool {
    guard member > anchor, let word = words.first(where: { $0 < anchor }), member != word,
      !words.contains(member)
    else { return false }
    return tree.ancestors(of: anchor).contains(word)
  }

  /// The head words in a slot of a verb or noun.
  func words(in slot: Slot, at anchor: Int) -> [Int] {
    switch slot {
    case .subject: subjectWords(of: anchor)
    case .object: tree.tokens[anchor].upos == .verb ? arguments.objects(of: anchor) : []
    case .indirectObject: arguments.indirectObjects(of: anchor)
    case .possessive: tree.children(of: anchor, "nmod:poss")
    case .adjective: tree.children(of: anchor, "amod", "compound").filter { $0 < anchor }
    case .owner: subjectWords(of: anchor).flatMap { tree.children(of: $0, "nmod:poss") }
    case .compound:
      tree.children(of: anchor, "compound", "nmod:desc", "nmod:unmarked").filter { $0 < anchor }
    case .between: arguments.obliques(of: anchor, preposition: "between")
    case .among: arguments.obliques(of: anchor, preposition: "among")
    case .preposition(let word):
      tree.preposition(of: anchor) == word.underscored && tree.child(of: anchor, "cop") != nil
        ? [anchor] : arguments.obliques(of: anchor, preposition: word.underscored)
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
    case .clause: tree.children(of: anchor, "ccomp", "xcomp")
    case .conjunct: tree.conjuncts(of: anchor).filter { $0 != anchor }
    case .theme: themes(of: anchor)
    // What other sentences say fills the last two: see `ImpliedArguments`.
    case .each, .number, .date, .sides, .held: []
    }
  }

  /// The members of a plural or coordinated subject, or of what stands before a noun.
  func group(at anchor: Int) -> [Filler] {
    if tree.tokens[anchor].upos == .verb { return expand(subjectWords(of: anchor), isGroup: true) }
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
    let subjects = ownSubjects(of: anchor)
    guard !subjects.isEmpty else { return [] }
    // 'which, along with Chile, is part of the group'.
    return subjects + companions(of: anchor)
  }

  /// What goes along with a word: `along with Chile`, as one preposition or as an adverb and one.
  private func companions(of word: Int) -> [Int] {
    tree.children(of: word, "obl", "nmod").filter(tree.isCompanion)
  }

  private func ownSubjects(of anchor: Int) -> [Int] {
    if tree.tokens[anchor].upos == .verb { return arguments.subjects(of: anchor) }
    if tree.has(anchor, anyOf: ["nmod", "acl"]), let head = tree.tokens[anchor].head {
      return [head]
    }
    guard tree.child(of: anchor, "cop") != nil || tree.has(anchor, "xcomp") else {
      return bearers(of: anchor)
    }
    return arguments.surfaceSubjects(of: anchor, depth: 0)
  }

  private func complementSubjects(of anchor: Int) -> [Int] {
    tree.children(of: anchor, "ccomp", "xcomp")
      .filter { tree.has($0, "ccomp") || tree.child(of: $0, "nsubj") != nil }
      .flatMap { arguments.surfaceSubjects(of: $0, depth: 0) }
  }

  /// Whom a relational noun is said of: its subject, or the noun beside it, or the noun itself.
  private func bearers(of noun: Int) -> [Int] {
    if tree.child(of: noun, "cop") != nil { return tree.children(of: noun, "nsubj") }
    // 'is a scholar and a supporter of the law': who is the one is the other.
    let first = tree.firstConjunct(of: noun)
    if first != noun, tree.child(of: first, "cop") != nil, tree.tokens[first].upos == .noun {
      return tree.children(of: first, "nsubj")
    }
    if let one = one(of: first) {
      if tree.child(of: one, "cop") != nil { return tree.children(of: one, "nsubj") }
      if tree.has(one, "appos"), let head = tree.tokens[one].head { return [head] }
    }
    guard let head = tree.tokens[noun].head else { return [noun] }
    // 'became a critic of the bank and a friend of Okafor'.
    if tree.has(first, "xcomp"), tree.tokens[noun].xpos == "NN",
      let governor = tree.tokens[first].head, ["become", "remain"].contains(tree.lemma(governor))
    {
      return arguments.surfaceSubjects(of: governor, depth: 0)
    }
    // 'the authority-controlled town': the town is no authority.
    if noun + 1 < tree.tokens.count, tree.tokens[noun + 1].form == "-" { return [noun] }
    // 'Lind, whose wife Ida Moe …': the wife is not Lind, whatever the parser makes of it.
    let isOfAntecedent = tree.children(of: noun, "nmod:poss").contains { tree.form($0) == "whose" }
    if tree.has(noun, "appos"), tree.tokens[noun].xpos == "NN", !isOfAntecedent {
      // 'Lind and Okafor, a baker': the parser hangs it on the first, and it is the last.
      return [tree.conjuncts(of: head).filter { $0 < noun }.max() ?? head]
    }
    if tree.has(noun, anyOf: ["appos", "amod", "acl", "compound", "nmod:desc"]), !isOfAntecedent {
      return [head]
    }
    let beside = tree.children(of: noun, "appos", "flat", "nmod:desc")
    return beside.isEmpty ? [noun] : beside
  }

  /// The `one` in `Lind is one of the founders of Helio and a friend of Okafor`.
  private func one(of noun: Int) -> Int? {
    guard tree.has(noun, "nmod"), tree.preposition(of: noun) == "of",
      let one = tree.tokens[noun].head, tree.form(one) == "one", !tree.isNegated(one)
    else { return nil }
    return one
  }

  /// The entities of words and of all that is coordinated with them or goes along with them.
  func expand(_ words: [Int], isGroup: Bool = false) -> [Filler] {
    words.flatMap { word -> [Filler] in
      guard !tree.isNegatedNoun(word), !isPart(word) else { return [] }
      let companions = companions(of: word).flatMap { tree.conjuncts(of: $0) }
      let conjuncts = tree.conjuncts(of: word).filter { $0 == word || !tree.isContrasted($0) }
      let members = (conjuncts + companions).flatMap { member in
        // What several do to one another is not told of the examples alone.
        let examples = isGroup ? [] : examples(of: member)
        return examples.isEmpty ? [member] : examples
      }
      return members.flatMap { member in
        let name = named(content(of: member))
        // 'the presidents, Lind and Roth': both are.
        let isSeveral = name != member && tree.tokens[member].xpos.hasSuffix("S")
        return (isSeveral ? tree.conjuncts(of: name) : [name]).flatMap(entitiesAt)
          .map { Filler(entity: $0, token: member) }
      }
    }.uniqued()
  }

  /// The names that stand for a plural before them: `states such as Chile and Peru`, `states including
  /// Chile`.
  private func examples(of noun: Int) -> [Int] {
    guard tree.tokens[noun].xpos == "NNS" else { return [] }
    return tree.children(of: noun, "nmod").filter {
      $0 > noun && ["such_as", "including"].contains(tree.preposition(of: $0) ?? "")
        && tree.tokens[$0].upos == .properNoun
    }.flatMap { tree.conjuncts(of: $0) }
  }

  /// The name beside a noun that says what the name is of: `Ahmed` in `the watchdog Ahmed`, `Roth` in
  /// `Roth, a chemist`.
  private func named(_ word: Int) -> Int {
    // 'Lind, a Democrat who …': it is Lind who does.
    if tree.tokens[word].upos == .properNoun, tree.has(word, "appos"),
      let head = tree.tokens[word].head, head < word, isName(head),
      tree.isIndefinite(word)
    {
      return head
    }
    // A title in capitals may head its bearer's name: 'Foreign Minister Jan Lind'.
    let isTitle = tree.tokens[word].upos == .properNoun && !isName(word)
    // 'a Russian, Ivan Lind'
    let isCompatriot =
      tree.tokens[word].upos == .adjective && tree.child(of: word, "appos", "det") != nil
    guard tree.tokens[word].upos == .noun || isTitle || isCompatriot else { return word }
    let names = tree.children(of: word, "appos", "flat", "nmod:desc", "compound").filter {
      $0 > word && tree.tokens[$0].upos == .properNoun && isName($0)
        && (tree.has($0, "appos")
          || tree.tokens[word + 1..<$0].allSatisfy { $0.upos != .punctuation })
    }
    if let name = names.first { return name }
    // 'Roth, a chemist based in Oslo': it is Roth who is based there.
    guard tree.has(word, "appos"), let head = tree.tokens[word].head, head < word,
      tree.tokens[head].upos == .properNoun, isName(head)
    else { return word }
    return head
  }

  /// What the complement, the object or the obliques of a word are about, further down: `Sweden` in
  /// `protest against Sweden's decision`, `Mali` in `refused to send troops to Mali`.
  private func themes(of anchor: Int) -> [Int] {
    var found: [Int] = []
    var pending = tree.children(of: anchor, "xcomp", "obj", "obl", "nmod").filter {
      !Self.settings.contains(tree.preposition(of: $0) ?? "")
    }
    var steps = 0
    while !pending.isEmpty, steps < 30 {
      let word = pending.removeFirst()
      steps += 1
      let isEntity = tree.conjuncts(of: word).contains { !entitiesAt($0).isEmpty }
      if isEntity, tree.tokens[word].upos != .verb { found.append(word) }
      pending += tree.children(
        of: word, "obj", "xcomp", "nmod", "obl", "nmod:poss", "amod", "advcl"
      )
      .filter { child in
        !Self.settings.contains(tree.preposition(of: child) ?? "") && !tree.isFinite(child)
      }
    }
    return found
  }

  /// Prepositions of times, sources and grounds, which are not what something is about.
  private static let settings: Set<String> = [
    "after", "before", "during", "since", "until", "despite", "because_of", "following",
    "according_to", "amid", "by", "as",
  ]

  /// Whether a noun stands for a part of what stands behind it and what is said of the part does not
  /// hold for all of it: `half of the passengers`, `former members of the party`.
  private func isPart(_ word: Int) -> Bool {
    guard let kind = partitives[tree.lemma(word)], content(of: word) != word else { return false }
    switch kind {
    case "fraction": return true
    case "member": return tree.child(of: word, "amod", "compound", "nummod") != nil
    default: return false
    }
  }

  /// The word with the content where a noun only counts or collects: `hundreds of soldiers`.
  func content(of word: Int) -> Int {
    guard entitiesAt(word).isEmpty, partitives[tree.lemma(word)] != nil,
      let inner = arguments.obliques(of: word, preposition: "of").first
    else { return word }
    // 'tens of thousands of teachers'
    return inner == word ? word : content(of: inner)
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
