/// A line that names where the article comes from: `Source: …`, `Reporting by …; Editing by …`,
/// `© 2020 …`.
struct SourceLine: Hashable {
  /// The outlet after `Source:`, without the agencies it drew on.
  var outlet: String?
  /// The names after `Reporting by` and `Writing by`.
  var authors: [String] = []
  /// The name after a copyright sign.
  var copyrightHolder: String?

  /// Reads such a line; nothing where the text is none.
  init?(_ text: String, folded: String) {
    if let rest = SourceLine.afterSource(text, folded) {
      outlet = SourceLine.outlet(rest)
    } else if SourceLine.isCredits(folded) {
      authors = SourceLine.authors(text)
    } else if let holder = SourceLine.holder(text, folded) {
      copyrightHolder = holder.isEmpty ? nil : holder
    } else {
      return nil
    }
  }

  /// Whether a folded text begins as such lines do; quick, as it is asked of every passage.
  static func mayBegin(_ folded: String) -> Bool {
    guard let first = folded.utf8.first else { return false }
    guard first < 0x80, first != UInt8(ascii: "("), first != UInt8(ascii: "[") else { return true }
    return isCredits(folded) || openings.contains { folded.hasPrefix($0) }
  }

  private static let openings = ["source", "news source", "via", "copyright"]

  // MARK: - Source

  private static func afterSource(_ text: String, _ folded: String) -> String? {
    guard folded.hasPrefix("source") || folded.hasPrefix("news source") || folded.hasPrefix("via"),
      let colon = text.firstIndex(of: ":"),
      ["source", "sources", "news source", "via"].contains(Folding.fold(text[..<colon]))
    else { return nil }
    let rest = text[text.index(after: colon)...]
    let words = rest.split { $0.isWhitespace }
    guard words.count <= 12, !(words.count > 4 && text.hasSuffix(".")) else { return nil }
    return words.joined(separator: " ")
  }

  private static func outlet(_ rest: String) -> String? {
    let first = rest.split { ",/|;+&".contains($0) }.first.map(String.init) ?? ""
    let words = first.split(separator: " ")
    let name = words.prefix { $0 != "and" && $0 != "with" }.joined(separator: " ")
      .trimmingSuffixStop
    let generic = ["agencies", "news agencies", "agency", "wires", "wire services", "compiled", ""]
    guard name.first?.isUppercase ?? false, !generic.contains(Folding.fold(name)) else {
      return nil
    }
    return name
  }

  // MARK: - Credits

  private static let creditOpenings = [
    "reporting by ", "additional reporting by ", "writing by ", "editing by ", "edited by ",
    "compiled by ", "translated by ", "with reporting by ", "with inputs from ", "with input from ",
    "with files from ", "reported by ", "our correspondent", "contributed to this report",
  ]

  /// Whether a folded text is a line of credits; also in brackets.
  static func isCredits(_ folded: String) -> Bool {
    let start = folded.drop { "([*-— ".contains($0) }
    return creditOpenings.contains { start.hasPrefix($0) }
  }

  private static func authors(_ text: String) -> [String] {
    let bare = text.trimmingPrefix { "([*-— ".contains($0) }
      .split { $0 == ";" || $0 == ")" || $0 == "]" }
    return bare.flatMap { part -> [String] in
      let folded = Folding.fold(part)
      guard let label = creditOpenings.first(where: { folded.hasPrefix($0) }),
        label.contains("reporting") || label.contains("writing") || label.contains("reported")
      else { return [] }
      let words = part.split { $0.isWhitespace }.dropFirst(label.split(separator: " ").count)
      return ByLine.names(in: words.joined(separator: " ").trimmingSuffixStop)
    }
  }

  // MARK: - Copyright

  /// The holder, empty where none is named; nothing where the text is no copyright line.
  private static func holder(_ text: String, _ folded: String) -> String? {
    let marks = ["©", "(c) ", "copyright "]
    guard folded.utf8.count <= 230, marks.contains(where: { folded.hasPrefix($0) }),
      folded.contains("all rights reserved") || folded.contains(where: \.isNumber)
        || folded.hasPrefix("©")
    else { return nil }
    let words = text.split { $0.isWhitespace || $0 == "©" }.drop { word in
      let bare = Folding.fold(word).trimmingMarks
      return ["(c)", "copyright", "c", "by", ""].contains(bare) || bare.contains { $0.isNumber }
    }
    var name: [Substring] = []
    for word in words.prefix(8) {
      let bare = word.prefix { !".,;|".contains($0) || ($0 == "." && word.count < 4) }
      guard Folding.fold(bare) != "all", !bare.contains(where: \.isNumber) else { break }
      name.append(bare)
      if bare.count < word.count { break }
    }
    return name.joined(separator: " ").trimmingSuffixStop
  }
}

extension String {
  fileprivate var trimmingSuffixStop: String {
    var text = self
    while let last = text.last, ".;,: ".contains(last) { text.removeLast() }
    return text
  }
}
