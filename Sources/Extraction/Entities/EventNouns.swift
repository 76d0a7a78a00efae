/// Tells which nouns of an article name one event: `the fighting`, `fresh clashes` and `the deadliest
/// battles` are one, unless their places, names or kinds say otherwise.
///
/// Only kinds of which an article seldom speaks of two at once are put together; attacks, arrests and
/// accidents stay apart unless their words agree.
struct EventNouns {
  private struct Known {
    var entity: Int
    var kind: String
    var qualifiers: Set<String>
    var place: Int?
    var members: String?
  }

  private var known: [Known] = []

  /// Kinds of events that go on over an article.
  private static let continuous: Set<String> = [
    "talks", "fighting", "war", "ceasefire", "election", "disaster", "trial", "strike",
  ]

  /// Whether events of a kind are told apart by more than their nouns.
  static func covers(_ kind: String?) -> Bool { kind.map(continuous.contains) ?? false }

  /// The event of the kind that was spoken of before and may be this one.
  func entity(kind: String, qualifiers: Set<String>, place: Int?, members: String?) -> Int? {
    known.last {
      $0.kind == kind && ($0.place == nil || place == nil || $0.place == place)
        && ($0.members == nil || members == nil || $0.members == members)
        && ($0.qualifiers.isSubset(of: qualifiers) || qualifiers.isSubset(of: $0.qualifiers))
    }?.entity
  }

  /// Notes what was said of an event.
  mutating func note(
    _ entity: Int, kind: String, qualifiers: Set<String>, place: Int?, members: String?
  ) {
    if let index = known.firstIndex(where: { $0.entity == entity }) {
      known[index].qualifiers.formUnion(qualifiers)
      if known[index].place == nil { known[index].place = place }
      if known[index].members == nil { known[index].members = members }
    } else {
      known.append(
        Known(
          entity: entity, kind: kind, qualifiers: qualifiers, place: place, members: members))
    }
  }
}
