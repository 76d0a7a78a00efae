import Extraction
import Foundation
import Testing

@testable import NewsGraph

@Suite struct NearCopyTests {
  static let wire = """
    The ferry Alma Grace ran onto a sandbank outside the harbour of Velmora early on Monday with 212 \
    people on board, and was pulled free by two tugs after nine hours, the coast guard reported. \
    Nobody was hurt, though several passengers had to be treated for cold when the heating failed.

    Investigators opened the ship's log and took the captain's statement in the afternoon. They \
    believe that a buoy had drifted from its place during the storm of the weekend and led the crew \
    to turn too early, a fault that the harbour master had been warned of in a letter last autumn.

    The company that owns the ferry cancelled all sailings until Thursday while divers look at the \
    hull, and offered passengers their money back or a place on the train along the coast road.
    """
  static let other = """
    Growers in the valley of Ostermark expect the smallest harvest of pears in eleven years after \
    frost in April killed most of the blossom, their association wrote to the ministry this week. \
    They ask for help with loans that fall due before the winter and for a delay of the new tax.

    The ministry answered that it would look at each case, and pointed to a fund that was set up \
    when hail fell two summers ago, of which less than half has been paid out to those who asked.
    """

  static func copies(_ texts: [String], publishers: [String?] = []) -> CopyTable {
    let wordings = texts.enumerated().map { index, text in
      var wording = ArticleWording(article(text))
      if index < publishers.count, let publisher = publishers[index] {
        wording.credits = [publisher]
      }
      return wording
    }
    return CopyFinder(wordings: wordings).find()
  }

  static func article(_ text: String) -> Article {
    let content = ArticleText(text)
    var blocks: [Block] = []
    var begin = 0
    for part in text.components(separatedBy: "\n\n") {
      blocks.append(Block(.paragraph, TextRange(begin, begin + part.unicodeScalars.count)))
      begin += part.unicodeScalars.count + 2
    }
    return Article(id: "x", text: content, blocks: blocks)
  }

  /// The range of some words in a text.
  static func range(_ words: String, in text: String) -> TextRange {
    let begin = text.range(of: words).map { text[..<$0.lowerBound].unicodeScalars.count } ?? 0
    return TextRange(begin, begin + words.unicodeScalars.count)
  }

  @Test func `the same story is one, the other story another`() {
    let table = Self.copies([Self.wire, Self.other, Self.wire])
    #expect(table.story(of: 2) == 0)
    #expect(table.story(of: 1) == 1)
  }

  @Test func `small edits and a cut tail do not hide a copy`() {
    let edited = Self.wire.replacing("early on Monday", with: "on Monday morning")
      .replacing("Nobody was hurt", with: "No one was injured")
    let cut = edited.components(separatedBy: "\n\n").prefix(2).joined(separator: "\n\n")
    let table = Self.copies([Self.wire, cut])
    #expect(table.story(of: 1) == 0)
  }

  @Test func `a passage taken into another story is a copy, the rest is not`() {
    let paragraph = Self.wire.components(separatedBy: "\n\n")[1]
    let mixed = Self.other + "\n\n" + paragraph + "\n\n" + Self.other.replacing("e", with: "ea")
    let table = Self.copies([Self.wire, mixed])
    #expect(table.story(of: 1) == 1)
    let log = "opened the ship's log"
    #expect(
      table.areCopies(0, Self.range(log, in: Self.wire), 1, Self.range(log, in: mixed)))
    #expect(
      !table.areCopies(
        0, Self.range("ran onto a sandbank", in: Self.wire), 1,
        Self.range("smallest harvest of pears", in: mixed)))
  }

  static let background =
    "Velmora and Ostermark have quarrelled over the fishing grounds between them for thirty years."
  static let quotation = """
    “We shall not give up one mile of the sea that our fathers fished, and whoever thinks that we \
    can be bought with promises of a bridge or of a railway has not understood who lives on this \
    coast,” the mayor told them.
    """

  @Test func `a sentence of background does not join two stories`() {
    let table = Self.copies([
      Self.wire + "\n\n" + Self.background, Self.other + "\n\n" + Self.background,
    ])
    #expect(table.story(of: 1) == 1)
    #expect(table.passages.isEmpty)
  }

  @Test func `a quotation in two stories does not join them`() {
    let table = Self.copies([
      Self.wire + "\n\n" + Self.quotation, Self.other + "\n\n" + Self.quotation,
    ])
    #expect(table.story(of: 1) == 1)
    #expect(table.passages.isEmpty)
  }

  @Test func `a sentence counts as copied where both credit one agency`() {
    let texts = [
      Self.wire + "\n\n" + Self.background + " The last talks failed.",
      Self.other + "\n\n" + Self.background + " No talks are planned.",
    ]
    #expect(Self.copies(texts, publishers: ["coast press", "valley press"]).passages.isEmpty)
    let table = Self.copies(texts, publishers: ["coast press", "coast press"])
    let words = "quarrelled over the fishing grounds"
    #expect(
      table.areCopies(0, Self.range(words, in: texts[0]), 1, Self.range(words, in: texts[1])))
    #expect(table.story(of: 1) == 1)
  }

  @Test func `copies of copies are one story, in many papers too`() {
    let table = Self.copies(
      (0..<40).map { index in
        Self.wire.replacing("nine hours", with: "\(index) hours") + " Page \(index)."
      })
    #expect(Set((0..<40).map(table.story)) == [0])
  }

  @Test func `an article without words is no copy of another`() {
    let table = Self.copies(["", "", "Short note.", "Short note."])
    #expect(Set((0..<4).map(table.story)).count == 4)
  }

  @Test(arguments: 0..<12)
  func `the order of the articles changes no group`(seed: UInt64) {
    let paragraph = Self.wire.components(separatedBy: "\n\n")[1]
    let texts = [
      Self.wire, Self.other, Self.wire + " Late edition.", Self.other + "\n\n" + paragraph,
      Self.wire.replacing("nine hours", with: "half a day"), Self.background, Self.quotation,
    ]
    var random = SeededGenerator(seed: seed)
    let order = texts.indices.shuffled(using: &random)
    let plain = Self.copies(texts)
    let shuffled = Self.copies(order.map { texts[$0] })
    for left in texts.indices {
      for right in texts.indices {
        let places = (order.firstIndex(of: left) ?? 0, order.firstIndex(of: right) ?? 0)
        #expect(
          (plain.story(of: left) == plain.story(of: right))
            == (shuffled.story(of: places.0) == shuffled.story(of: places.1)))
      }
    }
  }

  @Test func `the work grows with the texts and not with their square`() {
    // A stock sentence in every article, and words of its own.
    func texts(_ count: Int) -> [String] {
      (0..<count).map { number in
        var random = SeededGenerator(seed: UInt64(number))
        let words = (0..<120).map { _ in "w\(Int.random(in: 0..<50_000, using: &random))" }
        return words.joined(separator: " ") + " " + Self.background
      }
    }
    let table = Self.copies(texts(2_000))
    #expect(Set((0..<2_000).map(table.story)).count == 2_000)
    #expect(table.passages.isEmpty)
  }
}
