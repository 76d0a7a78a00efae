import Extraction

/// Tells what passages are, each looked at by itself, and notes what they say about the article.
struct PassageClassifier {
  let text: ArticleText
  let passages: [Passage]
  /// The places of the passages before the running text begins.
  let head: Range<Int>
  private(set) var facts = TextFacts()

  init(_ passages: [Passage], of text: ArticleText) {
    self.text = text
    self.passages = passages
    head = 0..<(passages.firstIndex { $0.isRunningText } ?? passages.count)
  }

  /// The role of each passage.
  mutating func roles() -> [PassageRole] {
    passages.indices.map { role(of: $0) }
  }

  private mutating func role(of index: Int) -> PassageRole {
    let passage = passages[index]
    switch passage.hint {
    case .headline: return .headline
    case .boilerplate:
      _ = isPublicationLine(index) || isByLine(index)
      return .furniture
    case .caption: return caption(passage) ?? .caption(credit: nil)
    case .heading: return isFurniture(index) ? .furniture : link(index) ?? .heading
    case .quote: return .quote
    case nil, .paragraph, .dateline: break
    }
    if let link = link(index) { return link }
    if isFurniture(index) || isSource(passage) || isByLine(index) { return .furniture }
    if let caption = caption(passage), !isHeadlineWithOutlet(index) { return caption }
    return .body
  }

  // MARK: - Furniture

  private mutating func isFurniture(_ index: Int) -> Bool {
    let passage = passages[index]
    return isSeparator(passage) || isTimeOfDay(passage) || isPublicationLine(index)
      || FurniturePhrases.matches(passage.folded, wordCount: passage.wordCount)
      || isAddress(passage)
  }

  /// `* * *`, `---`, `•`: a line of ornaments.
  private func isSeparator(_ passage: Passage) -> Bool {
    let ornaments = "*-_=~#+.·•…—–|/\\<>»›→▶■●○★§ \u{200B}"
    return passage.isShort
      && passage.folded.allSatisfy { ornaments.contains($0) || $0.isWhitespace }
  }

