import Extraction

/// The name of a photographer or picture service at the end of a caption.
struct PhotoCredit {
  private let scalars: [Unicode.Scalar]
  private let range: TextRange

  /// How far from the end of a passage a credit may begin, in code points.
  private static let reach = 120

  init(_ range: TextRange, of text: ArticleText) {
    scalars = text.scalars
    self.range = range
  }

  /// Where the passage's credit stands, from its dash, slash or bracket to the end.
  ///
  /// Nothing where the passage has none; a credit may also be the whole passage.
  func find() -> TextRange? {
    guard range.count > 1 else { return nil }
    return bracketed() ?? labelled() ?? separated() ?? afterSentence() ?? whole()
  }

  // MARK: - Forms

  /// `… on Friday. (AA)`, `[Photo/Xinhua]`, `(Photo by Jane Doe / AFP)`.
  private func bracketed() -> TextRange? {
    let last = scalars[range.end - 1]
    guard last == ")" || last == "]", let begin = lastIndex(of: last == ")" ? ["("] : ["["]) else {
      return nil
    }
    let inside = words(begin + 1, range.end - 1)
    guard isCredit(inside) || hasLabel(inside) else { return nil }
    return TextRange(begin, range.end)
  }

  /// `… in the town. Photo: Jane Doe`, `Photograph: Jane Doe/AP`, `Image credit: Handout`.
  private func labelled() -> TextRange? {
    guard let colon = lastIndex(of: [":"]), colon > range.begin, colon + 1 < range.end else {
      return nil
    }
    var begin = colon
    while begin > range.begin, scalars[begin - 1].isLetterOrDigit || scalars[begin - 1] == " ",
      colon - begin < 20
    {
      begin -= 1
    }
    let label = words(begin, colon)
    let names = words(colon + 1, range.end)
    guard let first = label.first?.unicodeScalars.first, first.isCapital,
      PhotoCredit.labels.contains(Folding.fold(label.joined(separator: " "))),
      (1...8).contains(names.count), isNameLike(names)
    else { return nil }
    while begin < colon, scalars[begin].isSpace { begin += 1 }
    return TextRange(begin, range.end)
  }

  /// `… in Moscow - AFP`, `… in Moscow, Russia – Foreign Ministry Press Service`,
  /// `… round a table. /Foreign Ministry's Facebook`, `… | Jane Doe/Reuters`.
  private func separated() -> TextRange? {
    guard let begin = lastSeparator(), begin > range.begin else { return nil }
    let names = words(begin + 1, range.end)
    guard (1...10).contains(names.count), !endsInStop, startsInCapital(names) || names[0] == "via"
    else { return nil }
    let mark = scalars[begin]
    let isCertain = isCredit(names)
    let followsSentence = isSentenceEnd(before: begin)
    switch mark {
    case "/", "\u{A9}": guard isCertain || followsSentence else { return nil }
    case "|": guard isCertain else { return nil }
    default:
      // Behind a quotation the name is the speaker's.
      guard !followsQuotation(begin) else { return nil }
      let isOffice = NewsAgencies.looksLikePressOffice(names) && isNameLike(names)
      guard isCertain || (isOffice && names.count <= 7) else { return nil }
    }
    return TextRange(begin, range.end)
  }

  /// `… on Friday. Jane Doe/AFP`, `… on Friday. Getty Images`.
  private func afterSentence() -> TextRange? {
    guard !endsInStop else { return nil }
    var begin = range.end - 1
    let limit = max(range.begin, range.end - PhotoCredit.reach)
    while begin > limit {
      if scalars[begin - 1].isSpace, isSentenceEnd(before: begin - 1) { break }
      begin -= 1
    }
    guard begin > limit else { return nil }
    let names = words(begin, range.end)
    return names.count <= 8 && isCredit(names) ? TextRange(begin, range.end) : nil
  }

  /// `Getty Images`, `AFP/Getty Images`, `Reuters`, on a line of its own.
  private func whole() -> TextRange? {
    guard range.count <= 60, !endsInStop else { return nil }
    let names = words(range.begin, range.end)
    return names.count <= 6 && isCredit(names) ? range : nil
  }

