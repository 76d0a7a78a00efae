/// The error that a graph cannot be written in a format.
///
/// What goes wrong with files is an `OutputError`.
public enum WritingError: Error, Hashable {
  /// A format has no way to hold a character, and was not asked to replace it.
  ///
  /// - Parameters:
  ///   - codePoint: The character.
  ///   - offset: Its offset in the text, in code points.
  ///   - place: Whose text it is: the IRI of a node, with the property.
  case forbiddenCharacter(codePoint: UInt32, offset: Int, place: String)
  /// No end of the IRI of a property is an XML name, so that RDF/XML cannot write it.
  case unsplittableProperty(IRI, subject: String)
  /// The IRI of a property means something else in RDF/XML: `rdf:li`, `rdf:about`.
  case reservedProperty(IRI, subject: String)
  /// A name, alias or IRI to look at is not in the graph; the names that come closest.
  case unknownEntity(String, similar: [String])
  /// A format holds articles, entities and claims, and the graph says nothing of any.
  case onlyKnowledgeGraphs(GraphFormat)
  /// A drawing was to be made by what only articles tell, and the graph names none; what other
  /// values of the option there are.
  case needsArticles(option: String, others: [String])
  /// A folder that was to be replaced holds a file that is not ours; the first of them.
  case foreignFile(folder: String, file: String)
  /// libxml2 failed.
  case xmlLibrary(function: String)
}

extension WritingError: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .forbiddenCharacter(let codePoint, let offset, let place):
      "\(place): XML cannot hold the character \(Self.name(of: codePoint)) at offset \(offset)"
        + " of the text; ask for forbidden characters to be replaced to write U+FFFD instead"
    case .unsplittableProperty(let iri, let subject):
      "\(subject): RDF/XML cannot write the property <\(iri)>, as no end of it is an XML name"
    case .reservedProperty(let iri, let subject):
      "\(subject): RDF/XML cannot write the property <\(iri)>, which is part of its syntax"
    case .unknownEntity(let name, let similar):
      "no entity is named \(name.debugDescription)"
        + (similar.isEmpty ? "" : "; did you mean \(similar.joined(separator: ", "))?")
    case .onlyKnowledgeGraphs(let format):
      "\(format.name) holds articles, entities and claims; the graph names no article"
    case .needsArticles(let option, let others):
      "\(option) needs articles, and the graph names none; there "
        + (others.count == 1 ? "is " : "are ") + others.joined(separator: ", ")
    case .foreignFile(let folder, let file):
      "\(folder) holds '\(file)', which this would remove; name a new or an empty folder"
    case .xmlLibrary(let function): "libxml2's \(function) failed"
    }
  }

  private static func name(of codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension WritingError {
  /// Turns an error of the XML seam into the one that users see.
  static func translating(_ error: XMLWritingError, place: @autoclosure () -> String)
    -> any Error
  {
    switch error {
    case .output(let error): error
    case .forbiddenScalar(let scalar):
      WritingError.forbiddenCharacter(
        codePoint: scalar.scalar, offset: scalar.offset, place: place())
    case .library(let function): WritingError.xmlLibrary(function: "\(function)")
    }
  }
}
