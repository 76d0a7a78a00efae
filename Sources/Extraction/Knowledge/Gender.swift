/// The grammatical gender of the pronouns for a person.
public enum Gender: String, Sendable, CaseIterable {
  /// She.
  case female
  /// He.
  case male
}

extension Gazetteer {
  /// The gender of a given name, where people with the name have mostly one.
  public func gender(ofGivenName name: String) -> Gender? {
    var hasher = NameHasher()
    hasher.add(name.utf8)
    return genders[hasher.exact]
  }

  /// Reads given names; a name of both genders may stand in the table and tells nothing.
  mutating func addGivenNames(_ table: Table) throws(KnowledgeError) {
    let name = try table.requiredColumn("name")
    let gender = try table.requiredColumn("gender")
    for index in 0..<table.count {
      let row = table[index]
      var hasher = NameHasher()
      hasher.add(table.bytes[row.range(name)])
      switch row.string(gender) {
      case "f", "female": genders[hasher.exact] = .female
      case "m", "male": genders[hasher.exact] = .male
      case "u", "both", "": break
      case let word: throw row.error("no gender called \"\(word)\"; expected f, m or u")
      }
    }
  }
}
