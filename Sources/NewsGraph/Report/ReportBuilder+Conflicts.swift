import Extraction

extension ReportBuilder {
  /// A denied statement with the claims on both sides.
  private struct Denial {
    var denied: Statement
    var affirmed: Set<Statement.Key> = []
    var affirming: Set<IRI> = []
    var denying: Set<IRI> = []
  }

  /// What is denied by one and asserted or alleged by another; what most speak of first.
  func disputes(top: Int) -> CorpusReport.Section<CorpusReport.Dispute> {
    let found = denials().filter { denial in
      isOfInterest([denial.denied] + denial.affirmed.compactMap { graph.statements[$0] })
    }
    let sorted = found.sorted { left, right in
      let claims = (
        left.affirming.count + left.denying.count, right.affirming.count + right.denying.count
      )
      return claims.0 != claims.1 ? claims.0 > claims.1 : left.denied < right.denied
    }
    return CorpusReport.Section(sorted, top: top).map { denial in
      CorpusReport.Dispute(
        statement: denial.denied.iri, words: words.words(of: denial.denied),
        affirming: denial.affirmed.compactMap { graph.statements[$0] }.sorted().map {
          entry($0) { denial.affirming.contains($0.iri) }
        },
        denying: denial.denied.evidence.filter { denial.denying.contains($0.iri) }.map(voice))
    }
  }

  private func denials() -> [Denial] {
    var found: [Statement.Key: Denial] = [:]
    for conflict in graph.conflicts where conflict.kind == .denial {
      let key = conflict.second.statement
      guard let denied = graph.statements[key] else { continue }
      var denial = found[key] ?? Denial(denied: denied)
      denial.affirmed.insert(conflict.first.statement)
      denial.affirming.insert(conflict.first.claim)
      denial.denying.insert(conflict.second.claim)
      found[key] = denial
    }
    // A graph whose conflicts nobody looked for still shows the statements that are disputed.
    for statement in statements where found[statement.key] == nil && statement.isDisputed {
      let contested = statement.evidence.filter { piece in
        statement.evidence.contains { piece.conflicts(with: $0) }
      }
      found[statement.key] = Denial(
        denied: statement, affirmed: [statement.key],
        affirming: Set(contested.filter(\.isAffirming).map(\.iri)),
        denying: Set(contested.filter { !$0.isAffirming }.map(\.iri)))
    }
    return Array(found.values)
  }

  private func isOfInterest(_ statements: [Statement]) -> Bool {
    focus.isEmpty || statements.contains { $0.speaks(ofOneOf: focus) }
  }

  private struct Subject: Hashable {
    var kind: Conflict.Kind
    var property: String
    var node: IRI
  }

  /// A thing with its rival statements.
  private struct Rivalry {
    var subject: Subject
    var words: String
    var grade = Conflict.Grade.differs
    var statements: Set<Statement.Key> = []
    var claims: Set<IRI> = []
  }

  /// What has two holders or values that do not go together, the surer first.
  func contests(top: Int) -> CorpusReport.Section<CorpusReport.Contest> {
    CorpusReport.Section(rivalries(), top: top).map(contest)
  }

  /// The number of things with rivals, by grade.
  func rivalryCounts() -> [Conflict.Grade: Int] {
    Dictionary(grouping: rivalries(), by: \.grade).mapValues(\.count)
  }

  private func contest(_ rivalry: Rivalry) -> CorpusReport.Contest {
    let sides = rivalry.statements.compactMap { graph.statements[$0] }.sorted()
    return CorpusReport.Contest(
      kind: rivalry.subject.kind, grade: rivalry.grade, words: rivalry.words,
      sides: ranked(sides).map { entry($0) { rivalry.claims.contains($0.iri) } })
  }

  private func rivalries() -> [Rivalry] {
    var found: [Subject: Rivalry] = [:]
    for conflict in graph.conflicts where conflict.kind != .denial {
      let subject = Subject(
        kind: conflict.kind, property: conflict.property, node: conflict.node)
      var rivalry =
        found[subject]
        ?? Rivalry(
          subject: subject,
          words: words.words(ofContest: subject.kind, subject.property, of: subject.node))
      rivalry.grade = min(rivalry.grade, conflict.grade)
      rivalry.statements.formUnion([conflict.first.statement, conflict.second.statement])
      rivalry.claims.formUnion([conflict.first.claim, conflict.second.claim])
      found[subject] = rivalry
    }
    return found.values.filter { rivalry in
      isOfInterest(rivalry.statements.compactMap { graph.statements[$0] })
    }.sorted { left, right in
      if left.grade != right.grade { return left.grade < right.grade }
      let sides = (left.statements.count, right.statements.count)
      if sides.0 != sides.1 { return sides.0 > sides.1 }
      if left.subject.kind != right.subject.kind { return left.subject.kind < right.subject.kind }
      if left.words != right.words {
        return left.words.utf8.lexicographicallyPrecedes(right.words.utf8)
      }
      return left.subject.node < right.subject.node
    }
  }
}
