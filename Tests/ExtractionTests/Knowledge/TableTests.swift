import Testing

@testable import Extraction

struct TableTests {
  @Test func rowsKeepTheirLinesAndCells() throws {
    let table = try Table(
      text: "# A table.\n# name\tvalues\n\none\ta|b\n# between\ntwo\t-\n", file: "x.tsv",
      key: "name")
    #expect(table.columns == ["name", "values"])
    #expect(table.count == 2)
    #expect(table[0].line == 4)
    #expect(table[0].values(1) == ["a", "b"])
    #expect(table[1].line == 6)
    #expect(table[1].optional(1) == nil)
    #expect(table[1].values(1) == [])
  }

  @Test func aFirstLineWithTheNamesIsNoRow() throws {
    let table = try Table(text: "name\tvalue\r\nx\ty\r\n", file: "x.tsv", key: "name")
    #expect(table.count == 1)
    #expect(table[0].fields == ["x", "y"])
  }

  @Test func byteOrderMarksAndMissingCellsAreBorne() throws {
    let table = try Table(text: "\u{FEFF}# name\tvalue\tmore\nÅland\t1", file: "x.tsv", key: "name")
    #expect(table[0].string(0) == "Åland")
    #expect(table[0].string(2) == "")
    #expect(table[0].optional(nil) == nil)
  }

  @Test func aMissingColumnIsNamed() throws {
    let table = try Table(text: "# name\tvalue\na\tb\n", file: "x.tsv", key: "name")
    let error = #expect(throws: KnowledgeError.self) { try table.requiredColumn("type") }
    #expect(error?.description == #"x.tsv: no column called "type"; found: name, value"#)
  }

  @Test func bytesThatAreNotUTF8AreReportedWithTheirLine() {
    let bytes: [UInt8] = Array("# name\tvalue\nfine\t1\nbad".utf8) + [0xFF, 0x09, 0x31]
    let error = #expect(throws: KnowledgeError.self) {
      try Table(bytes: bytes, file: "x.tsv", key: "name")
    }
    #expect(error?.description == "x.tsv:3: not UTF-8")
  }

  @Test func aFlagThatIsNeitherYesNorNoIsReported() throws {
    let table = try Table(text: "# name\tflag\na\tmaybe\n", file: "x.tsv", key: "name")
    let error = #expect(throws: KnowledgeError.self) { try table[0].flag(1) }
    #expect(error?.description == #"x.tsv:2: "maybe" is neither yes nor no"#)
  }
}
