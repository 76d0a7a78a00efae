import Extraction

/// What several articles say of one event.
struct EventCluster {
  /// What each says, sorted.
  let members: [EventOccurrence]
  /// The day.
  let day: CalendarDate?
  /// The place: the smallest that an article gives.
  let place: IRI?
  /// The noun that most articles use.
  let noun: EventKinds.Noun
  /// Who took part or was host, sorted.
  let participants: [IRI]
  private let placeName: String?
  private let participantNames: [String]
  private let phrase: String

  init(members: [EventOccurrence], graph: KnowledgeGraph) {
    self.members = members.sorted()
    day = members.compactMap(\.day).min()
    let placed = members.filter { $0.place != nil }
    // The smallest place has the most around it.
    place =
      placed.min { left, right in
        if left.placesAround.count != right.placesAround.count {
          return left.placesAround.count > right.placesAround.count
        }
        guard let one = left.place, let other = right.place else { return false }
        return one < other
      }?.place
    let usual = Self.mostUsed(members.map { ($0.noun.noun, $0.article) })
    noun =
      members.map(\.noun).filter { $0.noun == usual }.min { $0.kind < $1.kind }
      ?? EventKinds.Noun(noun: usual, kind: usual)
    phrase = Self.mostUsed(
      members.filter { $0.noun.noun == usual }.map { (Self.phrase($0), $0.article) })
    participants = Set(members.flatMap(\.participants.keys)).sorted()
    placeName = place.map { graph.entities[$0]?.name ?? $0.string }
    participantNames = participants.map { graph.entities[$0]?.name ?? $0.string }
  }

  /// The noun with the names before it: `Russian-mediated talks`, but no `first talks` or `strong
  /// earthquake`, as other articles see it otherwise.
  private static func phrase(_ event: EventOccurrence) -> String {
    let names = EventKinds.head(of: event.name).split(separator: " ").filter {
      $0.first?.isUppercase == true
    }
    let noun = event.noun.noun
    let scope = names.filter { !noun.split(separator: " ").contains($0) }
    return (scope.map(String.init) + [noun]).joined(separator: " ")
  }

  /// The text that most articles use; of two the shorter, then the first in code point order.
  private static func mostUsed(_ uses: [(text: String, article: String)]) -> String {
    let voters = Dictionary(grouping: uses, by: \.text).mapValues { Set($0.map(\.article)).count }
    return voters.min { left, right in
      if left.value != right.value { return left.value > right.value }
      let lengths = (left.key.unicodeScalars.count, right.key.unicodeScalars.count)
      if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }?.key ?? ""
  }

  /// The words of the node's name, where there are enough to tell it from others: noun, place or
  /// participants, and day.
  var slugWords: [String]? {
    guard let day else { return nil }
    let noun = NameFolding.plainWords(of: noun.noun)
    let date = day.description.split(separator: "-").map(String.init)
    if let placeName { return noun + NameFolding.plainWords(of: placeName) + date }
    guard participants.count > 1 else { return nil }
    return noun + participantNames.prefix(3).flatMap(NameFolding.plainWords) + date
  }

  /// What tells it from an event of one noun, place and day.
  var distinction: String { participants.map(\.string).joined(separator: "\n") }

  /// The name for people: `Talks in Moscow, 9 October 2020`.
  var name: String {
    let begin = phrase.prefix(1).uppercased() + phrase.dropFirst()
    guard let day else { return begin }
    return "\(begin)\(scope), \(day.day) \(Self.months[day.month - 1]) \(day.year)"
  }

  /// Where it was, or who took part, unless the phrase says so itself.
  private var scope: String {
    if let placeName {
      let known = Set(NameFolding.plainWords(of: phrase))
      return known.isSuperset(of: NameFolding.plainWords(of: placeName)) ? "" : " in \(placeName)"
    }
    guard let last = participantNames.prefix(3).last else { return "" }
    let first = participantNames.prefix(3).dropLast().joined(separator: ", ")
    return participantNames.count > 3
      ? " of \(first), \(last) and others" : " of \(first) and \(last)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
