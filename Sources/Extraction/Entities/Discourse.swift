/// What has been spoken of up to a point of an article, for words that point back.
struct Discourse: Sendable {
  /// A place where an entity was named.
  struct Trace: Sendable {
    var entity: Int
    var sentence: Int
    var token: Int
    /// Whether it is the subject of its clause, which pronouns prefer.
    var isSubject: Bool
    /// Whether it is the subject of the sentence itself.
    var isMainSubject = false
    /// Whether the word names others, too: `the ministers`.
    var isShared = false
  }

  /// Several that were named side by side: `Helio and Castle Group`.
  struct Coordination: Sendable {
    var members: [Int]
    var sentence: Int
    var token: Int
    /// Whether they are the subject of their clause.
    var isSubject: Bool
  }

  private(set) var traces: [Trace] = []
  private var coordinations: [Coordination] = []
  /// The two countries or sides that were named side by side the most often, the last of those that
  /// were so equally often.
  private(set) var pair: [Int] = []
  private var pairCounts: [[Int]: Int] = [:]

  mutating func note(_ trace: Trace) { traces.append(trace) }

  mutating func note(_ coordination: Coordination) { coordinations.append(coordination) }

  /// The last that were named side by side and fit, no further back than `reach` sentences.
  func lastCoordination(
    before sentence: Int, token: Int, reach: Int, where fits: ([Int]) -> Bool
  ) -> Coordination? {
    for coordination in coordinations.reversed() {
      guard sentence - coordination.sentence <= reach else { return nil }
      let isBefore = (coordination.sentence, coordination.token) < (sentence, token)
      if isBefore, fits(coordination.members) { return coordination }
    }
    return nil
  }

  /// How near and how prominent a place is, the higher the more.
  static func score(sentence: Int, isSubject: Bool, from later: Int) -> Int {
    (sentence - later) * 8 + (isSubject ? 6 : 0)
  }

  /// What was named before a word, from an earlier sentence on, in the order of the text.
  func recent(since first: Int, before place: (sentence: Int, token: Int)) -> [Trace] {
    traces.reversed().prefix { $0.sentence >= first }
      .filter { ($0.sentence, $0.token) < place }.reversed()
  }

  /// Notes two that stand side by side; those between whom something is, or who do something
  /// together, count twice.
  mutating func notePair(_ entities: [Int], weight: Int) {
    guard entities.count == 2 else { return }
    let count = (pairCounts[entities.sorted()] ?? 0) + weight
    pairCounts[entities.sorted()] = count
    if count >= pairCounts[pair.sorted()] ?? 0 { pair = entities }
  }

  /// The last entity that fits, no further back than `reach` sentences.
  ///
  /// Of those of one sentence the subject comes first. With `isOne`, words that name several are
  /// passed over.
  func last(
    before sentence: Int, token: Int, reach: Int, isOne: Bool = false, where fits: (Int) -> Bool
  ) -> Int? {
    lastTrace(before: sentence, token: token, reach: reach, isOne: isOne) { fits($0.entity) }?
      .entity
  }

  /// The same with the place where it was named.
  func lastTrace(
    before sentence: Int, token: Int, reach: Int, isOne: Bool = false, where fits: (Trace) -> Bool
  ) -> Trace? {
    var best: (score: Int, trace: Trace)?
    for trace in traces.reversed() {
      let distance = sentence - trace.sentence
      guard distance >= 0, distance <= reach else { break }
      if distance == 0, trace.token >= token { continue }
      guard fits(trace), !(isOne && trace.isShared) else { continue }
      let score =
        Self.score(sentence: trace.sentence, isSubject: trace.isSubject, from: sentence)
        + (trace.isMainSubject ? 1 : 0)
      if best.map({ score > $0.score }) ?? true { best = (score, trace) }
    }
    return best?.trace
  }
}
