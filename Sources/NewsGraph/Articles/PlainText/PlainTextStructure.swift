import Extraction

/// The parts of an article's text: which passages are news, and what the others say about it.
///
/// Only clear patterns are boilerplate; what is in doubt is read. Each passage is first looked at
/// by itself (`PassageClassifier`), then in its place among the others.
struct PlainTextStructure {
  /// The blocks, in text order without overlap; each code point that is not white space is in one.
  private(set) var blocks: [Block] = []
  /// What the text says about the article.
  private(set) var facts: TextFacts

  private let text: ArticleText
  private let passages: [Passage]
  private let head: Range<Int>
  private var roles: [PassageRole]

  /// Structures a text, plain or cut by markup into `passages`; `title` is the known headline.
  init(_ text: ArticleText, passages known: [Passage]? = nil, title: String? = nil) {
    let passages = known ?? Passage.passages(of: text)
    var classifier = PassageClassifier(passages, of: text)
    self.text = text
    self.passages = passages
    roles = classifier.roles()
    head = classifier.head
    facts = classifier.facts
    markLinks()
    markRepetitions()
    markHeadline(title)
    markHeader()
    markHeadings()
    inferDates()
    makeBlocks()
  }

  // MARK: - Links

  /// The lines under `Read more:` are links, up to the first that is a sentence.
  private mutating func markLinks() {
    for label in roles.indices where roles[label] == .linkLabel {
      for index in (label + 1)..<min(label + 9, max(label + 1, roles.count)) {
        guard roles[index].isBody || roles[index] == .heading, LinkLine.isLink(passages[index]),
          passages[index].hint != .headline
        else { break }
        roles[index] = .furniture
      }
      let hasLinks = roles[safe: label + 1] == .furniture
      if !hasLinks, !LinkLine.isCertainLabel(passages[label]) { roles[label] = .body }
    }
  }

  // MARK: - Repetitions

  /// A caption that stands twice, as page and picture both carry it, is read once.
  private mutating func markRepetitions() {
    for index in roles.indices {
      for earlier in max(0, index - 2)..<index where isRepetition(index, of: earlier) {
        roles[earlier] = .caption(credit: roles[earlier].credit)
        roles[index] = .furniture
      }
    }
  }

  private func isRepetition(_ index: Int, of earlier: Int) -> Bool {
    guard isCaption(roles[index]) || isCaption(roles[earlier]),
      isText(roles[index]), isText(roles[earlier]), passages[index].wordCount >= 4,
      passages[index].folded.prefix(20) == passages[earlier].folded.prefix(20)
    else { return false }
    return withoutCredit(index) == withoutCredit(earlier)
  }

  private func isText(_ role: PassageRole) -> Bool { role.isBody || isCaption(role) }

  private func isCaption(_ role: PassageRole) -> Bool {
    if case .caption = role { true } else { false }
  }

  private func withoutCredit(_ index: Int) -> String {
    let range = passages[index].range
    let end = roles[index].credit?.begin ?? range.end
    return Folding.fold(text.scalars[range.begin..<end]).trimmingMarks
  }

  // MARK: - Headline and header

  private mutating func markHeadline(_ title: String?) {
    if let index = roles.firstIndex(of: .headline) {
      facts.title = text[passages[index].range]
      return
    }
    guard passages.count > 1, let index = roles.indices.first(where: { !roles[$0].isFurniture }),
      roles[index].isBody, passages[index].hint == nil
    else { return }
    let passage = passages[index]
    let isTitle = title.map { Folding.fold($0) == passage.folded } ?? false
    let looksLikeTitle =
      !passage.isRunningText && passage.wordCount <= 25 && passage.isShort
      && ![".", ",", ";", ":"].contains(passage.lastMark)
    guard isTitle || (looksLikeTitle && title == nil && hasRunningText(after: index)) else {
      return
    }
    roles[index] = .headline
    noteTitle(text[passage.range])
  }

  /// Takes a headline's words; an outlet's name behind a dash or bar is the publisher's.
  private mutating func noteTitle(_ title: String) {
    facts.title = title
    for separator in [" | ", " - ", " – ", " — "] {
      guard let place = title.ranges(of: separator).last else { continue }
      let outlet = String(title[place.upperBound...]).trimmingSpace
      let words = outlet.split(separator: " ")
      guard words.count <= 4, isName(words),
        NewsAgencies.isPublisher(outlet) || NewsAgencies.looksLikeOutlet(words)
      else { continue }
      facts.title = String(title[..<place.lowerBound]).trimmingSpace
      facts.outlet = facts.outlet ?? outlet
      return
    }
  }

  /// Whether one of the next passages is running text, so that a short line before it is a title.
  private func hasRunningText(after index: Int) -> Bool {
    passages[(index + 1)...].prefix(6).contains { $0.isRunningText }
  }

  /// A name alone between headline and text, next to a date or by-line, is the outlet's or an
  /// author's.
  private mutating func markHeader() {
    guard let headline = roles.firstIndex(of: .headline) else { return }
    for index in (headline + 1)..<max(headline + 1, min(head.upperBound, headline + 6))
    where roles[index].isBody && passages[index].hint == nil {
      let words = text[passages[index].range].split { $0.isWhitespace }
      let isKnown = NewsAgencies.isPublisher(words.joined(separator: " "))
      let hasFurnitureBeside =
        roles[index - 1] == .furniture || roles[safe: index + 1] == .furniture
      guard isKnown || hasFurnitureBeside, isName(words) else { continue }
      let isOutlet = isKnown || words.count == 1 || NewsAgencies.looksLikeOutlet(words)
      guard isOutlet || isPersonLike(words) else { continue }
      roles[index] = .furniture
      let name = words.joined(separator: " ")
      if isOutlet {
        facts.outlet = facts.outlet ?? name
      } else {
        facts.add(authors: [name])
      }
    }
  }

