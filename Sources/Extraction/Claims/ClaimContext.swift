/// What all claim rules share: the resolved article, its quotations and speakers, dates and places.
struct ClaimContext {
  let knowledge: Knowledge
  let resolved: ResolvedArticle
  let quotations: [Quotation]
  let speakers: [[Int]]
  let addressees: [[Int]]
  let speeches: [(verb: Int, sentence: Int)?]
  private let introducedBy: [Int: [Int]]
  private(set) var timeExpressions: [[TimeExpression]]
  let timeOffsets: [[TimeOffset]]
  let anchorDate: CalendarDate?
  /// The state that the article is about, if there is one.
  let homeState: Int?
  /// The company that the article is about, if there is one.
  let homeCompany: Int?
  private let areas: [String: Int]

  init(knowledge: Knowledge, resolved: ResolvedArticle) {
    self.knowledge = knowledge
    self.resolved = resolved
    areas = ClaimContext.areas(in: resolved, knowledge.lexicon)
    homeState = HomeState.state(of: resolved, knowledge.gazetteer)
    homeCompany = HomeCompany.company(of: resolved, knowledge.gazetteer)
    introducedBy = IntroducedSpeech(lexicon: knowledge.lexicon, resolved: resolved).speakers()
    let article = resolved.annotated.article
    quotations = QuotationFinder.quotations(in: article)
    let finder = SpeakerFinder(
      lexicon: knowledge.lexicon, resolved: resolved, quotations: quotations,
      entities: { word, sentence in
        Self.sources(at: word, in: sentence, resolved)
      })
    speakers = finder.speakers()
    addressees = quotations.map { finder.addressees(of: $0) }
    speeches = quotations.map { finder.speech(beside: $0) }
    let times = TimeExpressionFinder(anchor: article.published?.date ?? article.inferredDate)
    var expressions: [[TimeExpression]] = []
    for (index, annotated) in resolved.annotated.sentences.enumerated() {
      var sentence = annotated
      // The tense around a time is that of the clause that it was hung back on.
      sentence.tokens = resolved.trees[index].tokens
      let dates = (expressions.last ?? []).filter { $0.kind == .date }
      // Across paragraphs, 'two days later' counts only from the one time that there is.
      let earlier = sentence.beginsBlock && dates.count > 1 ? [] : dates
      expressions.append(times.expressions(in: sentence, after: earlier))
    }
    timeExpressions = expressions
    timeOffsets = resolved.annotated.sentences.map { times.offsets(in: $0) }
    anchorDate = times.anchor
    readTimesInQuotations(anchor: times.anchor)
  }

  /// Counts the times in a quotation from the day on which it was said: `“They left yesterday,” she
  /// said on Monday`.
  private mutating func readTimesInQuotations(anchor: CalendarDate?) {
    for quotation in quotations {
      guard let said = date(ofSpeech: quotation), let span = TimeSpan(iso: said) else { continue }
      // Of a month or year in which it was said, nobody knows the yesterday.
      let isNow = anchor.map { span.start <= $0 && $0 <= span.end } ?? false
      guard !isNow, span.isDay || anchor != nil else { continue }
      let finder = TimeExpressionFinder(anchor: span.isDay ? span.start : nil)
      for (index, annotated) in resolved.annotated.sentences.enumerated()
      where annotated.range.overlaps(quotation.range) && !timeExpressions[index].isEmpty {
        var sentence = annotated
        sentence.tokens = resolved.trees[index].tokens
        let isInside = { (time: TimeExpression) in
          time.tokens.allSatisfy { quotation.range.contains(sentence.tokens[$0].range) }
        }
        let others = timeExpressions[index].filter { !isInside($0) }
        let own = finder.expressions(in: sentence).filter(isInside)
        timeExpressions[index] = (others + own).sorted {
          $0.tokens.lowerBound < $1.tokens.lowerBound
        }
      }
    }
  }

