import Extraction

/// Finds the occurrences in several articles that are one event.
///
/// Two are one where sort, day and place agree and they share two participants. What gives less, no
/// place or fewer participants, joins the one event that it agrees with, and stays apart where there
/// are two such. Every step asks of all pairs, never of an order.
struct EventClustering {
  let graph: KnowledgeGraph

  /// The clusters, each sorted, sorted by their first members; who agrees with nobody is alone.
  func clusters(of occurrences: [EventOccurrence]) -> [[EventOccurrence]] {
    var clusters: [[EventOccurrence]] = []
    let blocks = Dictionary(grouping: occurrences.filter { $0.day != nil }) {
      Block(kind: $0.noun.kind, day: $0.day)
    }
    for block in blocks.values { clusters += self.clusters(inBlock: block) }
    let dated = clusters
    for undated in occurrences where undated.day == nil {
      let fitting = dated.indices.filter { index in
        dated[index].contains { isNamedAgain($0, by: undated) }
      }
      if fitting.count == 1 {
        clusters[fitting[0]].append(undated)
      } else {
        clusters.append([undated])
      }
    }
    return clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private struct Block: Hashable {
    var kind: String
    var day: CalendarDate?
  }

  private func clusters(inBlock block: [EventOccurrence]) -> [[EventOccurrence]] {
    let block = block.sorted()
    let strong = components(block.filter(isStrong), linked: isSame)
    var joined = strong
    var alone: [EventOccurrence] = []
    for weak in block where !isStrong(weak) {
      let fitting = strong.indices.filter { index in
        strong[index].contains { fits(weak, $0) }
      }
      if fitting.count == 1 {
        joined[fitting[0]].append(weak)
      } else if fitting.isEmpty {
        alone.append(weak)
      } else {
        joined.append([weak])
      }
    }
    return joined + components(alone, linked: isSame)
  }

  /// Whether an occurrence says enough to found an event: where it was, and two who took part.
  private func isStrong(_ event: EventOccurrence) -> Bool {
    event.place != nil && event.participants.count > 1
  }

  /// Whether an occurrence names nobody, but a place so small that the like of it happens there
  /// once a day.
  private func isKnownByPlace(_ event: EventOccurrence) -> Bool {
    guard event.participants.isEmpty, let place = event.place else { return false }
    return graph.entities[place]?.type != .country
  }

  /// Whether two occurrences of one sort and day are one event.
  private func isSame(_ one: EventOccurrence, _ other: EventOccurrence) -> Bool {
    let shared = one.sharedParticipants(with: other)
    if one.place == nil || other.place == nil {
      return one.place == other.place && shared > 1
    }
    guard one.isPlace(like: other) else { return false }
    if one.participants.isEmpty || other.participants.isEmpty {
      return isKnownByPlace(one) && isKnownByPlace(other) && one.noun == other.noun
    }
    return shared > 1
      || shared == 1 && one.participants.count == 1 && other.participants.count == 1
        && one.place == other.place
  }

  /// Whether what says little agrees with what says more.
  private func fits(_ weak: EventOccurrence, _ strong: EventOccurrence) -> Bool {
    let shared = weak.sharedParticipants(with: strong)
    if weak.place == nil { return shared > 1 && shared == weak.participants.count }
    guard weak.isPlace(like: strong) else { return false }
    if weak.participants.isEmpty { return isKnownByPlace(weak) && weak.noun == strong.noun }
    return shared == weak.participants.count
  }

  /// Whether an article names an event of its own once more without its day, as headlines do.
  private func isNamedAgain(_ event: EventOccurrence, by undated: EventOccurrence) -> Bool {
    guard event.article == undated.article, event.noun == undated.noun,
      event.isPlace(like: undated)
    else { return false }
    return event.participants.isEmpty || undated.participants.isEmpty
      || event.sharedParticipants(with: undated) > 0
  }

  /// What is linked, directly or by way of others.
  private func components(
    _ events: [EventOccurrence], linked: (EventOccurrence, EventOccurrence) -> Bool
  ) -> [[EventOccurrence]] {
    var root = Array(events.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while root[index] != index { index = root[index] }
      return index
    }
    for one in events.indices {
      for other in events.indices[(one + 1)...] where linked(events[one], events[other]) {
        let (low, high) = (find(one), find(other))
        root[max(low, high)] = min(low, high)
      }
    }
    return Dictionary(grouping: events.indices, by: find).sorted { $0.key < $1.key }
      .map { $0.value.map { events[$0] } }
  }
}
