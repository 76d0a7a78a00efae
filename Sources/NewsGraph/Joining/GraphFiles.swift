import Extraction

/// The files of a graph on disk, as they are filled: entities and statements in their order.
struct GraphFiles {
  /// The entities, record by record.
  let entities: SpillFile
  /// The statements, record by record.
  let statements: SpillFile
  /// What the entities are called.
  let directory: EntityDirectory
  /// What the files hold.
  private(set) var counts = GraphSizes()

  init(_ storage: TemporaryStorage) {
    entities = SpillFile(storage)
    statements = SpillFile(storage)
    directory = EntityDirectory(storage)
  }

  /// Adds the next entity.
  mutating func append(_ entity: EntityNode) throws(OutputError) {
    var encoder = RecordEncoder()
    entity.encode(to: &encoder)
    try append(entity, record: encoder.bytes)
  }

  /// Adds the next entity, of which the bytes are there.
  mutating func append(_ entity: EntityNode, record: [UInt8]) throws(OutputError) {
    try entities.append(record: record)
    try directory.add(entity)
    counts.entities += 1
    counts.mentions += entity.mentionCount
  }

  /// Adds the next statement.
  mutating func append(_ statement: Statement) throws(OutputError) {
    var encoder = RecordEncoder()
    statement.encode(to: &encoder)
    try append(statement, record: encoder.bytes)
  }

  /// Adds the next statement, of which the bytes are there.
  mutating func append(_ statement: Statement, record: [UInt8]) throws(OutputError) {
    try statements.append(record: record)
    counts.statements += 1
    counts.claims += statement.evidence.count
  }
}
