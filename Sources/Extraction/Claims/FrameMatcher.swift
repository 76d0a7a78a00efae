/// Reads the frames of the lexicon in one sentence: which entities stand in which property.
struct FrameMatcher {
  let lexicon: Lexicon
  let ontology: Ontology
  let slots: SlotReader
  /// Whether a sentence speaks of a subject area, which some frames ask for.
  let isInContext: (String) -> Bool
  /// The date of the clause that a word stands in.
  let dateAt: (Int) -> String?
  /// The words of a phrase as they stand in the text.
  let textOf: (Int) -> String
  /// What other sentences say, for the frames that ask for it; without it all others are read.
  var implied: ImpliedArguments?

  var tree: SentenceTree { slots.tree }

  /// What a frame says: a property between two entities, or an entity and a value, read at a word.
  struct Reading: Hashable {
    var frame: Frame
    var subject: Filler
    var object: FrameObject
    /// The verb or noun that the frame belongs to.
    var anchor: Int
    /// The share of such readings that are right, as expected.
    var confidence: Double
  }

  /// All readings of the sentence.
  func readings() -> [Reading] {
    let phrases = PhraseAnchors(tree: tree, lexicon: lexicon)
    return tree.tokens.indices.flatMap { index -> [Reading] in
      if slots.isHyphenated(index), let found = hyphenFrames(at: index) { return found }
      let predicates = predicateReadings(at: index)
      switch tree.tokens[index].upos {
      case .verb:
        if isNominal(index) {
          return nounReadings(at: index, lexicon.nounFrames(tree.form(index))) + predicates
        }
        return verbReadings(at: index) + predicates
      case .noun, .properNoun:
        let frames = phrases.nouns[index] ?? lexicon.nounFrames(tree.lemma(index))
        return nounReadings(at: index, frames) + predicates
      default: return predicates
      }
    }
  }

  /// Whether a participle is a noun, whatever the parser calls it.
  ///
  /// `The recent fighting` and `fighting between Chad and Peru went on` are nobody's doing in this
  /// clause.
  private func isNominal(_ word: Int) -> Bool {
    tree.tokens[word].xpos == "VBG" && tree.child(of: word, "obj", "nsubj", "mark") == nil
      && (tree.child(of: word, "det", "amod") != nil || tree.has(word, anyOf: ["nsubj", "csubj"]))
  }

  // MARK: - Verbs

  private func verbReadings(at verb: Int) -> [Reading] {
    let particles = tree.children(of: verb, "compound:prt", "advmod").map { tree.form($0) }
    let hasParticle = tree.child(of: verb, "compound:prt") != nil
    return lexicon.verbFrames(tree.lemma(verb)).flatMap { frame -> [Reading] in
      if let particle = frame.particle {
        guard particles.contains(particle) || isFollowed(verb, by: particle) else { return [] }
      } else if hasParticle {
        return []
      }
      if frame.isPassive, !tree.isPassive(verb) { return [] }
      var anchors = [verb]
      if !frame.objectNouns.isEmpty {
        let nouns = slots.arguments.objects(of: verb)
        // 'part of an aid program': the noun may stand behind one that only measures it.
        let isMeant = { (noun: Int) in tree.isCalled(noun, anyOf: frame.objectNouns) }
        guard
          let noun = nouns.first(where: isMeant)
            ?? nouns.first(where: { isMeant(slots.content(of: $0)) })
        else { return [] }
        anchors.append(noun)
        if slots.content(of: noun) != noun { anchors.append(slots.content(of: noun)) }
      }
      return readings(of: frame, anchors: anchors)
    }
  }

  /// A particle that the parser took for a preposition of what follows: `set off for Chile`.
  private func isFollowed(_ verb: Int, by particle: String) -> Bool {
    let next = verb + 1
    guard next < tree.tokens.count, tree.form(next) == particle else { return false }
    return tree.tokens[next].head == verb || tree.has(next, anyOf: ["case", "mark", "advmod"])
  }

  // MARK: - Nouns

  private func nounReadings(at noun: Int, _ frames: [Frame]) -> [Reading] {
    frames.flatMap { frame -> [Reading] in
      var anchors = [noun]
      if let verb = slots.lightVerb(above: noun, among: frame.lightVerbs) { anchors.append(verb) }
      return readings(of: frame, anchors: anchors)
    }
  }

  // MARK: - Copular predicates

