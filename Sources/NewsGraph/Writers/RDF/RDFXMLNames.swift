/// The names that RDF/XML gives to properties and classes.
struct RDFXMLNames {
  /// A name with the namespace that has to be declared on the element, where there is one.
  struct Name {
    var name: XMLName
    var declaration: (prefix: XMLName, namespace: String)?

    var attributes: [(name: XMLName, value: String)] {
      declaration.map { [($0.prefix, $0.namespace)] } ?? []
    }
  }

  let namespaces: XMLNamespaces
  /// The prefix of namespaces that are declared on the element itself.
  private let localPrefix: String
  private var properties: [IRI: XMLTag] = [:]
  private var classes: [IRI: Name?] = [:]

  init(_ namespaces: XMLNamespaces) {
    self.namespaces = namespaces
    localPrefix = namespaces.freePrefix()
  }

  /// The tag of a property element.
  mutating func tag(ofProperty property: IRI, subject: () -> String) throws -> XMLTag {
    if let known = properties[property] { return known }
    guard !Self.reserved.contains(property.string),
      property.string != RDF.namespace + "Description"
    else { throw WritingError.reservedProperty(property, subject: subject()) }
    guard let name = name(of: property) else {
      throw WritingError.unsplittableProperty(property, subject: subject())
    }
    do throws(ForbiddenScalar) {
      let tag = try XMLTag(name.name, attributes: name.attributes)
      // A graph may have as many properties as triples; what is kept stays small.
      if properties.count >= 4096 { properties.removeAll() }
      properties[property] = tag
      return tag
    } catch {
      throw WritingError.forbiddenCharacter(
        codePoint: error.scalar, offset: error.offset, place: "<\(property)>")
    }
  }

  /// The name of a node element of a class; nothing where the class needs a property element.
  mutating func name(ofClass type: IRI) -> Name? {
    if let known = classes[type] { return known }
    let isReserved =
      Self.reserved.contains(type.string) || type.string == RDF.namespace + "Description"
    let name = isReserved ? nil : name(of: type)
    if classes.count >= 4096 { classes.removeAll() }
    classes[type] = .some(name)
    return name
  }

  private func name(of iri: IRI) -> Name? {
    guard let split = SplitIRI(iri.string) else { return nil }
    if let prefix = namespaces.prefix(of: split.namespace) {
      return XMLName(prefix: prefix, local: split.local).map { Name(name: $0) }
    }
    guard let name = XMLName(prefix: localPrefix, local: split.local),
      let declared = XMLName(prefix: "xmlns", local: localPrefix)
    else { return nil }
    return Name(name: name, declaration: (declared, split.namespace))
  }

  /// What stands for syntax in the RDF namespace, and `rdf:li`, which is read as a numbered member.
  ///
  /// https://www.w3.org/TR/rdf-syntax-grammar/#section-Namespace
  private static let reserved = Set(
    [
      "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li",
      "aboutEach", "aboutEachPrefix", "bagID",
    ].map { RDF.namespace + $0 })
}
