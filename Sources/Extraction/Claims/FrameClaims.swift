/// Claims from the frames of the lexicon.
struct FrameClaims {
  let context: ClaimContext
  /// What the other claims of the article tell, for the frames that leave it unsaid; without it all
  /// others are read.
  var implied: ImpliedArguments?

  func claims(in sentence: Int) -> [Claim] {
    let slots = context.slots(in: sentence)
    let matcher = FrameMatcher(
      lexicon: context.knowledge.lexicon, ontology: context.knowledge.ontology, slots: slots,
      isInContext: { context.speaks(of: $0, in: sentence) },
      dateAt: { context.date(of: $0, in: sentence) },
      textOf: { context.phrase(of: $0, in: sentence) },
      implied: implied)
    let readings = matcher.readings().filter { fits($0, in: sentence) }
    let told = narrowest(readings)
    return told.flatMap { reading -> [Claim] in
      guard let claim = claim(of: reading, in: sentence) else { return [] }
      let held = offices(held: claim, reading, in: sentence).filter { office in
        !told.contains {
          $0.frame.property == office.predicate && $0.subject.entity == office.subject
        }
      }
      return [claim] + held
    }
  }

  /// What somebody who takes an office is to the state or body whose office it is: `was sworn in as
  /// president of Chile`.
  private func offices(
    held claim: Claim, _ reading: FrameMatcher.Reading, in sentence: Int
  ) -> [Claim] {
    guard claim.predicate == "holdsOffice", case .entity(let filler) = reading.object,
      let mention = context.resolved.offices.first(where: {
        $0.sentence == sentence && $0.head == filler.token && !$0.isPlural
      })
    else { return [] }
    return mention.scopes.compactMap { scope -> Claim? in
      guard
        let property = OfficeClaims(context: context).property(of: mention, scope: scope),
        context.knowledge.ontology.allows(
          property, subject: context.resolved.table[claim.subject].type,
          object: context.resolved.table[scope].type)
      else { return nil }
      var held = claim
      held.predicate = property
      held.object = .entity(scope)
      return held
    }
  }

  private func claim(of reading: FrameMatcher.Reading, in sentence: Int) -> Claim? {
    let frame = reading.frame
    if frame.kind == .relational, isInTitle(reading.anchor, in: sentence) { return nil }
    let isOver = isOver(reading.anchor, frame, in: sentence)
    let before = context.before
    // What is over holds no more; without a day nothing would say so.
    if isOver, before == nil { return nil }
    var standing =
      isTakenForGranted(reading, in: sentence)
      ? context.ownStanding(at: reading.anchor, in: sentence)
      : context.standing(at: reading.anchor, in: sentence)
    if frame.isGranted { standing.modality = .asserted }
    if let own = frame.modality { standing.weaken(by: own) }
    if frame.isNegated { standing.weaken(by: .denied) }
    if frame.isVoiced { standing.attribute(to: [reading.subject.entity]) }
    let construction = frame.isImplied ? "implied" : frame.kind.rawValue
    let rule = "\(construction):\(frame.lemma)"
    if !isToldOfSides(reading, standing, in: sentence) { return nil }
    switch reading.object {
    case .entity(let filler):
      var claim = context.claim(
        subject: reading.subject.entity, predicate: frame.property, object: filler.entity,
        anchor: reading.anchor, sentence: sentence, standing: standing,
        confidence: reading.confidence, rule: rule)
      claim?.content = content(of: frame, at: reading.anchor, in: sentence)
      let own =
        context.date(ofConjunct: filler.token, in: sentence)
        ?? context.date(ofConjunct: reading.subject.token, in: sentence)
      if let own { claim?.date = own }
      if isOver, claim?.date == nil { return claim?.dated(before) }
      return isTakenForGranted(reading, in: sentence)
        ? claim?.dated(context.term(at: reading.anchor, in: sentence)) : claim
    case .literal(let value, let datatype, let token):
      var claim = context.claim(
        subject: reading.subject.entity, predicate: frame.property,
        object: .literal(value: value, datatype: datatype), anchor: reading.anchor,
        sentence: sentence, standing: standing, confidence: reading.confidence, rule: rule)
      if ["integer", "decimal"].contains(datatype) {
        let tree = context.resolved.trees[sentence]
        claim.bound = BoundReader(lexicon: context.knowledge.lexicon, tree: tree).bound(at: token)
        if tree.tokens[token].upos == .numeral, let counted = tree.tokens[token].head,
          tree.tokens[counted].upos == .noun
        {
          claim.unit = tree.lemma(counted)
        }
      }
      if isOver, claim.date == nil { claim.date = before }
      return claim
    }
  }

