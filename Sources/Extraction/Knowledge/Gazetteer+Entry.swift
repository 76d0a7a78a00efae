extension Gazetteer {
  /// The entry with an index.
  public subscript(id: Int) -> Entry {
    let record = records[id]
    let source = tables[Int(record.table)]
    let row = row(id)
    let link = row.optional(source.link)
    let ambiguous = row.values(source.ambiguous)
    let name = row.string(source.name)
    return Entry(
      id: id, name: name, type: record.type, link: link, kind: row.optional(source.sort),
      country: country(of: row, source), parent: parent(of: row, source),
      members: row.parts(source.members).compactMap {
        reference(row.table.bytes[$0], [.countries])
      },
      aliases: row.values(source.acronyms) + row.values(source.aliases),
      isCapital: capitalCountries[id] != nil,
      isCommonWord: row.values(source.flags).contains("common") || ambiguous.contains(name),
      ambiguousNames: ambiguous, status: row.optional(source.status),
      population: row.optional(source.population).flatMap { Int($0) })
  }

  /// The country that an entry lies in or belongs to; a country belongs to itself.
  public func country(of id: Int) -> Int? {
    let source = tables[Int(records[id].table)]
    return source.kind == .countries ? id : country(of: row(id), source)
  }

  private func country(of row: TableRow, _ source: GazetteerTable) -> Int? {
    if source.kind == .metonyms {
      return reference(row.table.bytes[row.range(source.parent)], [.countries])
    }
    // A region in several countries belongs to none.
    let parts = row.parts(source.country)
    return parts.count == 1 ? reference(row.table.bytes[parts[0]], [.countries]) : nil
  }

  private func parent(of row: TableRow, _ source: GazetteerTable) -> Int? {
    reference(row.table.bytes[row.range(source.parent)], source.parentKinds)
  }

  /// The entry with an identifier in one of several tables.
  func reference(_ bytes: ArraySlice<UInt8>, _ kinds: [GazetteerTable.Kind]) -> Int? {
    guard !bytes.isEmpty else { return nil }
    let hash = Self.hash(bytes)
    for kind in kinds {
      if let entry = identifiers[kind]?[hash] { return Int(entry) }
    }
    return nil
  }

  /// FNV-1a of the bytes of an identifier.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
