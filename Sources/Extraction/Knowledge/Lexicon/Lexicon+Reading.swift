extension Lexicon {
  /// Reads the lexicon of a folder and the files that the user added.
  ///
  /// A row of an added file replaces the one with the same key; with `conf=0` it takes it out.
  /// Throws a `KnowledgeError` for an unknown property, class, slot, modality or option.
  public init(
    folder: OntologyFolder, ontology: Ontology, additions: [String] = []
  ) throws(KnowledgeError) {
    var reader = LexiconReader()
    for path in folder.tables(in: "lexicon") {
      try reader.add(bytes: FileBytes.read(path), file: path, replaces: false)
    }
    for path in additions {
      try reader.add(bytes: FileBytes.read(path), file: path, replaces: true)
    }
    try self.init(reader: reader, ontology: ontology)
  }

  /// Makes a lexicon of texts in memory, the later ones replacing rows of the earlier ones.
  init(texts: [String], ontology: Ontology) throws(KnowledgeError) {
    var reader = LexiconReader()
    for (index, text) in texts.enumerated() {
      try reader.add(bytes: Array(text.utf8), file: "text\(index + 1).tsv", replaces: index > 0)
    }
    try self.init(reader: reader, ontology: ontology)
  }

  private init(reader: LexiconReader, ontology: Ontology) throws(KnowledgeError) {
    self.init()
    var contextUses: [(name: String, row: TableRow)] = []
    var nounUses: [(name: String, row: TableRow)] = []
    for (kind, row) in reader.rows {
      switch kind {
      case .verbs, .nouns, .predicates:
        let frames = try FrameReader(kind, row, ontology).frames()
        addFrames(frames)
        contextUses += frames[0].contexts.map { ($0, row) }
      case .offices: try addOffice(row, ontology)
      case .prefixes: try addPrefix(row)
      case .attribution: try addAttribution(row, ontology)
      case .modality: try addModality(row, ontology)
      case .nominals:
        if let sense = try addNominal(row, ontology) {
          contextUses.append((sense.context, row))
          nounUses.append((sense.noun, row))
        }
      case .constructions: try addConstruction(row)
      case .partitives: partitives[row.string(0)] = row.string(1)
      case .verbForms:
        for form in row.values(row.table.column("forms")) {
          verbForms[form, default: []].append(row.string(0))
        }
      case .bounds: try addBound(row)
      case .control: try addControl(row)
      case .granted:
        granted[try row.partOfSpeech(), default: []].insert(row.string(0))
      case .contexts:
        contexts[row.string(0), default: []]
          .formUnion(row.values(1).map { $0.spaced })
      }
    }
    // Contexts can stand in a later file than the frames that name them.
    for (name, row) in contextUses where contexts[name] == nil {
      throw row.error("no context called \"\(name)\" in the table contexts")
    }
    for (name, row) in nounUses where nominal(name) == nil {
      throw row.error("no noun called \"\(name)\" in the table nominals")
    }
  }

  private mutating func addBound(_ row: TableRow) throws(KnowledgeError) {
    let name = row.string(row.table.column("bound"))
    guard let bound = ValueBound(rawValue: name) else {
      let known = ValueBound.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("no bound called \"\(name)\"; a bound is one of \(known)")
    }
    let words = row.string(0).spaced
    guard words.split(separator: " ").count <= Self.longestBound else {
      throw row.error("more than \(Self.longestBound) words before a number")
    }
    bounds[words] = bound
  }

  private mutating func addFrames(_ frames: [Frame]) {
    for frame in frames where frame.confidence > 0 {
      switch frame.kind {
      case .verb:
        verbs[frame.lemma, default: []].append(frame)
        objectNouns.formUnion(frame.objectNouns)
      case .event, .relational: nouns.insert(frame, at: frame.lemma)
      case .predicate: predicates.insert(frame, at: frame.lemma)
      case .hyphen: hyphens[frame.lemma, default: []].append(frame)
      }
    }
  }
}
