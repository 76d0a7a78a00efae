/// A line that leads to another article: `READ MORE: …`.
enum LinkLine {
  enum Form: Hashable {
    /// Label and link on one line.
    case complete
    /// The label alone; the links follow on lines of their own.
    case label
  }

  /// What kind of link line a passage is, or nothing where it is none.
  ///
  /// The first passage is rather a headline such as `Video: …`.
  static func form(of passage: Passage, startsInCapitals: Bool, isFirst: Bool) -> Form? {
    let folded = passage.folded
    if folded.utf8.count <= 40, labels.contains(folded.trimmingMarks) { return .label }
    guard let (label, rest) = split(folded) else { return nil }
    if rest.isEmpty { return labels.contains(label) || ambiguous.contains(label) ? .label : nil }
    // A long line that ends in a stop is a paragraph that begins with a link.
    guard passage.wordCount <= (passage.lastMark == "." ? 14 : 40) else { return nil }
    if labels.contains(label) || label.hasPrefix("more on ") || label.hasPrefix("more from ") {
      return .complete
    }
    // "Watch: …" may begin a sentence of the text; in capitals, or before a headline, it does not.
    guard ambiguous.contains(label), !isFirst else { return nil }
    return startsInCapitals || !passage.endsSentence ? .complete : nil
  }

  /// Whether a label says what it is also where no link follows it: two words, or a colon.
  static func isCertainLabel(_ passage: Passage) -> Bool {
    passage.wordCount > 1 || passage.lastMark == ":"
  }

  /// Whether a passage may be one of the links under a label: a headline, not a sentence.
  static func isLink(_ passage: Passage) -> Bool {
    guard passage.wordCount <= 22 else { return false }
    return passage.lastMark == "?" || passage.lastMark == "!"
      ? passage.wordCount <= 16 : !passage.endsSentence
  }

  /// `read more: rest`, with any of the marks that stand after such labels.
  private static func split(_ folded: String) -> (label: String, rest: Substring)? {
    let head = folded.utf8.prefix(60)
    guard head.contains(where: { ":|>-".utf8.contains($0) }) else { return nil }
    let start = folded.drop { "*>»›→▶•[( -|".contains($0) }
    for (index, mark) in zip(start.indices, start).prefix(40) where ":|>-".contains(mark) {
      // The hyphen of a compound is no end of a label.
      let isDash = mark == "-" && start[..<index].hasSuffix(" ") && start.contains("read ")
      if mark == "-", !isDash || start.hasPrefix("must") { continue }
      let label = start[..<index].trimmingPrefix(" ")
      let rest = start[start.index(after: index)...].drop { " :->|".contains($0) }
      return (String(label).trimmingMarks, rest)
    }
    return nil
  }

  private static let labels: Set<String> = [
    "read more", "read also", "also read", "read next", "read now", "read this", "read further",
    "see also", "see more", "more", "related", "related story", "related stories",
    "related article",
    "related articles", "related news", "related coverage", "related content", "related topics",
    "related links", "related reading", "more on this", "more on this story", "more on this topic",
    "more stories", "more news", "more coverage", "you may also like", "you might also like",
    "you may like", "recommended", "recommended for you", "recommended stories", "editor's pick",
    "editor's picks", "editors' picks", "editor's choice", "most read", "most viewed",
    "most popular", "trending", "trending now", "top stories", "popular now", "must read",
    "must reads", "don't miss", "in case you missed it", "further reading", "up next",
    "also in the news", "find out more", "explore more", "view more", "watch also",
    "also watch", "watch more", "watch this", "also see", "latest news", "latest stories",
    "what to read next", "more like this", "read more on this", "read more about this",
    "read the full article", "read more news", "more from us", "from the archives",
  ]

  /// Labels that are also words of running text.
  private static let ambiguous: Set<String> = [
    "watch", "listen", "photos", "gallery", "in pictures", "video", "live updates",
  ]
}
