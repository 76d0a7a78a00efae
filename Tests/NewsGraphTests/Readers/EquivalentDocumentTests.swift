import Testing

@testable import NewsGraph

extension ReadersTests {
  /// Documents that say the same in two formats: a selection of all that the grammars allow, which
  /// runs where the W3C's suites are not there.
  struct EquivalentDocumentTests {
    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    private static func canonical(_ text: String, _ format: GraphFormat) throws -> CanonicalDataset
    {
      let store = QuadStore()
      let reader = GraphReader(options: .init(base: IRI(checked: "http://e/d/f")))
      try reader.read(Array(text.utf8), as: format, into: store)
      return try CanonicalDataset(store)
    }

    /// Triples of `e:`, `r:` and `x:` with a dot after each, as N-Triples.
    private static func expand(_ lines: String) -> String {
      lines.replacing("<e:", with: "<http://e/").replacing("<r:", with: "<\(rdf)")
        .replacing("<x:", with: "<http://www.w3.org/2001/XMLSchema#")
    }

    static let turtle: [(String, String)] = [
      ("@prefix : <http://e/> . :a :b :c .", "<e:a> <e:b> <e:c> ."),
      ("PREFIX e: <http://e/>\nbAsE <http://e/x/>\n<a> a e: .", "<e:x/a> <r:type> <e:> ."),
      (
        "<> <#p> <?q>, <../z>, <//h/i>, </j>, <./k> .",
        """
        <e:d/f> <e:d/f#p> <e:d/f?q> . <e:d/f> <e:d/f#p> <e:z> . <e:d/f> <e:d/f#p> <http://h/i> .
        <e:d/f> <e:d/f#p> <e:j> . <e:d/f> <e:d/f#p> <e:d/k> .
        """
      ),
      (
        "PREFIX e: <http://e/> e:a e:p 1, -1.5, +2e3, .5, 1.e0, true, false .",
        """
        <e:a> <e:p> "1"^^<x:integer> . <e:a> <e:p> "-1.5"^^<x:decimal> .
        <e:a> <e:p> "+2e3"^^<x:double> . <e:a> <e:p> ".5"^^<x:decimal> .
        <e:a> <e:p> "1.e0"^^<x:double> . <e:a> <e:p> "true"^^<x:boolean> .
        <e:a> <e:p> "false"^^<x:boolean> .
        """
      ),
      (
        "PREFIX e: <http://e/> e:a e:p 1.e:b e:p 2.",  // A point that is no part of the number.
        "<e:a> <e:p> \"1\"^^<x:integer> . <e:b> <e:p> \"2\"^^<x:integer> ."
      ),
      (
        "PREFIX e: <http://e/> e:a e:p 'x', \"y\\t\\u00e9\"@en-GB, '''a'b''c\n''', \"\"\"\"q\"\\\"\"\"\"@de .",
        """
        <e:a> <e:p> "x" . <e:a> <e:p> "y\\t\u{e9}"@en-GB . <e:a> <e:p> "a'b''c\\n" .
        <e:a> <e:p> "\\"q\\"\\""@de .
        """
      ),
      (
        "PREFIX e: <http://e/> e:a e:p 'x'^^e:t, 'y'^^<http://www.w3.org/2001/XMLSchema#string> .",
        "<e:a> <e:p> \"x\"^^<e:t> . <e:a> <e:p> \"y\" ."
      ),
      (
        "PREFIX e: <http://e/> e:a.b e:c\\~d\\,e e:%41:f-g, e:1, e:é·, e: .",
        """
        <e:a.b> <e:c~d,e> <e:%41:f-g> . <e:a.b> <e:c~d,e> <e:1> . <e:a.b> <e:c~d,e> <e:é·> .
        <e:a.b> <e:c~d,e> <e:> .
        """
      ),
      (
        "PREFIX e: <http://e/> [] e:p [ e:q [] ; e:r 'x' ; ] . [ e:s e:t ] . [ e:u e:v ] e:w e:x .",
        """
        _:a <e:p> _:b . _:b <e:q> _:c . _:b <e:r> "x" . _:d <e:s> <e:t> .
        _:f <e:u> <e:v> . _:f <e:w> <e:x> .
        """
      ),
      (
        "PREFIX e: <http://e/> e:a e:p (), ( 'x' ( e:y ) [ e:q _:z ] ) . ( e:m ) e:n _:z .",
        """
        <e:a> <e:p> <r:nil> . <e:a> <e:p> _:1 . _:1 <r:first> "x" . _:1 <r:rest> _:2 .
        _:2 <r:first> _:3 . _:3 <r:first> <e:y> . _:3 <r:rest> <r:nil> . _:2 <r:rest> _:4 .
        _:4 <r:first> _:5 . _:5 <e:q> _:z . _:4 <r:rest> <r:nil> .
        _:6 <r:first> <e:m> . _:6 <r:rest> <r:nil> . _:6 <e:n> _:z .
        """
      ),
      (
        "PREFIX e: <http://e/> # comment\n_:anon0 e:p _:a.b , [] .#",
        "_:x <e:p> _:y . _:x <e:p> _:z ."
      ),
      (
        "PREFIX e: <http://e/> e:a e:p e:b ;;; e:q e:c ; .",
        "<e:a> <e:p> <e:b> . <e:a> <e:q> <e:c> ."
      ),
      (
        "PREFIX true: <http://e/> PREFIX a: <http://f/> true:s a a:o ; a:p true .",
        "<e:s> <r:type> <http://f/o> . <e:s> <http://f/p> \"true\"^^<x:boolean> ."
      ),
    ]

