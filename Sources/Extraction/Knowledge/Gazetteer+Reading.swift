extension Gazetteer {
  /// Reads the gazetteer of a folder and the files that the user added.
  ///
  /// Throws a `KnowledgeError` for a file that cannot be read, a column that is missing, or a class
  /// or property that does not exist.
  public init(
    folder: OntologyFolder, ontology: Ontology? = nil, additions: [String] = []
  ) throws(KnowledgeError) {
    // Countries come first: the other tables refer to them.
    for kind in [GazetteerTable.Kind.countries, .regions, .cities, .organizations, .metonyms] {
      if let table = try Self.table(folder, kind.rawValue, key: Self.key(kind)) {
        try add(kind, table)
      }
    }
    if let table = try Self.table(folder, "organization-patterns", key: "canonical") {
      try addPatterns(table, ontology: ontology)
    }
    if let table = try Self.table(folder, "leaders", key: "name") { try addLeaders(table) }
    if let table = try Self.table(folder, "given-names", key: "name") {
      try addGivenNames(table)
    }
    for path in additions {
      try add(
        .user,
        Table(
          bytes: FileBytes.read(path), file: path, key: "type",
          fallback: ["name", "type", "qid", "aliases"]))
    }
    orderCapitals()
  }

  /// Makes a gazetteer of tables in memory.
  init(
    tables: [(GazetteerTable.Kind, Table)]
  ) throws(KnowledgeError) {
    for (kind, table) in tables { try add(kind, table) }
    orderCapitals()
  }

  /// A table of the folder, or nothing where the folder has no such table.
  private static func table(
    _ folder: OntologyFolder, _ name: String, key: String
  ) throws(KnowledgeError) -> Table? {
    let path = folder.file("gazetteer/\(name).tsv")
    guard FileBytes.exists(path) else { return nil }
    return try Table(bytes: FileBytes.read(path), file: path, key: key)
  }

  private static func key(_ kind: GazetteerTable.Kind) -> String {
    kind == .metonyms ? "metonym" : "name"
  }
}

// MARK: - Tables

extension Gazetteer {
  mutating func add(_ kind: GazetteerTable.Kind, _ table: Table) throws(KnowledgeError) {
    let source = try GazetteerTable(kind, table)
    let number = Int16(tables.count)
    tables.append(source)
    records.reserveCapacity(records.count + table.count)
    names.reserve(additional: table.count * 3 / 2)
    var typeBytes: ArraySlice<UInt8> = []
    var type = EntityType.city
    for index in 0..<table.count {
      let row = table[index]
      let bytes = table.bytes[row.range(source.type)]
      if index == 0 || bytes != typeBytes {
        typeBytes = bytes
        type = try Self.type(of: row, source)
      }
      guard !row.range(source.name).isEmpty else { throw row.error("a row without a name") }
      let id = records.count
      records.append(
        Record(
          table: number, type: type, weight: Self.weight(of: row, source), row: Int32(index)))
      addNames(of: row, source, id)
      addIdentifier(of: row, source, id)
      addCapital(row, source, id)
    }
  }

  private static func type(
    of row: TableRow, _ source: GazetteerTable
  ) throws(KnowledgeError) -> EntityType {
    switch source.kind {
    case .countries: return .country
    case .cities: return .city
    case .organizations where source.type == nil: return .organization
    case .regions, .metonyms, .organizations, .user:
      let word = row.string(source.type)
      if let type = EntityType(rawValue: word) { return type }
      let known = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("no class called \"\(word)\"; an entry is one of \(known)")
    }
  }

  private mutating func addNames(of row: TableRow, _ source: GazetteerTable, _ id: Int) {
    let bytes = source.table.bytes
    let ambiguous = row.parts(source.ambiguous).map { bytes[$0] }
    let isCommon = row.parts(source.flags).contains { bytes[$0].elementsEqual("common".utf8) }
    func insert(_ range: Range<Int>, _ flags: NameIndex.Flags) {
      let name = bytes[range]
      let isAmbiguous = isCommon || ambiguous.contains(name)
      names.insert(name, entry: id, flags: isAmbiguous ? flags.union(.ambiguous) : flags)
    }
    insert(row.range(source.name), [])
    for range in row.parts(source.acronyms) { insert(range, []) }
    for range in row.parts(source.aliases) { insert(range, .alias) }
    for range in row.parts(source.adjectives) {
      demonyms.insert(bytes[range], entry: id, flags: .adjective)
    }
    for range in row.parts(source.singular) {
      demonyms.insert(bytes[range], entry: id, flags: .singular)
    }
    for range in row.parts(source.plural) {
      demonyms.insert(bytes[range], entry: id, flags: .plural)
    }
  }

  private mutating func addIdentifier(of row: TableRow, _ source: GazetteerTable, _ id: Int) {
    let range = row.range(source.id)
    guard !range.isEmpty else { return }
    identifiers[source.kind, default: [:]][Self.hash(source.table.bytes[range])] = Int32(id)
  }

  private mutating func addCapital(_ row: TableRow, _ source: GazetteerTable, _ id: Int) {
    guard source.kind == .cities, row.values(source.flags).contains("capital"),
      let country = reference(source.table.bytes[row.range(source.country)], [.countries])
    else { return }
    capitals[country, default: []].append(id)
    capitalCountries[id] = country
  }

  /// Puts the capitals of a country into the order in which the country's row names them.
  private mutating func orderCapitals() {
    for (country, cities) in capitals where cities.count > 1 {
      let source = tables[Int(records[country].table)]
      let order = row(country).values(source.capital)
      func rank(_ city: Int) -> (Int, Int) {
        (order.firstIndex(of: name(of: city)) ?? order.count, city)
      }
      capitals[country] = cities.sorted { rank($0) < rank($1) }
    }
  }
}

// MARK: - Weights

extension Gazetteer {
  /// How likely a name means an entry, by what the entry is.
  ///
  /// What the user added comes first. A state comes before its namesakes, a capital before the
  /// province around it, a large city before a small one and before a plain subdivision.
  private static func weight(of row: TableRow, _ source: GazetteerTable) -> UInt8 {
    switch source.kind {
    case .user: 120
    case .countries:
      switch row.optional(source.status) {
      case "former": 40
      case "territory", "disputed": 95
      default: 105
      }
    case .cities: cityWeight(of: row, source)
    case .organizations: 85
    case .metonyms: 80
    case .regions: row.optional(source.sort) == "subdivision" ? 55 : 75
    }
  }

  private static func cityWeight(of row: TableRow, _ source: GazetteerTable) -> UInt8 {
    let flags = row.range(source.flags)
    if !flags.isEmpty {
      let words = row.values(source.flags)
      if words.contains("capital") { return 100 }
      if words.contains("common") { return 30 }
    }
    if !row.range(source.population).isEmpty { return 80 }
    return row.range(source.link).isEmpty ? 52 : 65
  }
}
