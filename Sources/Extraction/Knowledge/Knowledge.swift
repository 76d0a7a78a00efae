/// All that NewsGraph knows before it reads: ontology, lexicon, gazetteer and the forms
/// of names.
public struct Knowledge: Sendable {
  /// The classes and properties.
  public let ontology: Ontology
  /// The words and constructions that express the properties.
  public let lexicon: Lexicon
  /// The countries, places, organizations and leaders.
  public let gazetteer: Gazetteer
  /// The forms and spellings of names.
  public let nameVariants: NameVariants

  /// Joins the four.
  public init(
    ontology: Ontology, lexicon: Lexicon, gazetteer: Gazetteer, nameVariants: NameVariants
  ) {
    self.ontology = ontology
    self.lexicon = lexicon
    self.gazetteer = gazetteer
    self.nameVariants = nameVariants
  }

  /// Reads a folder and the files that the user added.
  ///
  /// - Parameters:
  ///   - folder: The folder with the ontology.
  ///   - lexicons: Paths of further lexicon tables; their rows come before those of the folder.
  ///   - gazetteers: Paths of further gazetteer tables, each with the columns name, type, QID and
  ///     aliases.
  /// - Throws: A `KnowledgeError` that names file and line.
  public static func load(
    folder: OntologyFolder, lexicons: [String] = [], gazetteers: [String] = []
  ) throws(KnowledgeError) -> Knowledge {
    let ontology = try Ontology(folder: folder)
    return Knowledge(
      ontology: ontology,
      lexicon: try Lexicon(folder: folder, ontology: ontology, additions: lexicons),
      gazetteer: try Gazetteer(
        folder: folder, ontology: ontology, additions: gazetteers),
      nameVariants: try NameVariants(folder: folder))
  }
}