    @Test(arguments: turtle.indices)
    func `Turtle says what N-Triples say`(index: Int) throws {
      let (text, lines) = Self.turtle[index]
      let wanted = try Self.canonical(
        Self.expand(lines).replacing(" . ", with: " .\n"), .ntriples)
      for format in [GraphFormat.turtle, .trig] {
        #expect(Array(try Self.canonical(text, format).lines) == Array(wanted.lines))
      }
    }

    @Test func `TriG says what N-Quads say`() throws {
      let text = """
        PREFIX e: <http://e/> e:a e:p 'x' . { e:b e:p 'x' } e:g { e:c e:p 'x' . e:d e:p 'x' }
        GRAPH _:h { e:e e:p [] } [] { } _:h { e:f e:p 'x' . } GRAPH [] { e:g e:p 'x' }
        """
      let lines = """
        <e:a> <e:p> "x" .\n<e:b> <e:p> "x" .\n<e:c> <e:p> "x" <e:g> .\n<e:d> <e:p> "x" <e:g> .
        <e:e> <e:p> _:1 _:h .\n<e:f> <e:p> "x" _:h .\n<e:g> <e:p> "x" _:i .
        """
      #expect(try Self.canonical(text, .trig) == (try Self.canonical(Self.expand(lines), .nquads)))
    }

    static let elements: [(String, String)] = [
      (
        "<e:T r:about='a' e:p='x' r:type='http://e/U'/>",
        "<e:d/a> <r:type> <e:T> . <e:d/a> <e:p> \"x\" . <e:d/a> <r:type> <e:U> ."
      ),
      (
        "<r:Description r:ID='a'><e:p r:resource='#b'/><e:q r:nodeID='n'/><e:q/></r:Description>",
        "<e:d/f#a> <e:p> <e:d/f#b> . <e:d/f#a> <e:q> _:n . <e:d/f#a> <e:q> \"\" ."
      ),
      (
        "<r:Description r:about='' xml:lang='en'><e:p>x<!-- c -->y</e:p><e:q xml:lang=''>z</e:q></r:Description>",
        "<e:d/f> <e:p> \"xy\"@en . <e:d/f> <e:q> \"z\" ."
      ),
      (
        "<r:Seq r:nodeID='s'><r:li>a</r:li><r:_5>b</r:_5><r:li>c</r:li></r:Seq>",
        "_:s <r:type> <r:Seq> . _:s <r:_1> \"a\" . _:s <r:_5> \"b\" . _:s <r:_2> \"c\" ."
      ),
      (
        "<r:Description r:about='s' xml:base='http://b/x/'><e:p><e:T r:about='../o'/></e:p></r:Description>",
        "<http://b/x/s> <e:p> <http://b/o> . <http://b/o> <r:type> <e:T> ."
      ),
      (
        "<r:Description r:about='s'><e:p r:datatype='http://www.w3.org/2001/XMLSchema#int'>1</e:p><e:p e:q='x'/></r:Description>",
        "<e:d/s> <e:p> \"1\"^^<x:int> . <e:d/s> <e:p> _:b . _:b <e:q> \"x\" ."
      ),
      (
        "<r:Description r:about='s'><e:p r:parseType='Resource'><e:q>x</e:q><e:r r:parseType='Collection'/></e:p></r:Description>",
        "<e:d/s> <e:p> _:b . _:b <e:q> \"x\" . _:b <e:r> <r:nil> ."
      ),
      (
        "<r:Description r:about='s'><e:p r:parseType='Collection'><e:T r:about='a'/><r:Description r:about='b'/></e:p></r:Description>",
        """
        <e:d/s> <e:p> _:1 . _:1 <r:first> <e:d/a> . _:1 <r:rest> _:2 . _:2 <r:first> <e:d/b> .
        _:2 <r:rest> <r:nil> . <e:d/a> <r:type> <e:T> .
        """
      ),
      (
        "<r:Description r:about='s'><e:p r:ID='i'>x</e:p></r:Description>",
        """
        <e:d/s> <e:p> "x" . <e:d/f#i> <r:type> <r:Statement> . <e:d/f#i> <r:subject> <e:d/s> .
        <e:d/f#i> <r:predicate> <e:p> . <e:d/f#i> <r:object> "x" .
        """
      ),
      (
        "<r:Description r:about='s'><e:p r:parseType='Literal'>a<b z='&quot;' e:y='1' xmlns:u='http://u/'/> &amp; <!--c--><g:x xmlns:g='http://g/'/></e:p></r:Description>",
        """
        <e:d/s> <e:p> "a<b xmlns:e=\\"http://e/\\" z=\\"&quot;\\" e:y=\\"1\\"></b> &amp; <!--c--><g:x xmlns:g=\\"http://g/\\"></g:x>"^^<r:XMLLiteral> .
        """
      ),
    ]

