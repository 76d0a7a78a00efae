import Extraction

/// All that is known of a statement, as the columns of a table: what GraphML and DOT say of an edge.
struct StatementSummary {
  /// The IRI of the property.
  var predicate: IRI
  /// The predicate in words: `foreign minister of`.
  var label: String
  var standing: Modality
  /// The standings that sources give, the strongest first.
  var modalities: [Modality]
  var claimants: [IRI]
  var claimantNames: [String]
  var dates: [String]
  var places: [IRI]
  var placeNames: [String]
  /// The passages, as `article#char=17,30`.
  var sources: [String]
  /// The passages as IRIs.
  var passages: [String]
  var confidence: Double
  var evidenceCount: Int
  /// The number of articles, and of those the ones that do not print the text of another one.
  var sourceCount: Int
  var independentSourceCount: Int
  var isDisputed: Bool
  /// The conflicts with other statements and of its own claims.
  var conflict: ConflictIndex.Mark?
  /// Whether the gazetteer alone knows it.
  var isBackground: Bool
  /// The sum of the confidences, for layouts and rankings; at least 0.01.
  var weight: Double

  init(_ statement: Statement, in graph: some PropertyNumbering) throws {
    let evidence = statement.evidence
    let property = graph.property(statement.key.predicate)
    predicate = property.iri
    label = property.label
    standing = statement.standing
    modalities = Self.sorted(evidence.map(\.modality))
    claimants = Self.sorted(evidence.flatMap(\.attributedTo))
    claimantNames = try claimants.map(graph.name)
    dates = Self.sorted(evidence.compactMap(\.date))
    places = Self.sorted(evidence.compactMap(\.place))
    placeNames = try places.map(graph.name)
    sources = evidence.map { "\($0.article)#char=\($0.range.begin),\($0.range.end)" }
    passages = evidence.compactMap { graph.articles.passage($0.range, of: $0.article)?.string }
    confidence = statement.confidence
    evidenceCount = evidence.count
    sourceCount = statement.sourceCount
    independentSourceCount = statement.independentSourceCount
    isDisputed = statement.isDisputed
    conflict = graph.conflicts[statement]
    isBackground = statement.isBackground
    weight = max(0.01, evidence.reduce(0) { $0 + $1.confidence })
  }

  /// Each element once, sorted; most lists have none or one.
  private static func sorted<Element: Hashable & Comparable>(_ list: [Element]) -> [Element] {
    list.count < 2 ? list : Set(list).sorted()
  }
}

/// Several texts in one field.
enum ListText {
  /// The texts with ` | ` between them; bars and backslashes inside them are escaped with a
  /// backslash, so that the list can be taken apart again.
  static func joined(_ texts: [String]) -> String {
    if texts.count == 1, !texts[0].utf8.contains(where: isEscaped) { return texts[0] }
    return texts.map(escaped).joined(separator: " | ")
  }

  /// Takes a list apart again.
  static func split(_ list: String) -> [String] {
    var texts: [String] = []
    var text = String.UnicodeScalarView()
    var isEscaped = false
    var isBehindBar = false
    for scalar in list.unicodeScalars {
      // The blanks on both sides of a bar belong to it.
      defer { isBehindBar = scalar == "|" && !isEscaped && texts.count > 0 && text.isEmpty }
      if isEscaped {
        text.append(scalar)
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "|":
        if text.last == " " { text.removeLast() }
        texts.append(String(text))
        text.removeAll()
      case " " where isBehindBar: break
      default: text.append(scalar)
      }
    }
    return texts + [String(text)]
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isEscaped) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "|" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\")
  }
}
