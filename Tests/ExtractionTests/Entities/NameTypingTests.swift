import Testing

@testable import Extraction

/// What names are that the language model takes for an event's.
@Suite struct NameTypingTests {
  private static let knowledge = Result { try Knowledge.load(folder: .find()) }

  @Test(arguments: [
    ("Tervo Trophy", PhraseType?.none, false, EntityType.award),
    ("Halvorsen Prize", .abstract, true, .award),
    ("Falcon X7", .object, false, .product), ("The Last Sledge", .object, true, .work),
    ("Borealis", .abstract, false, .thing), ("The Last Sledge", .abstract, true, .work),
    ("Nordic Cup", .event, false, .event), ("Nordic Cup", nil, false, .event),
    ("The Last Race", .event, true, .event),
  ])
  func `the phrase around an event's name tells what it is`(
    name: String, phrase: PhraseType?, isQuoted: Bool, type: EntityType
  ) throws {
    let knowledge = try Self.knowledge.get()
    let typing = NameTyping(gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon)
    let words = name.split(separator: " ").map(String.init)
    let found = typing.type(
      label: .event, entries: [], words: words, phrase: phrase, isQuoted: isQuoted)
    #expect(found?.0 == type)
  }

  @Test func `only what the model calls an event is asked for its phrase`() throws {
    let knowledge = try Self.knowledge.get()
    let typing = NameTyping(gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon)
    let found = typing.type(label: .person, entries: [], words: ["Tovi", "Lund"], phrase: .object)
    #expect(found?.0 == .person)
  }

  @Test(arguments: [
    ("Jan Nowak won the Halvorsen Prize.", "Jan Nowak | wonAward | Halvorsen Prize"),
    ("Anna Berzina was awarded the Lindgren Medal.", "Anna Berzina | wonAward | Lindgren Medal"),
    ("Jan Nowak won the Nordic Cup.", "Jan Nowak | wonEvent | Nordic Cup"),
    ("Jan Nowak directed \"The Last Sledge\".", "Jan Nowak | directed | The Last Sledge"),
    (
      "Anna Berzina wrote the novel \"The Last Sledge\".",
      "Anna Berzina | authorOf | The Last Sledge"
    ),
  ])
  func `awards are won and works are made`(text: String, triple: String) throws {
    let found = try ClaimTests.claims(in: text)
    #expect(found.contains(triple + " | asserted | "), "found \(found.sorted())")
  }
}
