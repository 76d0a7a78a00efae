/// A table of the gazetteer with the columns that its entries are read from.
struct GazetteerTable: Sendable {
  /// What a table holds; the raw value is the name of its file.
  enum Kind: String, Sendable {
    case countries
    case regions
    case cities
    case organizations
    case metonyms
    /// A file that the user added.
    case user
  }

  let kind: Kind
  let table: Table
  let name: Int
  let type: Int?
  let id: Int?
  let link: Int?
  let sort: Int?
  let country: Int?
  let parent: Int?
  let members: Int?
  let aliases: Int?
  let acronyms: Int?
  let flags: Int?
  let ambiguous: Int?
  let status: Int?
  let population: Int?
  let adjectives: Int?
  let singular: Int?
  let plural: Int?
  let capital: Int?

  init(_ kind: Kind, _ table: Table) throws(KnowledgeError) {
    self.kind = kind
    self.table = table
    name = try table.requiredColumn(kind == .metonyms ? "metonym" : "name")
    type = kind == .user ? try table.requiredColumn("type") : table.column("class")
    id = table.column("id")
    link = table.column("qid") ?? table.column("QID")
    sort = table.column("kind")
    country = table.column("country") ?? table.column("countries")
    parent = table.column("parent") ?? table.column("region") ?? table.column("acts-for")
    members = table.column("members") ?? table.column("countries")
    aliases = table.column("aliases")
    acronyms = table.column("acronyms")
    flags = table.column("flags")
    ambiguous = table.column("ambiguous")
    status = table.column("status")
    population = table.column("population")
    adjectives = table.column("adjectives")
    singular = table.column("people-singular")
    plural = table.column("people-plural")
    capital = table.column("capital")
  }

  /// The kinds of tables that the identifiers in the column for the parent can point to.
  var parentKinds: [Kind] {
    switch kind {
    case .countries: [.countries]
    case .cities: [.regions]
    case .organizations: [.organizations]
    case .metonyms: [.countries, .organizations, .regions]
    case .regions, .user: []
    }
  }
}
