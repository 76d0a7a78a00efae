/// A body that every state has, and the words that name it beside a country: `foreign ministry`.
public struct OrganizationPattern: Sendable, Hashable {
  /// The words that name it, in lower case.
  public let heads: [String]
  /// The name with `{country}` or `{adj}` in the place of the country's name or adjective.
  public let nameTemplate: String
  /// The class of the body.
  public let type: EntityType
  /// What sort of its class it is.
  public let kind: String?
  /// The property that links the body to its country; none where the name says it all, as it does
  /// of a government.
  public let property: String?
  /// The line in the table.
  public let line: Int
}

extension Gazetteer {
  /// The longest head that begins at a word; the words are lemmas or forms, in lower case.
  ///
  /// `defence` and `defense` and other variants stand in the table; a last word in the plural
  /// counts as its singular, unless the plural is a head of its own.
  public func organizationPattern(
    _ words: [String], at start: Int
  ) -> (pattern: OrganizationPattern, length: Int)? {
    patterns.longest(in: words, at: start).flatMap { found in
      found.values.first.map { ($0, found.length) }
    }
  }

  /// The name of a country's body: `Armenian government`.
  public func canonicalName(_ pattern: OrganizationPattern, country: Int) -> String {
    pattern.nameTemplate
      .split(separator: " ")
      .map { word in
        switch word {
        case "{adj}": demonymAdjective(of: country)
        case "{country}": name(of: country)
        default: String(word)
        }
      }
      .joined(separator: " ")
  }

  /// Throws a `KnowledgeError` for a class or, where the ontology is given, a property that is not
  /// there.
  mutating func addPatterns(_ table: Table, ontology: Ontology?) throws(KnowledgeError) {
    let canonical = try table.requiredColumn("canonical")
    let heads = try table.requiredColumn("heads")
    let property = try table.requiredColumn("property")
    for index in 0..<table.count {
      let row = table[index]
      let className = row.string(table.column("class"))
      guard let type = EntityType(rawValue: className) else {
        throw row.error("no class called \"\(className)\" for entities")
      }
      if let ontology, let name = row.optional(property) {
        _ = try row.property(name, in: ontology)
      }
      let pattern = OrganizationPattern(
        heads: row.values(heads), nameTemplate: row.string(canonical), type: type,
        kind: row.optional(table.column("kind")), property: row.optional(property), line: row.line)
      for head in pattern.heads { patterns.insert(pattern, at: head) }
    }
  }
}
