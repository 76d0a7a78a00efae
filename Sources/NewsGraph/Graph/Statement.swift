public import Extraction

/// A statement of the graph: a unique subject, predicate and object, with all its evidence.
public struct Statement: Sendable, Hashable {
  /// What identifies a statement.
  public struct Key: Sendable, Hashable {
    /// The subject.
    public var subject: IRI
    /// The local name of a property of the ontology, or an open predicate (see `OpenPredicate`).
    public var predicate: String
    /// The object: an entity or a value.
    public var object: Term
  }

  /// The name of the statement's node, derived from a hash of subject, predicate and object.
  public var iri: IRI
  /// Subject, predicate and object.
  public var key: Key
  /// The evidence, sorted.
  public var evidence: [Evidence]

  /// The IRI of the property.
  public var predicate: IRI { NG.predicate(key.predicate) }

  /// The statement as a triple.
  ///
  /// Whether it may be written as one, `isBareFact` says.
  public var triple: Triple { Triple(.iri(key.subject), predicate, key.object) }

  /// Whether some article says so in its own voice, asserted: the one condition under which the
  /// statement is written as a plain triple.
  public var isBareFact: Bool { evidence.contains(where: \.isBareFact) }

  /// The strongest standing that any source gives to the statement: an edge is drawn by it.
  ///
  /// `asserted` only for a bare fact and for background; what is asserted by a claimant alone is
  /// shown as `alleged`.
  public var standing: Modality {
    if isBareFact || isBackground { return .asserted }
    if evidence.count == 1 {
      return evidence[0].modality == .asserted ? .alleged : evidence[0].modality
    }
    let standings = evidence.filter { $0.basis == .read }.map {
      $0.modality == .asserted ? .alleged : $0.modality
    }
    return standings.min() ?? .alleged
  }

  /// Whether no article says so and only the gazetteer or the ontology knows it.
  public var isBackground: Bool { evidence.allSatisfy { $0.basis == .background } }

  /// Whether one source says so and another says not so.
  public var isDisputed: Bool {
    if evidence.count < 2 { return false }
    let denials = evidence.filter { $0.modality == .denied }
    return denials.contains { denial in evidence.contains { denial.conflicts(with: $0) } }
  }

  /// The highest confidence of its evidence, 0 to 1.
  public var confidence: Double { evidence.map(\.confidence).max() ?? 0 }

  /// The ids of the articles that speak of it, sorted.
  public var articles: [String] {
    Set(evidence.map(\.article)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The number of articles that speak of it; none for what only the gazetteer knows.
  public var sourceCount: Int {
    if evidence.count == 1 { return evidence[0].basis == .read ? 1 : 0 }
    return Set(evidence.lazy.filter { $0.basis == .read }.map(\.article)).count
  }

  /// The number of articles that speak of it, those that print one text counted once.
  public var independentSourceCount: Int {
    if evidence.count == 1 { return sourceCount }
    // An article with evidence of its own beside a copied passage is still one source.
    var texts: [String: String] = [:]
    for piece in evidence where piece.basis == .read {
      let text = piece.firstPrintedIn ?? piece.article
      texts[piece.article] = min(texts[piece.article] ?? text, text)
    }
    return Set(texts.values).count
  }
}

extension Statement: Comparable {
  /// Orders by subject, predicate, object.
  public static func < (left: Statement, right: Statement) -> Bool {
    left.triple < right.triple
  }
}
