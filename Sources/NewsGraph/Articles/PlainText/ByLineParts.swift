import Extraction

/// The parts of a line under the headline: a by-line, a date, an outlet, cut by bars.
struct ByLineParts: Hashable {
  var authors: [String] = []
  var agency: String?
  var publication: PublicationLine?
  var hasByLine = false

  /// Takes a part; false where it is nothing that stands in such a line.
  mutating func add(_ part: String) -> Bool {
    if let date = PublicationLine(Array(part.unicodeScalars)) {
      publication = date
      return true
    }
    let (byLine, date) = ByLineParts.splittingDate(part)
    if let found = ByLine(byLine) {
      authors += found.authors
      agency = agency ?? found.agency
      publication = publication ?? date
      hasByLine = true
      return true
    }
    let folded = Folding.fold(part)
    let wordCount = folded.split(separator: " ").count
    if FurniturePhrases.matches(folded, wordCount: wordCount) { return true }
    guard wordCount <= 4,
      NewsAgencies.isPublisher(part) || NewsAgencies.looksLikeOutlet(part.split(separator: " "))
    else { return false }
    agency = agency ?? part
    return true
  }

  /// `By Jane Doe, October 9, 2020` as by-line and date.
  private static func splittingDate(_ text: String) -> (String, PublicationLine?) {
    let scalars = Array(text.unicodeScalars)
    let tokens = DateToken.tokens(of: scalars)
    for (index, token) in tokens.enumerated().dropFirst(2) where token.word != nil || index > 2 {
      guard let line = PublicationLine(tokens[index...]) else { continue }
      let start = String(scalars: scalars[..<token.begin])
      return (start.trimmingCommas, line)
    }
    return (text, nil)
  }
}

extension String {
  fileprivate var trimmingCommas: String {
    var text = self
    while let last = text.last, last.isWhitespace || ",-–—".contains(last) { text.removeLast() }
    return text
  }
}
