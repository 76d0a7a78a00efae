import Testing

@testable import Extraction

/// The tables of this checkout, as the program loads them.
struct KnowledgeTests {
  static var folder: OntologyFolder? {
    guard let folder = try? OntologyFolder.find(),
      !folder.tables(in: "lexicon").isEmpty, !folder.tables(in: "gazetteer").isEmpty
    else { return nil }
    return folder
  }

  @Test(.enabled(if: folder != nil, "the Ontology folder has no lexicon and gazetteer yet"))
  func theTablesOfTheCheckoutAreWithoutFault() throws {
    let knowledge = try Knowledge.load(folder: try #require(Self.folder))
    #expect(knowledge.ontology.properties.count > 100)
    #expect(!knowledge.lexicon.verbFrames("meet").isEmpty)
    #expect(knowledge.gazetteer.count > 1000)
    let france = try #require(knowledge.gazetteer.country(id: "france"))
    let paris = try #require(knowledge.gazetteer.capital(of: france))
    #expect(knowledge.gazetteer.name(of: paris) == "Paris")
    #expect(knowledge.gazetteer.demonym("French")?.country == france)
    #expect(knowledge.gazetteer.longestMatch(["Paris"], at: 0)?.candidates.first == paris)
  }

  @Test(.enabled(if: folder != nil, "the Ontology folder has no lexicon and gazetteer yet"))
  func everyPropertyOfAFrameAdmitsItsTypes() throws {
    let knowledge = try Knowledge.load(folder: try #require(Self.folder))
    let frames = knowledge.lexicon.verbs.values.joined()
    for frame in frames {
      let admitted = frame.subjectTypes.types.contains {
        knowledge.ontology.allowsSubject(frame.property, $0)
      }
      #expect(admitted, "\(frame.file):\(frame.line)")
    }
  }
}
