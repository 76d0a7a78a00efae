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
  private var properties = ByteTable()
  private var propertyTags: [XMLTag] = []
  private var classes = ByteTable()
  private var classTags: [XMLTag?] = []

  init(_ namespaces: XMLNamespaces) {
    self.namespaces = namespaces
    localPrefix = namespaces.freePrefix()
  }

  /// The tag of the property element for the predicate of a quad.
  mutating func tag(ofPredicate quad: borrowing EncodedQuad) throws -> XMLTag {
    let bytes = quad.bytes.span
    if let known = properties.find(bytes, quad.predicate.text) { return propertyTags[known] }
    let tag = try makeTag(
      ofProperty: IRI(checked: quad.text(of: quad.predicate)), subject: quad.place)
    // A graph may have as many properties as triples; what is kept stays small.
    if properties.count >= 4096 {
      properties = ByteTable()
      propertyTags = []
    }
    _ = properties.intern(bytes, quad.predicate.text)
    propertyTags.append(tag)
    return tag
  }

  private func makeTag(ofProperty property: IRI, subject: String) throws -> XMLTag {
    guard !Self.reserved.contains(property.string),
      property.string != RDF.namespace + "Description"
    else { throw WritingError.reservedProperty(property, subject: subject) }
    guard let name = name(of: property) else {
      throw WritingError.unsplittableProperty(property, subject: subject)
    }
    do throws(ForbiddenScalar) {
      return try XMLTag(name.name, attributes: name.attributes)
    } catch {
      throw WritingError.forbiddenCharacter(
        codePoint: error.scalar, offset: error.offset, place: "<\(property)>")
    }
  }

  /// The tag of a node element for the object of a quad; nothing where the class needs a property
  /// element.
  mutating func tag(ofClass quad: borrowing EncodedQuad) -> XMLTag? {
    let bytes = quad.bytes.span
    if let known = classes.find(bytes, quad.object.text) { return classTags[known] }
    let type = IRI(checked: quad.text(of: quad.object))
    let isReserved =
      Self.reserved.contains(type.string) || type.string == RDF.namespace + "Description"
    let tag = (isReserved ? nil : name(of: type)).flatMap { name in
      try? XMLTag(name.name, attributes: name.attributes)
    }
    if classes.count >= 4096 {
      classes = ByteTable()
      classTags = []
    }
    _ = classes.intern(bytes, quad.object.text)
    classTags.append(tag)
    return tag
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