  /// Whether a sentence speaks of a subject area: it has a cue of it, or the article has three.
  func speaks(of area: String, in sentence: Int) -> Bool {
    let cues = knowledge.lexicon.contextCues(area)
    if areas[area, default: 0] >= 3 { return true }
    return resolved.trees[sentence].tokens.contains { cues.contains($0.lemma.lowercased()) }
  }

  /// The number of different cues of each subject area in the article.
  private static func areas(in resolved: ResolvedArticle, _ lexicon: Lexicon) -> [String: Int] {
    let lemmas = Set(resolved.trees.flatMap { $0.tokens.map { $0.lemma.lowercased() } })
    return Dictionary(
      uniqueKeysWithValues: lexicon.contextNames.map { name in
        (name, lexicon.contextCues(name).intersection(lemmas).count)
      })
  }

  /// The entities that a word and all that is coordinated with it stand for.
  func entities(of word: Int, in sentence: Int) -> [Int] {
    resolved.trees[sentence].conjuncts(of: word).flatMap {
      resolved.table.entities(atHead: $0, sentence: sentence)
    }
  }

  /// Whether an entity is a place.
  func isLocation(_ entity: Int) -> Bool {
    [.country, .region, .city, .place, .facility].contains(resolved.table[entity].type)
  }

  /// Whether an entity is a place or an event: after `in` or `at`, where something happens.
  func isSetting(_ entity: Int) -> Bool {
    isLocation(entity) || resolved.table[entity].type == .event
  }

  /// The slots of a sentence's words.
  func slots(in sentence: Int) -> SlotReader {
    let tree = resolved.trees[sentence]
    let table = resolved.table
    let people = CountedPeople(gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon)
    return SlotReader(
      tree: tree, arguments: ClauseArguments(tree: tree, controls: knowledge.lexicon.controls),
      entitiesAt: { word in
        let entities = table.entities(atHead: word, sentence: sentence)
        // 'Four Chileans' are no state, and 'ten Liberals' no party.
        guard let named = table.namedEntity(at: word, sentence: sentence),
          people.isCounted(word, tree, naming: table[named].type)
        else { return entities }
        // 'The Frenchman Karl Holm' is Holm.
        let persons = tree.children(of: word, "appos", "flat").filter { $0 == word + 1 }
          .flatMap { table.entities(atHead: $0, sentence: sentence) }
          .filter { table[$0].type == .person }
        return entities.filter { $0 != named } + persons.filter { !entities.contains($0) }
      },
      isName: { word in
        table.namedEntity(at: word, sentence: sentence).map {
          [.person, .organization, .group, .country].contains(table[$0].type)
        } ?? false
      },
      partitives: knowledge.lexicon.partitives)
  }

  /// The standing of a phrase that is taken for granted, quotation marks around it included.
  func ownStanding(at word: Int, in sentence: Int) -> Standing {
    let tree = resolved.trees[sentence]
    var standing = reader(in: sentence).ownStanding(at: word)
    applyQuotation(at: tree.tokens[word].range, to: &standing)
    return standing
  }

  private func reader(in sentence: Int) -> StandingReader {
    let tree = resolved.trees[sentence]
    return StandingReader(
      lexicon: knowledge.lexicon, tree: tree,
      arguments: ClauseArguments(tree: tree, controls: knowledge.lexicon.controls),
      entities: { Self.sources(at: $0, in: sentence, resolved) },
      quotation: { quotationIndex(of: tree.tokens[$0].range) })
  }

  /// The standing of a clause, quotation marks around it included.
  func standing(at word: Int, in sentence: Int) -> Standing {
    let tree = resolved.trees[sentence]
    var standing = reader(in: sentence).standing(at: word)
    applyQuotation(at: tree.tokens[word].range, to: &standing)
    if let source = headingSource(of: word, in: sentence) { standing.attribute(to: [source]) }
    standing.attribute(to: introducedBy[sentence] ?? [])
    return standing
  }

