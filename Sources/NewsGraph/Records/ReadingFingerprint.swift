import Crypto
import Extraction

/// What a record depends on besides its article: two records go together only where theirs is one.
///
/// Each part is a hash of what was used (SHA-256 of file names and contents) or a version.
public struct ReadingFingerprint: Sendable, Hashable, Codable {
  /// The version of the program.
  public var program: String
  /// The language model.
  public var model: String
  /// The classes and properties.
  public var ontology: String
  /// The lexicon, with the files that the user added.
  public var lexicon: String
  /// The gazetteer, with the files that the user added.
  public var gazetteer: String
  /// What the names of nodes begin with.
  public var base: String

  /// Hashes the files that a pipeline reads.
  ///
  /// - Throws: `KnowledgeError` where one cannot be read.
  init(_ folder: OntologyFolder, _ configuration: Pipeline.Configuration, model: String)
    throws(KnowledgeError)
  {
    program = Release.version
    self.model = model
    ontology = try Self.hash(["properties.tsv", "classes.tsv"].map(folder.file))
    lexicon = try Self.hash(folder.tables(in: "lexicon") + configuration.lexicons)
    gazetteer = try Self.hash(folder.tables(in: "gazetteer") + configuration.gazetteers)
    base = configuration.base
  }

  /// One hash of all parts: 64 hexadecimal digits.
  public var digest: String {
    let parts = [program, model, ontology, lexicon, gazetteer, base]
    return SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)).hexadecimal
  }

  /// The parts in which another fingerprint is different, for people: `lexicon`, `language model`.
  public func differences(from other: ReadingFingerprint) -> [String] {
    let parts: [(String, KeyPath<ReadingFingerprint, String>)] = [
      ("program", \.program), ("language model", \.model), ("ontology", \.ontology),
      ("lexicon", \.lexicon), ("gazetteer", \.gazetteer), ("base IRI", \.base),
    ]
    return parts.filter { self[keyPath: $0.1] != other[keyPath: $0.1] }.map(\.0)
  }

  private static func hash(_ paths: [String]) throws(KnowledgeError) -> String {
    var hash = SHA256()
    for path in paths {
      // The folder may be anywhere; the name and the order of the tables are what counts.
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let bytes = try FileBytes.read(path)
      hash.update(data: Array("\(name) \(bytes.count)\n".utf8))
      hash.update(data: bytes)
    }
    return hash.finalize().hexadecimal
  }
}
