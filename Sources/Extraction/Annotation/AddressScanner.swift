/// The recognition of web addresses, e-mail addresses and identifiers, which are words of their own.
enum AddressScanner {
  /// Whether a stretch without blanks is worth a closer look: it has an `@`, a `/` or an inner dot.
  static func mayHoldAddress(_ chunk: ArraySlice<Unicode.Scalar>) -> Bool {
    for position in chunk.indices {
      switch chunk[position] {
      case "@", "/": return true
      case "." where position + 1 < chunk.endIndex && chunk[position + 1].characterClass == .letter:
        return true
      default: continue
      }
    }
    return false
  }

  /// Where the address that begins at `begin` ends, or nothing where none begins.
  static func end(in scalars: [Unicode.Scalar], from begin: Int, to limit: Int) -> Int? {
    eMailEnd(scalars, begin, limit) ?? schemeEnd(scalars, begin, limit)
      ?? domainEnd(scalars, begin, limit)
  }

  // MARK: - E-mail

  private static func eMailEnd(_ scalars: [Unicode.Scalar], _ begin: Int, _ limit: Int) -> Int? {
    var at = begin
    // RFC 5321, section 4.5.3.1.1: a local part has at most 64 characters.
    while at < min(limit, begin + 65), isLocalPart(scalars[at]) { at += 1 }
    guard at > begin, at < limit, scalars[at] == "@" else { return nil }
    var end = at + 1
    while end < limit, isDomain(scalars[end]) { end += 1 }
    end = trimmed(scalars, begin, end)
    return end > at + 2 ? end : nil
  }

  private static func isLocalPart(_ scalar: Unicode.Scalar) -> Bool {
    if isDomain(scalar) { return true }
    switch scalar {
    case "%", "+", "'", "&", "!": return true
    default: return false
    }
  }

  private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.characterClass.continuesWord || scalar == "." || scalar == "-"
  }

  // MARK: - Web addresses

  /// The end of `scheme://…`, `doi:…`, `mailto:…` or `www.…`.
  private static func schemeEnd(_ scalars: [Unicode.Scalar], _ begin: Int, _ limit: Int) -> Int? {
    var end = begin
    while end < limit, end - begin < 12, scalars[end].characterClass == .letter { end += 1 }
    guard end < limit else { return nil }
    let name = lowered(scalars[begin..<end])
    let isAddress =
      switch scalars[end] {
      case ":": name == "doi" || name == "mailto" || hasSlashes(scalars, end + 1, limit)
      case ".": name == "www" && end + 1 < limit && scalars[end + 1].characterClass.beginsWord
      default: false
      }
    return isAddress && end + 1 < limit ? trimmed(scalars, begin, limit) : nil
  }

  private static func hasSlashes(_ scalars: [Unicode.Scalar], _ at: Int, _ limit: Int) -> Bool {
    at + 2 < limit && scalars[at] == "/" && scalars[at + 1] == "/"
  }

  /// The end of a bare domain with an optional path: `example.org/news`.
  private static func domainEnd(_ scalars: [Unicode.Scalar], _ begin: Int, _ limit: Int) -> Int? {
    var end = begin
    var lastDot: Int?
    while end < limit, isDomain(scalars[end]), scalars[end] != "_" {
      if scalars[end] == ".", end > begin, end + 1 < limit,
        scalars[end + 1].characterClass == .letter
      {
        lastDot = end
      }
      end += 1
    }
    guard let lastDot else { return nil }
    end = trimmed(scalars, begin, end)
    guard end > lastDot + 1, scalars[lastDot + 1].isLower, lastDot - begin >= 2,
      WordLists.topLevelDomains.contains(lowered(scalars[lastDot + 1..<end]))
    else { return nil }
    let hasPath = end < limit && scalars[end] == "/"
    return hasPath ? trimmed(scalars, begin, limit) : end
  }

  /// `end` without the marks that close the sentence or the bracket around an address.
  private static func trimmed(_ scalars: [Unicode.Scalar], _ begin: Int, _ end: Int) -> Int {
    let hasBracket = scalars[begin..<end].contains("(")
    var end = end
    while end > begin {
      let last = scalars[end - 1]
      switch last {
      case ".", ",", ";", ":", "!", "?", "'", "\"", "\u{201D}", "\u{2019}", "]", ">", "-":
        end -= 1
      case ")" where !hasBracket:
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  private static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).lowercased()
  }
}
