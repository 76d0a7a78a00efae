extension Lexicon {
  mutating func addOffice(_ row: TableRow, _ ontology: Ontology) throws(KnowledgeError) {
    let table = row.table
    let words = row.string(table.column("title")).split(separator: " ").map(String.init)
    guard !words.isEmpty else { throw row.error("a title without a word") }
    var title = OfficeTitle(words: words)
    title.countryProperties = try properties(row, "country", ontology)
    title.organizationProperties = try properties(row, "organization", ontology)
    title.regionProperties = try properties(row, "place", ontology)
    title.canonicalName = row.optional(table.column("office"))
    title.holderClass = row.optional(table.column("class")) ?? title.holderClass
    title.holderTypes = try row.types(title.holderClass, in: ontology)
    title.line = row.line
    var options = try RowOptions(row.string(table.column("flags")), row: row, ontology: ontology)
    title.personProperty = try options.property("person")
    title.toProperty = try options.property("to")
    title.sportProperty = try options.property("sport")
    title.objectName = options.text("object")
    title.casedForm = options.text("cased")
    title.isExclusive = try options.flag("exclusive")
    title.isHonorific = try options.flag("honorific")
    title.isOccupation = try options.flag("occupation")
    title.isRank = try options.flag("rank")
    title.isAbbreviation = try options.flag("abbreviation")
    title.needsName = try options.flag("before-name")
    title.gender = try options.gender()
    let confidence = try options.confidence()
    try options.finish()
    if confidence != 0 { offices.insert(title, at: words.joined(separator: " ")) }
  }

  private func properties(
    _ row: TableRow, _ column: String, _ ontology: Ontology
  ) throws(KnowledgeError) -> [String] {
    var properties: [String] = []
    for name in row.values(row.table.column(column)) {
      properties.append(try row.property(name, in: ontology))
    }
    return properties
  }

  mutating func addPrefix(_ row: TableRow) throws(KnowledgeError) {
    let table = row.table
    let effectName = row.string(table.column("effect"))
    guard let effect = TitlePrefix.Effect(rawValue: effectName) else {
      let known = TitlePrefix.Effect.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("no effect called \"\(effectName)\"; an effect is one of \(known)")
    }
    let flags = row.string(table.column("flags")).split(separator: ",")
    if let flag = flags.first(where: { !["before", "after", "hyphen"].contains($0) }) {
      throw row.error("no flag called \"\(flag)\"; a flag is one of before, after, hyphen")
    }
    let word = row.string(table.column("prefix"))
    titlePrefixes.insert(
      TitlePrefix(
        word: word, effect: effect,
        modality: try row.modality(row.optional(table.column("modality")) ?? "asserted"),
        standsBefore: flags.contains("before"), standsAfter: flags.contains("after"),
        takesHyphen: flags.contains("hyphen") || word.hasSuffix("-")),
      at: word)
  }

  /// Adds a noun, and gives the other one that it means somewhere.
  mutating func addNominal(
    _ row: TableRow, _ ontology: Ontology
  ) throws(KnowledgeError) -> NominalType.Sense? {
    let table = row.table
    let className = row.string(table.column("class"))
    guard let type = EntityType(rawValue: className) else {
      throw row.error("no class called \"\(className)\" for entities")
    }
    let lemma = row.string(table.column("noun")).spaced
    guard !lemma.isEmpty else { throw row.error("no word") }
    var nominal = NominalType(
      lemma: lemma, type: type, namePattern: row.optional(table.column("name")))
    nominal.line = row.line
    var options = try RowOptions(row.string(table.column("flags")), row: row, ontology: ontology)
    nominal.kind = options.text("kind")
    nominal.property = try options.property("property")
    nominal.resolution = try options.property("resolve")
    if let sense = options.text("sense") {
      let (context, noun) = sense.halves(at: UInt8(ascii: ":"))
      guard let noun else { throw row.error("expected sense=CONTEXT:NOUN, found \"\(sense)\"") }
      nominal.sense = NominalType.Sense(context: context, noun: noun.spaced)
    }
    nominal.isCollective = try options.flag("collective")
    nominal.isClaimant = try options.flag("claimant")
    nominal.isOnlySpeaker = try options.flag("only-speaker")
    nominal.isBusiness = try options.flag("business")
    nominal.isPlural = try options.flag("plural")
    nominal.takesName = try options.flag("before-name")
    nominal.sharesOffice = try options.flag("same-office")
    nominal.standsAlone = options.text("alone") != "no"
    let confidence = try options.confidence()
    try options.finish()
    if confidence != 0 { nominals.insert(nominal, at: lemma) }
    return confidence != 0 ? nominal.sense : nil
  }
}
