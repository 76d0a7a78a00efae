/// Reads the frames of the lexicon in one sentence: which entities stand in which property.
struct FrameMatcher {
  let lexicon: Lexicon
  let slots: SlotReader
  /// Whether a sentence speaks of a subject area, which some frames ask for.
  let isInContext: (String) -> Bool

  private var tree: SentenceTree { slots.tree }

  /// What a frame says: a property between two entities, read at a word.
  struct Reading: Hashable {
    var frame: Frame
    var subject: Filler
    var object: Filler
    /// The verb or noun that the frame belongs to.
    var anchor: Int
  }

  /// All readings of the sentence.
  func readings() -> [Reading] {
    tree.tokens.indices.flatMap { index -> [Reading] in
      if slots.isHyphenated(index), let found = hyphenFrames(at: index) { return found }
      return switch tree.tokens[index].upos {
      case .verb: verbReadings(at: index) + predicateReadings(at: index)
      case .noun, .properNoun: nounReadings(at: index) + predicateReadings(at: index)
      case .adjective: predicateReadings(at: index)
      default: []
      }
    }
  }

  // MARK: - Verbs

  private func verbReadings(at verb: Int) -> [Reading] {
    let particles = tree.children(of: verb, "compound:prt", "advmod").map { tree.form($0) }
    let hasParticle = tree.child(of: verb, "compound:prt") != nil
    return lexicon.verbFrames(tree.lemma(verb)).flatMap { frame -> [Reading] in
      if let particle = frame.particle {
        guard particles.contains(particle) else { return [] }
      } else if hasParticle {
        return []
      }
      if frame.isPassive, !tree.isPassive(verb) { return [] }
      var anchors = [verb]
      if !frame.objectNouns.isEmpty {
        let nouns = slots.arguments.objects(of: verb)
        guard let noun = nouns.first(where: { frame.objectNouns.contains(tree.lemma($0)) })
        else { return [] }
        anchors.append(noun)
      }
      return readings(of: frame, anchors: anchors)
    }
  }

  // MARK: - Nouns

  private func nounReadings(at noun: Int) -> [Reading] {
    lexicon.nounFrames(tree.lemma(noun)).flatMap { frame -> [Reading] in
      var anchors = [noun]
      if let verb = slots.lightVerb(above: noun, among: frame.lightVerbs) { anchors.append(verb) }
      return readings(of: frame, anchors: anchors)
    }
  }

  // MARK: - Copular predicates

  private func predicateReadings(at word: Int) -> [Reading] {
    guard
      tree.child(of: word, "cop") != nil || tree.isPassive(word)
        || tree.has(word, anyOf: ["acl", "appos", "amod", "xcomp"])
    else { return [] }
    return lexicon.predicateFrames(tree.lemma(word)).flatMap { readings(of: $0, anchors: [word]) }
  }

  /// `Russian-mediated talks`.
  private func hyphenFrames(at word: Int) -> [Reading]? {
    let frames = lexicon.hyphenFrames(tree.form(word))
    return frames.isEmpty ? nil : frames.flatMap { readings(of: $0, anchors: [word]) }
  }

  // MARK: - Pairs

  private func readings(of frame: Frame, anchors: [Int]) -> [Reading] {
    guard let anchors = satisfying(frame, anchors) else { return [] }
    if !frame.contexts.isEmpty, !frame.contexts.contains(where: isInContext) { return [] }
    return pairs(of: frame, anchors: anchors).map { subject, object in
      Reading(frame: frame, subject: subject, object: object, anchor: anchors[0])
    }
  }

  /// The anchors with the words that the frame asks for, whose dependents count too (`deployment
  /// of troops to Mali`); nothing where a word is missing or one is there that must not be.
  private func satisfying(_ frame: Frame, _ anchors: [Int]) -> [Int]? {
    let meets = { (condition: SlotCondition) -> Int? in
      anchors.lazy.flatMap { slots.words(in: condition.slot, at: $0) }.first {
        condition.lemmas.isEmpty || condition.lemmas.contains(tree.lemma($0))
      }
    }
    if frame.exclusions.contains(where: { meets($0) != nil }) { return nil }
    guard !frame.requirements.isEmpty else { return anchors }
    guard let word = frame.requirements.lazy.compactMap(meets).first else { return nil }
    return anchors + [word]
  }

  private func pairs(of frame: Frame, anchors: [Int]) -> [(Filler, Filler)] {
    if frame.subject.contains(.each) {
      return eachPair(of: slots.group(at: anchors[0]))
    }
    let subjects = firstFilled(frame.subject, anchors)
    let objects = firstFilled(frame.object, anchors)
    if subjects == objects { return eachPair(of: subjects) }
    return subjects.flatMap { subject in
      objects.filter { $0.entity != subject.entity }.map { (subject, $0) }
    }
  }

  private func eachPair(of group: [Filler]) -> [(Filler, Filler)] {
    group.indices.flatMap { first in
      group.indices.filter { $0 > first && group[$0].entity != group[first].entity }
        .map { (group[first], group[$0]) }
    }
  }

  /// The fillers of the first slot that has any.
  private func firstFilled(_ candidates: [Slot], _ anchors: [Int]) -> [Filler] {
    for slot in candidates {
      // The subject of 'send fighters' is the verb's; the noun has none of its own.
      let core: Set<Slot> = [.subject, .object, .indirectObject]
      let verbs = anchors.filter { tree.tokens[$0].upos == .verb }
      let places = core.contains(slot) && !verbs.isEmpty ? verbs : anchors
      let found = places.flatMap { slots.fillers(of: slot, at: $0) }
      if !found.isEmpty { return found.uniqued() }
    }
    return []
  }
}
