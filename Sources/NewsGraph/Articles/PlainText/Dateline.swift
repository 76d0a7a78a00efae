import Extraction

/// The place, and sometimes the day and the agency, before the first sentence: `BAKU, Oct. 9 (AP)
/// —`.
struct Dateline: Hashable {
  /// How the dateline ends.
  enum Ending: Hashable { case dash, colon, agencyInSlashes, endOfLine }

  /// The number of code points from the beginning of the passage to the end of the dash or colon.
  var length: Int
  var ending: Ending
  /// The first place, as it is written.
  var place: String?
  var date: PartialDate?
  var agency: String?
}

extension Dateline {
  /// Reads the dateline at the beginning of a passage, or nothing where there is none.
  init?(_ passage: ArraySlice<Unicode.Scalar>) {
    var reading = Reading(Array(passage.prefix(140)))
    guard let ending = reading.run(), reading.hasEvidence(ending) else { return nil }
    self.init(
      length: reading.end, ending: ending, place: reading.places.first, date: reading.date,
      agency: reading.agency)
  }

  /// The parts of a dateline as they are read from left to right.
  fileprivate struct Reading {
    let scalars: [Unicode.Scalar]
    let scanner: DateScanner
    var index = 0
    var end = 0
    var places: [String] = []
    var date: PartialDate?
    var agency: String?

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
      scanner = DateScanner(DateToken.tokens(of: scalars))
    }

    /// Reads up to the dash or colon, and says which it was.
    mutating func run() -> Ending? {
      for _ in 0..<14 {
        if let ending = ending() { return ending }
        if let ending = slashedAgency() { return ending }
        guard readsDate() || readsBrackets() || readsComma() || readsPlace() else { return nil }
      }
      return nil
    }

    private var token: DateToken? { scanner.tokens[safe: index] }

    private mutating func ending() -> Ending? {
      guard let token else {
        // A line of its own: place and day, with nothing else.
        end = scalars.count
        return !places.isEmpty && date != nil && scalars.count < 140 ? .endOfLine : nil
      }
      guard case .mark(let mark) = token.kind, !places.isEmpty || agency != nil else { return nil }
      switch mark {
      case ":":
        end = token.end
        return .colon
      case "\u{2014}", "\u{2015}", "\u{2013}", "-", "\u{2012}":
        var last = token
        while let next = scanner.tokens[safe: index + 1], next.begin == last.end, next.isMark(mark)
        {
          last = next
          index += 1
        }
        let hasSpace = last.end >= scalars.count || scalars[last.end].isSpace
        guard hasSpace || mark == "\u{2014}" || last.begin > token.begin else { return nil }
        end = last.end
        return .dash
      default:
        return nil
      }
    }

    /// An agency between slashes, as in `/TASS/.`, which ends the dateline.
    private mutating func slashedAgency() -> Ending? {
      var next = index
      if scanner.isMark(next, ".") { next += 1 }
      guard scanner.isMark(next, "/"), !places.isEmpty else { return nil }
      guard
        let close = (next + 1..<min(next + 6, scanner.tokens.count)).first(where: {
          scanner.isMark($0, "/")
        })
      else { return nil }
      agency = text(scanner.tokens[next].end, scanner.tokens[close].begin)
      index = close + 1
      if scanner.isMark(index, ".") { index += 1 }
      while scanner.isMark(index, "-", "\u{2013}", "\u{2014}") { index += 1 }
      end = scanner.tokens[index - 1].end
      return .agencyInSlashes
    }

    private mutating func readsDate() -> Bool {
      guard date == nil, let (found, next) = scanner.date(at: index) else { return false }
      date = found
      index = next
      return true
    }

    private mutating func readsComma() -> Bool {
      guard scanner.isMark(index, ",", "/"), !places.isEmpty || date != nil else { return false }
      index += 1
      return true
    }

    /// `(AP)`, `(Reuters)`, `(9 October 2020)`.
    private mutating func readsBrackets() -> Bool {
      guard scanner.isMark(index, "("), agency == nil,
        let close = (index..<min(index + 10, scanner.tokens.count)).first(where: {
          scanner.isMark($0, ")")
        })
      else { return false }
      if let (found, next) = scanner.date(at: index + 1), next == close {
        date = date ?? found
      } else {
        let name = text(scanner.tokens[index].end, scanner.tokens[close].begin)
        // The German agency writes its name in small letters.
        guard (name.first?.isUppercase ?? false) || NewsAgencies.contains(name.uppercased()),
          name.split(separator: " ").count <= 5
        else { return false }
        agency = name
      }
      index = close + 1
      return true
    }

