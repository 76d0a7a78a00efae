import Extraction

/// The names, classes and links of entities on disk, to look them up.
///
/// In memory is what was looked up lately.
final class EntityDirectory {
  /// About what an entity takes in memory, in bytes.
  private static let nodeSize = 1 << 10

  private let file: SortedFile
  private var known: RecentValues<IRI, EntityNode?>

  init(_ storage: TemporaryStorage) {
    file = SortedFile(storage)
    known = RecentValues(limit: storage.memory / Self.nodeSize)
  }

  /// Adds an entity; they come sorted.
  func add(_ entity: EntityNode) throws(OutputError) {
    try add(reference: entity.reference(link: entity.link))
  }

  /// Adds an entity as it is to be found; they come sorted.
  func add(reference entity: EntityNode) throws(OutputError) {
    var encoder = RecordEncoder()
    entity.encode(to: &encoder)
    try file.append(key: Array(entity.iri.string.utf8), value: encoder.bytes)
  }

  /// An entity with nothing but its names, its class and its link; nothing where there is none.
  func entity(_ iri: IRI) throws -> EntityNode? {
    try known.value(of: iri) { try find(iri) }
  }

  private func find(_ iri: IRI) throws -> EntityNode? {
    guard let found = try file.find(Array(iri.string.utf8)) else { return nil }
    var decoder = RecordDecoder(found.value)
    return try EntityNode(from: &decoder)
  }

  /// All entities, sorted.
  func entities() -> GraphCursor<EntityNode> {
    var reader = file.reader()
    return GraphCursor {
      guard try reader.next() != nil, let value = try reader.next() else { return nil }
      var decoder = RecordDecoder(value)
      return try EntityNode(from: &decoder)
    }
  }
}
