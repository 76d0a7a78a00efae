public import Extraction

/// The comparison of two graphs, whatever they come from.
///
/// Files of N-Triples and N-Quads without blank nodes are compared by the hashes of their lines,
/// everything else in memory.
public struct GraphComparison: Sendable {
  /// Where the labels of properties stand; without it, their names are taken apart.
  public var ontology: Ontology?
  /// How files are read.
  public var reading: GraphReadingOptions
  /// How many steps the matching of blank nodes by RDFC-1.0 may take.
  public var workLimit = CanonicalDataset.standardWorkLimit

  /// Whether names for people are looked for in graphs that NewsGraph did not write, which takes
  /// reading one of them again.
  public var findsLabels = true

  /// Whether entities and statements are compared too, and not only triples.
  public var comparesKnowledge = true

  /// Whether the graphs that statements are in are passed over; where nothing is said, unless both
  /// versions tell them.
  public var mergesGraphs: Bool?

  /// Makes a comparison.
  public init(ontology: Ontology? = nil, reading: GraphReadingOptions = .init()) {
    self.ontology = ontology
    self.reading = reading
  }

  /// Compares two versions.
  ///
  /// - Throws: `GraphReadingError` where a file breaks the rules of its format.
  public func compare(_ old: GraphVersion, _ new: GraphVersion) throws -> GraphDiff {
    var run = ComparisonRun(self, old, new)
    return try run.result()
  }
}

/// The work of one comparison.
private struct ComparisonRun {
  private let comparison: GraphComparison
  private var old: ComparedSide
  private var new: ComparedSide
  private var options: GraphReadingOptions
  private var diff: GraphDiff
  private let dropped = DroppedGraphs()

  init(_ comparison: GraphComparison, _ old: GraphVersion, _ new: GraphVersion) {
    self.comparison = comparison
    self.old = ComparedSide(old)
    self.new = ComparedSide(new)
    options = comparison.reading
    diff = GraphDiff(oldName: old.name, newName: new.name)
    let haveGraphs = [old.hasNamedGraphs, new.hasNamedGraphs]
    // A format without named graphs says nothing of them, so that they cannot differ.
    options.mergesGraphs =
      comparison.mergesGraphs
      ?? (haveGraphs.contains(false) || !haveGraphs.contains(true))
    if options.mergesGraphs, haveGraphs.contains(true) {
      for side in [\ComparisonRun.old, \ComparisonRun.new]
      where self[keyPath: side].version.hasNamedGraphs == true {
        self[keyPath: side].source = MergedSource(
          source: self[keyPath: side].source, dropped: dropped)
      }
    }
  }

  mutating func result() throws -> GraphDiff {
    if comparison.comparesKnowledge { try fold() }
    if let outcome = try comparedLines() {
      diff.triples = outcome.changes
      return try finished(isKnowledge: outcome.isKnowledge)
    }
    try old.load(options)
    try new.load(options)
    let comparison = StoreComparison(
      old: old.store, new: new.store, workLimit: self.comparison.workLimit)
    let result = comparison.run()
    diff.triples = result.changes
    diff.blanks = BlankPattern(result.changes, old: old.store)
    if let note = result.note { diff.notes.append(note) }
    return try finished(isKnowledge: old.isKnowledge || new.isKnowledge)
  }

  /// Compares files of lines by their hashes, where there are no blank nodes.
  private func comparedLines() throws -> (changes: TripleChanges, isKnowledge: Bool)? {
    let formats: [GraphFormat?] = [.ntriples, .nquads]
    guard formats.contains(old.version.format), formats.contains(new.version.format) else {
      return nil
    }
    let lines = LineComparison(old: old.source, new: new.source, options: options)
    guard case .compared(let changes, let isKnowledge) = try lines.run() else { return nil }
    return (changes, isKnowledge)
  }

  /// Compares entities and statements, where both versions speak of any.
  private mutating func finished(isKnowledge: Bool) throws -> GraphDiff {
    guard comparison.comparesKnowledge else { return diff }
    if dropped.hasAny {
      diff.notes.append(
        "One version has no named graphs; the graphs that statements are in are not compared.")
    }
    guard isKnowledge else {
      diff.notes.append(
        "NewsGraph did not write these graphs: nothing but their triples is compared.")
      try findLabels()
      return diff
    }
    if diff.triples.isEmpty {
      diff.knowledge = KnowledgeChanges()
      return diff
    }
    let before = try old.knowledge(options)
    let after = try new.knowledge(options)
    for (side, knowledge) in [(old, before), (new, after)] where knowledge.isForeign {
      diff.notes.append(
        "\(side.version.name) says nothing of articles: nothing but triples is compared.")
      try findLabels()
      return diff
    }
    let knowledge = KnowledgeComparison(
      before.graph, after.graph, ontology: comparison.ontology)
    diff.knowledge = knowledge.changes()
    diff.graphs = (before.graph, after.graph)
    return diff
  }

  /// Finds names for people, in the old version only where the new one has nothing to say.
  private mutating func findLabels() throws {
    guard comparison.findsLabels else { return }
    diff.labels = try TripleLabels.find(for: diff.triples, in: new.source, options)
    if diff.triples.added.isEmpty {
      let older = try TripleLabels.find(for: diff.triples, in: old.source, options)
      diff.labels.merge(older) { newer, _ in newer }
    }
  }

  /// Brings both versions down to what GraphML tells, where one of them is GraphML of ours.
  private mutating func fold() throws {
    guard [old, new].contains(where: { $0.version.format == .graphml }) else { return }
    options.unfoldsClaims = true
    let isOurs = try [old, new].contains { side in
      guard side.version.format == .graphml else { return false }
      return try side.speaksOfArticles(options)
    }
    guard isOurs else { return }
    diff.notes.append(
      "GraphML holds the claims of a statement folded, and nothing of articles but their names:"
        + " who says what of several claims is not compared.")
    for side in [\ComparisonRun.old, \ComparisonRun.new]
    where self[keyPath: side].version.format != .graphml {
      try self[keyPath: side].fold(options)
    }
  }
}
