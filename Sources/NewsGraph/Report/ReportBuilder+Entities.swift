import Extraction

extension ReportBuilder {
  /// The entities of which most is said: by the articles that speak of them, then statements, then
  /// mentions.
  func profiles() -> CorpusReport.Section<CorpusReport.Profile> {
    var about: [IRI: [Statement]] = [:]
    for statement in statements {
      for entity in statement.ends { about[entity, default: []].append(statement) }
    }
    let shown = focus.isEmpty ? Set(about.keys) : focus
    let ranks = shown.compactMap { iri in
      graph.entities[iri].map { entity in
        (entity: entity, articles: entity.mentions.count, statements: about[iri]?.count ?? 0)
      }
    }
    let sorted = ranks.sorted { left, right in
      if left.articles != right.articles { return left.articles > right.articles }
      if left.statements != right.statements { return left.statements > right.statements }
      let mentions = (left.entity.mentionCount, right.entity.mentionCount)
      if mentions.0 != mentions.1 { return mentions.0 > mentions.1 }
      return left.entity.iri < right.entity.iri
    }
    return CorpusReport.Section(sorted.map(\.entity), top: options.top).map {
      profile(of: $0, about[$0.iri] ?? [])
    }
  }

  private func profile(of entity: EntityNode, _ statements: [Statement]) -> CorpusReport.Profile {
    let shown = ranked(statements).prefix(options.top)
    return CorpusReport.Profile(
      entity: entity.iri, name: entity.name, type: entity.type, link: entity.link,
      mentions: entity.mentionCount, articles: entity.mentions.count,
      statements: shown.map { entry($0) }, more: statements.count - shown.count)
  }
}

extension Statement {
  /// The entities at its two ends.
  var ends: [IRI] {
    if case .iri(let object) = key.object { return [key.subject, object] }
    return [key.subject]
  }

  /// Whether it is about one of some entities, or one of them says it.
  func speaks(ofOneOf entities: Set<IRI>) -> Bool {
    ends.contains(where: entities.contains)
      || evidence.contains { $0.attributedTo.contains(where: entities.contains) }
  }
}
