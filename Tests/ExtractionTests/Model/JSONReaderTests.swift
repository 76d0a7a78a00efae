import Testing

@testable import Extraction

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue {
    try Array(text.utf8).withUnsafeBytes { try JSONReader.value(of: $0) }
  }

  @Test func valuesOfAllKindsAreRead() throws {
    let value = try read(#" {"a":[1,-2.5e1,true,false,null],"b":{"c":"x"},"d":[]} "#)
    #expect(value["a"] == .array([.number(1), .number(-25), .bool(true), .bool(false), .null]))
    #expect(value["b"]?["c"]?.string == "x")
    #expect(value["d"]?.array == [])
  }

  @Test func escapesAreRead() throws {
    #expect(try read(#""a\"\\\/\n\u00e9\ud83d\ude00é""#) == .string("a\"\\/\né😀é"))
  }

  @Test(arguments: ["", "{", "[1", "[1,]", "{\"a\"}", "\"a", "tru", "1 2", "\"\\u12\"", "\"\\"])
  func brokenTextIsRefused(text: String) {
    #expect(throws: LanguageModelError.self) { try read(text) }
  }

  @Test func deepNestingIsRefused() {
    #expect(throws: LanguageModelError.self) { try read(String(repeating: "[", count: 100_000)) }
  }
}
