/// What common nouns stand for.
extension NominalResolver {
  /// What a noun stands for by the lexicon, else by what the language model takes its phrase for.
  func nominal(_ head: Int, _ tree: SentenceTree) -> NominalType? {
    let lemma = Self.plain(tree.lemma(head))
    if let known = listed(lemma, head, tree) {
      if known.type == .organization, isIdiom(head, tree) { return nil }
      // 'a series of calls' is no work.
      if known.type == .work, lexicon.partitives[lemma] != nil,
        tree.children(of: head, "nmod").contains(where: {
          tree.preposition(of: $0) == "of" && isPlural($0, tree)
        })
      {
        return nil
      }
      guard known.type == .country, isPlural(head, tree) else { return known }
      // `Arab countries` are a group of states and no state.
      return NominalType(lemma: lemma, type: .group)
    }
    if isCrowd(head, tree) { return lexicon.nominal("people") }
    if lexicon.partitives[lemma] != nil || isIdiom(head, tree) { return nil }
    switch tree.tokens[head].phraseType {
    case .person: return NominalType(lemma: lemma, type: isPlural(head, tree) ? .group : .person)
    case .organization: return NominalType(lemma: lemma, type: .organization)
    case .place: return NominalType(lemma: lemma, type: .place)
    default: return nil
    }
  }

  /// `on board`, `at court`: a noun in the singular with nothing but a preposition before it is where
  /// or how something is.
  private func isIdiom(_ head: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[head].xpos == "NN" && ["on", "at"].contains(tree.preposition(of: head) ?? "")
      && tree.children(of: head, "case").first == head - 1
      && tree.dependents[head].allSatisfy { $0 < head }
  }

  /// `Thousands gathered`: a number that nothing is counted with counts people.
  func isCrowd(_ head: Int, _ tree: SentenceTree) -> Bool {
    isPlural(head, tree) && lexicon.partitives[tree.lemma(head)] == "number"
      && tree.has(head, anyOf: ["nsubj"])
      && tree.child(of: head, "nmod", "case", "nummod", "cc") == nil
  }

  /// What a noun of two words stands for: `defence ministers`.
  func compound(_ head: Int, _ tree: SentenceTree) -> NominalType? {
    guard head > 0, tree.tokens[head - 1].head == head,
      tree.has(head - 1, anyOf: ["amod", "compound"])
    else { return nil }
    return lexicon.nominal("\(tree.form(head - 1)) \(Self.plain(tree.lemma(head)))")
  }

  /// What the lexicon has a noun stand for where it stands.
  private func listed(_ lemma: String, _ head: Int, _ tree: SentenceTree) -> NominalType? {
    guard let known = compound(head, tree) ?? lexicon.nominal(lemma) else { return nil }
    return known.isOnlySpeaker && !isSpeaker(head, tree) ? nil : inContext(known, tree)
  }

  /// What a noun means in this article, by the words of the sentence or by three in all.
  private func inContext(_ nominal: NominalType, _ tree: SentenceTree) -> NominalType {
    guard let sense = nominal.sense, let other = lexicon.nominal(sense.noun) else { return nominal }
    let cues = lexicon.contextCues(sense.context)
    if tree.tokens.indices.contains(where: { cues.contains(tree.lemma($0)) }) { return other }
    let found = trees.map { tree in
      Set(tree.tokens.indices.map(tree.lemma)).intersection(cues)
    }
    return found.reduce(into: Set()) { $0.formUnion($1) }.count > 2 ? other : nominal
  }

  /// Whether a noun says something: `the release said`, `according to the release`.
  private func isSpeaker(_ head: Int, _ tree: SentenceTree) -> Bool {
    let first = tree.firstConjunct(of: head)
    if ["according_to", "per"].contains(tree.preposition(of: first) ?? "") { return true }
    guard tree.has(first, "nsubj"), let verb = tree.tokens[first].head else { return false }
    return lexicon.attribution(tree.lemma(verb), upos: .verb) != nil
  }

  /// The noun of `ex-minister`.
  static func plain(_ lemma: String) -> String {
    lemma.hasPrefix("ex-") ? String(lemma.dropFirst(3)) : lemma
  }

  func isPlural(_ head: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[head].xpos.hasSuffix("S")
  }
}
