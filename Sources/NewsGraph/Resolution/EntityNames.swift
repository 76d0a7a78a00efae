/// What became of the entities of a corpus's articles: all of a resolution that a graph needs.
struct EntityNames: Sendable {
  private let names: [ResolvedName]
  private let numbers: [[Int32]]

  init(_ resolution: CorpusResolution) {
    names = resolution.entities.map(ResolvedName.init)
    numbers = resolution.numbers
  }

  /// The nodes of the entities of an article, by the article's number.
  subscript(article: Int) -> [ResolvedName] { numbers[article].map { names[Int($0)] } }
}
