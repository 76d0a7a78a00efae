/// Texts that break programs which are not careful.
enum HostileText {
  /// Texts that XML 1.0 can hold.
  static let allowed: [String] = [
    "", " ", "  two  blanks  ", "\n", "\r", "\r\n", "\t", "a\rb\r\nc\nd\te",
    "\"quoted\" 'and' `so`", "<b>bold</b> & </rdf:RDF> &amp; &#65;", "]]>", "-->", "<![CDATA[x]]>",
    "<?pi?>", "back\\slash \\N \\n \\\\ \\", "a|b \\| c", "{x} [y] (z) <z>", "\u{7F}\u{80}\u{9F}",
    "\u{202E}right to left\u{202C}\u{200F}\u{2066}",
    "e\u{301}\u{323} q\u{307}",
    "👩‍👩‍👧‍👦 🇺🇳 \u{1F600}", "\u{FEFF}mark", "\u{2028}\u{2029}\u{85}",
    "\u{10FFFF}\u{1FFFE}\u{E000}\u{FFFD}",
    "_:b0 <http://e/s> \"x\"@en . # no comment", "\\u0041 \\U00000041", "null", "true", "0012",
    "-1e9",
    "digraph { a -> b }", "label=\"x\"; n0", "%s %n %1$s", "Ünïcödé Ελληνικά 漢字 עברית العربية",
    String(repeating: "long ", count: 4000), String(repeating: "x", count: 20_000),
  ]

  /// Characters that XML 1.0 cannot hold.
  static let forbidden: [Unicode.Scalar] =
    (0..<0x20).filter { ![0x9, 0xA, 0xD].contains($0) }.compactMap { Unicode.Scalar($0 as UInt32) }
    + ["\u{FFFE}", "\u{FFFF}"]

  /// All of them, one with each forbidden character.
  static let all: [String] = allowed + forbidden.map { "before\(Character($0))after" }
}
