import Testing

@testable import Extraction

struct OntologyFolderTests {
  @Test func theFirstFolderWithAnOntologyIsTaken() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    try temporary.write("", to: "share/Ontology/newsgraph.ttl")
    try temporary.write("", to: "share/Ontology/properties.tsv")
    try temporary.write("", to: "half/Ontology/newsgraph.ttl")
    let found = try OntologyFolder.find(
      explicitPath: nil, environment: nil,
      candidates: ["\(temporary.path)/half/Ontology", "\(temporary.path)/share/Ontology"])
    #expect(found.path == "\(temporary.path)/share/Ontology")
  }

  @Test func aFolderThatWasNamedHasToBeOne() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let error = #expect(throws: KnowledgeError.self) {
      try OntologyFolder.find(explicitPath: temporary.path)
    }
    #expect(
      error?.description
        == "\(temporary.path): not an ontology folder: newsgraph.ttl, properties.tsv missing")
  }

  @Test func theErrorListsWhereItLooked() {
    let error = #expect(throws: KnowledgeError.self) {
      try OntologyFolder.find(explicitPath: nil, environment: "", candidates: ["/a/b", "/c"])
    }
    #expect(error?.message.contains("looked at /a/b, /c;") == true)
  }

  @Test func theSearchGoesFromTheProgramToTheCurrentFolder() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    try temporary.write("", to: ".build/checkouts/newsgraph/Ontology/newsgraph.ttl")
    let paths = OntologyFolder.candidates(
      executable: "/opt/newsgraph/bin/newsgraph", currentFolder: temporary.path)
    #expect(paths.first == "/opt/newsgraph/share/newsgraph/Ontology")
    #expect(paths.contains("/opt/newsgraph/Ontology"))
    #expect(paths.contains("\(temporary.path)/Ontology"))
    #expect(paths.contains("\(temporary.path)/.build/checkouts/newsgraph/Ontology"))
  }
}
