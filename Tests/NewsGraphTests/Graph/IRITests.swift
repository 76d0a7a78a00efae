import Extraction
import Testing

@testable import NewsGraph

@Suite struct IRITests {
  @Test(arguments: ["https://e/x", "urn:x", "http://e/ünïcode", "a:"])
  func `absolute IRIs are taken`(text: String) throws {
    #expect(try IRI(text).string == text)
  }

  @Test(arguments: [
    ("/relative", InvalidIRI.Reason.noScheme), ("", .noScheme), ("1a:b", .noScheme),
    ("http://e/a b", .forbiddenCharacter(offset: 10)),
    ("http://e/<", .forbiddenCharacter(offset: 9)),
    ("http://é/\u{0}", .forbiddenCharacter(offset: 9)),
  ])
  func `other texts are refused with the place of the fault`(
    text: String, reason: InvalidIRI.Reason
  ) {
    #expect(throws: InvalidIRI(text: text, reason: reason)) { try IRI(text) }
  }

  @Test(arguments: [
    ("Sergei Lavrov", "person/sergey-lavrov"), ("Sergey Lavrov", "person/sergey-lavrov"),
    ("Nikol Pashinian", "person/nikol-pashinyan"), ("Nikol Pashinyan", "person/nikol-pashinyan"),
    ("Volodymyr Zelenskyy", "person/volodymyr-zelensky"),
    ("Volodymyr Zelenskiy", "person/volodymyr-zelensky"),
    ("Şahin Öz", "person/sahin-oz"), ("J. R. O’Neill", "person/j-r-oneill"),
  ])
  func `spellings of one name give one IRI`(name: String, path: String) {
    let iri = IRIMinter.standard.entity(Entity(name: name, type: .person), in: "a")
    #expect(iri.string == IRIMinter.defaultBase + path)
  }

  @Test func `a common noun of an article has the article in its IRI`() {
    let entity = Entity(name: "residents", type: .group, isArticleSpecific: true)
    #expect(
      IRIMinter.standard.entity(entity, in: "a b").string
        == IRIMinter.defaultBase + "group/a%20b/residents")
  }

  @Test func `names of any characters give legal IRIs`() throws {
    for name in [
      "<>\"{}|^`\\", "\u{0}\u{1}", "\u{202E}abc", "🙂", String(repeating: "x", count: 20_000),
    ] {
      let iri = IRIMinter.standard.entity(Entity(name: name, type: .person), in: "a")
      #expect(try IRI(iri.string) == iri)
      #expect(iri.string.utf8.count < 400)
    }
  }
}