    @Test(arguments: elements.indices)
    func `RDF_XML says what N-Triples say`(index: Int) throws {
      let (text, lines) = Self.elements[index]
      let document = "<r:RDF xmlns:r='\(Self.rdf)' xmlns:e='http://e/'>\(text)</r:RDF>"
      let wanted = try Self.canonical(
        Self.expand(lines).replacing(" . ", with: " .\n"), .ntriples)
      #expect(Array(try Self.canonical(document, .rdfxml).lines) == Array(wanted.lines))
    }

    static let refused = [
      "<r:Description r:ID='a'/><r:Description r:ID='a'/>", "<r:Description r:ID='1'/>",
      "<r:Description r:about='a' r:nodeID='b'/>", "<r:Description r:bagID='a'/>",
      "<r:Description><r:Description/></r:Description>", "<r:Description e='x'/>",
      "<r:Description><e:p r:resource='a'>x</e:p></r:Description>",
      "<r:Description><e:p r:resource='a' r:nodeID='b'/></r:Description>",
      "<r:Description><e:p>x<e:T/></e:p></r:Description>",
      "<r:Description><e:p><e:T/><e:T/></e:p></r:Description>",
      "<r:Description>x</r:Description>", "<r:Description r:li='x'/>",
      "<r:Description><e:p r:parseType='Literal' r:resource='a'/></r:Description>",
    ]

    @Test(arguments: refused)
    func `RDF_XML against the rules is refused`(text: String) {
      let document = "<r:RDF xmlns:r='\(Self.rdf)' xmlns:e='http://e/'>\(text)</r:RDF>"
      #expect(throws: GraphReadingError.self) { try Self.canonical(document, .rdfxml) }
    }

    static let refusedTurtle = [
      "<http://e/s> <http://e/p> 'a\nb' .", "<http://e/s> 'p' 1 .", "'s' <http://e/p> 1 .",
      "<http://e/s> <http://e/p> 1", "<http://e/s> <http://e/p> ( 1 .", "[] .", "() .",
      "<http://e/s> <http://e/p> 1 , .", "<http://e/s> a .", "@prefix e <http://e/> .",
      "@PREFIX e: <http://e/> .", "@prefix e: <http://e/>", "PREFIX e: <http://e/> .",
      "<http://e/s> <http://e/p> 1e .", "<http://e/s> <http://e/p> _:a. b .",
      "<http://e/s> <http://e/p> True .", "e:s e:p e:o .", "<http://e/s> <http://e/p> 'x'@ .",
      "{ <http://e/s> <http://e/p> 1 }", "<http://e/s> <http://e/a b> 1 .",
      "PREFIX e: <http://e/> e:a\\b e:p 1 .", "PREFIX e: <http://e/> e:%4 e:p 1 .",
    ]

    @Test(arguments: refusedTurtle)
    func `Turtle against the rules is refused`(text: String) {
      #expect(throws: GraphReadingError.self) { try Self.canonical(text, .turtle) }
    }
  }
}