  /// Whether a word says that a relation holds no longer: `Helio's former lawyer`, `previously worked
  /// for Helio`.
  private func isOver(_ anchor: Int, _ frame: Frame, in sentence: Int) -> Bool {
    let tree = context.resolved.trees[sentence]
    if frame.kind == .verb {
      guard let group = context.knowledge.ontology.property(frame.property)?.group,
        Self.lastingGroups.contains(group)
      else { return false }
      // Who 'previously hired' somebody may employ him still.
      return Self.lastingVerbs.contains(tree.lemma(anchor)) && tree.child(of: anchor, "aux") == nil
        && tree.children(of: anchor, "advmod").contains {
          ["previously", "formerly", "once"].contains(tree.form($0))
        }
    }
    guard frame.kind == .relational else { return false }
    return tree.children(of: anchor, "amod", "compound").contains {
      switch context.knowledge.lexicon.prefix(tree.form($0))?.effect {
      case .ended, .endedByDeath: true
      default: false
      }
    }
  }

  /// The groups of properties that hold for a time, as offices do, and do not happen.
  private static let lastingGroups: Set<String> = [
    "family", "offices", "organizations", "people", "sport",
  ]

  /// Verbs that tell of such a time.
  private static let lastingVerbs: Set<String> = [
    "belong", "chair", "coach", "command", "edit", "head", "lead", "live", "manage", "own", "play",
    "represent", "reside", "run", "serve", "teach", "work",
  ]

  /// Whether a noun is the last word of a longer title: a chief executive officer is no officer.
  private func isInTitle(_ noun: Int, in sentence: Int) -> Bool {
    context.resolved.offices.contains {
      $0.sentence == sentence && $0.title.contains(noun) && $0.office.words.count > 1
    }
  }

  /// Whether a noun whose sides are implied says that they did it.
  ///
  /// `A truce was reached` does. Where it is only spoken of (`a truce is no peace`), it may be any.
  private func isToldOfSides(
    _ reading: FrameMatcher.Reading, _ standing: Standing, in sentence: Int
  ) -> Bool {
    let tree = context.resolved.trees[sentence]
    guard reading.frame.subject.contains(.sides), standing.modality == .asserted,
      tree.tokens[reading.anchor].upos != .verb
    else { return true }
    guard tree.has(reading.anchor, anyOf: ["obj", "nsubj", "nsubj:pass", "obl"]),
      let verb = tree.tokens[reading.anchor].head
    else { return false }
    return reading.frame.lightVerbs.contains(tree.lemma(verb))
  }

  /// The words that complete a claim, by the slots that the frame names for them.
  private func content(of frame: Frame, at anchor: Int, in sentence: Int) -> String? {
    guard !frame.content.isEmpty else { return nil }
    let slots = context.slots(in: sentence)
    let word = frame.content.lazy.compactMap { slot -> Int? in
      let words = slots.words(in: slot, at: anchor)
      guard slot == .clausalComplement || slot == .openComplement else { return words.first }
      let relation = slot == .clausalComplement ? "ccomp" : "xcomp"
      return slots.tree.child(of: anchor, relation) ?? words.first
    }.first
    return word.map { context.text(of: $0, in: sentence) }
  }

