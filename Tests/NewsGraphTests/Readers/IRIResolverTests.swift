import Testing

@testable import NewsGraph

extension ReadersTests {
  struct IRIResolverTests {
    /// The examples of RFC 3986, section 5.4, that are no absolute IRIs.
    static let examples = [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
      ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
      ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
      ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ]

    @Test(arguments: examples)
    func `references are resolved as RFC 3986 says`(reference: String, iri: String) {
      var text = Array("before".utf8) + Array(reference.utf8)
      IRIResolver(base: Array("http://a/b/c/d;p?q#f".utf8)).resolve(&text, from: 6)
      #expect(String(decoding: text, as: UTF8.self) == "before" + iri)
    }

    @Test func `absolute IRIs keep their dots`() throws {
      let quads = try GraphReader().quads(
        in: "<http://e/a/../b> <http://e/./p> <urn:x> .", as: .turtle)
      #expect(quads.map(\.triple.subject) == [.iri(IRI(checked: "http://e/a/../b"))])
    }
  }
}
