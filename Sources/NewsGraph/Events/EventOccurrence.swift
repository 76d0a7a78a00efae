import Extraction

/// What one article says of an event that common nouns name: `the talks`, `an attack`.
struct EventOccurrence: Hashable {
  /// The node of the event in the graph of that article.
  var node: IRI
  /// The id of the article.
  var article: String
  /// The name in that article.
  var name: String
  /// The noun and the sort of event.
  var noun: EventKinds.Noun
  /// The day, where the article gives just one.
  var day: CalendarDate?
  /// The place, where the article gives just one.
  var place: IRI?
  /// The place and what it lies in.
  var placesAround: Set<IRI>
  /// Who took part or was host, each with what he or she acts for.
  var participants: [IRI: Set<IRI>]

  /// The number of participants of both, a minister counting for the state.
  func sharedParticipants(with other: EventOccurrence) -> Int {
    let forward = participants.count { mine in
      other.participants.contains { !$0.value.isDisjoint(with: mine.value) }
    }
    let backward = other.participants.count { theirs in
      participants.contains { !$0.value.isDisjoint(with: theirs.value) }
    }
    return min(forward, backward)
  }

  /// Whether one place is the other, or lies in it.
  func isPlace(like other: EventOccurrence) -> Bool {
    guard let place, let otherPlace = other.place else { return false }
    return placesAround.contains(otherPlace) || other.placesAround.contains(place)
  }
}

extension EventOccurrence: Comparable {
  /// Orders by article, then node.
  static func < (left: EventOccurrence, right: EventOccurrence) -> Bool {
    if left.article != right.article {
      return left.article.utf8.lexicographicallyPrecedes(right.article.utf8)
    }
    return left.node < right.node
  }
}
