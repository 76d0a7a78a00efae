import Foundation
import NewsGraphLoading
import Testing

/// Answers to queries as tables.
@Suite struct ResultTableTests {
  @Test func `answers stand in columns`() throws {
    let json = #"""
      {"head":{"vars":["who","what"]},"results":{"bindings":[
       {"who":{"type":"uri","value":"https://example.org/ana"},"what":{"type":"literal","value":"a\nb"}},
       {"what":{"type":"bnode","value":"x"}}]}}
      """#
    let table = try ResultTable(
      json: Data(json.utf8), prefixes: [("e", "https://example.org/")])
    #expect(
      table.text == """
        who    what
        -----  ----
        e:ana  a b
               _:x
        (2 rows)

        """)
  }

  @Test func `yes and no are answers too`() throws {
    let table = try ResultTable(json: Data(#"{"head":{},"boolean":true}"#.utf8))
    #expect(table.rows == [["yes"]])
    #expect(throws: LoadError.self) { try ResultTable(json: Data("<sparql/>".utf8)) }
  }
}
