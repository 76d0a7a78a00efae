/// The entities of an article and which of them each word stands for.
struct EntityTable: Sendable {
  /// The entities in the order in which they were found.
  private(set) var entities: [WorkingEntity] = []
  /// For each sentence, the entities that a head word stands for.
  private var byHead: [[Int: [Int]]]
  /// For each sentence, the entity of every token that a name or an adjective covers.
  private var byToken: [[Int: Int]]

  init(sentenceCount: Int) {
    byHead = Array(repeating: [:], count: sentenceCount)
    byToken = Array(repeating: [:], count: sentenceCount)
  }

  subscript(index: Int) -> WorkingEntity {
    get { entities[index] }
    set { entities[index] = newValue }
  }

  /// Adds an entity and gives its index.
  mutating func add(_ entity: WorkingEntity) -> Int {
    entities.append(entity)
    return entities.count - 1
  }

  /// Notes that a stretch of tokens names an entity.
  ///
  /// A nested one gives way to the name around it; one that does not count is known to the rules
  /// and no mention.
  mutating func note(
    _ mention: LocatedMention, of entity: Int, isNested: Bool = false, counts: Bool = true
  ) {
    if counts, !entities[entity].mentions.contains(where: mention.isSame) {
      entities[entity].mentions.append(mention)
    }
    var known = byHead[mention.sentence][mention.head] ?? []
    if isNested, !known.isEmpty { return }
    if !known.contains(entity) { known.append(entity) }
    byHead[mention.sentence][mention.head] = known
    if mention.form == .name || mention.form == .adjective || mention.reason == .body {
      for token in mention.tokens where byToken[mention.sentence][token] == nil || !isNested {
        byToken[mention.sentence][token] = entity
      }
    }
  }

  /// The entities that the word heads a mention of; several for `Armenian and Azerbaijani forces`.
  func entities(atHead head: Int, sentence: Int) -> [Int] { byHead[sentence][head] ?? [] }

  /// The entity whose name or adjective covers a token.
  func namedEntity(at token: Int, sentence: Int) -> Int? { byToken[sentence][token] }

  /// Forgets the heads of faint entities that nothing points back to.
  mutating func dropFaint() {
    let dropped = Set(
      entities.indices.filter { entities[$0].isFaint && !entities[$0].isSpokenOfAgain })
    guard !dropped.isEmpty else { return }
    for sentence in byHead.indices {
      byHead[sentence] = byHead[sentence].compactMapValues { known in
        let kept = known.filter { !dropped.contains($0) }
        return kept.isEmpty ? nil : kept
      }
    }
  }

  /// Takes a head word's entities away and gives it others.
  mutating func reassign(
    head: Int, sentence: Int, from old: Int, to new: Int, reason: MentionReason
  ) {
    guard let position = byHead[sentence][head]?.firstIndex(of: old) else { return }
    byHead[sentence][head]?[position] = new
    for (token, entity) in byToken[sentence] where entity == old {
      let moved = entities[old].mentions.contains {
        $0.sentence == sentence && $0.head == head && $0.tokens.contains(token)
      }
      if moved { byToken[sentence][token] = new }
    }
    var moving = entities[old].mentions.filter { $0.sentence == sentence && $0.head == head }
    for index in moving.indices { moving[index].reason = reason }
    entities[old].mentions.removeAll { $0.sentence == sentence && $0.head == head }
    entities[new].mentions += moving
  }
}
