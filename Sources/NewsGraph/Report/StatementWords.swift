import Extraction

/// Statements as sentences for people.
struct StatementWords {
  let graph: KnowledgeGraph
  /// Where the labels of the properties stand; without it, their names are taken apart.
  let ontology: Ontology?

  /// `Sergey Lavrov is foreign minister of Russia`, `Ute Brandt stated “We shall see.”`, and for
  /// numbers and dates `Alma Vanter: born on 1960`.
  func words(of statement: Statement) -> String {
    let subject = graph.name(of: statement.key.subject)
    if case .literal(let literal) = statement.key.object, literal.datatype != XSD.string {
      return "\(subject): \(label(statement.key.predicate)) \(literal.lexicalForm)"
    }
    return "\(subject) \(verb(statement.key.predicate)) \(object(of: statement.key))"
  }

  /// What has two holders or values: `president of Velmora`, `Alma Vanter: born on`.
  func words(ofContest kind: Conflict.Kind, _ property: String, of node: IRI) -> String {
    let name = graph.name(of: node)
    return kind == .rivalSubjects ? "\(label(property)) \(name)" : "\(name): \(label(property))"
  }

  private func label(_ property: String) -> String {
    if let label = ontology?.property(property)?.label, !label.isEmpty { return label }
    return PropertyLabel.words(of: property)
  }

  /// The label of a property; what names a role, such as `capital of`, wants a verb before it.
  private func verb(_ property: String) -> String {
    let label = label(property)
    return label.hasSuffix(" of") ? "is \(label)" : label
  }

  private func object(of key: Statement.Key) -> String {
    guard case .literal(let literal) = key.object, literal.datatype == XSD.string else {
      return graph.label(of: key.object)
    }
    let text = literal.lexicalForm.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "“\(text)”"
  }

  /// Whether a property tells of something that lasts, such as an office or a place on the map, or of
  /// the day and place of an event, which its name has: less of a piece of news than an act.
  func isLasting(_ property: String) -> Bool {
    if ["eventKind", "occurredOn", "tookPlaceIn"].contains(property) { return true }
    guard let group = ontology?.property(property)?.group else { return false }
    return ["offices", "organizations", "people", "places", "family", "attributes"].contains(group)
  }
}

extension KnowledgeGraph {
  /// The name to show of an entity.
  func name(of iri: IRI) -> String { entities[iri]?.name ?? iri.string }
}
