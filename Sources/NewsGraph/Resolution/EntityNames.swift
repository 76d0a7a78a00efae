import Extraction

/// What became of the entities of a corpus's articles: all of a resolution that a graph needs.
struct EntityNames: Sendable {
  /// The node that an entity belongs to.
  struct Entry: Sendable {
    let iri: IRI
    let name: String
    let type: EntityType
  }

  private let entries: [Entry]
  private let numbers: [[Int32]]

  init(_ resolution: CorpusResolution) {
    entries = resolution.entities.map { Entry(iri: $0.iri, name: $0.name, type: $0.type) }
    numbers = resolution.numbers
  }

  /// The nodes of the entities of an article, by the article's number.
  subscript(article: Int) -> [Entry] { numbers[article].map { entries[Int($0)] } }
}