  /// Whether a reading comes from words that only say whom a name or noun stands for: `the Saudi-led
  /// coalition`, `Chile's ally Peru`.
  private func isTakenForGranted(_ reading: FrameMatcher.Reading, in sentence: Int) -> Bool {
    switch reading.frame.kind {
    case .hyphen: true
    case .relational:
      context.resolved.trees[sentence].child(of: reading.anchor, "cop") == nil
        && !context.resolved.trees[sentence].has(reading.anchor, "xcomp")
    default: false
    }
  }

  private func fits(_ reading: FrameMatcher.Reading, in sentence: Int) -> Bool {
    let table = context.resolved.table
    let type = table[reading.subject.entity].type
    guard reading.frame.subjectTypes.contains(type) else { return false }
    switch reading.object {
    case .entity(let filler):
      let objectType = table[filler.entity].type
      return reading.frame.objectTypes.contains(objectType)
        && context.knowledge.ontology.allows(
          reading.frame.property, subject: type, object: objectType)
        && !isTautology(reading, filler, in: sentence)
        && !isKindOfPlace(reading, filler, in: sentence)
    case .literal(_, let datatype, _):
      return context.knowledge.ontology.allowsLiteral(
        reading.frame.property, subject: type, datatype: datatype)
    }
  }

  /// A border region lies in no 'border': a nameless place before a noun says of what kind it is.
  private func isKindOfPlace(
    _ reading: FrameMatcher.Reading, _ object: Filler, in sentence: Int
  ) -> Bool {
    reading.frame.kind == .relational && context.isLocation(object.entity)
      && !context.resolved.table[object.entity].isNamed
      && context.resolved.trees[sentence].has(object.token, "compound")
  }

  /// The words by which other names hold the name of an entity: `Armenia`, `Armenian`.
  private func names(of entity: Int) -> Set<Substring> {
    let entity = context.resolved.table[entity]
    var words = Set(entity.displayName.split(separator: " "))
    if entity.type == .country, let entry = entity.entry {
      words.formUnion(context.knowledge.gazetteer.demonymAdjective(of: entry).split(separator: " "))
    }
    return words
  }

  /// That Armenian officials are officials of Armenia is in their name, and no news.
  private func isTautology(
    _ reading: FrameMatcher.Reading, _ object: Filler, in sentence: Int
  ) -> Bool {
    guard reading.frame.kind == .relational, reading.subject.token == reading.anchor else {
      return false
    }
    // 'the districts of Tartus and Homs' are these, and 'the diplomats of …' a matter of titles.
    let same = context.resolved.table.entities(atHead: reading.anchor, sentence: sentence)
    if same.contains(object.entity) { return true }
    if context.resolved.offices.contains(where: {
      $0.sentence == sentence && $0.title.contains(reading.anchor)
    }) {
      return true
    }
    let tree = context.resolved.trees[sentence]
    let words = context.resolved.table[reading.subject.entity].plainName.split(separator: " ")
    return context.resolved.table[object.entity].type != .person
      && tree.has(object.token, anyOf: ["amod", "compound", "nmod:poss", "nmod"])
      && names(of: object.entity).contains { words.contains($0) }
  }

  /// Whether one verb says another thing of the same two more surely: it says only one of them.
  private func isSurer(_ other: FrameMatcher.Reading, than reading: FrameMatcher.Reading) -> Bool {
    guard reading.frame.kind == .verb, other.frame.kind == .verb,
      !context.knowledge.ontology.isSubproperty(reading.frame.property, of: other.frame.property)
    else { return false }
    if other.confidence != reading.confidence { return other.confidence > reading.confidence }
    return other.frame.line < reading.frame.line
  }

  /// Of readings of one word with the same arguments, those of a property give way to one that is
  /// derived from it, and for verbs to the surest.
  private func narrowest(_ readings: [FrameMatcher.Reading]) -> [FrameMatcher.Reading] {
    let ontology = context.knowledge.ontology
    return readings.filter { reading in
      !readings.contains { other in
        other.anchor == reading.anchor && other.subject.entity == reading.subject.entity
          && other.object == reading.object
          && other.frame.property != reading.frame.property
          && (ontology.isSubproperty(other.frame.property, of: reading.frame.property)
            || isSurer(other, than: reading))
      }
    }
  }
}