  private func isName(_ words: [Substring]) -> Bool {
    (1...4).contains(words.count)
      && words.allSatisfy { word in
        let first = word.unicodeScalars.first
        return (first?.isCapital ?? false)
          && word.allSatisfy { $0.isLetter || ".'’-&".contains($0) }
      } && !(words.last?.hasSuffix(".") ?? false)
  }

  /// Two or three words in small letters with a capital each.
  private func isPersonLike(_ words: [Substring]) -> Bool {
    (2...3).contains(words.count)
      && words.allSatisfy { $0.dropFirst().contains { $0.isLowercase || $0 == "." } }
  }

  // MARK: - Headings

  private mutating func markHeadings() {
    let candidates = roles.indices.filter { isHeading($0) }
    // Where every third line would be a heading, the lines are a list or a poem.
    guard candidates.count * 3 <= roles.count else { return }
    for index in candidates { roles[index] = .heading }
  }

  private func isHeading(_ index: Int) -> Bool {
    let passage = passages[index]
    guard index > 0, roles[index].isBody, passage.hint == nil, passage.wordCount <= 14,
      passage.range.count <= 100, !passage.endsSentence || passage.lastMark == "?",
      ![",", ";", ":"].contains(passage.lastMark)
    else { return false }
    let first = text.scalars[passage.range.begin]
    guard
      first.isCapital || first.properties.numericType != nil
        || "\"'“‘".unicodeScalars.contains(first)
    else { return false }
    return roles[(index + 1)...].first { !$0.isFurniture } == .body
      && passages[(index + 1)...].prefix(3).contains { $0.isRunningText }
  }

  // MARK: - Dates

  private mutating func inferDates() {
    for (index, role) in roles.enumerated() {
      guard case .caption = role, !passages[index].folded.hasPrefix("file"),
        !passages[index].folded.contains("file photo")
      else { continue }
      let range = passages[index].range
      let tokens = DateToken.tokens(of: text.scalars[range.begin..<range.end])
      let latest = (DateScanner(tokens).fullDates() + [facts.captionDate].compactMap(\.self)).max()
      facts.captionDate = latest
    }
  }

  // MARK: - Blocks

  private mutating func makeBlocks() {
    var mayHaveDateline = true
    blocks.reserveCapacity(roles.count + 4)
    for (index, role) in roles.enumerated() {
      let range = passages[index].range
      switch role {
      case .body, .signed:
        appendBody(index, mayHaveDateline: mayHaveDateline)
        if passages[index].isRunningText { mayHaveDateline = false }
      case .headline: blocks.append(Block(.headline, range))
      case .heading: blocks.append(Block(.heading, range))
      case .quote: blocks.append(Block(.quote, range))
      case .furniture, .linkLabel: blocks.append(Block(.boilerplate, range))
      case .caption(let credit):
        append(.caption, TextRange(range.begin, credit?.begin ?? range.end))
        if let credit { append(.boilerplate, credit) }
      }
    }
  }

  private mutating func appendBody(_ index: Int, mayHaveDateline: Bool) {
    var range = passages[index].range
    if mayHaveDateline, let dateline = dateline(index) {
      append(.dateline, TextRange(range.begin, range.begin + dateline.length))
      range.begin += dateline.length
      note(dateline)
    }
    let credits = roles[index].credit ?? trailingCredits(range)
    append(.paragraph, TextRange(range.begin, credits?.begin ?? range.end))
    guard let credits else { return }
    append(.boilerplate, credits)
    if let line = SourceLine(text[credits], folded: Folding.fold(text[credits])) {
      facts.add(authors: line.authors)
    }
  }

  private mutating func append(_ kind: Block.Kind, _ range: TextRange) {
    let trimmed = text.trimmed(range)
    if !trimmed.isEmpty { blocks.append(Block(kind, trimmed)) }
  }

  private func dateline(_ index: Int) -> Dateline? {
    let range = passages[index].range
    guard let found = Dateline(text.scalars[range.begin..<range.end]) else { return nil }
    // Where other passages begin with a name and a colon too, the names are speakers'.
    if found.ending == .colon, speakerCount(atLeast: 3) { return nil }
    return found
  }

  private func speakerCount(atLeast count: Int) -> Bool {
    var found = 0
    for passage in passages {
      let words = passage.folded.prefix(40).split(separator: " ").prefix(4)
      if words.contains(where: { $0.hasSuffix(":") }) { found += 1 }
      if found >= count { return true }
    }
    return false
  }

  private mutating func note(_ dateline: Dateline) {
    if let date = dateline.date?.date {
      facts.published = facts.published ?? Timestamp(date: date)
    } else {
      facts.dateWithoutYear = dateline.date
    }
    if let agency = dateline.agency, NewsAgencies.isPublisher(agency) || facts.agency == nil {
      facts.agency = facts.agency ?? agency
    }
  }

  /// `(Reporting by …; Editing by …)` at the end of a paragraph.
  private func trailingCredits(_ range: TextRange) -> TextRange? {
    guard range.count > 20, text.scalars[range.end - 1] == ")",
      let open = (max(range.begin, range.end - 400)..<range.end).last(where: {
        text.scalars[$0] == "("
      }),
      SourceLine.isCredits(Folding.fold(text.scalars[open..<range.end]))
    else { return nil }
    return TextRange(open, range.end)
  }
}
