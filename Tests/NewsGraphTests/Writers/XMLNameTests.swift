import Testing

@testable import NewsGraph

extension WritersTests {
  struct XMLNameTests {
    @Test(arguments: ["", "1a", "-a", "a b", "a:b", "not a name!", "a\u{0}", "é<", "\u{D7}"])
    func namesThatXMLDoesNotKnowAreNone(text: String) {
      #expect(XMLName(text) == nil)
      #expect(XMLName(prefix: "ok", local: text) == nil)
      #expect(XMLName(prefix: text, local: "ok") == nil)
    }

    @Test(arguments: ["a", "_", "a-1.b", "é", "漢字", "a\u{B7}", "x\u{301}", "\u{10000}"])
    func otherNamesAreTaken(text: String) {
      #expect(XMLName(text)?.string == text)
      #expect(XMLName(prefix: "p", local: text)?.string == "p:" + text)
    }

    @Test func termsAreToldApartByTheirCodePoints() {
      let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
      #expect(Literal(composed) != Literal(decomposed))
      #expect(IRI(checked: "http://e/" + composed) != IRI(checked: "http://e/" + decomposed))
      #expect(Set([Literal(composed), Literal(decomposed), Literal(composed)]).count == 2)
      #expect(
        (Literal(composed) < Literal(decomposed)) != (Literal(decomposed) < Literal(composed)))
    }
  }
}
