/// The Vocabulary of Interlinked Datasets. https://www.w3.org/TR/void/
enum VoID {
  static let namespace = "http://rdfs.org/ns/void#"
  static let dataset = term("Dataset")
  static let triples = term("triples")
  static let entities = term("entities")
  static let distinctSubjects = term("distinctSubjects")
  static let classes = term("classes")
  static let properties = term("properties")
  static let vocabulary = term("vocabulary")
  static let classPartition = term("classPartition")
  static let propertyPartition = term("propertyPartition")
  /// The class of a partition.
  static let type = term("class")
  static let property = term("property")

  private static func term(_ name: String) -> IRI { IRI(checked: namespace + name) }
}

/// The Data Catalog Vocabulary. https://www.w3.org/TR/vocab-dcat-3/
enum DCAT {
  static let namespace = "http://www.w3.org/ns/dcat#"
  static let dataset = term("Dataset")
  static let distribution = term("distribution")
  static let distributionClass = term("Distribution")
  static let mediaType = term("mediaType")
  static let compressFormat = term("compressFormat")
  static let byteSize = term("byteSize")

  private static func term(_ name: String) -> IRI { IRI(checked: namespace + name) }
}

/// Checksums of the Software Package Data Exchange, which DCAT takes over.
/// https://spdx.org/rdf/terms/
enum SPDX {
  static let namespace = "http://spdx.org/rdf/terms#"
  static let checksum = term("checksum")
  static let checksumClass = term("Checksum")
  static let algorithm = term("algorithm")
  static let sha256 = term("checksumAlgorithm_sha256")
  static let checksumValue = term("checksumValue")

  private static func term(_ name: String) -> IRI { IRI(checked: namespace + name) }
}

/// The activities and agents of PROV. https://www.w3.org/TR/prov-o/
extension PROV {
  static let activity = term("Activity")
  static let entity = term("Entity")
  static let softwareAgent = term("SoftwareAgent")
  static let used = term("used")
  static let wasGeneratedBy = term("wasGeneratedBy")
  static let wasAssociatedWith = term("wasAssociatedWith")
  static let generatedAtTime = term("generatedAtTime")

  private static func term(_ name: String) -> IRI { IRI(checked: namespace + name) }
}
