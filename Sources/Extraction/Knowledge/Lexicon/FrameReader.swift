/// The reading of one row of the tables of verbs, nouns and predicates.
struct FrameReader {
  let kind: LexiconReader.Kind
  let row: TableRow
  let ontology: Ontology

  init(_ kind: LexiconReader.Kind, _ row: TableRow, _ ontology: Ontology) {
    self.kind = kind
    self.row = row
    self.ontology = ontology
  }

  /// The frames of the row: one for each of the words that it lists.
  func frames() throws(KnowledgeError) -> [Frame] {
    let words: [(lemma: String, particle: String?, nouns: Set<String>, kind: Frame.Kind)]
    switch kind {
    case .verbs: words = try verb()
    case .nouns: words = try nouns()
    default: words = predicates()
    }
    guard let first = words.first, !first.lemma.isEmpty else { throw row.error("no word") }
    let frame = try common(kind: first.kind)
    return words.map { word in
      var copy = frame
      copy.lemma = word.lemma
      copy.particle = word.particle
      copy.objectNouns = word.nouns
      copy.kind = word.kind
      return copy
    }
  }

  private func common(kind: Frame.Kind) throws(KnowledgeError) -> Frame {
    let property = try row.property(cell("property"), in: ontology)
    let subject = try row.slots(cell("subject"))
    let object = try row.slots(cell("object"))
    guard !subject.isEmpty, !object.isEmpty else {
      throw row.error("a frame needs a slot for the subject and one for the object")
    }
    guard subject.contains(.each) == object.contains(.each) else {
      throw row.error("\"each\" has to stand in both columns")
    }
    guard subject.contains(.sides) == object.contains(.sides), !subject.contains(.held) else {
      throw row.error("\"sides\" has to stand in both columns, and \"held\" is an object")
    }
    var frame = Frame(
      property: property, lemma: "", subject: subject, object: object, kind: kind, file: row.file,
      line: row.line)
    var options = try RowOptions(cell("options"), row: row, ontology: ontology)
    (frame.subjectType, frame.subjectTypes) = try options.types("subjtype")
    (frame.objectType, frame.objectTypes) = try options.types("objtype")
    frame.modality = try options.modality("modality")
    frame.isSymmetric =
      try options.flag("symmetric") || ontology.property(property)?.isSymmetric == true
    frame.isNegated = try options.flag("negated")
    frame.isVoiced = try options.flag("voiced")
    frame.isGranted = try options.flag("granted")
    frame.isPassive = try options.flag("passive")
    frame.isAdjunct = try options.flag("adjunct")
    frame.requirements = try options.conditions("requires")
    frame.exclusions = try options.conditions("forbids")
    frame.content = try options.slots("content")
    frame.contexts = options.list("context")
    frame.lightVerbs = Set(options.list("light"))
    frame.confidence = try options.confidence() ?? frame.confidence
    try options.finish()
    return frame
  }

  private func cell(_ name: String) -> String { row.string(row.table.column(name)) }

  private typealias Word = (
    lemma: String, particle: String?, nouns: Set<String>, kind: Frame.Kind
  )

  /// `set_up`, `hold|host(meeting|summit)`, `meet`.
  private func verb() throws(KnowledgeError) -> [Word] {
    let (words, nouns) = try row.bracketed(cell("verb"))
    return words.parts(between: UInt8(ascii: "|")).map { word in
      let (lemma, particle) = word.halves(at: UInt8(ascii: "_"))
      return (lemma, particle?.spaced, nouns, .verb)
    }
  }

  private func nouns() throws(KnowledgeError) -> [Word] {
    let name = cell("kind")
    guard let kind = Frame.Kind(rawValue: name), kind == .event || kind == .relational else {
      throw row.error("\"\(name)\" is no kind of noun; expected event or relational")
    }
    return row.values(row.table.column("nouns"))
      .map { ($0.spaced, nil, [], kind) }
  }

  private func predicates() -> [Word] {
    row.values(row.table.column("predicate")).map { word in
      word.hasPrefix("hyphen:")
        ? (String(word.dropFirst(7)), nil, [], .hyphen)
        : (word.spaced, nil, [], .predicate)
    }
  }
}
