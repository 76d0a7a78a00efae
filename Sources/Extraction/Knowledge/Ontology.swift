/// The classes and properties of the ontology: what can be said of what.
///
/// It is read from `properties.tsv` and `classes.tsv`, which are made from `newsgraph.ttl`.
public struct Ontology: Sendable {
  /// The properties in the order of their names.
  public let properties: [Property]
  private let indices: [String: Int]
  private let classes: [String: EntityTypeSet]
  private let domains: [EntityTypeSet]
  private let ranges: [EntityTypeSet]

  /// Reads the ontology of a folder.
  public init(folder: OntologyFolder) throws(KnowledgeError) {
    let propertiesPath = folder.file("properties.tsv")
    let classesPath = folder.file("classes.tsv")
    try self.init(
      properties: Table(
        bytes: FileBytes.read(propertiesPath), file: propertiesPath, key: "subPropertyOf"),
      classes: Table(
        bytes: FileBytes.read(classesPath), file: classesPath, key: "superclasses"))
  }

  /// Reads the ontology of its two tables.
  ///
  /// Throws a `KnowledgeError` for a class or property that is used and not there.
  public init(properties table: Table, classes: Table) throws(KnowledgeError) {
    self.classes = try Self.readClasses(classes)
    var read: [Property] = []
    for index in 0..<table.count { read.append(try Self.readProperty(table[index])) }
    properties = read.sorted { $0.name < $1.name }
    indices = Dictionary(
      zip(properties.map(\.name), properties.indices), uniquingKeysWith: { first, _ in first })
    var lines: [String: Int] = [:]
    for index in 0..<table.count { lines[table[index].string(table.column("name"))] = index }
    var domains: [EntityTypeSet] = []
    var ranges: [EntityTypeSet] = []
    for property in properties {
      let row = lines[property.name].map { table[$0] }
      domains.append(try Self.types(property.domain, in: self.classes, row))
      ranges.append(
        property.isLiteral ? [] : try Self.types(property.range, in: self.classes, row))
      for other in [property.inverse, property.superproperty, property.writtenAs] {
        guard let other, indices[other] == nil else { continue }
        throw Self.error("no property called \"\(other)\" in the ontology", row, table.file)
      }
    }
    self.domains = domains
    self.ranges = ranges
  }
}

// MARK: - Questions

extension Ontology {
  /// The property with a local name.
  public func property(_ name: String) -> Property? {
    indices[name].map { properties[$0] }
  }

  /// Whether the ontology has a class with a local name.
  public func hasClass(_ name: String) -> Bool { classes[name] != nil }

  /// The entity types in a class; empty for a class of other things or one that is not there.
  public func types(inClass name: String) -> EntityTypeSet { classes[name] ?? [] }

  /// Whether every entity of a type belongs to a class.
  public func isSubclass(_ type: EntityType, of className: String) -> Bool {
    classes[className]?.contains(type) ?? false
  }

  /// Whether domain and range of a property admit a subject and an object of these types.
  public func allows(_ predicate: String, subject: EntityType, object: EntityType) -> Bool {
    guard let index = indices[predicate] else { return false }
    return domains[index].contains(subject) && ranges[index].contains(object)
  }

  /// Whether a property admits a subject of a type, whatever the object.
  public func allowsSubject(_ predicate: String, _ subject: EntityType) -> Bool {
    indices[predicate].map { domains[$0].contains(subject) } ?? false
  }

  /// Whether a property admits a subject of a type and a literal of a datatype, given by its local
  /// name: `integer`.
  public func allowsLiteral(_ predicate: String, subject: EntityType, datatype: String) -> Bool {
    guard let index = indices[predicate] else { return false }
    return domains[index].contains(subject) && properties[index].datatypes.contains(datatype)
  }

  /// Whether a property is another one or a kind of it.
  public func isSubproperty(_ name: String, of other: String) -> Bool {
    var name = name
    for _ in 0...properties.count {
      if name == other { return true }
      guard let next = property(name)?.superproperty else { return false }
      name = next
    }
    return false
  }
}

// MARK: - Reading

extension Ontology {
  private static func readClasses(_ table: Table) throws(KnowledgeError) -> [String: EntityTypeSet]
  {
    let name = try table.requiredColumn("name")
    let superclasses = try table.requiredColumn("superclasses")
    var classes: [String: EntityTypeSet] = [:]
    for index in 0..<table.count {
      let row = table[index]
      let className = row.string(name)
      classes[className, default: []].formUnion([])
      guard let type = EntityType(rawValue: className) else { continue }
      classes[className]?.insert(type)
      for superclass in row.string(superclasses).split(separator: " ") {
        classes[String(superclass), default: []].insert(type)
      }
    }
    for type in EntityType.allCases where classes[type.rawValue]?.contains(type) != true {
      throw KnowledgeError(
        file: table.file, message: "no class called \"\(type.rawValue)\", which extraction needs")
    }
    return classes
  }

  private static func readProperty(_ row: TableRow) throws(KnowledgeError) -> Property {
    let table = row.table
    let name = row.string(try table.requiredColumn("name"))
    guard !name.isEmpty else { throw row.error("a property without a name") }
    return Property(
      name: name, label: row.string(table.column("label")),
      domain: row.string(try table.requiredColumn("domain")),
      range: row.string(try table.requiredColumn("range")),
      inverse: row.optional(table.column("inverse")),
      isSymmetric: try row.flag(table.column("symmetric")),
      isExclusive: try row.flag(table.column("exclusive")),
      isSingleValued: try row.flag(table.column("singleValued")),
      datatypes: row.string(table.column("datatype")).split(separator: " ")
        .map { String($0.hasPrefix("xsd:") ? $0.dropFirst(4) : $0) },
      superproperty: row.optional(table.column("subPropertyOf")),
      group: row.string(table.column("group")),
      definition: row.string(table.column("definition")),
      writtenAs: row.optional(table.column("writtenAs")))
  }

  private static func types(
    _ name: String, in classes: [String: EntityTypeSet], _ row: TableRow?
  ) throws(KnowledgeError) -> EntityTypeSet {
    if let types = classes[name] { return types }
    throw error("no class called \"\(name)\" in classes.tsv", row, "classes.tsv")
  }

  private static func error(_ message: String, _ row: TableRow?, _ file: String) -> KnowledgeError {
    row?.error(message) ?? KnowledgeError(file: file, message: message)
  }
}
