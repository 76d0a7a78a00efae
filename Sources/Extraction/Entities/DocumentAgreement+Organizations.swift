/// What shows that a name is an organization's where the language model took it for another.
extension DocumentAgreement {
  /// Names that somewhere stand as only an organization does are organizations everywhere, and not
  /// the persons or places that the language model takes lone foreign words for.
  func withOrganizations(_ names: [NameCandidate]) -> [NameCandidate] {
    let found = Set(
      names.filter { isDoubtful($0) && isOrganizationHere($0, among: names) }.map {
        $0.text.lowercased()
      }
    ).subtracting(surnames(names))
    guard !found.isEmpty else { return names }
    return names.map { name in
      guard isDoubtful(name), found.contains(name.text.lowercased()) else { return name }
      var agreed = name
      agreed.type = .organization
      return agreed
    }
  }

  /// The last words of the full names of persons.
  private func surnames(_ names: [NameCandidate]) -> Set<String> {
    Set(
      names.filter { $0.type == .person && $0.tokens.count > 1 }
        .compactMap { $0.text.split(separator: " ").last?.lowercased() })
  }

  /// Whether nothing but the model's word says that a name is a person's, a place's or an event's.
  private func isDoubtful(_ name: NameCandidate) -> Bool {
    name.form == .name && isOpen(name) && !name.isNested && name.tokens.count == 1
      && [.person, .place, .event].contains(name.type) && name.gender == nil
      && gazetteer.givenName(name.text) == nil
  }

  /// `Halden closed its plant`, `Halden, which …`; and of places, `Halden denied …`.
  private func isOrganizationHere(_ name: NameCandidate, among names: [NameCandidate]) -> Bool {
    let tree = trees[name.sentence]
    let isRelative = tree.children(of: name.head, "acl:relcl").contains { clause in
      tree.children(of: clause, "nsubj", "obj").contains { tree.form($0) == "which" }
    }
    if isRelative, name.type == .person { return true }
    if isOwnerOfCompanyThings(name.head, tree) { return true }
    guard tree.has(name.head, "nsubj"), let verb = tree.tokens[name.head].head else { return false }
    if name.type == .place, let cue = lexicon.attribution(tree.lemma(verb), upos: .verb),
      tree.tokens[verb].upos == .verb, cue.kind != .want
    {
      return true
    }
    if saysOfItself(name.head, verb, tree) { return true }
    let owns = tree.tokens.indices.contains { word in
      word > name.head && tree.form(word) == "its"
        && tree.ancestors(of: word).first { tree.tokens[$0].upos == .verb } == verb
    }
    // 'The bank fell. Lind praised its board': what was named before may own it as well.
    return owns
      && !names.contains { other in
        other.text != name.text && [.country, .organization, .region].contains(other.type)
          && (other.sentence == name.sentence - 1
            || other.sentence == name.sentence && other.head < name.head)
      }
  }

  /// `Halden said it would close a plant`: persons say `he` of themselves.
  private func saysOfItself(_ subject: Int, _ verb: Int, _ tree: SentenceTree) -> Bool {
    guard lexicon.attribution(tree.lemma(verb), upos: .verb) != nil else { return false }
    return tree.children(of: verb, "ccomp").contains { content in
      tree.child(of: content, "expl") == nil && tree.child(of: content, "cop") == nil
        && tree.children(of: content, "nsubj").contains {
          tree.form($0) == "it" && $0 > subject
        }
    }
  }

  /// `Halden's shareholders`, `the chief executive of Halden`: what only companies have.
  private func isOwnerOfCompanyThings(_ name: Int, _ tree: SentenceTree) -> Bool {
    guard tree.has(name, anyOf: ["nmod", "compound"]), let noun = tree.tokens[name].head,
      tree.tokens[noun].upos == .noun,
      tree.has(name, anyOf: ["nmod:poss", "compound"]) || tree.preposition(of: name) == "of"
    else { return false }
    if Self.companyThings.contains(tree.lemma(noun)) { return true }
    return tree.lemma(noun) == "executive"
      && tree.children(of: noun, "amod", "compound").contains { tree.form($0) == "chief" }
  }

  private static let companyThings: Set<String> = [
    "ceo", "headquarters", "shareholder", "share", "stockholder", "subsidiary", "turnover",
  ]

  /// `Halden` is the company where the article has `Halden Energy`, and neither a person nor a place.
  func withShortOrganizations(_ names: [NameCandidate]) -> [NameCandidate] {
    let surnames = surnames(names)
    let longNames = names.filter {
      $0.form == .name && isOpen($0) && !$0.isNested && $0.type == .organization
        && $0.tokens.count > 1
    }
    return names.map { name in
      guard name.form == .name, isOpen(name), !name.isNested, name.gender == nil,
        [.person, .place, .thing].contains(name.type),
        // 'Mo Lind' is no 'Mo Lind Foundation'.
        name.type != .person || name.tokens.count == 1,
        gazetteer.givenName(name.text) == nil, !surnames.contains(name.text.lowercased()),
        longNames.contains(where: {
          $0.text.hasPrefix(name.text + " ") && isClassWord(behind: name, in: $0)
        })
      else { return name }
      var agreed = name
      agreed.type = .organization
      return agreed
    }
  }

  /// Whether the word behind a short name in a long one says what kind of body it is.
  private func isClassWord(behind name: NameCandidate, in long: NameCandidate) -> Bool {
    let next = long.tokens.lowerBound + name.tokens.count
    guard long.tokens.contains(next) else { return false }
    let tokens = trees[long.sentence].tokens
    return gazetteer.givenName(tokens[next].form) == nil
      && !long.tokens.contains {
        [.adposition, .coordinatingConjunction].contains(tokens[$0].upos)
      }
  }
}