  private func predicateReadings(at word: Int) -> [Reading] {
    let isPredicate =
      tree.child(of: word, "cop") != nil || tree.isPassive(word)
      || tree.has(word, anyOf: ["acl", "appos", "amod", "xcomp", "nmod", "advcl", "obl"])
    guard isPredicate else { return [] }
    var found: [Reading] = []
    if let preposition = tree.preposition(of: word) {
      let phrase = lexicon.predicateFrames("\(preposition) \(tree.lemma(word))")
      found += phrase.flatMap { readings(of: $0, anchors: [word]) }
      if phrase.isEmpty, tree.child(of: word, "cop") != nil {
        // A bare preposition: 'Bergen is in Norway'.
        found += lexicon.predicateFrames(preposition).flatMap { readings(of: $0, anchors: [word]) }
      }
      return found
    }
    guard !tree.has(word, anyOf: ["nmod", "obl"]) else { return [] }
    if let unit = tree.children(of: word, "obl", "compound", "nmod").first(where: { $0 < word }) {
      found += lexicon.predicateFrames("\(tree.lemma(unit)) \(tree.lemma(word))")
        .flatMap { readings(of: $0, anchors: [word, unit]) }
    }
    return found
      + lexicon.predicateFrames(tree.lemma(word)).flatMap { readings(of: $0, anchors: [word]) }
  }

  /// `Russian-mediated talks`, `anti-NATO farmers`.
  private func hyphenFrames(at word: Int) -> [Reading]? {
    let frames =
      lexicon.hyphenFrames(tree.form(word)) + lexicon.hyphenFrames(tree.form(word - 2) + "-")
    return frames.isEmpty ? nil : frames.flatMap { readings(of: $0, anchors: [word]) }
  }

  // MARK: - Pairs

  private func readings(of frame: Frame, anchors own: [Int]) -> [Reading] {
    guard frame.isImplied == (implied != nil), let all = satisfying(frame, own) else { return [] }
    let anchors = Anchors(own: own, all: all)
    if !frame.contexts.isEmpty, !frame.contexts.contains(where: isInContext) { return [] }
    if let property = ontology.property(frame.property), property.isLiteral {
      return literals(of: frame, property, anchors)
    }
    let (pairs, isDistant) = pairs(of: frame, anchors: anchors)
    return pairs.map { subject, object in
      Reading(
        frame: frame, subject: subject, object: .entity(object), anchor: own[0],
        confidence: isDistant ? frame.confidence * 0.85 : frame.confidence)
    }
  }

  /// The words of a frame at which its slots are sought.
  struct Anchors {
    /// The frame's own words: the verb or noun, the object noun, the light verb.
    var own: [Int]
    /// These and the words that the frame asks for.
    var all: [Int]
  }

  /// The anchors with the words that the frame asks for, whose dependents count too (`deployment
  /// of troops to Mali`); nothing where a word is missing or one is there that must not be.
  private func satisfying(_ frame: Frame, _ anchors: [Int]) -> [Int]? {
    // 'attacked the town over the weekend' is not over anything.
    let isWhen = { (word: Int) in
      tree.tokens[word].phraseType == .time || TimeWords.units[tree.form(word)] != nil
        || TimeWords.dayParts.contains(tree.form(word)) || tree.form(word) == "weekend"
    }
    let meets = { (condition: SlotCondition) -> Int? in
      anchors.lazy.flatMap { slots.words(in: condition.slot, at: $0) + gerunds(condition, $0) }
        .first {
          // 'pleaded not guilty' is not what 'pleaded guilty' is.
          (condition.lemmas.isEmpty || tree.isCalled($0, anyOf: condition.lemmas))
            && !(condition.slot == .openComplement && tree.isNegated($0))
            && !(condition.lemmas.isEmpty && isPreposition(condition.slot) && isWhen($0))
        }
    }
    if frame.exclusions.contains(where: { meets($0) != nil }) { return nil }
    guard !frame.requirements.isEmpty else { return anchors }
    guard let word = frame.requirements.lazy.compactMap(meets).first else { return nil }
    return anchors + [word]
  }

  private func isPreposition(_ slot: Slot) -> Bool {
    if case .preposition = slot { return true }
    return false
  }

  /// The gerunds that a preposition joins to a word: `attacked the minister for leaving`.
  private func gerunds(_ condition: SlotCondition, _ anchor: Int) -> [Int] {
    guard case .preposition(let word) = condition.slot else { return [] }
    return tree.children(of: anchor, "advcl", "acl").filter {
      tree.tokens[$0].xpos == "VBG"
        && tree.children(of: $0, "mark").contains { tree.form($0) == word.underscored }
    }
  }

