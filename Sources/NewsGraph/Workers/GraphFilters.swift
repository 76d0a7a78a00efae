import Extraction

/// `state`: `NUMBER record entities`, in the order of numbers → fragments, each as
/// `GROUP KEY NUMBER fragment`.
///
/// Some articles are taken together, so that what they share is one fragment.
struct StateFilter: WorkerFilter {
  private static let batchSize = 128

  private let pipeline: Pipeline
  private var graph = KnowledgeGraph()
  private var links: [IRI: String] = [:]
  private var first: Int32 = 0
  private var count = 0

  init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    let number = try line.number(0)
    var article = try line.record(1).content
    let resolved = try line.unpacked(2) { decoder throws(RecordError) in
      try decoder.array { decoder throws(RecordError) in try ResolvedName(from: &decoder) }
    }
    guard resolved.count == article.entities.count else {
      throw line.error("expected \(article.entities.count) entities, found \(resolved.count)")
    }
    if count == 0 { first = number }
    count += 1
    pipeline.filter(&article.claims)
    pipeline.builder.add(article, resolved, to: &graph)
    for entity in resolved { links[entity.iri] = entity.link }
    if count == Self.batchSize { try finish(&output) }
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    for fragment in GraphFragment.fragments(of: graph, links: links) {
      try output.write(fragment, number: first)
    }
    graph = KnowledgeGraph()
    links = [:]
    count = 0
  }
}

extension WorkerOutput {
  /// Writes a fragment as a line `GROUP KEY NUMBER fragment`; the number is that of its first
  /// article.
  mutating func write(_ fragment: GraphFragment, number: Int32) throws(OutputError) {
    try write(fragment.group, fragment.key, String(number), packed: fragment.graph.encode)
  }
}

/// The numbers of a worker that writes quads, in its last line: `c JSON`.
private struct GraphCounts {
  var articles = 0
  var entities = 0
  var statements = 0
  var claims = 0
  var conflicts = 0
  var quads = 0

  func write(to output: inout WorkerOutput) throws {
    var json = JSONText()
    json.beginObject()
    json.member("articles", articles)
    json.member("entities", entities)
    json.member("statements", statements)
    json.member("claims", claims)
    json.member("conflicts", conflicts)
    json.member("quads", quads)
    json.endObject()
    try output.write(["c", String(decoding: json.buffer.bytes, as: UTF8.self)])
  }
}

/// `merge`: `copies table`, then `GROUP KEY fragment`, sorted by group, key and number → `q QUADS`
/// for what is final, and `i fragment` for what takes part in inference.
struct MergeFilter: WorkerFilter {
  /// The fragments of one key.
  private struct Part {
    let key: String
    var graph: KnowledgeGraph
    /// The evidence of the statement; it is sorted once and not with each fragment.
    var evidence: [Evidence]
  }

  private var scope: InferenceScope
  private var marker: CopyMarker?
  private var group = ""
  private var parts: [Part] = []
  private var counts = GraphCounts()

  init(_ pipeline: Pipeline) { scope = InferenceScope(ontology: pipeline.ontology) }

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    let group = try line.text(0)
    if group == "copies" {
      marker = try line.unpacked(1) { decoder throws(RecordError) in
        try KnownCopies(from: &decoder).marker
      }
      return
    }
    let key = try line.text(1)
    let fragment = try line.unpacked(2) { decoder throws(RecordError) in
      try KnowledgeGraph(from: &decoder)
    }
    if group != self.group {
      try finishGroup(&output)
      self.group = group
    }
    let evidence = fragment.statements.values.flatMap(\.evidence)
    if parts.last?.key == key {
      parts[parts.count - 1].evidence += evidence
      parts[parts.count - 1].graph.mergeNodes(of: fragment)
    } else {
      parts.append(Part(key: key, graph: fragment, evidence: evidence))
    }
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    try finishGroup(&output)
    try counts.write(to: &output)
  }

  private mutating func finishGroup(_ output: inout WorkerOutput) throws {
    defer { parts = [] }
    let statements = parts.compactMap { part -> (Statement, KnowledgeGraph)? in
      guard var statement = part.graph.statements.values.first else { return nil }
      statement.evidence = Evidence.merged(part.evidence)
      marker?.mark(&statement.evidence)
      return (statement, part.graph)
    }
    let isDenied = statements.contains { $0.0.isDenied }
    for (statement, graph) in statements {
      if isDenied || scope.takesPart(statement, in: graph) {
        var whole = KnowledgeGraph()
        whole.mergeNodes(of: graph)
        whole.add(statement)
        try output.write("i", packed: whole.encode)
      } else {
        counts.statements += 1
        counts.claims += statement.evidence.count
        let conflicts = ConflictIndex(graph)
        counts.quads += try output.writeQuads { body in
          try graph.forEachQuad(of: statement, conflicts, body)
        }
      }
    }
    for part in parts where part.graph.statements.isEmpty { try write(part.graph, &output) }
  }

  private mutating func write(_ graph: KnowledgeGraph, _ output: inout WorkerOutput) throws {
    for article in graph.articles.values {
      counts.articles += 1
      counts.quads += try output.writeQuads { try graph.forEachQuad(of: article, $0) }
    }
    for entity in graph.entities.values {
      if scope.takesPart(entity) {
        try output.write("i", packed: graph.encode)
      } else {
        counts.entities += 1
        counts.quads += try output.writeQuads { try graph.forEachQuad(of: entity, $0) }
      }
    }
  }
}

extension KnowledgeGraph {
  /// Adds the articles and entities of another graph.
  fileprivate mutating func mergeNodes(of other: KnowledgeGraph) {
    for article in other.articles.values { add(article) }
    for entity in other.entities.values { add(entity) }
  }
}

/// `infer`: `fragment` of all that takes part → `q QUADS`.
struct InferFilter: WorkerFilter {
  private let pipeline: Pipeline
  private let scope: InferenceScope
  private var graph = KnowledgeGraph()

  init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    scope = InferenceScope(ontology: pipeline.ontology)
  }

  mutating func take(_ line: WorkerLine, _ output: inout WorkerOutput) throws {
    graph.merge(
      try line.unpacked(0) { decoder throws(RecordError) in
        try KnowledgeGraph(from: &decoder)
      })
  }

  mutating func finish(_ output: inout WorkerOutput) throws {
    let completed = pipeline.completed(graph)
    let conflicts = ConflictIndex(completed)
    var counts = GraphCounts(
      statements: completed.statements.count, claims: completed.claimCount,
      conflicts: completed.conflicts.count)
    // The other entities and the articles are only names here and were written before.
    for entity in completed.sortedEntities where scope.takesPart(entity) {
      counts.entities += 1
      counts.quads += try output.writeQuads { try completed.forEachQuad(of: entity, $0) }
    }
    for statement in completed.sortedStatements {
      counts.quads += try output.writeQuads { body in
        try completed.forEachQuad(of: statement, conflicts, body)
      }
    }
    try counts.write(to: &output)
  }
}
