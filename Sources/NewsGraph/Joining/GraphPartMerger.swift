import Extraction

/// Joins the sorted parts of a graph.
///
/// Most of it is final and goes to files. What may be touched by what is inferred of the whole waits
/// in files of its own until it is known which events become other nodes and which statements can
/// contradict each other; what is left in memory then is what does.
struct GraphPartMerger {
  private let pipeline: Pipeline
  private let storage: TemporaryStorage
  private let articles: ArticleDirectory
  /// Hashes of the events; of 64 bits, so that in no corpus that a machine holds two are the same.
  private var events: Set<Int> = []
  /// What is final.
  private var files: GraphFiles
  /// What may be touched.
  private var waiting: GraphFiles
  private var scope: InferenceScope
  private let groups: ConflictGroups
  private let copies: CopyMarker
  private let denied: Set<Int>
  /// The ends of statements that somebody denies and somebody affirms.
  private var disputed: Set<Int> = []
  /// The groups in which statements may exclude each other, each as often as it has a statement.
  private let rivalries: NumberSorter
  private var sites: EventSites

  /// Makes a merger.
  ///
  /// - Parameters:
  ///   - pipeline: It infers.
  ///   - articles: The articles.
  ///   - copies: Marks evidence that was printed before.
  ///   - denied: The ends of statements that somebody denies (see `GraphParts`).
  ///   - storage: Where files lie.
  init(
    _ pipeline: Pipeline, articles: ArticleDirectory, copies: CopyMarker,
    denied: Set<Int>, _ storage: TemporaryStorage
  ) {
    self.pipeline = pipeline
    self.storage = storage
    self.copies = copies
    self.denied = denied
    self.articles = articles
    scope = InferenceScope(ontology: pipeline.ontology)
    groups = pipeline.conflictGroups
    files = GraphFiles(storage)
    waiting = GraphFiles(storage)
    // Both are filled while the graph goes to its files.
    var small = storage
    small.memory = max(1, storage.memory / 8)
    rivalries = NumberSorter(small)
    sites = EventSites(pipeline, small)
  }

  /// Joins the parts of each entity.
  mutating func merge(entities parts: SortedRecords) throws {
    var key: [UInt8] = []
    var entity: EntityNode?
    while let part = try parts.next() {
      var decoder = RecordDecoder(part.value)
      let next = try EntityNode(from: &decoder)
      if part.key == key {
        entity?.merge(next)
      } else {
        if let entity { try finish(entity) }
        (key, entity) = (part.key, next)
      }
    }
    if let entity { try finish(entity) }
  }

  private mutating func finish(_ entity: EntityNode) throws {
    guard scope.takesPart(entity) else { return try files.append(entity) }
    events.insert(entity.iri.hashValue)
    try sites.add(entity)
    try waiting.append(entity)
  }

  /// Joins the parts of each statement; the entities have to be joined before.
  mutating func merge(statements parts: SortedRecords) throws {
    var key: [UInt8] = []
    var statement: Statement?
    while let part = try parts.next() {
      var decoder = RecordDecoder(part.value)
      let next = try Statement(from: &decoder)
      if part.key == key {
        // The evidence is sorted once, and not with each part.
        statement?.evidence += next.evidence
      } else {
        if let statement { try finish(statement) }
        (key, statement) = (part.key, next)
      }
    }
    if let statement { try finish(statement) }
  }

  private mutating func finish(_ joined: Statement) throws {
    var statement = joined
    statement.evidence = Evidence.merged(joined.evidence)
    copies.mark(&statement.evidence)
    let ends = StatementEnds(statement.key).hashValue
    if denied.contains(ends), groups.isAffirmed(statement) { disputed.insert(ends) }
    let takesPart = scope.takesPart(statement) { events.contains($0.hashValue) }
    if takesPart {
      let role = EventRole(statement.key, pipeline.ontology) { events.contains($0.hashValue) }
      if let role { try sites.add(statement, role) }
      sites.addHierarchies(statement)
      for group in groups.rivalries(of: statement) { try rivalries.add(group) }
    }
    if takesPart || denied.contains(ends) {
      try waiting.append(statement)
    } else {
      try files.append(statement)
    }
  }
}

// MARK: - What is inferred

extension GraphPartMerger {
  /// The graph with what is inferred of the whole; nothing may be joined afterwards.
  consuming func finish() throws -> DiskGraph {
    let nodes = try sites.nodes(entity)
    var moved: Set<IRI> = []
    for (cluster, iri) in nodes {
      moved.insert(iri)
      for member in cluster.members { moved.insert(member.node) }
    }
    var settled = GraphFiles(storage)
    var inferred = KnowledgeGraph()
    try settleEntities(moved, &inferred, &settled)
    try settleStatements(moved, &inferred, &settled)
    if !nodes.isEmpty { inferred = pipeline.events.rewritten(inferred, nodes) }
    inferred.markConflicts(with: pipeline.ontology)
    let entities = moved.sorted().compactMap { inferred.entities[$0] }
    return DiskGraph(
      articles: articles, frame: inferred.withoutArticles, entities: entities,
      files: [files, settled])
  }

  /// The names, the class and the link of an entity before anything is inferred.
  private func entity(_ iri: IRI) throws -> EntityNode? {
    try events.contains(iri.hashValue)
      ? waiting.directory.entity(iri) : files.directory.entity(iri)
  }

  /// Takes the events that become other nodes into memory.
  private func settleEntities(
    _ moved: Set<IRI>, _ inferred: inout KnowledgeGraph, _ settled: inout GraphFiles
  ) throws {
    var reader = SpillReader(waiting.entities)
    while let bytes = try reader.next() {
      var decoder = RecordDecoder(bytes)
      let entity = try EntityNode(from: &decoder)
      if moved.contains(entity.iri) {
        inferred.add(entity)
      } else {
        try settled.append(entity, record: bytes)
      }
    }
  }

  /// Takes the statements that become others or can contradict each other into memory, with what
  /// they name.
  private func settleStatements(
    _ moved: Set<IRI>, _ inferred: inout KnowledgeGraph, _ settled: inout GraphFiles
  ) throws {
    let contested = try contestedGroups()
    var reader = SpillReader(waiting.statements)
    while let bytes = try reader.next() {
      var decoder = RecordDecoder(bytes)
      let statement = try Statement(from: &decoder)
      let named = statement.entities
      guard
        named.contains(where: moved.contains)
          || disputed.contains(StatementEnds(statement.key).hashValue)
          || groups.rivalries(of: statement).contains(where: contested.contains)
          || !groups.followers(statement).isEmpty
      else {
        try settled.append(statement, record: bytes)
        continue
      }
      for iri in named where inferred.entities[iri] == nil {
        if let entity = try entity(iri) { inferred.add(entity) }
      }
      for piece in statement.evidence where inferred.articles[piece.article] == nil {
        if let article = try articles.article(piece.article) { inferred.add(article) }
      }
      inferred.add(statement)
    }
  }

  /// The groups of two statements and more.
  private func contestedGroups() throws -> Set<UInt64> {
    var found: Set<UInt64> = []
    let sorted = try rivalries.finish()
    var last: UInt64?
    while let group = try sorted.next() {
      if group == last { found.insert(group) }
      last = group
    }
    return found
  }
}