  private func pairs(
    of frame: Frame, anchors: Anchors
  ) -> (pairs: [(Filler, Filler)], isDistant: Bool) {
    if frame.subject.contains(.each) {
      let group =
        frame.kind == .predicate
        ? firstFilled([.subject], anchors) : slots.group(at: anchors.own[0])
      return (eachPair(of: group), false)
    }
    if let implied, frame.subject.contains(.sides) {
      return (impliedSides(implied, frame, anchors), false)
    }
    var subjects = firstFilled(frame.subject, anchors)
    // A noun without anybody's doing fills the slot by itself.
    if frame.isAdjunct, subjects.allSatisfy({ $0.token == anchors.own[0] }) {
      let beside = subjectBeside(anchors.own[0])
      if !beside.isEmpty { subjects = beside }
    }
    if let implied, frame.object.contains(.held) {
      return (impliedHoldings(implied, of: subjects, at: anchors.own[0]), false)
    }
    var objects = firstFilled(frame.object, anchors)
    if frame.subject == frame.object { return (eachPair(of: subjects), false) }
    if objects.isEmpty, isReciprocal(frame, anchors) {
      let pairs = eachPair(of: subjects)
      let isSymmetric = ontology.property(frame.property)?.isSymmetric == true
      return (isSymmetric ? pairs : pairs.flatMap { [$0, ($0.1, $0.0)] }, false)
    }
    let isDistant = objects.isEmpty && frame.kind == .verb
    if isDistant { objects = distant(frame.object, below: anchors.own) }
    // One word never fills both slots: France criticises nobody in 'criticised by France'.
    let taken = Set(subjects.map(\.token))
    objects.removeAll { taken.contains($0.token) }
    // 'Airbus and Boeing workers': the first work for the first, the second for the second.
    if frame.kind == .relational, subjects.count == objects.count, subjects.count > 1,
      Set(subjects.map(\.token)) == [anchors.own[0]]
    {
      return (Array(zip(subjects, objects)), isDistant)
    }
    // 'the border between Chile and Peru': one slot holds both.
    if objects.isEmpty, subjects.count > 1, !Set(frame.subject).isDisjoint(with: frame.object),
      !isDistant, ["between", "among"].contains(tree.preposition(of: subjects[0].token))
    {
      return (eachPair(of: subjects), false)
    }
    let pairs = subjects.flatMap { subject in
      objects.filter { $0.entity != subject.entity }
        .map { (subject, $0) }
    }
    return (pairs, isDistant)
  }

  /// The subject of the clause that a phrase with an event stands beside: `During a visit to Oslo, Lind
  /// said …`.
  private func subjectBeside(_ noun: Int) -> [Filler] {
    guard tree.has(noun, "obl"), let verb = tree.tokens[noun].head,
      tree.tokens[verb].upos == .verb, !tree.isPassive(verb),
      let preposition = tree.preposition(of: noun),
      ["after", "before", "during", "following", "in", "at", "on", "ahead_of"].contains(preposition)
    else { return [] }
    return slots.fillers(of: .subject, at: verb)
  }

  /// The fillers of a preposition that the parser hung below the object: `Panama` in `speeded up the
  /// withdrawal of some forces from Panama`.
  private func distant(_ candidates: [Slot], below anchors: [Int]) -> [Filler] {
    guard anchors.count > 1 else { return [] }
    for case .preposition(let word) in candidates where word != "of" {
      var level = Array(anchors.dropFirst())
      for _ in 0..<2 {
        level = level.flatMap { tree.children(of: $0, "nmod", "obl") }
        let found = level.filter { tree.preposition(of: $0) == word.underscored }
        let fillers = slots.expand(found)
        if !fillers.isEmpty { return fillers.uniqued() }
      }
    }
    return []
  }

  /// `accused each other`: the members of the subject do it to one another.
  private func isReciprocal(_ frame: Frame, _ anchors: Anchors) -> Bool {
    let words = frame.object.flatMap { slot in
      anchors.all.flatMap { slots.words(in: slot, at: $0) }
    }
    return words.contains { word in
      tree.lemma(word) == "other"
        && tree.children(of: word, "det", "fixed", "compound").contains {
          tree.form($0) == "each"
        } || tree.lemma(word) == "another" || tree.form(word) == "each"
    }
  }

  private func eachPair(of group: [Filler]) -> [(Filler, Filler)] {
    group.indices.flatMap { first in
      group.indices.filter { $0 > first && group[$0].entity != group[first].entity }
        .map { (group[first], group[$0]) }
    }
  }

  /// The fillers of the first slot that has any.
  private func firstFilled(_ candidates: [Slot], _ anchors: Anchors) -> [Filler] {
    for slot in candidates {
      let found = places(of: slot, anchors).flatMap { slots.fillers(of: slot, at: $0) }
      if !found.isEmpty { return found.uniqued() }
    }
    return []
  }

  /// The anchors at which a slot is to be sought: the subject of 'send fighters' is the verb's; the
  /// noun has none of its own.
  private func places(of slot: Slot, _ anchors: Anchors) -> [Int] {
    let core: Set<Slot> = [
      .subject, .object, .indirectObject, .bearer, .clausalComplement, .owner,
    ]
    guard core.contains(slot) else { return anchors.all }
    let verbs = anchors.own.filter { tree.tokens[$0].upos == .verb }
    return verbs.isEmpty || slot == .bearer ? anchors.own : verbs
  }

