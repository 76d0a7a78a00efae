import NewsGraph
import NewsGraphCorpus

extension CorpusAddress {
  /// The whole graph of the version.
  func graph() throws -> GraphVersion {
    let corpus = try Corpus(path: path, access: .reading)
    return try corpus.whole(try corpus.version(version))
  }
}
