import Extraction

/// The names, classes and links of entities on disk, to look them up.
///
/// In memory are one IRI of sixteen, and what was looked up lately.
final class EntityDirectory {
  /// The number of entities that are looked through for one.
  private static let blockSize = 16
  /// About what an entity takes in memory, in bytes.
  private static let nodeSize = 1 << 10

  private let file: SpillFile
  /// The first entity of each block, and where the block begins.
  private var firsts = PackedTexts()
  private var places: [Int] = []
  private var count = 0
  private var known: [IRI: EntityNode?] = [:]
  private let knownLimit: Int

  init(_ storage: TemporaryStorage) {
    file = SpillFile(storage)
    knownLimit = max(1, storage.memory / Self.nodeSize)
  }

  /// Adds an entity; they come sorted.
  func add(_ entity: EntityNode) throws(OutputError) {
    try add(reference: entity.reference(link: entity.link))
  }

  /// Adds an entity as it is to be found; they come sorted.
  func add(reference entity: EntityNode) throws(OutputError) {
    if count % Self.blockSize == 0 {
      firsts.append(entity.iri.string)
      places.append(file.count)
    }
    count += 1
    var encoder = RecordEncoder()
    entity.encode(to: &encoder)
    try file.append(key: Array(entity.iri.string.utf8)[...], value: encoder.bytes[...])
  }

  /// An entity with nothing but its names, its class and its link; nothing where there is none.
  func entity(_ iri: IRI) throws -> EntityNode? {
    if let known = known[iri] { return known }
    if known.count >= knownLimit { known.removeAll(keepingCapacity: true) }
    let found = try find(iri)
    known[iri] = .some(found)
    return found
  }

  private func find(_ iri: IRI) throws -> EntityNode? {
    // The block that begins last of those that do not begin behind it.
    let next = firsts.firstIndex(notBefore: iri.string)
    let low = next < firsts.count && firsts[next] == iri.string ? next + 1 : next
    guard low > 0 else { return nil }
    let range = places[low - 1]..<(low < places.count ? places[low] : file.count)
    var reader = SpillReader(file, range, chunkSize: range.count)
    while let name = try reader.next(), let value = try reader.next() {
      if name.elementsEqual(iri.string.utf8) {
        var decoder = RecordDecoder(value)
        return try EntityNode(from: &decoder)
      }
    }
    return nil
  }

  /// All entities, sorted.
  func entities() -> GraphCursor<EntityNode> {
    var reader = SpillReader(file)
    return GraphCursor {
      guard try reader.next() != nil, let value = try reader.next() else { return nil }
      var decoder = RecordDecoder(value)
      return try EntityNode(from: &decoder)
    }
  }
}
