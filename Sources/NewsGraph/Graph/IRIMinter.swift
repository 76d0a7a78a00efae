public import Extraction
import Crypto

/// Makes the names of nodes: readable ones for entities, hashes for statements and claims.
///
/// The same entity, statement or claim gets the same name in every run, whatever else the corpus
/// holds, so that two versions of a graph can be compared.
public struct IRIMinter: Sendable, Hashable {
  /// What all names begin with; ends in a slash.
  public let base: String

  /// The base of all names unless another one is chosen.
  public static let defaultBase = "https://w3id.org/newsgraph/id/"

  /// Makes a minter.
  ///
  /// - Throws: `InvalidIRI` where `base` is no absolute IRI.
  public init(base: String = IRIMinter.defaultBase) throws(InvalidIRI) {
    let closed = base.hasSuffix("/") || base.hasSuffix("#") ? base : base + "/"
    self.base = try IRI(closed).string
  }

  /// The minter of the default base.
  public static let standard = IRIMinter(checkedBase: defaultBase)

  private init(checkedBase: String) { base = checkedBase }

  /// The name of an entity: its class and its name, `…/person/sergey-lavrov`.
  ///
  /// An entity known only by a common noun of one article has the article in its name.
  public func entity(_ entity: Entity, in article: String) -> IRI {
    self.entity(
      name: entity.name, type: entity.type, article: entity.isArticleSpecific ? article : nil,
      qualifier: nil)
  }

  /// The name of an entity of a corpus: its class and its name, with the article before it where
  /// the name says too little, and a qualifier behind it that tells it from its namesakes:
  /// `…/person/john-smith-united-kingdom`.
  func entity(name: String, type: EntityType, article: String?, qualifier: String?) -> IRI {
    let words = NameFolding.foldedWords(of: name, type: type)
    var slug = words.isEmpty ? hash([name]) : IRIMinter.slug(words)
    if let qualifier {
      let more = NameFolding.plainWords(of: qualifier)
      slug += "-" + (more.isEmpty ? String(hash([qualifier]).prefix(8)) : IRIMinter.slug(more))
    }
    let folder = base + type.rawValue.lowercased()
    guard let article else { return IRI(checked: "\(folder)/\(slug)") }
    return IRI(checked: "\(folder)/\(IRIMinter.slug(of: article))/\(slug)")
  }

  /// The name of an event that is known by its noun, place or participants, and day:
  /// `…/event/talks-moscow-2020-10-09`; what else has that name is told apart by a hash of a text.
  func event(_ words: [String], apart: String? = nil) -> IRI {
    let slug = IRIMinter.slug(words) + (apart.map { "-" + hash([$0]).prefix(8) } ?? "")
    return IRI(checked: "\(base)event/\(slug)")
  }

  /// The name of an article: its URL where it has a legal one, else one made of its id.
  public func article(_ article: Article) -> IRI {
    if let url = article.url, let iri = try? IRI(url) { return iri }
    return self.article(id: article.id)
  }

  /// The name of an article without a URL.
  func article(id: String) -> IRI { IRI(checked: "\(base)article/\(IRIMinter.slug(of: id))") }

  /// The name of a statement: a hash of its subject, predicate and object.
  public func statement(_ key: Statement.Key) -> IRI {
    IRI(
      checked: "\(base)statement/" + hash([key.subject.string, key.predicate] + parts(key.object)))
  }

  /// The name of a piece of evidence: a hash of its statement and of where and how it is said.
  public func claim(
    statement: IRI, article: String, range: TextRange, modality: Modality, attributedTo: [IRI]
  ) -> IRI {
    let parts =
      [statement.string, article, "\(range.begin)", "\(range.end)", modality.rawValue]
      + attributedTo.map(\.string)
    return IRI(checked: "\(base)claim/" + hash(parts))
  }

  private func parts(_ term: Term) -> [String] {
    switch term {
    case .iri(let iri): ["iri", iri.string]
    case .blank(let label): ["blank", label]
    case .literal(let literal):
      ["literal", literal.lexicalForm, literal.datatype.string, literal.language ?? ""]
    }
  }

  /// The first 96 bits of the SHA-256 of the parts, in hexadecimal digits: with a billion names,
  /// two are alike with a chance of one in ten thousand million.
  func hash(_ parts: [String]) -> String { Self.hash(parts) }

  static func hash(_ parts: [String]) -> String {
    let joined = parts.joined(separator: "\u{0}")
    return SHA256.hash(data: Array(joined.utf8)).prefix(12).hexadecimal
  }

  // MARK: - Slugs

  /// Words joined by hyphens; very long names are cut and told apart by a hash.
  static func slug(_ words: [String]) -> String {
    let joined = words.joined(separator: "-")
    guard joined.unicodeScalars.count > 80 else { return joined }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: joined.unicodeScalars.prefix(60))
    return String(cut) + "-" + standard.hash([joined]).prefix(8)
  }

  /// An id as part of an IRI: letters, digits, `-`, `_` and `.` as they are, the rest as `%HH`.
  static func slug(of id: String) -> String {
    var slug = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        slug += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return slug.isEmpty ? "_" : slug
  }
}