  /// The quotation that a stretch of text lies in.
  func quotationIndex(of range: TextRange) -> Int? {
    quotations.first { $0.range.contains(range) }?.index
  }

  /// What a word inside a quotation says, the speaker says; a quotation of two or three words is
  /// a turn of phrase within somebody's sentence.
  func applyQuotation(at range: TextRange, to standing: inout Standing) {
    guard let quotation = quotations.first(where: { $0.range.contains(range) }) else { return }
    let said = speakers[quotation.index]
    standing.attribute(to: said)
    if said.isEmpty { standing.isHearsay = true }
  }

  /// `Turkey: Ceasefire will fail`: in a heading, the name before the colon is the source.
  private func headingSource(of word: Int, in sentence: Int) -> Int? {
    let annotated = resolved.annotated.sentences[sentence]
    guard [.headline, .heading].contains(annotated.block) else { return nil }
    if let source = trailingSource(after: word, in: sentence) { return source }
    guard let colon = annotated.tokens.firstIndex(where: { $0.form == ":" }), colon < word,
      colon <= 5
    else { return nil }
    return (0..<colon).lazy.compactMap { resolved.table.namedEntity(at: $0, sentence: sentence) }
      .first
  }

  /// `Ceasefire will fail: Lind`, `Ceasefire will fail - Lind`: the name of the source behind it.
  private func trailingSource(after word: Int, in sentence: Int) -> Int? {
    let tokens = resolved.trees[sentence].tokens
    guard let mark = tokens.lastIndex(where: { [":", "-", "–", "—"].contains($0.form) }),
      mark > word, (1...4).contains(tokens.count - mark - 1)
    else { return nil }
    let behind = mark + 1..<tokens.count
    let isColon = tokens[mark].form == ":"
    let named = behind.map { resolved.table.namedEntity(at: $0, sentence: sentence) }
    guard let source = named.first.flatMap(\.self), named.allSatisfy({ $0 == source }) else {
      return nil
    }
    // Behind a dash, headlines also put the name of the paper.
    let type = resolved.table[source].type
    return type == .person || (isColon && [.organization, .country].contains(type)) ? source : nil
  }

  /// A claim with its standing, date, place and evidence; nothing where the ontology does not
  /// allow it.
  func claim(
    subject: Int, predicate: String, object: Int, anchor: Int, sentence: Int,
    standing: Standing, confidence: Double, rule: String
  ) -> Claim? {
    let table = resolved.table
    guard subject != object,
      knowledge.ontology.allows(
        predicate, subject: table[subject].type, object: table[object].type)
    else { return nil }
    return claim(
      subject: subject, predicate: predicate, object: .entity(object), anchor: anchor,
      sentence: sentence, standing: standing, confidence: confidence, rule: rule)
  }

  /// A claim with its standing, date, place and evidence.
  func claim(
    subject: Int, predicate: String, object: Claim.Object, anchor: Int, sentence: Int,
    standing: Standing, confidence: Double, rule: String
  ) -> Claim {
    let annotated = resolved.annotated.sentences[sentence]
    let time = date(of: anchor, in: sentence)
    let date = told(time, of: predicate, at: anchor, in: sentence, standing: standing)
    let standing = self.standing(standing, dated: date, at: anchor, in: sentence)
    return Claim(
      subject: subject, predicate: predicate, object: object,
      modality: modality(of: standing, predicate: predicate, subject: subject),
      attributedTo: standing.claimants,
      date: date
        ?? today(at: anchor, in: sentence, standing: standing, predicate: predicate),
      place: place(of: anchor, in: sentence), range: clauseRange(of: anchor, in: sentence),
      sentenceRange: annotated.range, confidence: confidence, rule: rule)
  }

