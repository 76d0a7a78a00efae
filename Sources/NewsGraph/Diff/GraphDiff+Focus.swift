extension GraphDiff {
  /// The differences that are about an entity or said by it.
  ///
  /// - Parameter name: A name, alias, IRI or Wikidata identifier; in graphs that say nothing of
  ///   articles an IRI, its last part or a label.
  /// - Throws: `GraphDiffError.unknownEntity` where neither version has it.
  public func focused(on name: String) throws -> GraphDiff {
    var focused = self
    if let graphs, let knowledge {
      let (found, shownName) = try Self.find(name, in: graphs)
      focused.focus = shownName
      focused.keep(found, of: knowledge)
      return focused
    }
    if isSame { return focused }
    let words = TripleWords(self)
    let wanted = name.lowercased()
    var nodes: Set<IRI> = []
    for quad in words.removed + words.added {
      for case .iri(let iri) in [Term(quad.triple.subject), quad.triple.object] {
        let names = [iri.string, RDFLabels.local(iri.string), words.name(.iri(iri))]
        if names.contains(where: { $0.lowercased() == wanted }) { nodes.insert(iri) }
      }
    }
    focused.focus = nodes.sorted().first.map { words.name(.iri($0)) } ?? name
    focused.triples.keep { line in Self.names(nodes, line) }
    return focused
  }

  /// The nodes of an entity in both versions, and its name in the newer that has it.
  private static func find(_ name: String, in graphs: (old: KnowledgeGraph, new: KnowledgeGraph))
    throws -> (Set<IRI>, String)
  {
    var found: Set<IRI> = []
    var shownName: String?
    var similar: [String] = []
    for graph in [graphs.new, graphs.old] {
      let properties = PropertyGraph(graph)
      do throws(WritingError) {
        for number in try EntitySearch(properties).nodes(named: name).sorted() {
          guard let iri = properties.nodes[number].iri else { continue }
          found.insert(IRI(checked: iri))
          shownName = shownName ?? properties.names[number]
        }
      } catch {
        if case .unknownEntity(_, let names) = error { similar += names }
      }
    }
    guard let shownName else {
      var unique: [String] = []
      for name in similar where !unique.contains(name) { unique.append(name) }
      throw GraphDiffError.unknownEntity(name, similar: unique)
    }
    return (found, shownName)
  }

  private mutating func keep(_ start: Set<IRI>, of knowledge: KnowledgeChanges) {
    // Whatever it was called, or was one with, is meant too.
    var found = start
    for change in knowledge.entities {
      let nodes = Set((change.old + change.new).map(\.iri))
      if !nodes.isDisjoint(with: found) { found.formUnion(nodes) }
    }
    var kept = knowledge
    kept.entities.removeAll { change in
      Set((change.old + change.new).map(\.iri)).isDisjoint(with: found)
    }
    kept.statements.removeAll { change in
      !(Self.isAbout(found, change.old?.statement) || Self.isAbout(found, change.new?.statement))
    }
    kept.conflicts.removeAll { change in
      let keys = [change.conflict.first.statement, change.conflict.second.statement]
      return !found.contains(change.conflict.node) && !keys.contains { Self.isAbout(found, $0) }
    }
    kept.articles = []
    self.knowledge = kept
    var nodes = found
    for change in kept.statements {
      for statement in [change.old?.statement, change.new?.statement].compactMap({ $0 }) {
        nodes.insert(statement.iri)
        nodes.formUnion(statement.evidence.map(\.iri))
      }
    }
    triples.keep { Self.names(nodes, $0) }
  }

  private static func isAbout(_ found: Set<IRI>, _ statement: Statement?) -> Bool {
    guard let statement else { return false }
    return isAbout(found, statement.key)
      || statement.evidence.contains { !found.isDisjoint(with: $0.attributedTo) }
  }

  private static func isAbout(_ found: Set<IRI>, _ key: Statement.Key) -> Bool {
    if found.contains(key.subject) { return true }
    if case .iri(let object) = key.object { return found.contains(object) }
    return false
  }

  /// Whether subject or object of a line is one of some nodes.
  private static func names(_ nodes: Set<IRI>, _ line: String) -> Bool {
    let terms = LineTerms(line)
    return [terms.subject, terms.object].contains { term in
      term.hasPrefix("<") && nodes.contains(IRI(checked: String(term.dropFirst().dropLast())))
    }
  }
}

extension TripleChanges {
  /// Drops the lines that a test does not pass.
  mutating func keep(_ isKept: (String) -> Bool) {
    removed = removed.filter(isKept)
    added = added.filter(isKept)
  }
}
