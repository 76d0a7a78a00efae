import Extraction

@testable import NewsGraph

/// Small graphs with every modality, with and without claimants, dates and places.
enum RandomGraph {
  static let predicates = ["met", "accused", "backs", "locatedIn", "stated"]
  static let predicateIRIs = Set(predicates.map(NG.term))
  /// A day, a time without an end and one with, and none.
  static let dates: [String?] = ["2020-10-09", "1994/..", "2020-10-01/2020-10-09", nil]

  static func make(article: String, using random: inout SeededGenerator) -> KnowledgeGraph {
    var graph = KnowledgeGraph()
    graph.add(
      ArticleNode(
        iri: IRI(checked: "https://e/article/\(article)"), id: article, title: "About \(article)",
        published: CalendarDate(iso: "2020-10-09").map { Timestamp(date: $0) }, publisher: nil,
        authors: [], language: "en", characterCount: 1000))
    let entities = (0..<8).map { index -> EntityNode in
      let type = EntityType.allCases[index % EntityType.allCases.count]
      let iri = IRI(checked: "https://e/\(type.rawValue.lowercased())/e\(index)")
      let spelling = "Entity \(index)" + (Bool.random(using: &random) ? "" : " Variant")
      return EntityNode(
        iri: iri, type: type, nameVoters: [spelling: [article]], aliases: ["E\(index)"],
        links: index % 3 == 0 ? ["Q\(index + 1)"] : [],
        mentions: [article: [Mention(range: TextRange(index, index + 3), form: .name)]])
    }
    for entity in entities { graph.add(entity) }
    for _ in 0..<12 {
      graph.add(statement(among: entities.map(\.iri), article: article, using: &random))
    }
    return graph
  }

  private static func statement(
    among entities: [IRI], article: String, using random: inout SeededGenerator
  ) -> Statement {
    let subject = entities[Int.random(in: 0..<entities.count, using: &random)]
    let predicate = predicates[Int.random(in: 0..<predicates.count, using: &random)]
    let object: Term =
      predicate == "stated"
      ? .literal(Literal("words \(Int.random(in: 0..<3, using: &random))"))
      : .iri(entities[Int.random(in: 0..<entities.count, using: &random)])
    let key = Statement.Key(subject: subject, predicate: predicate, object: object)
    let iri = IRIMinter.standard.statement(key)
    let modality = Modality.allCases[Int.random(in: 0..<5, using: &random)]
    let claimants = Bool.random(using: &random) ? [] : [entities[0]]
    let begin = Int.random(in: 0..<900, using: &random)
    let range = TextRange(begin, begin + 40)
    return Statement(
      iri: iri, key: key,
      evidence: [
        Evidence(
          iri: IRIMinter.standard.claim(
            statement: iri, article: article, range: range, modality: modality,
            attributedTo: claimants),
          article: article, modality: modality, attributedTo: claimants,
          date: dates.randomElement(using: &random) ?? nil,
          place: Bool.random(using: &random) ? entities[1] : nil, range: range,
          sentenceRange: TextRange(max(0, begin - 10), begin + 50), confidence: 0.5,
          rule: "verb:test")
      ])
  }

  static func statement(evidence: [Evidence]) -> Statement {
    let key = Statement.Key(
      subject: IRI(checked: "https://e/country/a"), predicate: "accused",
      object: .iri(IRI(checked: "https://e/country/b")))
    return Statement(iri: IRIMinter.standard.statement(key), key: key, evidence: evidence)
  }

  static func evidence(modality: Modality, attributedTo: [IRI]) -> Evidence {
    Evidence(
      iri: IRI(checked: "https://e/claim/\(modality.rawValue)-\(attributedTo.count)"),
      article: "a", modality: modality, attributedTo: attributedTo, date: nil, place: nil,
      range: TextRange(0, 10), sentenceRange: TextRange(0, 20), confidence: 0.9, rule: "verb:test")
  }
}
