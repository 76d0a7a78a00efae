import Extraction

/// How a version of a corpus is named: `3`, `latest`, or a day or time in UTC, which stands for the
/// last version that there was by its end: `2026-11-01`, `2026-11-01T09:30`.
public enum VersionReference: Sendable, Hashable {
  /// The version of a number.
  case number(Int)
  /// The last one.
  case latest
  /// The last one before an instant, in ISO 8601.
  case before(String, text: String)

  /// Reads a reference; nothing where the text is none.
  public init?(_ text: String) {
    if text == "latest" {
      self = .latest
    } else if let number = Int(text), number > 0 {
      self = .number(number)
    } else if let instant = Self.end(of: text) {
      self = .before(instant, text: text)
    } else {
      return nil
    }
  }

  /// The instant after a day, minute or second.
  private static func end(of text: String) -> String? {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = CalendarDate(iso: parts[0]) else { return nil }
    guard parts.count == 2 else { return day.adding(days: 1).map { "\($0)T00:00:00Z" } }
    let clock = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1]
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 3, fields.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(fields[0]), let minute = Int(fields[1]), (0..<24).contains(hour),
      (0..<60).contains(minute), fields.count == 2 || (0..<60).contains(Int(fields[2]) ?? -1)
    else { return nil }
    // Times are compared as text, in which all that begins so comes before the tilde.
    return "\(day)T\(clock)~"
  }
}

extension VersionReference: CustomStringConvertible {
  /// The text that it was made of.
  public var description: String {
    switch self {
    case .number(let number): String(number)
    case .latest: "latest"
    case .before(_, let text): text
    }
  }
}

/// A version of a corpus as it stands on a command line: `news.ngcorpus@3`.
public struct CorpusAddress: Sendable, Hashable {
  /// The path of the corpus.
  public var path: String
  /// The version.
  public var version: VersionReference

  /// Reads an address; a corpus alone is its latest version.
  ///
  /// It is nothing where no corpus lies at the path before the `@`, or no version stands behind it.
  public init?(_ text: String) {
    if Corpus.isCorpus(atPath: text) {
      (path, version) = (text, .latest)
      return
    }
    guard let mark = text.lastIndex(of: "@"),
      let version = VersionReference(String(text[text.index(after: mark)...])),
      Corpus.isCorpus(atPath: String(text[..<mark]))
    else { return nil }
    (path, self.version) = (String(text[..<mark]), version)
  }
}
