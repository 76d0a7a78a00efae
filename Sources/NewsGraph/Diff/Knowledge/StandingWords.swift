import Extraction

/// The standing of statements in words for people: `stated as fact`, `denied by Turkey`.
struct StandingWords {
  let graph: KnowledgeGraph

  /// The standing of a statement, and who gives it.
  func words(of statement: Statement) -> String {
    if statement.evidence.isEmpty { return "without evidence" }
    if statement.isBackground { return "known beforehand, said by no article" }
    let words = words(of: statement.evidence, statement)
    return statement.isDisputed ? words + ", disputed" : words
  }

  /// The strongest standing that some claims give, and who gives it.
  func words(of evidence: [Evidence], _ statement: Statement) -> String {
    let read = evidence.filter { $0.basis == .read }
    if read.contains(where: \.isBareFact) { return "stated as fact" }
    let standings = read.map { $0.modality == .asserted ? Modality.alleged : $0.modality }
    guard let strongest = standings.min() else { return "known beforehand" }
    let claimants = zip(read, standings).filter { $0.1 == strongest }.flatMap(\.0.attributedTo)
    let names = Self.list(Set(claimants.map(graph.name)).sorted())
    switch strongest {
    case .asserted, .alleged: return names.map { "claimed by \($0)" } ?? "alleged"
    case .denied: return names.map { "denied by \($0)" } ?? "denied"
    case .planned: return names.map { "planned, according to \($0)" } ?? "planned"
    case .conditional:
      return names.map { "under a condition, according to \($0)" } ?? "under a condition"
    }
  }

  /// Where claims stand: the headlines or ids of up to three articles.
  func sources(of evidence: [Evidence]) -> String? {
    var articles: [String] = []
    for piece in evidence where piece.basis == .read && !articles.contains(piece.article) {
      articles.append(piece.article)
    }
    guard !articles.isEmpty else { return nil }
    let more = articles.count - 3
    return articles.prefix(3).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// `A`, `A and B`, `A, B and 3 more`.
  static func list(_ names: [String]) -> String? {
    switch names.count {
    case 0: nil
    case 1: names[0]
    case 2: "\(names[0]) and \(names[1])"
    case 3: "\(names[0]), \(names[1]) and \(names[2])"
    default: "\(names[0]), \(names[1]) and \(names.count - 2) more"
    }
  }
}
