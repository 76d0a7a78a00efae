/// A stretch of text between quotation marks.
public struct Quotation: Sendable, Hashable {
  /// Where the words inside the marks stand, in code points.
  public var range: TextRange
  /// The block-wise number of the quotation, in text order.
  public var index: Int
}

/// Finds quotations in an article's text.
///
/// A paragraph that begins with an opening mark where the last one was not closed goes on with the
/// quotation, as newspapers print long ones. A single mark opens a quotation before a word, and closes
/// it where it is no apostrophe; a plain one does so only behind a comma or stop (`'We left,' she said`).
struct QuotationFinder {
  /// The quotations of the blocks that are read, in text order.
  static func quotations(in article: Article) -> [Quotation] {
    var finder = QuotationFinder(text: article.text)
    for block in article.blocks where block.isRead { finder.read(block.range) }
    finder.giveUp()
    return finder.found.sorted().enumerated().map { Quotation(range: $1, index: $0) }
  }

  /// A plain mark without a partner in its paragraph.
  private struct Open {
    /// Where the words after the mark begin.
    var begin: Int
    /// Where the paragraph of the mark ends.
    var end: Int
    /// Where the paragraphs that were read since end.
    var last: Int
    /// The number of paragraphs without a mark since.
    var unmarked = 0
    /// Whether the mark begins its paragraph.
    var isLeading: Bool
  }

  private let text: ArticleText
  private var found: [TextRange] = []
  private var open: Open?

  private init(text: ArticleText) { self.text = text }

  /// The most paragraphs without a mark that lie between two partners.
  private static let farthest = 3

  private mutating func read(_ block: TextRange) {
    let marks = (block.begin..<block.end).filter { text.scalars[$0] == "\"" }
    if marks.isEmpty, open != nil {
      open?.unmarked += 1
      open?.last = block.end
      if open.map({ !$0.isLeading || $0.unmarked > Self.farthest }) == true { giveUp() }
      readInside(block)
      return
    }
    var range = block
    let isOdd = marks.count % 2 == 1
    if let open, let first = marks.first, isOdd, let end = close(open, at: first, in: block) {
      found.append(TextRange(open.begin, end))
      self.open = nil
      range = TextRange(first + 1, block.end)
    } else {
      giveUp()
    }
    readInside(range)
    guard isOdd, range == block, let last = marks.last, last + 1 < block.end else { return }
    // What stands behind the last mark is a quotation once no partner is found further on.
    found.removeAll { $0 == TextRange(last + 1, block.end) }
    open = Open(
      begin: last + 1, end: block.end, last: block.end, isLeading: marks.first == block.begin)
  }

  /// Where a quotation ends whose partner is a plain mark in a later paragraph: before a mark that
  /// slipped to the beginning of the next line, or at one in it behind a comma or stop: `…, "he said`.
  private func close(_ open: Open, at mark: Int, in block: TextRange) -> Int? {
    if mark == block.begin { return open.last }
    guard open.isLeading else { return nil }
    var before = mark - 1
    while before > block.begin, text.scalars[before] == " " { before -= 1 }
    return [",", ".", "!", "?"].contains(text.scalars[before]) ? mark : nil
  }

  /// Ends an open quotation with its own paragraph.
  private mutating func giveUp() {
    if let open { found.append(TextRange(open.begin, open.end)) }
    open = nil
  }

  private mutating func readInside(_ range: TextRange) {
    var opened: Int?
    var closed = range.begin
    for offset in range.begin..<range.end where offset >= closed {
      let scalar = text.scalars[offset]
      switch scalar {
      case "\u{2018}", "'":
        guard opened == nil, opensWord(offset, in: range),
          let end = partner(ofSingle: offset, in: range)
        else { continue }
        add(offset + 1, end)
        closed = end + 1
      case "\u{201C}", "\u{00AB}", "\u{201E}":
        if opened == nil { opened = offset + 1 }
      case "\u{201D}", "\u{00BB}":
        if let begin = opened { add(begin, offset) }
        opened = nil
      case "\"":
        if let begin = opened {
          add(begin, offset)
          opened = nil
        } else {
          opened = offset + 1
        }
      default: break
      }
    }
    if let begin = opened, begin < range.end { add(begin, range.end) }
  }

  /// Whether a mark stands at the beginning of a word, and none before the word.
  private func opensWord(_ mark: Int, in range: TextRange) -> Bool {
    guard mark + 1 < range.end, isLetter(mark + 1) else { return false }
    return mark == range.begin || [" ", "\n", "(", "\u{2014}"].contains(text.scalars[mark - 1])
  }

  /// The single mark that closes a quotation: the first that stands at the end of a word, but for that of
  /// a possessive (`the players’ union`) where another follows.
  private func partner(ofSingle mark: Int, in range: TextRange) -> Int? {
    let isPlain = text.scalars[mark] == "'"
    var possessive: Int?
    for offset in (mark + 1)..<range.end {
      let scalar = text.scalars[offset]
      if scalar == "\u{2018}" || (isPlain && scalar == "\"") { break }
      guard scalar == (isPlain ? "'" : "\u{2019}"), offset + 1 == range.end || !isLetter(offset + 1)
      else { continue }
      let last = text.scalars[offset - 1]
      if [",", ".", "!", "?", "\u{2026}"].contains(last) { return offset }
      if isPlain { continue }
      let isAtStop = offset + 1 == range.end || text.scalars[offset + 1] != " "
      if last != "s" || isAtStop { return offset }
      possessive = offset
    }
    return possessive
  }

  private func isLetter(_ offset: Int) -> Bool { text.scalars[offset].properties.isAlphabetic }

  private mutating func add(_ begin: Int, _ end: Int) {
    if begin < end { found.append(TextRange(begin, end)) }
  }
}
