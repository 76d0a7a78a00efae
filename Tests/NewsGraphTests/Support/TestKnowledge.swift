import Extraction

@testable import NewsGraph

/// The knowledge of the checkout, read once.
enum TestKnowledge {
  static let shared: Result<Knowledge, KnowledgeError> = {
    do throws(KnowledgeError) {
      return .success(
        try Knowledge.load(folder: OntologyFolder.find(), lexicons: [], gazetteers: []))
    } catch {
      return .failure(error)
    }
  }()

  static func ontology() throws -> Ontology { try shared.get().ontology }
  static func lexicon() throws -> Lexicon { try shared.get().lexicon }
}
