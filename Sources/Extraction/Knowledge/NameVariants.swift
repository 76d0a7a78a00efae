/// What is known of parts of names that serves to compare names: forms of given names, short
/// forms, particles, titles, the ends of companies' names, and surnames that many people bear.
///
/// The table `name-variants.tsv` of the gazetteer; the spellings are `Romanisation`'s.
public struct NameVariants: Sendable {
  /// The romanisation that the names are compared in.
  public let romanisation: Romanisation
  /// The form that stands for all forms of a name in several languages.
  private var forms: [String: String] = [:]
  /// The full given names that a short form stands for.
  private var nicknames: [String: [String]] = [:]
  private var spellings: [String: String] = [:]
  private var particles: Set<String> = []
  private var titles: Set<String> = []
  private var generations: [String: String] = [:]
  private var legalForms: Set<String> = []
  private var commonSurnames: Set<String> = []

  /// Reads the tables of a folder; a table that is not there is empty.
  ///
  /// - Throws: A `KnowledgeError` for a file that cannot be read, a column that is missing, or a
  ///   kind of row that does not exist.
  public init(folder: OntologyFolder) throws(KnowledgeError) {
    romanisation = try Romanisation(folder: folder)
    if let table = try Self.table(folder, "name-variants", key: "kind") { try add(table) }
  }

  static func table(
    _ folder: OntologyFolder, _ name: String, key: String
  ) throws(KnowledgeError) -> Table? {
    let path = folder.file("gazetteer/\(name).tsv")
    guard FileBytes.exists(path) else { return nil }
    return try Table(bytes: FileBytes.read(path), file: path, key: key)
  }

  private mutating func add(_ table: Table) throws(KnowledgeError) {
    let kind = try table.requiredColumn("kind")
    let name = try table.requiredColumn("name")
    let variants = try table.requiredColumn("variants")
    for index in 0..<table.count {
      let row = table[index]
      let all = ([row.string(name)] + row.values(variants))
        .map { $0 == "&" ? $0 : NameFolding.plainWords(of: $0).joined() }.filter { !$0.isEmpty }
      guard let first = all.first else { throw row.error("a row without a name") }
      switch row.string(kind) {
      case "form":
        let usual = key(first)
        for form in all { forms[romanisation.canonical(form)] = usual }
      case "nickname": for short in all { nicknames[short, default: []].append(key(first)) }
      case "particle": particles.formUnion(all)
      case "title": titles.formUnion(all)
      case "generation": for mark in all { generations[mark] = first }
      case "legal-form": legalForms.formUnion(all)
      case "common-surname": commonSurnames.formUnion(all)
      case "spelling": for other in all.dropFirst() { spellings[other] = first }
      case let word:
        throw row.error(
          "no kind called \"\(word)\"; expected form, nickname, particle, title, generation,"
            + " legal-form, spelling or common-surname")
      }
    }
  }
}

// MARK: - Words

extension NameVariants {
  /// The spelling that stands for all spellings and forms of a word of a person's name.
  ///
  /// - Parameter word: A word as `NameFolding.plainWords` gives it.
  public func key(_ word: String) -> String {
    let canonical = romanisation.canonical(word)
    return forms[canonical] ?? canonical
  }

  /// The given names, as keys, that a word can be a short form of; itself among them.
  public func givenNames(_ word: String) -> [String] {
    [key(word)] + (nicknames[word] ?? [])
  }

  /// Whether a word may be left out of a name: `al`, `de`, `von`.
  public func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// Whether a word before a name is a title: `mr`, `dr`.
  public func isTitle(_ word: String) -> Bool { titles.contains(word) }

  /// The mark of father or son that a word is: `jr` for `junior`.
  public func generation(_ word: String) -> String? { generations[word] }

  /// Whether a surname is so common that alone it says little.
  public func isCommonSurname(_ word: String) -> Bool { commonSurnames.contains(word) }

  /// Whether a word at the end of an organization's name says only what kind of company it is.
  public func isLegalForm(_ word: String) -> Bool { legalForms.contains(word) }

  /// The usual spelling of a word in an organization's name.
  public func usualSpelling(_ word: String) -> String { spellings[word] ?? word }
}
