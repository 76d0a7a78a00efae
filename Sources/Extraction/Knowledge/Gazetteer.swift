/// The facts about countries, places, organizations and leaders that reading the news takes.
///
/// The tables stay in memory as bytes, the names in a hash table; an entry becomes a value when it
/// is asked for. Entries are known by their index, which depends on nothing but the tables.
///
/// Names match whatever the diacritics, dots, apostrophes and hyphens, and however the text is cut
/// into words; the case of letters has to agree, except that `Nato` is `NATO`.
public struct Gazetteer: Sendable {
  var tables: [GazetteerTable] = []
  var records: [Record] = []
  var names = NameIndex(minimumCapacity: 1000)
  var demonyms = NameIndex(minimumCapacity: 1000)
  var identifiers: [GazetteerTable.Kind: [UInt64: Int32]] = [:]
  /// The capitals of each country, in the order that the country names them.
  var capitals: [Int: [Int]] = [:]
  var capitalCountries: [Int: Int] = [:]
  var patterns = PhraseIndex<OrganizationPattern>()
  var leaderTable: Table?
  var leaderNames = NameIndex(minimumCapacity: 2000)
  var leaderScopes: [Int: [Int]] = [:]
  var givenNames: [UInt64: GivenName] = [:]

  /// What is kept of an entry besides its row.
  struct Record: Sendable {
    let table: Int16
    let type: EntityType
    /// The larger, the likelier a name means this entry when nothing else speaks for another.
    let weight: UInt8
    let row: Int32
  }

  /// An entry as a value.
  public struct Entry: Sendable, Hashable, Identifiable {
    /// The index in the gazetteer.
    public let id: Int
    /// The name, without an article before it.
    public let name: String
    /// The class.
    public let type: EntityType
    /// The Wikidata identifier, where it is sure.
    public let link: String?
    /// What sort of its class it is: `news-agency`, `sea`, `presidency`.
    public let kind: String?
    /// The index of the country that it lies in or belongs to.
    public let country: Int?
    /// The index of what it is a part of: the region of a city, the state of a territory, the
    /// organization of an agency, the country in whose name a seat of government acts.
    public let parent: Int?
    /// The indices of the member countries, or of the countries that a region lies in.
    public let members: [Int]
    /// Other names.
    public let aliases: [String]
    /// Whether it is the capital of its country.
    public let isCapital: Bool
    /// Whether the name is as often an English word, a person's name or a larger place.
    public let isCommonWord: Bool
    /// The names that mean something else as often.
    public let ambiguousNames: [String]
    /// Of a country `sovereign`, `territory`, `disputed` or `former`.
    public let status: String?
    /// The number of people, where it is known.
    public let population: Int?
  }

  /// Words that name entries.
  public struct Match: Sendable, Hashable {
    /// The number of words.
    public let length: Int
    /// The indices of the entries with this name, the likeliest first.
    public let candidates: [Int]
    /// Whether the name of the likeliest entry means something else as often.
    public let isAmbiguous: Bool
  }

  /// The number of entries.
  public var count: Int { records.count }

  /// The class of an entry.
  public func type(of id: Int) -> EntityType { records[id].type }

  /// The name of an entry.
  public func name(of id: Int) -> String {
    let table = tables[Int(records[id].table)]
    return row(id).string(table.name)
  }

  func row(_ id: Int) -> TableRow {
    tables[Int(records[id].table)].table[Int(records[id].row)]
  }

  func kind(ofTable id: Int) -> GazetteerTable.Kind { tables[Int(records[id].table)].kind }
}

// MARK: - Names

extension Gazetteer {
  /// The longest name that begins at a word.
  ///
  /// - Parameters:
  ///   - forms: The words of a sentence.
  ///   - start: The index of the first word.
  ///   - ignoringCase: Whether to take any case of letters for right, as in headlines in capitals.
  public func longestMatch(
    _ forms: [String], at start: Int, ignoringCase: Bool = false
  ) -> Match? {
    let rule: NameIndex.CaseRule = ignoringCase ? .ignored : .exact
    guard let (length, found) = names.longestHits(in: forms, at: start, rule: rule) else {
      return nil
    }
    var hits = found
    // 'Peru's' is Peru and not Perus; 'McDonald's' is a name.
    let last = start + length - 1
    if length > 1, ["'s", "’s", "'S", "’S"].contains(forms[last]) {
      hits.removeAll { !hasGenitive($0.entry) }
      if hits.isEmpty {
        return longestMatch(Array(forms[..<last]), at: start, ignoringCase: ignoringCase)
      }
    }
    if length == 1, isStateCode(forms, at: start) {
      hits.removeAll { kind(ofTable: $0.entry) == .regions }
      guard !hits.isEmpty else { return nil }
    }
    let candidates = ranked(hits)
    return Match(
      length: length, candidates: candidates,
      isAmbiguous: hits.contains {
        $0.entry == candidates.first && $0.flags.contains(.ambiguous)
      })
  }

  /// Whether a name of an entry ends in a genitive.
  private func hasGenitive(_ id: Int) -> Bool {
    let entry = self[id]
    return ([entry.name] + entry.aliases).contains { name in
      ["'s", "’s"].contains(name.suffix(2).lowercased())
    }
  }

  /// Whether a word can only be the code of a state where it stands after a town and a comma:
  /// `OR` in `Portland, OR`.
  private func isStateCode(_ forms: [String], at start: Int) -> Bool {
    forms[start].utf8.count == 2 && (start == 0 || forms[start - 1] != ",")
  }

  /// The entries with a name, the likeliest first.
  public func entries(named name: String, ignoringCase: Bool = false) -> [Int] {
    ranked(names.hits(name, rule: ignoringCase ? .ignored : .exact))
  }

  /// The seat of government or other place whose name stands for the body that sits there.
  public func metonym(_ name: String) -> Int? {
    ranked(names.hits(name)).first { kind(ofTable: $0) == .metonyms }
  }

  /// The index of a country by its identifier in the tables, such as `armenia`.
  public func country(id: String) -> Int? { reference(Array(id.utf8)[...], [.countries]) }

  private func ranked(_ hits: [NameIndex.Hit]) -> [Int] {
    func weight(_ hit: NameIndex.Hit) -> Int {
      Int(records[hit.entry].weight) - (hit.flags.contains(.alias) ? 5 : 0)
        - (hit.flags.contains(.ambiguous) ? 5 : 0)
    }
    let sorted = hits.sorted { (-weight($0), $0.entry) < (-weight($1), $1.entry) }
    var seen: Set<Int> = []
    return sorted.map(\.entry).filter { seen.insert($0).inserted }
  }
}

// MARK: - Capitals

extension Gazetteer {
  /// The capital of a country, the seat of the head of state first where there are several.
  public func capital(of country: Int) -> Int? { capitals[country]?.first }

  /// All seats of government of a country.
  public func capitals(of country: Int) -> [Int] { capitals[country] ?? [] }

  /// The country that a city is the capital of.
  public func countryOfCapital(_ city: Int) -> Int? { capitalCountries[city] }
}
