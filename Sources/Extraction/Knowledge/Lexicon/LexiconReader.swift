/// The reading of the lexicon's tables: rows in the order of the files, each with a key by which a
/// later row replaces an earlier one.
struct LexiconReader {
  /// The tables of the lexicon; the raw value is what `# table:` says.
  enum Kind: String, CaseIterable {
    case verbs, nouns, predicates, offices, prefixes, attribution, modality, nominals, contexts
    case bounds, control, granted
    case verbForms = "verb-forms"
    case partitives, constructions

    /// The columns that make the key of a row; the first one names the table's header line.
    var keyColumns: [String] {
      switch self {
      case .verbs: ["property", "verb", "subject", "object"]
      case .nouns: ["property", "nouns", "subject", "object", "kind"]
      case .predicates: ["property", "predicate", "subject", "object"]
      case .offices: ["title"]
      case .prefixes: ["prefix"]
      case .attribution: ["cue", "pos"]
      case .modality: ["cue", "pos", "scope"]
      case .nominals: ["noun"]
      case .contexts: ["context"]
      case .bounds: ["words"]
      case .control: ["word", "pos", "marks"]
      case .granted: ["word", "pos"]
      case .verbForms: ["lemma"]
      case .partitives: ["noun"]
      case .constructions: ["construction"]
      }
    }
  }

  private(set) var rows: [(kind: Kind, row: TableRow)] = []
  private var indices: [String: Int] = [:]

  /// Takes in a file, which may hold several tables.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8.
  ///   - file: Its path.
  ///   - replaces: Whether a row with the key of an earlier one takes its place.
  mutating func add(bytes: [UInt8], file: String, replaces: Bool) throws(KnowledgeError) {
    for section in try Self.sections(bytes, file: file) {
      let table = try Table(
        bytes: section.bytes, file: file, key: section.kind.keyColumns[0],
        firstLine: section.firstLine)
      var columns: [Int] = []
      for name in section.kind.keyColumns { columns.append(try table.requiredColumn(name)) }
      for index in 0..<table.count {
        let row = table[index]
        let key = section.kind.rawValue + columns.map { "\t" + row.string($0) }.joined()
        if replaces, let old = indices[key] {
          rows[old] = (section.kind, row)
        } else {
          indices[key] = rows.count
          rows.append((section.kind, row))
        }
      }
    }
  }

  private struct Section {
    var kind: Kind
    var firstLine: Int
    var bytes: [UInt8]
  }

  /// The parts of a file, each begun by a line `# table: NAME`; the name of a file with no such
  /// line says what it is.
  private static func sections(_ bytes: [UInt8], file: String) throws(KnowledgeError) -> [Section] {
    var sections: [Section] = []
    var begin = 0
    var line = 1
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    var current = stem.flatMap { Kind(rawValue: $0) }
    var firstLine = 1
    var position = 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[position] == UInt8(ascii: "#"),
        let name = tableName(String(decoding: bytes[position..<end], as: UTF8.self))
      {
        if let current, position > begin {
          sections.append(
            Section(kind: current, firstLine: firstLine, bytes: Array(bytes[begin..<position])))
        }
        guard let kind = Kind(rawValue: name) else {
          let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw KnowledgeError(
            file: file, line: line,
            message: "no table called \"\(name)\"; a table is one of \(known)")
        }
        (current, begin, firstLine) = (kind, position, line)
      } else if current == nil, position < end, !isBlankOrComment(bytes[position..<end]) {
        throw KnowledgeError(
          file: file, line: line, message: "a row before a line \"# table: NAME\"")
      }
      position = end + 1
      line += 1
    }
    if let current {
      sections.append(Section(kind: current, firstLine: firstLine, bytes: Array(bytes[begin...])))
    }
    return sections
  }

  private static func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "#") || line.allSatisfy { $0 == 13 || $0 == 32 }
  }

  private static func tableName(_ line: String) -> String? {
    guard line.hasPrefix("# table:") else { return nil }
    return line.dropFirst(8).split(whereSeparator: \.isWhitespace).first.map(String.init)
  }
}