  /// `01:13`, the length of a film or the time of an entry.
  private func isTimeOfDay(_ passage: Passage) -> Bool {
    guard passage.range.count <= 24 else { return false }
    let parts = passage.folded.split { $0 == "/" || $0 == " " }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        let numbers = part.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(numbers.count)
          && numbers.allSatisfy { (1...2).contains($0.utf8.count) && $0.allSatisfy(\.isNumber) }
      }
  }

  private mutating func isPublicationLine(_ index: Int) -> Bool {
    let passage = passages[index]
    guard passage.range.count <= 160,
      passage.folded.utf8.contains(where: { (0x30...0x39).contains($0) }),
      let line = PublicationLine(scalars(passage)),
      line.hasLabel || isNearEdge(index)
    else { return false }
    facts.published = facts.published ?? line.published
    facts.updated = facts.updated ?? line.updated
    return true
  }

  /// A line that is an e-mail address, a URL or a network's handle, with at most a label.
  private func isAddress(_ passage: Passage) -> Bool {
    guard passage.wordCount <= 8 else { return false }
    let words = passage.folded.split(separator: " ")
    guard let last = words.last else { return false }
    if words.count == 1 { return last.isURL || last.isAddress || last.hasPrefix("@") }
    let labels = ["email", "e-mail", "contact", "write", "twitter", "website", "web", "follow"]
    return words.contains { $0.isAddress || $0.isURL || $0.hasPrefix("@") }
      && labels.contains { words[0].hasPrefix($0) }
  }

  private mutating func isSource(_ passage: Passage) -> Bool {
    guard passage.range.count <= 400, SourceLine.mayBegin(passage.folded),
      let line = SourceLine(string(passage), folded: passage.folded)
    else { return false }
    facts.outlet = line.outlet ?? facts.outlet
    facts.copyrightHolder = facts.copyrightHolder ?? line.copyrightHolder
    facts.add(authors: line.authors)
    return true
  }

  private func link(_ index: Int) -> PassageRole? {
    let passage = passages[index]
    let start = scalars(passage).prefix(16).prefix { $0 != ":" }
    let startsInCapitals = start.allSatisfy { $0.isCapital || $0.isSpace }
    guard
      let form = LinkLine.form(of: passage, startsInCapitals: startsInCapitals, isFirst: index == 0)
    else { return nil }
    return form == .label ? .linkLabel : .furniture
  }

  // MARK: - By-lines

  /// `By Jane Doe | October 9, 2020`: the parts may also be dates and counts.
  private mutating func isByLine(_ index: Int) -> Bool {
    let passage = passages[index]
    guard isNearEdge(index) || index <= head.upperBound, passage.range.count <= 200,
      ByLine.mayBegin(passage.folded)
        || passage.folded.unicodeScalars.contains(where: { "|·•".unicodeScalars.contains($0) })
    else { return false }
    let parts = string(passage).split { "|·•".contains($0) }.map(String.init)
    var found = ByLineParts()
    for part in parts {
      guard found.add(part.trimmingSpace) else { return false }
    }
    guard found.hasByLine || (parts.count > 1 && found.publication != nil) else { return false }
    facts.add(authors: found.authors)
    facts.agency = facts.agency ?? found.agency
    facts.published = facts.published ?? found.publication?.published
    facts.updated = facts.updated ?? found.publication?.updated
    return true
  }

  // MARK: - Captions

  private func caption(_ passage: Passage) -> PassageRole? {
    guard passage.wordCount <= 80 else { return nil }
    let mayHaveCredit = passage.isShort || !passage.endsSentence || passage.endsInBracket
    if mayHaveCredit, let credit = PhotoCredit(passage.range, of: text).find() {
      let described = text.trimmed(TextRange(passage.range.begin, credit.begin))
      if isSignature(described) { return .furniture }
      // The last paragraph is no caption: there the agencies have signed.
      return isLast(passage, described) ? .signed(credit: credit) : .caption(credit: credit)
    }
    return PhotoCredit.isCaption(passage.folded) ? .caption(credit: nil) : nil
  }

  /// Whether nothing stands before the credit, or initials such as `ab / cde`.
  private func isSignature(_ range: TextRange) -> Bool {
    range.count <= 12
      && text.scalars[range.begin..<range.end].allSatisfy {
        !$0.isCapital
          && ($0.properties.isAlphabetic || $0.isSpace || "/,()-".unicodeScalars.contains($0))
      }
  }

  private func isLast(_ passage: Passage, _ described: TextRange) -> Bool {
    passage.range == passages.last?.range
      && Passage(described, of: text, hasBlankBefore: false).isRunningText
  }

  /// `Talks begin in Geneva - The Morning Paper`: a page's title with its outlet is no caption.
  private func isHeadlineWithOutlet(_ index: Int) -> Bool {
    let passage = passages[index]
    return index == 0 && passages.count > 1 && passage.wordCount <= 16 && !passage.endsSentence
      && [" - ", " | "].contains { passage.folded.contains($0) }
      && PhotoCredit(passage.range, of: text).find() != passage.range
  }

  // MARK: - Words and places

  private func isNearEdge(_ index: Int) -> Bool {
    index < head.upperBound || index >= passages.count - 3
  }

  private func scalars(_ passage: Passage) -> ArraySlice<Unicode.Scalar> {
    text.scalars[passage.range.begin..<passage.range.end]
  }

  private func string(_ passage: Passage) -> String { text[passage.range] }
}

extension StringProtocol {
  fileprivate var isURL: Bool {
    hasPrefix("http://") || hasPrefix("https://") || (hasPrefix("www.") && contains("."))
  }

  /// Whether the word is an e-mail address.
  fileprivate var isAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
  }

  /// The text without white space at its ends.
  var trimmingSpace: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