  // MARK: - Words

  /// Whether one of the parts that slashes, commas and "via" cut is an agency or credit word.
  private func isCredit(_ words: [String]) -> Bool {
    guard (1...10).contains(words.count), isNameLike(words) else { return false }
    let text = words.joined(separator: " ")
    if NewsAgencies.contains(text) { return true }
    let parts = text.split { "/,|;-–—".contains($0) }.flatMap { $0.split(separator: " via ") }
    let names = parts.map { part in
      part.split(separator: " ").drop { ["via", "for", "by"].contains($0) }.joined(separator: " ")
    }
    return (parts.count > 1 || text.hasPrefix("via "))
      && names.contains { NewsAgencies.contains($0) }
  }

  /// `Photo by …`, `Image: …`, `Courtesy of …` inside brackets.
  private func hasLabel(_ words: [String]) -> Bool {
    guard (2...14).contains(words.count) else { return false }
    let text = Folding.fold(words.joined(separator: " "))
    let openings = [
      "photo by ", "photo: ", "photo/", "photos by ", "image: ", "image by ", "picture: ",
      "photograph by ", "photograph: ", "photo courtesy", "courtesy of ", "photo credit",
      "credit: ",
      "ap photo", "afp photo", "reuters photo", "file photo", "image credit", "photo/",
    ]
    return openings.contains { text.hasPrefix($0) }
  }

  /// Whether the words are capitalised as names are, but for small connecting words.
  private func isNameLike(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      guard let first = word.unicodeScalars.first(where: { $0.isLetterOrDigit }) else {
        return true
      }
      return first.isCapital || first.properties.numericType != nil
        || PhotoCredit.connectors.contains(word)
    }
  }

  private func startsInCapital(_ words: [String]) -> Bool {
    words.first?.unicodeScalars.first { $0.isLetterOrDigit }?.isCapital ?? false
  }

  private func words(_ begin: Int, _ end: Int) -> [String] {
    guard begin < end else { return [] }
    return scalars[begin..<end].split { $0.isSpace }.map { String(scalars: $0) }
  }

  // MARK: - Places

  private var endsInStop: Bool { [".", "!", "?", ":", ",", ";"].contains(scalars[range.end - 1]) }

  private func lastIndex(of marks: [Unicode.Scalar]) -> Int? {
    let begin = max(range.begin, range.end - PhotoCredit.reach)
    return (begin..<range.end).last { marks.contains(scalars[$0]) }
  }

  /// The last dash with space around it, bar, copyright sign, or slash with space before it.
  private func lastSeparator() -> Int? {
    let begin = max(range.begin + 1, range.end - PhotoCredit.reach)
    guard begin < range.end - 1 else { return nil }
    return (begin..<range.end - 1).last { index in
      switch scalars[index] {
      case "-", "\u{2013}", "\u{2014}": scalars[index - 1].isSpace && scalars[index + 1].isSpace
      case "|", "\u{A9}": true
      case "/": scalars[index - 1].isSpace
      default: false
      }
    }
  }

  private func isSentenceEnd(before index: Int) -> Bool {
    var last = index - 1
    while last >= range.begin,
      scalars[last].isSpace || "\"'\u{201D}\u{2019})".unicodeScalars.contains(scalars[last])
    {
      last -= 1
    }
    return last >= range.begin && [".", "!", "?"].contains(scalars[last])
  }

  private func followsQuotation(_ index: Int) -> Bool {
    var last = index - 1
    while last > range.begin, scalars[last].isSpace { last -= 1 }
    return ["\"", "\u{201D}", "\u{BB}"].contains(scalars[last])
  }

  private static let labels: Set<String> = [
    "photo", "photos", "photograph", "picture", "pictures", "image", "images", "credit",
    "photo credit", "image credit", "photo by", "image source", "photo source", "file photo",
    "photo courtesy", "picture credit", "video", "source", "illustration", "graphic",
  ]
  private static let connectors: Set<String> = [
    "of", "the", "for", "and", "via", "de", "la", "du", "des", "von", "van", "der", "al", "el",
    "bin", "by", "in", "&", "-", "/",
  ]
}
