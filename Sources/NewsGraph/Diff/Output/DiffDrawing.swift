import Extraction

/// What is drawn of differences: changed nodes and edges, and a little of what is around them.
struct DiffDrawing {
  /// What became of a node or an edge.
  enum Change: String, CaseIterable {
    case added
    case removed
    case changed
    /// Nothing: it is there so that the others can be understood.
    case context
  }

  /// A node.
  struct Node {
    var name: String
    var type: String
    var iri: String?
    var change: Change
    /// What changed, in words.
    var detail: String
  }

  /// An edge.
  struct Edge {
    var source: Int
    var target: Int
    var label: String
    var change: Change
    /// The whole statement in words.
    var text: String
    /// How the old version has it, in words.
    var before: String
    /// How the new version has it, in words.
    var after: String
    var predicate: String
    var iri: String
    /// The articles that say so.
    var articles: [String]
    /// What became of its evidence, in words, where that is all that changed.
    var note = ""
  }

  let title: String
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// How many changed statements or triples there is no room for.
  private(set) var omittedCount = 0
  private var numbers: [String: Int] = [:]

  /// - Parameter limit: How many changed edges are drawn; all where it is nothing.
  init(_ diff: GraphDiff, limit: Int?) {
    title =
      "What changed\(diff.focus.map { " about \($0)" } ?? "") from \(diff.oldName) to"
      + " \(diff.newName)"
    if let knowledge = diff.knowledge, let graphs = diff.graphs {
      add(knowledge, graphs, limit)
    } else {
      add(TripleWords(diff), limit)
    }
  }

  private mutating func node(_ key: String, _ make: () -> Node) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = nodes.count
    nodes.append(make())
    return nodes.count - 1
  }

  /// A node for a value: each statement has one of its own.
  private mutating func value(_ literal: Literal, _ change: Change) -> Int {
    nodes.append(
      Node(name: literal.lexicalForm, type: "Literal", iri: nil, change: change, detail: ""))
    return nodes.count - 1
  }
}

// MARK: - Knowledge

extension DiffDrawing {
  private mutating func add(
    _ knowledge: KnowledgeChanges, _ graphs: (old: KnowledgeGraph, new: KnowledgeGraph),
    _ limit: Int?
  ) {
    var entities: [IRI: EntityChange] = [:]
    var newNames: [IRI: IRI] = [:]
    for change in knowledge.entities {
      for entity in change.old + change.new { entities[entity.iri] = change }
      guard change.new.count == 1 else { continue }
      for entity in change.old { newNames[entity.iri] = change.new[0].iri }
    }
    let shown = limit.map { Array(knowledge.statements.prefix($0)) } ?? knowledge.statements
    omittedCount = knowledge.statements.count - shown.count
    func entity(_ iri: IRI) -> Node {
      let change = entities[iri]
      let found = graphs.new.entities[iri] ?? graphs.old.entities[iri]
      let kind: Change =
        switch change?.kinds.first {
        case .appeared: .added
        case .gone: .removed
        case nil, .aliases, .readdressed: .context
        default: .changed
        }
      return Node(
        name: found?.name ?? iri.string, type: found?.type.rawValue ?? "Thing", iri: iri.string,
        change: kind, detail: kind == .changed ? change.map(DiffWords.line) ?? "" : "")
    }
    var keys: Set<Statement.Key> = []
    for change in shown {
      guard let side = change.current else { continue }
      keys.formUnion([change.old, change.new].compactMap { $0?.statement.key })
      let kind: Change = change.old == nil ? .added : change.new == nil ? .removed : .changed
      let subject = newNames[side.statement.key.subject] ?? side.statement.key.subject
      let source = node(subject.string) { entity(subject) }
      let target: Int
      switch side.statement.key.object {
      case .iri(let object):
        let object = newNames[object] ?? object
        target = node(object.string) { entity(object) }
      case .blank(let label):
        target = node("_:" + label) {
          Node(name: "_:" + label, type: "Thing", iri: nil, change: .context, detail: "")
        }
      case .literal(let literal): target = value(literal, kind)
      }
      edges.append(edge(side, change, kind, source, target))
    }
    if limit == nil {
      for change in knowledge.entities {
        for found in change.new.isEmpty ? change.old : change.new {
          _ = node(found.iri.string) { entity(found.iri) }
        }
      }
    }
    addContext(graphs.new, besides: keys, limit)
  }