  // MARK: - Values

  private func literals(
    of frame: Frame, _ property: Property, _ anchors: Anchors
  ) -> [Reading] {
    let subjects = firstFilled(frame.subject, anchors)
    guard !subjects.isEmpty, let object = literal(of: frame, property, anchors) else { return [] }
    // 'The sides began talks on Friday': the day is that of the talks.
    if property.datatypes.contains("date"), frame.kind == .verb, frame.subject.first == .subject,
      tree.child(of: anchors.own[0], "obj") != nil
    {
      return []
    }
    return subjects.filter { $0.token != object.token && !counts($0.token, object.token) }.map {
      Reading(
        frame: frame, subject: $0, object: object, anchor: anchors.own[0],
        confidence: frame.confidence)
    }
  }

  private func literal(
    of frame: Frame, _ property: Property, _ anchors: Anchors
  ) -> FrameObject? {
    let isDated = property.datatypes.contains("date")
    if frame.object.contains(.date) || isDated {
      guard isDated, let date = dateAt(anchors.own[0]), let type = Self.dateType(date),
        property.datatypes.contains(type)
      else { return nil }
      return .literal(value: date, datatype: type, token: anchors.own[0])
    }
    if frame.object.contains(.number) {
      let numbers = NumberReader(tree: tree)
      for word in countedWords(of: frame, anchors) {
        guard let (value, token) = numbers.count(of: word) ?? own(word, numbers),
          let datatype = property.datatype, datatype != "integer" || !value.contains(".")
        else { continue }
        return .literal(value: value, datatype: datatype, token: token)
      }
      return nil
    }
    guard property.datatype == "string",
      let word = frame.object.lazy.flatMap({ slot in
        places(of: slot, anchors).flatMap { slots.words(in: slot, at: $0) }
      }).first
    else { return nil }
    return .literal(value: textOf(word), datatype: "string", token: word)
  }

  /// Whether a numeral counts the noun that fills the other slot.
  private func counts(_ noun: Int, _ numeral: Int) -> Bool {
    tree.tokens[numeral].upos == .numeral && tree.tokens[numeral].head == noun
  }

  private func own(_ word: Int, _ numbers: NumberReader) -> (value: String, token: Int)? {
    guard tree.tokens[word].upos == .numeral else { return nil }
    return numbers.value(endingAt: word).map { ($0, word) }
  }

  /// The nouns whose numeral a frame may mean: the object, else the subject of a verb without an
  /// object; the noun of a light verb; the noun or the numeral beside a predicate.
  private func countedWords(of frame: Frame, _ anchors: Anchors) -> [Int] {
    let anchor = anchors.own[0]
    switch frame.kind {
    case .verb:
      if !frame.objectNouns.isEmpty {
        return Array(anchors.own.dropFirst()) + slots.words(in: .subject, at: anchor)
      }
      // 'Two were killed and many wounded': the numeral is not that of the second verb.
      if tree.has(anchor, "conj"), tree.child(of: anchor, "nsubj", "obj") == nil { return [] }
      let objects = slots.arguments.objects(of: anchor)
      let words = objects.isEmpty ? slots.words(in: .subject, at: anchor) : objects
      return words.flatMap { tree.conjuncts(of: $0).prefix(1) }.filter { isCounted($0, frame) }
    case .event, .relational: return [anchor]
    case .hyphen: return anchor >= 2 ? [anchor - 2] : []
    case .predicate:
      let beside = tree.dependents[anchor].filter {
        tree.has($0, anyOf: ["nummod", "obl", "obj", "nmod", "appos", "xcomp", "dep"])
          || tree.tokens[$0].upos == .numeral
      }
      let subjects = slots.words(in: .subject, at: anchor)
      return Array(anchors.own.dropFirst()) + beside + subjects
    }
  }

  /// Whether a noun is of the class that the frame counts.
  private func isCounted(_ noun: Int, _ frame: Frame) -> Bool {
    guard frame.objectType != nil else { return true }
    if let type = lexicon.nominal(tree.lemma(noun))?.type {
      return frame.objectTypes.contains(type)
    }
    if tree.tokens[noun].phraseType == .person { return frame.objectTypes.contains(.person) }
    return tree.tokens[noun].upos == .numeral || slots.entitiesAt(noun).isEmpty == false
  }

  /// The XML Schema datatype of a date, month or year; nothing for an interval.
  static func dateType(_ value: String) -> String? {
    guard value.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else { return nil }
    return switch value.utf8.count {
    case 10: "date"
    case 7: "gYearMonth"
    case 4: "gYear"
    default: nil
    }
  }
}
