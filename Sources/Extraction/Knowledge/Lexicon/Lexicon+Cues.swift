extension Lexicon {
  mutating func addAttribution(_ row: TableRow, _ ontology: Ontology) throws(KnowledgeError) {
    let (phrase, lemma, particle) = try cueWords(row)
    let kindName = row.string(row.table.column("kind"))
    guard let kind = AttributionCue.Kind(rawValue: kindName) else {
      let known = AttributionCue.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("no kind called \"\(kindName)\"; a kind is one of \(known)")
    }
    var cue = AttributionCue(
      phrase: phrase, lemma: lemma, particle: particle, partOfSpeech: try row.partOfSpeech(),
      kind: kind, modality: try row.modality(row.string(row.table.column("modality"))))
    cue.options = row.options()
    cue.line = row.line
    var options = try RowOptions(
      row.string(row.table.column("options")), row: row, ontology: ontology)
    cue.claimant = try options.slots("claimant")
    cue.addressee = try options.slots("addressee")
    cue.content = try options.slots("content")
    cue.subjectOfContent = try options.slots("subject-of-content")
    cue.requirements = try options.conditions("requires")
    cue.exclusions = try options.conditions("forbids")
    cue.form = options.text("form")
    cue.exceptions = options.standings()
    cue.contentHeads = Set(options.list("content-head"))
    cue.takesDirectSpeech = try options.flag("direct")
    cue.needsDirectSpeech = try options.flag("direct-only")
    cue.allowsUnnamedSource = try options.flag("unspecified")
    cue.isPassive = try options.flag("passive")
    cue.isDocument = try options.flag("document")
    _ = options.text("lemma")
    let confidence = try options.confidence()
    try options.finish()
    if confidence == 0 { return }
    attributionPhrases.insert(cue, at: phrase)
    attributions[lemma, default: []].append(cue)
  }

  mutating func addModality(_ row: TableRow, _ ontology: Ontology) throws(KnowledgeError) {
    let (phrase, lemma, particle) = try cueWords(row)
    let modalityName = row.string(row.table.column("modality"))
    let isMood = row.string(row.table.column("pos")) == "MOOD"
    var cue = ModalityCue(
      phrase: phrase, lemma: lemma, particle: particle,
      partOfSpeech: isMood ? nil : try row.partOfSpeech(),
      scope: try scope(row),
      modality: modalityName == "keep" ? nil : try row.modality(modalityName))
    cue.options = row.options()
    cue.line = row.line
    var options = try RowOptions(
      row.string(row.table.column("options")), row: row, ontology: ontology)
    cue.requirements = try options.conditions("requires")
    cue.prepositions = options.list("preps")
    cue.narrated = Set(options.list("narrated"))
    cue.means = Set(options.list("means"))
    cue.needsEventNoun = try options.flag("event-noun")
    cue.isEnded = try options.flag("ended")
    cue.isFactive = try options.flag("factive")
    cue.isOngoing = try options.flag("ongoing")
    cue.isAttempted = try options.flag("attempted")
    cue.isPassive = try options.flag("passive")
    cue.isInverted = try options.flag("inverted")
    cue.exceptions = options.standings()
    cue.form = options.text("form")
    _ = options.text("lemma")
    let confidence = try options.confidence()
    try options.finish()
    if confidence == 0 { return }
    modalityPhrases.insert(cue, at: phrase)
    modalities[lemma, default: []].append(cue)
  }

  private func scope(_ row: TableRow) throws(KnowledgeError) -> [String] {
    let known = [
      "head", "head-of-noun", "clause", "complement", "noun", "sentence", "csubj", "advcl",
      "purpose",
    ]
    let scope = row.values(row.table.column("scope"))
    for name in scope where !known.contains(name) && Slot(name: name) == nil {
      throw row.error("\"\(name)\" is no scope; a scope is a slot or one of \(known)")
    }
    return scope
  }

  /// The words of a cue, the lemma that it stands under and the particle of a verb.
  ///
  /// The option `lemma` names the lemma where the cue is no plain word.
  private func cueWords(
    _ row: TableRow
  ) throws(KnowledgeError) -> (phrase: String, lemma: String, particle: String?) {
    let phrase = row.string(row.table.column("cue")).spaced
    guard !phrase.isEmpty else { throw row.error("a cue without a word") }
    if let lemma = row.options()["lemma"] { return (phrase, lemma.spaced, nil) }
    let (verb, particle) = phrase.halves(at: UInt8(ascii: " "))
    return row.string(row.table.column("pos")) == "VERB"
      ? (phrase, verb, particle) : (phrase, phrase, nil)
  }
}

extension TableRow {
  func partOfSpeech() throws(KnowledgeError) -> UniversalPartOfSpeech {
    let name = string(table.column("pos"))
    if let partOfSpeech = UniversalPartOfSpeech(rawValue: name) { return partOfSpeech }
    throw error("\"\(name)\" is no part of speech of Universal Dependencies")
  }

  /// All options of the row without any check.
  func options() -> [String: String] {
    var options: [String: String] = [:]
    for option in string(table.column("options")).parts(between: UInt8(ascii: ",")) {
      let (key, value) = option.halves(at: UInt8(ascii: "="))
      options[key] = value ?? ""
    }
    return options
  }
}
