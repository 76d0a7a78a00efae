import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct JSONParserTests {
    private func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue {
      try JSONValue(parsing: Array(text.utf8))
    }

    @Test func valuesOfAllKindsAreRead() throws {
      #expect(
        try parse(
          #" {"a":[1,-2.5e1,true,false,null],"b":{"c":"x\n\"\\\/\u00e9\ud83d\ude00é"},"":[]} "#)
          == .object([
            "a": .array([.integer(1), .number(-25), .bool(true), .bool(false), .null]),
            "b": .object(["c": .string("x\n\"\\/é😀é")]), "": .array([]),
          ]))
      #expect(try parse("12345678901234567890") == .number(12_345_678_901_234_567_168))
    }

    @Test(arguments: [
      ("", 0), ("nul", 0), ("{", 1), (#"{"a" 1}"#, 5), (#"{"a":1,}"#, 7), ("[1 2]", 3), ("[1,]", 3),
      (#""abc"#, 4), (#""\x""#, 2), (#""\u12g4""#, 5), (#""\ud800""#, 6), (#""\udc00""#, 6),
      ("\"a\nb\"", 2),
      ("01", 0), ("1.", 2), ("-", 0), ("1 1", 2), ("[}", 1), ("{a:1}", 1),
    ])
    func faultsAreNamedWithTheirPlace(text: String, offset: Int) {
      let error = #expect(throws: JSONSyntaxError.self) { try parse(text) }
      #expect(error?.offset == offset)
    }

    @Test func deepNestingIsRefusedNotFollowed() {
      #expect(throws: JSONSyntaxError.self) { try parse(String(repeating: "[", count: 1_000_000)) }
    }
  }
}