    /// A run of capitalised words: `New Delhi`, `PORT-AU-PRINCE`, `St. Petersburg`.
    private mutating func readsPlace() -> Bool {
      guard places.count < 3, let first = token, first.word != nil, scalars[first.begin].isCapital
      else { return false }
      var last = first
      index += 1
      var words = 1
      while let next = token, words < 5 {
        let isGlued = next.begin == last.end
        if next.word != nil,
          scalars[next.begin].isCapital || isGlued
            || (isConnector(next) && words > 0 && isCapitalWord(index + 1))
        {
          guard scanner.date(at: index) == nil else { break }
          words += isGlued ? 0 : 1
        } else if isGlued, next.isMark("-", "'", "\u{2019}", "."), continues(next) {
        } else {
          break
        }
        last = next
        index += 1
      }
      places.append(text(first.begin, last.end))
      return true
    }

    private func isConnector(_ token: DateToken) -> Bool {
      ["of", "de", "la", "el", "al", "the", "le", "do", "da", "sur", "am"].contains(
        token.word ?? "")
    }

    private func isCapitalWord(_ index: Int) -> Bool {
      guard let token = scanner.tokens[safe: index], token.word != nil else { return false }
      return scalars[token.begin].isCapital
    }

    /// Whether a word goes on behind a mark inside a name.
    private func continues(_ mark: DateToken) -> Bool {
      guard let next = scanner.tokens[safe: index + 1], next.word != nil else { return false }
      return next.begin == mark.end || (mark.isMark(".") && scalars[next.begin].isCapital)
    }

    private func text(_ begin: Int, _ end: Int) -> String {
      String(scalars: scalars[begin..<end])
    }
  }
}

extension Dateline.Reading {
  /// Whether what was read can only be a dateline, not the beginning of a sentence or a label.
  func hasEvidence(_ ending: Dateline.Ending) -> Bool {
    guard let place = places.first else {
      // `(Reuters) -`
      return ending == .dash && agency.map { NewsAgencies.contains($0) } ?? false
    }
    let folded = Folding.fold(place)
    guard !Dateline.labels.contains(folded) else { return false }
    if DatelinePlaces.contains(folded) || agency != nil { return true }
    let isInCapitals = place.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    switch ending {
    case .agencyInSlashes: return true
    case .endOfLine: return isInCapitals && date != nil
    case .dash:
      return date != nil || (isInCapitals && place.count > 4 && (isLongDash || places.count > 1))
    case .colon: return (isInCapitals && place.count > 3) || (isGluedColon && places.count == 1)
    }
  }

  /// Whether the dash is no single hyphen, which stands behind any word.
  private var isLongDash: Bool {
    scalars[end - 1] != "-" || (end > 1 && scalars[end - 2] == "-")
  }

  /// Whether the text goes on right behind the colon: `Moscow:Talks …`.
  private var isGluedColon: Bool {
    guard let next = scalars[safe: end] else { return false }
    return next.isCapital && places.first.map { $0.split(separator: " ").count <= 3 } ?? false
  }
}

extension Dateline {
  /// Words that stand before a colon or dash like a place and are none.
  fileprivate static let labels: Set<String> = [
    "analysis", "opinion", "explainer", "explained", "exclusive", "update", "updates", "breaking",
    "breaking news", "video", "watch", "editorial", "interview", "comment", "review", "report",
    "live", "live updates", "correction", "note", "question", "answer", "factbox", "timeline",
    "profile", "feature", "q&a", "fact check", "fact-check", "recap", "preview", "summary", "news",
    "urgent", "alert", "photos", "gallery", "read more", "read also", "see also", "source",
    "editor's note",
    "editors' note", "listen", "warning", "spoiler alert", "related", "background", "context",
    "key points", "highlights", "transcript", "podcast", "newsletter", "dear", "from", "subject",
    "caption", "file", "photo", "image", "developing", "just in", "commentary", "perspective",
  ]
}