  /// The modality of a claim.
  ///
  /// What nobody in particular says, and what somebody says of another's hostile acts, is an
  /// allegation even where the verb is only `said`.
  private func modality(of standing: Standing, predicate: String, subject: Int) -> Modality {
    guard standing.modality == .asserted else { return standing.modality }
    if standing.claimants.isEmpty { return standing.isHearsay ? .alleged : .asserted }
    let property = knowledge.ontology.property(predicate)
    // How many died in a raid is a count, and blames nobody.
    let isCount = property?.isLiteral == true && resolved.table[subject].type == .event
    let isHostile = property?.group == "conflict" && !isCount && !isMisfortune(subject)
    return isHostile && !standing.claimants.contains(subject) ? .alleged : .asserted
  }

  /// Whether an entity is a storm, a fire, an accident: what it does is nobody's hostile act, as what
  /// a raid or shelling does is.
  private func isMisfortune(_ entity: Int) -> Bool {
    guard resolved.table[entity].type == .event else { return false }
    let heads = resolved.table[entity].mentions.map {
      resolved.trees[$0.sentence].lemma($0.head)
    }
    return !heads.contains { head in
      knowledge.lexicon.nounFrames(head).contains {
        knowledge.ontology.property($0.property)?.group == "conflict"
      }
    }
  }

  // MARK: - Evidence and place

  /// The span of the clause that a word stands in.
  func clauseRange(of anchor: Int, in sentence: Int) -> TextRange {
    let tree = resolved.trees[sentence]
    return tree.span(of: tree.clauseHead(of: anchor))
  }

  /// The words of the phrase that a word heads, without a clause behind a comma: `baker` in `a
  /// baker, where he met Lind`.
  func phrase(of word: Int, in sentence: Int) -> String {
    let tree = resolved.trees[sentence]
    let asides = tree.children(of: word, "acl", "advcl", "parataxis").filter { clause in
      guard let first = tree.subtree(of: clause).first, first > word else { return false }
      // The comma may be the clause's own.
      return tree.form(first) == "," || tree.form(first - 1) == ","
    }
    let end = asides.compactMap { tree.subtree(of: $0).first }.min()
    return text(of: word, in: sentence, before: end)
  }

  /// The words of the phrase that a word heads, as they stand in the text, without a preposition.
  func text(of word: Int, in sentence: Int, before end: Int? = nil) -> String {
    let tree = resolved.trees[sentence]
    var members = tree.subtree(of: word).filter { $0 < end ?? Int.max }
    while let first = members.first, first < word,
      [.adposition, .determiner, .punctuation].contains(tree.tokens[first].upos)
    {
      members.removeFirst()
    }
    while let last = members.last, last > word, tree.tokens[last].upos == .punctuation {
      members.removeLast()
    }
    guard let first = members.first, let last = members.last else { return tree.form(word) }
    return resolved.annotated.article.text[
      TextRange(tree.tokens[first].range.begin, tree.tokens[last].range.end)]
  }

  private func place(of anchor: Int, in sentence: Int) -> Int? {
    let tree = resolved.trees[sentence]
    let words = [anchor] + tree.children(of: anchor, "obj")
    let places = words.flatMap { tree.children(of: $0, "obl", "nmod") }
      .filter { ["in", "at", "near"].contains(tree.preposition(of: $0)) }
      .flatMap { resolved.table.entities(atHead: $0, sentence: sentence) }
    return places.first {
      knowledge.ontology.isSubclass(resolved.table[$0].type, of: "Location")
    }
  }
}

extension SentenceTree {
  /// The verb or copular predicate of the clause that a word stands in; the word itself where it
  /// is one.
  func clauseHead(of word: Int) -> Int {
    var current = word
    var steps = 0
    while steps < tokens.count {
      if isClause(current) { return current }
      guard let head = tokens[current].head else { return current }
      current = head
      steps += 1
    }
    return current
  }

  private func isClause(_ word: Int) -> Bool {
    if child(of: word, "nsubj", "csubj", "cop") != nil { return true }
    return tokens[word].upos == .verb && !has(word, "amod") && !has(word, "compound")
      && !has(word, "case")
  }
}
