import Extraction

/// The numbers and names of the nodes of a graph that is too large for memory.
///
/// In memory are those that were looked up lately, and what statements name and the graph does not
/// describe, which is little, if anything.
final class StoredPropertyIndex: PropertyNumbering {
  /// About what a node takes in memory, in bytes.
  private static let nodeSize = 256

  let articles: ArticleCatalog
  let frame: KnowledgeGraph
  let conflicts: ConflictIndex
  private(set) var unknown: [Term] = []
  private(set) var valueCount = 0
  private(set) var edgeCount = 0
  private var unknownNodes: [Term: PropertyNode] = [:]
  private var properties: [String: PropertyLook] = [:]
  /// The names of the entities by their IRIs.
  private let names: SortedFile
  private var known: RecentValues<IRI, PropertyNode?>

  /// Numbers the nodes of a graph.
  init(_ contents: some GraphContents, _ storage: TemporaryStorage) throws {
    articles = contents.articles
    frame = contents.frame
    conflicts = ConflictIndex(contents.frame)
    names = SortedFile(storage)
    known = RecentValues(limit: storage.memory / 8 / Self.nodeSize)
    try contents.references().forEach { entity in
      try names.append(key: Array(entity.iri.string.utf8), value: Array(entity.name.utf8))
    }
    var found: Set<Term> = []
    try contents.statements().forEach { statement in
      edgeCount += 1
      let key = statement.key
      if properties[key.predicate] == nil {
        properties[key.predicate] = PropertyLook(key.predicate)
      }
      if try entity(key.subject) == nil { found.insert(.iri(key.subject)) }
      switch key.object {
      case .literal: valueCount += 1
      case .iri(let object): if try entity(object) == nil { found.insert(key.object) }
      case .blank: found.insert(key.object)
      }
    }
    unknown = found.sorted()
    for (place, term) in unknown.enumerated() {
      unknownNodes[term] = PropertyNode(number: entityCount + place, name: frame.label(of: term))
    }
  }

  var entityCount: Int { names.count }

  func property(_ name: String) -> PropertyLook { properties[name] ?? PropertyLook(name) }

  func node(_ term: Term) throws -> PropertyNode? {
    if let node = unknownNodes[term] { return node }
    guard case .iri(let iri) = term else { return nil }
    return try entity(iri)
  }

  private func entity(_ iri: IRI) throws -> PropertyNode? {
    try known.value(of: iri) {
      try names.find(Array(iri.string.utf8)).map { found in
        PropertyNode(number: found.number, name: String(decoding: found.value, as: UTF8.self))
      }
    }
  }
}
