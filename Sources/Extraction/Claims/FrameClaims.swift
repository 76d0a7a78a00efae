/// Claims from the frames of the lexicon.
struct FrameClaims {
  let context: ClaimContext

  func claims(in sentence: Int) -> [Claim] {
    let tree = context.resolved.trees[sentence]
    let table = context.resolved.table
    let slots = SlotReader(
      tree: tree, arguments: ClauseArguments(tree: tree),
      entitiesAt: { table.entities(atHead: $0, sentence: sentence) })
    let matcher = FrameMatcher(
      lexicon: context.knowledge.lexicon, slots: slots,
      isInContext: { context.speaks(of: $0, in: sentence) })
    let readings = matcher.readings().filter(fits)
    return narrowest(readings).compactMap { claim(of: $0, in: sentence) }
  }

  private func claim(of reading: FrameMatcher.Reading, in sentence: Int) -> Claim? {
    let frame = reading.frame
    var standing = context.standing(at: reading.anchor, in: sentence)
    if let own = frame.modality { standing.weaken(by: own) }
    if frame.isNegated { standing.weaken(by: .denied) }
    return context.claim(
      subject: reading.subject.entity, predicate: frame.property, object: reading.object.entity,
      anchor: reading.anchor, sentence: sentence, standing: standing,
      confidence: frame.confidence, rule: "\(frame.kind.rawValue):\(frame.lemma)")
  }

  private func fits(_ reading: FrameMatcher.Reading) -> Bool {
    let table = context.resolved.table
    let types = (table[reading.subject.entity].type, table[reading.object.entity].type)
    return reading.frame.subjectTypes.contains(types.0)
      && reading.frame.objectTypes.contains(types.1)
      && context.knowledge.ontology.allows(
        reading.frame.property, subject: types.0, object: types.1)
      && !isTautology(reading)
  }

  /// That Armenian officials are officials of Armenia is in their name, and no news.
  private func isTautology(_ reading: FrameMatcher.Reading) -> Bool {
    let subject = context.resolved.table[reading.subject.entity]
    return reading.frame.kind == .relational && subject.headNoun != nil && !subject.isNamed
      && subject.country == reading.object.entity
  }

  /// Of readings of one word with the same arguments, those of a property give way to one that is
  /// derived from it.
  private func narrowest(_ readings: [FrameMatcher.Reading]) -> [FrameMatcher.Reading] {
    let ontology = context.knowledge.ontology
    return readings.filter { reading in
      !readings.contains { other in
        other.anchor == reading.anchor && other.subject.entity == reading.subject.entity
          && other.object.entity == reading.object.entity
          && other.frame.property != reading.frame.property
          && ontology.isSubproperty(other.frame.property, of: reading.frame.property)
      }
    }
  }
}
