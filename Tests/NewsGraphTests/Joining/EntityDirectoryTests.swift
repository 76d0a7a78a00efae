import Extraction
import Testing

@testable import NewsGraph

@Suite struct EntityDirectoryTests {
  private func entity(_ number: Int) -> EntityNode {
    EntityNode(
      iri: IRI(checked: "https://example.org/\(number)"), type: number % 3 == 0 ? .city : .person,
      nameVoters: ["Name \(number)": ["a", "b"]], aliases: ["Other"],
      links: number % 2 == 0 ? ["Q\(number)"] : [], mentions: ["a": []])
  }

  @Test(arguments: [0, 1, 15, 16, 17, 200])
  func `finds what was added and nothing else`(count: Int) throws {
    for memory in [1, 1 << 13, TemporaryStorage.standardMemory] {
      let directory = EntityDirectory(TemporaryStorage(memory: memory))
      let entities = (0..<count).map { entity(1000 + $0 * 2) }
      for entity in entities { try directory.add(entity) }
      var random = SeededGenerator(seed: UInt64(count))
      for entity in (entities + entities).shuffled(using: &random) {
        let found = try #require(try directory.entity(entity.iri))
        #expect(found == entity.reference(link: entity.link))
      }
      for number in [0, 999, 1001, 1000 + count * 2, 9999] {
        #expect(try directory.entity(entity(number).iri) == nil)
      }
      var listed: [EntityNode] = []
      let cursor = directory.entities()
      while let next = try cursor.next() { listed.append(next) }
      #expect(listed == entities.map { $0.reference(link: $0.link) })
    }
  }
}
