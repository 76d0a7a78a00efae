import Extraction

/// What the ontology says of pairs of properties.
struct PropertyRelations {
  let ontology: Ontology

  /// Whether what one statement says follows from the other: `shelled` implies `attacked`, and of
  /// two inverse properties each implies the other.
  func implies(_ statement: Statement.Key, _ other: Statement.Key) -> Bool {
    if statement.subject == other.subject, statement.object == other.object {
      return isSame(statement.predicate, or: other.predicate)
    }
    guard case .iri(let object) = statement.object, other.subject == object,
      other.object == .iri(statement.subject)
    else { return false }
    return impliesSwapped(statement.predicate, other.predicate)
  }

  private func isSame(_ name: String, or wider: String) -> Bool {
    name == wider || ontology.isSubproperty(name, of: wider)
  }

  private func impliesSwapped(_ name: String, _ other: String) -> Bool {
    if let property = ontology.property(other) {
      if property.isSymmetric, isSame(name, or: other) { return true }
      if let inverse = property.inverse, isSame(name, or: inverse) { return true }
    }
    guard let inverse = ontology.property(name)?.inverse else { return false }
    return isSame(inverse, or: other)
  }

  /// The widest property over this one, itself among them, for which something holds.
  func widest(_ name: String, where holds: (Property) -> Bool) -> String? {
    var found: String?
    var next = ontology.property(name)
    var steps = 0
    while let property = next, steps <= ontology.properties.count {
      if holds(property) { found = property.name }
      next = property.superproperty.flatMap(ontology.property)
      steps += 1
    }
    return found
  }
}
