import Extraction

/// The names that Neo4j's users give: labels as `Person`, types of relationships as `WORKS_FOR`.
enum Neo4jNames {
  /// A label: letters, digits and `_` alone, as a colon would begin the next one.
  static func label(_ name: String) -> String {
    let text = cleaned(name)
    return text.isEmpty ? "Thing" : text
  }

  /// The type of a relationship for a local name: `FOREIGN_MINISTER_OF` for `foreignMinisterOf`.
  static func relationshipType(_ localName: String) -> String {
    let name =
      OpenPredicate.isOpen(localName)
      ? String(localName.dropFirst(OpenPredicate.prefix.count)) : localName
    let characters = Array(cleaned(name))
    var type = ""
    for (index, character) in characters.enumerated() {
      if index > 0, character.isUppercase, characters[index - 1] != "_",
        !characters[index - 1].isUppercase
          || (index + 1 < characters.count && characters[index + 1].isLowercase)
      {
        type += "_"
      }
      type += character.uppercased()
    }
    return type.isEmpty ? "RELATED" : type
  }

  /// The type of the relationship for a statement: the property only where an article says so in
  /// its own voice, so that no query takes a claim for a fact.
  static func relationshipType(of statement: Statement) -> String {
    if statement.isBareFact { return relationshipType(statement.key.predicate) }
    return statement.isBackground ? "BACKGROUND" : "CLAIMED"
  }

  private static func cleaned(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
  }
}