  private func edge(
    _ side: StatementChange.Side, _ change: StatementChange, _ kind: Change, _ source: Int,
    _ target: Int
  ) -> Edge {
    let label = PropertyLabel.words(of: side.statement.key.predicate)
    let note: String =
      switch change.kinds.first {
      case .gainedEvidence: change.lost.isEmpty ? "more evidence" : "other evidence"
      case .lostEvidence: "less evidence"
      case .otherEvidence: "evidence changed"
      default: ""
      }
    return Edge(
      source: source, target: target, label: label, change: kind, text: side.words,
      before: change.old?.standing ?? "", after: change.new?.standing ?? "",
      predicate: side.statement.predicate.string, iri: side.statement.iri.string,
      articles: side.statement.articles, note: note)
  }

  /// Adds statements about the nodes that did not change: first those between two of them, those
  /// with the most evidence first.
  private mutating func addContext(
    _ graph: KnowledgeGraph, besides changed: Set<Statement.Key>, _ limit: Int?
  ) {
    let shown = numbers
    var candidates: [(rank: Int, statement: Statement, object: IRI)] = []
    for statement in graph.sortedStatements where !changed.contains(statement.key) {
      guard case .iri(let object) = statement.key.object else { continue }
      let ends = [statement.key.subject, object].count { shown[$0.string] != nil }
      if ends > 0 { candidates.append((-ends, statement, object)) }
    }
    let sorted = candidates.enumerated().sorted { left, right in
      let keys = [left, right].map {
        ($0.element.rank, -$0.element.statement.evidence.count, $0.offset)
      }
      return keys[0] < keys[1]
    }.map(\.element)
    let standing = StandingWords(graph: graph)
    let words = StatementWords(graph: graph, ontology: nil)
    for (_, statement, object) in limit.map({ Array(sorted.prefix($0 / 4)) }) ?? sorted {
      let ends = [statement.key.subject, object].map { iri in
        node(iri.string) {
          let entity = graph.entities[iri]
          return Node(
            name: entity?.name ?? iri.string, type: entity?.type.rawValue ?? "Thing",
            iri: iri.string, change: .context, detail: "")
        }
      }
      let text = standing.words(of: statement)
      edges.append(
        Edge(
          source: ends[0], target: ends[1],
          label: PropertyLabel.words(of: statement.key.predicate), change: .context,
          text: words.words(of: statement), before: text, after: text,
          predicate: statement.predicate.string, iri: statement.iri.string,
          articles: statement.articles))
    }
  }
}

// MARK: - Triples

extension DiffDrawing {
  private mutating func add(_ words: TripleWords, _ limit: Int?) {
    let changes =
      words.added.map { ($0, Change.added) } + words.removed.map { ($0, Change.removed) }
    let sorted = changes.sorted { $0.0 < $1.0 }
    let shown = limit.map { Array(sorted.prefix($0)) } ?? sorted
    omittedCount = sorted.count - shown.count
    func resource(_ term: Term) -> Node {
      var iri: String?
      if case .iri(let found) = term { iri = found.string }
      return Node(
        name: words.name(term), type: "Thing", iri: iri, change: .context, detail: "")
    }
    for (quad, change) in shown {
      let triple = quad.triple
      let subject = Term(triple.subject)
      let source = node(Self.key(subject)) { resource(subject) }
      let target: Int
      if case .literal(let literal) = triple.object {
        target = value(literal, change)
      } else {
        target = node(Self.key(triple.object)) { resource(triple.object) }
      }
      edges.append(
        Edge(
          source: source, target: target, label: words.property(triple.predicate), change: change,
          text: "\(words.name(subject)) \(words.line(quad))",
          before: change == .removed ? "there" : "", after: change == .added ? "there" : "",
          predicate: triple.predicate.string, iri: "", articles: []))
    }
  }

  private static func key(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.string
    case .blank(let label): "_:" + label
    case .literal(let literal): literal.lexicalForm
    }
  }
}
