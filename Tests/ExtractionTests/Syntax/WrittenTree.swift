import Extraction

/// A tree for tests: `form/lemma/UPOS/XPOS/head/relation` between spaces, heads counted from one.
enum WrittenTree {
  static func annotated(_ text: String) -> AnnotatedSentence {
    var tokens: [Token] = []
    var offset = 0
    for word in text.split(separator: " ") {
      let parts = word.split(separator: "/").map(String.init)
      guard parts.count == 6, let head = Int(parts[4]) else { continue }
      let end = offset + parts[0].unicodeScalars.count
      tokens.append(
        Token(
          range: TextRange(offset, end), form: parts[0], lemma: parts[1],
          upos: UniversalPartOfSpeech(rawValue: parts[2]) ?? .x, xpos: parts[3],
          head: head == 0 ? nil : head - 1, deprel: parts[5]))
      offset = end + 1
    }
    return AnnotatedSentence(range: TextRange(0, offset), block: .paragraph, tokens: tokens)
  }

  /// The relation of a word to its head: `obj of urged`.
  static func relation(of form: String, in sentence: AnnotatedSentence) -> String? {
    guard let token = sentence.tokens.first(where: { $0.form == form }) else { return nil }
    let head = token.head.map { sentence.tokens[$0].form } ?? "root"
    return "\(token.deprel) of \(head)"
  }
}
