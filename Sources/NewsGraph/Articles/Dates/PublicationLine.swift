import Extraction

/// A line that says when an article came out: `Updated 22:43, 09-Oct-2020`.
struct PublicationLine: Hashable {
  /// The day, and the time where one is given, of the first publication.
  var published: Timestamp?
  /// The day, and the time where one is given, of the last change.
  var updated: Timestamp?
  /// Whether a word such as "Published" introduces the date.
  var hasLabel = false

  /// Reads a line that holds dates, times, labels and nothing else; nothing where it holds more.
  init?(_ scalars: some RandomAccessCollection<Unicode.Scalar>) {
    self.init(DateToken.tokens(of: scalars)[...])
  }

  /// Reads tokens that hold dates, times, labels and nothing else.
  init?(_ tokens: ArraySlice<DateToken>) {
    guard !tokens.isEmpty, tokens.count <= 60 else { return nil }
    var reading = Reading(scanner: DateScanner(Array(tokens)))
    while reading.index < tokens.count {
      guard reading.step() else { return nil }
    }
    reading.close()
    guard reading.hasContent else { return nil }
    published = reading.published
    updated = reading.updated
    hasLabel = reading.hasLabel
  }
}

extension PublicationLine {
  private struct Reading {
    let scanner: DateScanner
    var index = 0
    var published: Timestamp?
    var updated: Timestamp?
    var hasLabel = false
    /// Whether a full date, or a time or a lapse of time under a label, was met with.
    var hasContent = false

    private var isUpdate = false
    private var date: CalendarDate?
    private var time: String?

    init(scanner: DateScanner) { self.scanner = scanner }

    /// Reads the next part; false where it is nothing that such a line holds.
    mutating func step() -> Bool {
      if let (partial, next) = scanner.date(at: index) {
        guard let day = partial.date else { return false }
        if date != nil { close() }
        date = day
        hasContent = true
        index = next
        return true
      }
      if let (clock, next) = scanner.time(at: index) {
        time = clock
        hasContent = hasContent || hasLabel
        index = next
        return true
      }
      return readsLapse() || readsWord() || readsMark()
    }

    /// Ends one date with its time, so that the next one can begin.
    mutating func close() {
      if let date {
        let timestamp = Timestamp(date: date, time: time)
        if isUpdate { updated = updated ?? timestamp } else { published = published ?? timestamp }
      }
      date = nil
      time = nil
    }

    /// `3 hours ago`.
    private mutating func readsLapse() -> Bool {
      guard hasLabel, scanner.number(index) != nil, let unit = scanner.word(index + 1),
        PublicationLine.units.contains(unit), scanner.word(index + 2) == "ago"
      else { return false }
      hasContent = true
      index += 3
      return true
    }

    private mutating func readsWord() -> Bool {
      guard let word = scanner.word(index) else { return false }
      if PublicationLine.updateLabels.contains(word) || PublicationLine.labels.contains(word) {
        if date != nil { close() }
        isUpdate = PublicationLine.updateLabels.contains(word)
        hasLabel = true
      } else if !PublicationLine.fillers.contains(word), !DateWords.isWeekday(word),
        !DateWords.isZone(word), !(word == "t" && scanner.isGlued(index))
      {
        return false
      }
      index += 1
      return true
    }

    private mutating func readsMark() -> Bool {
      guard case .mark(let mark)? = scanner.tokens[safe: index]?.kind,
        PublicationLine.marks.contains(mark)
      else { return false }
      index += 1
      return true
    }
  }

  private static let labels: Set<String> = [
    "published", "posted", "date", "issued", "created", "publication", "released", "first",
    "publish", "uploaded",
  ]
  private static let updateLabels: Set<String> = [
    "updated", "modified", "edited", "update", "revised",
  ]
  private static let fillers: Set<String> = [
    "last", "at", "on", "time", "the", "hrs", "hours", "h", "and", "story", "article", "page",
  ]
  private static let units: Set<String> = [
    "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week",
    "weeks", "month", "months",
  ]
  private static let marks: Set<Unicode.Scalar> = [
    ":", ",", "|", "-", "\u{2013}", "\u{2014}", "/", "(", ")", "[", "]", ".", "\u{00B7}",
    "\u{2022}", ";", "\u{200B}",
  ]
}
