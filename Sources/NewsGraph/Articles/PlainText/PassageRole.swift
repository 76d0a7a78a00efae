import Extraction

/// What a passage turned out to be.
enum PassageRole: Hashable {
  /// Running text, or text of which nothing else is known.
  case body
  /// Running text with the agencies that it draws on behind it: `… on Friday. (AFP, Reuters)`.
  case signed(credit: TextRange)
  case headline
  case heading
  case quote
  /// A caption, with the place of its photo credit.
  case caption(credit: TextRange?)
  /// What is not news, and what it tells about the article.
  case furniture
  /// `READ MORE:` with nothing after it: the lines that follow are links.
  case linkLabel

  var isBody: Bool { self == .body }

  /// The range of a photo credit or of the agencies behind the text.
  var credit: TextRange? {
    switch self {
    case .signed(let credit): credit
    case .caption(let credit): credit
    default: nil
    }
  }
  var isFurniture: Bool { self == .furniture || self == .linkLabel }
}

/// What the lines around the news say about the article.
struct TextFacts: Hashable {
  /// The headline.
  var title: String?
  /// The time of publication that a line, or a dateline with a year, states.
  var published: Timestamp?
  /// The time of the last change that a line states.
  var updated: Timestamp?
  /// The day of a dateline that has no year.
  var dateWithoutYear: PartialDate?
  /// The outlet's name on a line of its own, or after `Source:`.
  var outlet: String?
  /// The holder of the copyright.
  var copyrightHolder: String?
  /// The agency of the dateline or by-line.
  var agency: String?
  /// The names of by-lines and of lines such as `Reporting by`.
  var authors: [String] = []
  /// The latest day that a caption states.
  var captionDate: CalendarDate?

  /// The name of the publisher, from the most certain place that names one.
  var publisher: String? { outlet ?? agency ?? copyrightHolder }

  mutating func add(authors names: [String]) {
    for name in names where !authors.contains(name) { authors.append(name) }
  }
}
