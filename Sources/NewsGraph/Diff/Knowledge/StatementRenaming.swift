/// What statements are called after their entities got other IRIs.
struct StatementRenaming {
  private let newNames: [IRI: IRI]

  init(_ matching: EntityMatching) { newNames = matching.newNames }

  init(_ old: KnowledgeGraph, _ new: KnowledgeGraph) { self.init(EntityMatching(old, new)) }

  /// An old statement with the new names of its ends, and the same turned round where it can be:
  /// symmetric statements begin with the IRI that sorts first, which may be the other one now.
  func keys(_ key: Statement.Key) -> (renamed: Statement.Key, turned: Statement.Key?) {
    var key = key
    key.subject = newNames[key.subject] ?? key.subject
    guard case .iri(let end) = key.object else { return (key, nil) }
    let object = newNames[end] ?? end
    key.object = .iri(object)
    return (
      key, Statement.Key(subject: object, predicate: key.predicate, object: .iri(key.subject))
    )
  }

  /// The statements that an old one may be now, where an end of it has got another name; else itself.
  func candidates(_ key: Statement.Key) -> [Statement.Key] {
    let (renamed, turned) = keys(key)
    return renamed == key ? [key] : [renamed, turned].compactMap { $0 }
  }
}
