/// Finds who speaks in each quotation.
struct SpeakerFinder {
  let lexicon: Lexicon
  let resolved: ResolvedArticle
  let quotations: [Quotation]
  /// The entities that a head word and its conjuncts stand for, in a sentence.
  let entities: (_ word: Int, _ sentence: Int) -> [Int]

  /// Those to whom a quotation is said, by the verb of saying beside it: `told reporters`.
  func addressees(of quotation: Quotation) -> [Int] {
    for (index, sentence) in resolved.annotated.sentences.enumerated()
    where sentence.range.overlaps(quotation.range) {
      let tree = resolved.trees[index]
      let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
      for verb in verbs(in: index, beside: quotation) {
        let words = lexicon.attribution(tree.lemma(verb), upos: .verb)?.addressee ?? []
        let heads = words.flatMap { slot -> [Int] in
          switch slot {
          case .object: tree.children(of: verb, "obj")
          case .indirectObject: tree.children(of: verb, "iobj")
          case .preposition(let word): arguments.obliques(of: verb, preposition: word.underscored)
          default: []
          }
        }
        let found = heads.flatMap { entities($0, index) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// The verb of saying beside a quotation that has a subject, with its sentence.
  func speech(beside quotation: Quotation) -> (verb: Int, sentence: Int)? {
    for (index, sentence) in resolved.annotated.sentences.enumerated()
    where sentence.range.overlaps(quotation.range) {
      let tree = resolved.trees[index]
      let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
      let verb = verbs(in: index, beside: quotation).first { verb in
        !arguments.subjects(of: verb).isEmpty
      }
      if let verb { return (verb, index) }
    }
    return nil
  }

  /// The speakers of each quotation; none where the text does not say.
  func speakers() -> [[Int]] {
    let beside = quotations.map { speakersBeside($0) }
    var found = beside.map { $0 ?? [] }
    let neighbours = NeighbouringSpeakers(lexicon: lexicon, resolved: resolved, entities: entities)
    for index in quotations.indices.dropFirst() {
      let (quotation, before) = (quotations[index], quotations[index - 1])
      if found[index].isEmpty {
        guard beside[index] == nil else { continue }
        // '“…,” Lind said. Okafor said that it was late. “We must go.”'
        let between = neighbours.speakers(between: before, and: quotation)
        if !between.isEmpty {
          found[index] = between
        } else if continues(quotation, after: before) {
          found[index] = found[index - 1]
        }
      } else if let pronoun = pronoun(beside: quotation) {
        // '“Lind is the best,” she said': who speaks does not name herself.
        found[index].removeAll { isNamed($0, in: quotation) }
        guard isNear(quotation, before) else { continue }
        // '“…,” she added': who has just spoken goes on.
        let same = found[index - 1].filter { isMeant(by: pronoun, $0) }
        if same.count == 1, !isNamed(found[index], between: before, and: quotation) {
          found[index] = same
        }
      }
    }
    for index in quotations.indices where beside[index] == nil && found[index].isEmpty {
      found[index] = neighbours.speakers(of: quotations[index], among: quotations, found)
    }
    return found
  }

  /// The pronoun that is the subject of the verb of saying beside a quotation.
  private func pronoun(beside quotation: Quotation) -> String? {
    for (index, sentence) in resolved.annotated.sentences.enumerated()
    where sentence.range.overlaps(quotation.range) {
      let tree = resolved.trees[index]
      guard let verb = verbs(in: index, beside: quotation).first else { continue }
      let subjects = tree.children(of: verb, "nsubj")
      guard subjects.count == 1, tree.tokens[subjects[0]].upos == .pronoun else { return nil }
      return tree.form(subjects[0])
    }
    return nil
  }

  /// Whether the words of a quotation name an entity.
  private func isNamed(_ entity: Int, in quotation: Quotation) -> Bool {
    resolved.table[entity].mentions.contains { mention in
      mention.form == .name
        && quotation.range.contains(
          resolved.trees[mention.sentence].tokens[mention.head].range)
    }
  }

  /// Whether a sentence between two quotations has one of several as its subject by name: who is spoken
  /// of there speaks next.
  private func isNamed(
    _ speakers: [Int], between before: Quotation, and after: Quotation
  ) -> Bool {
    resolved.annotated.sentences.indices.contains { index in
      let range = resolved.annotated.sentences[index].range
      let tree = resolved.trees[index]
      guard range.begin >= before.range.end, range.end <= after.range.begin,
        let root = tree.root
      else { return false }
      return tree.children(of: root, "nsubj").contains { subject in
        tree.subtree(of: subject).contains { word in
          resolved.table.namedEntity(at: word, sentence: index).map(speakers.contains) ?? false
        }
      }
    }
  }

  private func isMeant(by pronoun: String, _ entity: Int) -> Bool {
    let entity = resolved.table[entity]
    return switch pronoun {
    case "he": entity.type == .person && entity.gender != .female
    case "she": entity.type == .person && entity.gender != .male
    case "it": [.organization, .group, .country, .region].contains(entity.type)
    default: false
    }
  }

  /// Whether no more than one paragraph stands between two quotations.
  private func isNear(_ quotation: Quotation, _ previous: Quotation) -> Bool {
    let blocks = resolved.annotated.article.blocks
    guard let block = blocks.firstIndex(where: { $0.range.overlaps(quotation.range) }),
      let before = blocks.firstIndex(where: { $0.range.overlaps(previous.range) })
    else { return false }
    return block - before <= 2
  }

  /// Whether a quotation goes on with the one before it: in the same paragraph, or as a paragraph
  /// of nothing but a quotation right after it.
  private func continues(_ quotation: Quotation, after previous: Quotation) -> Bool {
    let blocks = resolved.annotated.article.blocks
    guard let block = blocks.firstIndex(where: { $0.range.overlaps(quotation.range) }),
      let before = blocks.firstIndex(where: { $0.range.overlaps(previous.range) })
    else { return false }
    if block == before { return true }
    let readBetween = blocks[(before + 1)..<block].contains(where: \.isRead)
    return !readBetween && blocks[block].range.count <= quotation.range.count + 4
  }

  /// Who speaks by the words around a quotation: nobody that we know where these name somebody else,
  /// and nothing where they do not say.
  private func speakersBeside(_ quotation: Quotation) -> [Int]? {
    for (index, sentence) in resolved.annotated.sentences.enumerated()
    where sentence.range.overlaps(quotation.range) {
      if let found = speakers(in: index, beside: quotation) { return found }
    }
    let found = introduction(of: quotation)
    return found.isEmpty ? nil : found
  }

  /// `He said: “…”`, where the splitter ended a sentence at the colon.
  private func introduction(of quotation: Quotation) -> [Int] {
    let sentences = resolved.annotated.sentences
    guard
      let first = sentences.firstIndex(where: { $0.range.overlaps(quotation.range) }), first > 0,
      sentences[first - 1].tokens.last?.form == ":"
    else { return [] }
    return speakers(in: first - 1, beside: quotation)
      ?? IntroducedSpeech(lexicon: lexicon, resolved: resolved).speakers(introducedIn: first - 1)
  }

  private func speakers(in sentence: Int, beside quotation: Quotation) -> [Int]? {
    let tree = resolved.trees[sentence]
    let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
    for verb in verbs(in: sentence, beside: quotation) {
      // 'told the agency dpa': who is told stands behind the verb, and is no speaker.
      let cue = lexicon.attribution(tree.lemma(verb), upos: .verb)
      let subjects =
        (cue.flatMap { tree.quoted(by: $0, at: verb) } ?? arguments.subjects(of: verb))
        // The parser may take the quoted words for the subject of the verb behind them.
        .filter { !isQuoted(tree.tokens[$0].range, beside: quotation) }
      let before = subjects.filter { $0 < verb }
      let heads = before.isEmpty ? subjects : before
      let found = heads.flatMap { entities($0, sentence) }
      // 'Lind, chair of Local 20, Dockers' Union, said': of two subjects that stand apart he speaks.
      let persons = found.filter { resolved.table[$0].type == .person }
      if heads.count > 1, persons.count == 1 { return persons }
      if !found.isEmpty { return found }
      if isSaid(by: heads, verb, quotation, tree) { return [] }
    }
    for index in tree.tokens.indices where tree.preposition(of: index) == "according_to" {
      let found = entities(index, sentence)
      if !found.isEmpty { return found }
    }
    guard let verb = judgement(in: sentence, by: quotation) else { return nil }
    let found = arguments.subjects(of: verb).filter { $0 < verb }
      .flatMap { entities($0, sentence) }
    return found.isEmpty ? nil : found
  }

  /// Whether a word is quoted with a quotation: in it, or in the first part of one that the speaker breaks
  /// (`“Chile,” Lind said, “has left”`).
  private func isQuoted(_ word: TextRange, beside quotation: Quotation) -> Bool {
    quotations.contains { other in
      other.range.contains(word)
        && (other.index == quotation.index || !other.range.contains(quotation.range))
    }
  }

  /// Whether a verb of saying right beside a quotation has a subject, though none that we know:
  /// `“…,” a clerk of the court said`.
  private func isSaid(
    by subjects: [Int], _ verb: Int, _ quotation: Quotation, _ tree: SentenceTree
  ) -> Bool {
    guard let subject = subjects.first, tree.tokens[subject].upos == .noun,
      lexicon.attribution(tree.lemma(verb), upos: .verb)?.takesDirectSpeech == true,
      tree.tokens[subject].head == verb
    else { return false }
    let phrase = Set(tree.subtree(of: subject))
    let inside = tree.tokens.indices.filter { quotation.range.contains(tree.tokens[$0].range) }
    guard let first = inside.first, let last = inside.last else { return false }
    let between = last < verb ? (last + 1)..<verb : (verb + 1)..<max(first, verb + 1)
    return between.allSatisfy {
      phrase.contains($0) || tree.tokens[$0].upos == .punctuation
    }
  }

  /// The verb by which somebody calls something what a quotation says: `hailed it as “a victory”`,
  /// `denounced the “senseless violence”`.
  private func judgement(in sentence: Int, by quotation: Quotation) -> Int? {
    let tree = resolved.trees[sentence]
    return tree.tokens.indices.lazy
      .filter { quotation.range.contains(tree.tokens[$0].range) }
      .compactMap { word -> Int? in
        guard let verb = tree.tokens[word].head, tree.tokens[verb].upos == .verb,
          isOutside(tree.tokens[verb].range),
          tree.preposition(of: word) == "as" && tree.has(word, "obl")
            || tree.has(word, "obj") && isJudging(tree.lemma(verb))
        else { return nil }
        return verb
      }.first
  }

  /// Whether a verb says what its subject thinks of its object.
  private func isJudging(_ verb: String) -> Bool {
    lexicon.verbFrames(verb).contains {
      Self.judging.contains($0.property) && $0.objectNouns.isEmpty
        && $0.subject.contains(.subject) && $0.object.contains(.object)
    }
  }

  private static let judging: Set<String> = [
    "condemned", "criticised", "praised", "rejected", "welcomed",
  ]

  /// The verbs of saying outside of quotations, the nearest first.
  private func verbs(in sentence: Int, beside quotation: Quotation) -> [Int] {
    let tree = resolved.trees[sentence]
    let verbs = tree.tokens.indices.filter { index in
      tree.tokens[index].upos == .verb && isOutside(tree.tokens[index].range)
        && !continuesQuotation(index, tree) && !isAside(index, tree, from: quotation)
        && lexicon.attribution(tree.lemma(index), upos: .verb).map { $0.kind != .want } ?? false
    }
    return verbs.sorted {
      distance(tree.tokens[$0].range, quotation.range)
        < distance(tree.tokens[$1].range, quotation.range)
    }
  }

  /// Whether a verb stands in a relative clause or participle that the quotation is no part of.
  ///
  /// In `Lind, who has ruled since 2012, hailed it as “…”` nobody said it in 2012, and after `a raid
  /// ordered by the judge` the judge says nothing.
  private func isAside(_ verb: Int, _ tree: SentenceTree, from quotation: Quotation) -> Bool {
    guard tree.has(verb, "acl:relcl") || (tree.has(verb, "acl") && tree.tokens[verb].xpos == "VBN")
    else { return false }
    return !tree.subtree(of: verb).contains { quotation.range.contains(tree.tokens[$0].range) }
  }

  /// Whether a verb behind a quotation goes on with its clause: `could “wave a wand” and find help`.
  private func continuesQuotation(_ verb: Int, _ tree: SentenceTree) -> Bool {
    guard tree.has(verb, "conj"), let head = tree.tokens[verb].head, head < verb else {
      return false
    }
    return !isOutside(tree.tokens[head].range) && tree.child(of: verb, "nsubj") == nil
  }

  private func isOutside(_ range: TextRange) -> Bool {
    !quotations.contains { $0.range.contains(range) }
  }

  private func distance(_ range: TextRange, _ other: TextRange) -> Int {
    range.end <= other.begin ? other.begin - range.end : max(0, range.begin - other.end)
  }
}
