import Extraction

/// A line that names who wrote the article: `By Jane Doe and John Roe in Geneva`.
struct ByLine: Hashable {
  /// The authors' names, in order.
  var authors: [String] = []
  /// The agency or outlet that stands in the place of a name, or after one.
  var agency: String?

  /// Reads a by-line, or nothing where the text is more than one.
  init?(_ text: String) {
    let words = text.split { $0.isWhitespace }
    guard (2...24).contains(words.count), let last = text.unicodeScalars.last,
      ![".", "!", "?"].contains(last) || text.hasSuffix("Jr.") || text.hasSuffix("Sr."),
      let rest = ByLine.afterLabel(words)
    else { return nil }
    let parts = ByLine.parts(rest)
    guard let first = parts.first, ByLine.isName(first) || ByLine.isOffice(first) else {
      return nil
    }
    for part in parts {
      if NewsAgencies.isPublisher(part) || ByLine.isOutlet(part) {
        agency = agency ?? (ByLine.isOffice(part) ? nil : part)
      } else if ByLine.isName(part), !ByLine.isOffice(part) {
        authors.append(part)
      } else {
        break
      }
    }
  }

  /// The names of a list such as `Jane Doe, John Roe and Mary Major in Paris`.
  static func names(in text: some StringProtocol) -> [String] {
    parts(text.split { $0.isWhitespace }).filter { isName($0) && !NewsAgencies.isPublisher($0) }
  }

  /// Whether a folded text begins as a by-line does; quick, as it is asked of many passages.
  static func mayBegin(_ folded: String) -> Bool {
    ["by", "author", "written", "words", "story", "text", "report"].contains {
      folded.hasPrefix($0)
    }
  }

  // MARK: - Parts

  private static func afterLabel(_ words: [Substring]) -> [Substring]? {
    switch words[0] {
    case "By", "BY", "by", "By:", "BY:", "Author:", "Authors:":
      return Array(words.dropFirst())
    case "Written", "Words", "Story", "Text", "Reported", "Report":
      guard words.count > 2, ["by", "By", "by:", "BY"].contains(words[1]) else { return nil }
      return Array(words.dropFirst(2))
    default:
      return nil
    }
  }

  /// Cuts words at commas, "and", "for" and bars; a place after "in" ends the list.
  private static func parts(_ words: [some StringProtocol]) -> [String] {
    var parts: [[String]] = [[]]
    for word in words {
      let text = String(word)
      if ["and", "&", "with", "|", "/", "for", "-", "\u{2013}", "AND"].contains(text) {
        parts.append([])
      } else if ["in", "at", "IN"].contains(text) {
        break
      } else if text.hasSuffix(",") || text.hasSuffix(";") {
        parts[parts.count - 1].append(String(text.dropLast()))
        parts.append([])
      } else {
        parts[parts.count - 1].append(text)
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// Whether the text may be a person's name: one to five capitalised words.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), !text.contains(where: \.isNumber) else { return false }
    return words.allSatisfy { word in
      if particles.contains(word.lowercased()) { return true }
      guard let first = word.unicodeScalars.first, first.isCapital else { return false }
      return word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ".'’-\u{2010}\u{301}".unicodeScalars.contains($0)
      }
    } && words.contains { $0.first?.isUppercase ?? false }
  }

  /// `Our Correspondent`, `Staff Reporter`, `News Desk`: nobody by name.
  private static func isOffice(_ text: String) -> Bool {
    let words = Folding.fold(text).split(separator: " ")
    return words.contains {
      ["correspondent", "staff", "reporter", "desk", "editor", "bureau", "team"].contains($0)
    }
  }

  private static func isOutlet(_ text: String) -> Bool {
    NewsAgencies.looksLikeOutlet(text.split(separator: " "))
  }

  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den",
    "ter", "bin", "ibn", "ben", "al", "el", "af", "zu", "y", "e", "st.", "mac",
  ]
}
