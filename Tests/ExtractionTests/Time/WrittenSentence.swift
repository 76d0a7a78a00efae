import Extraction

/// A sentence for tests: words between spaces, punctuation apart, `word/TAG` for a part of speech.
///
/// Without a tag, a longer word in lower case that ends in `s` is a noun in the plural.
enum WrittenSentence {
  static func annotated(_ text: String, block: Block.Kind = .paragraph) -> AnnotatedSentence {
    var tokens: [Token] = []
    var offset = 0
    for word in text.split(separator: " ") {
      for part in parts(String(word)) {
        let (form, tag) = tagged(part)
        let isPlural = form.hasSuffix("s") && form.first?.isLowercase == true && form.count > 3
        tokens.append(
          Token(
            range: TextRange(offset, offset + form.unicodeScalars.count), form: form,
            lemma: form.lowercased(), upos: tag ?? (isPlural ? .noun : .x),
            xpos: isPlural || tag == .noun && form == "people" ? "NNS" : ""))
        offset += form.unicodeScalars.count + 1
      }
    }
    return AnnotatedSentence(range: TextRange(0, offset), block: block, tokens: tokens)
  }

  private static func tagged(_ part: String) -> (form: String, tag: UniversalPartOfSpeech?) {
    let pieces = part.split(separator: "/")
    guard pieces.count == 2, let tag = UniversalPartOfSpeech(rawValue: String(pieces[1])) else {
      return (part, nil)
    }
    return (String(pieces[0]), tag)
  }

  /// Cuts commas, closing dots, brackets and `'s` from a word.
  private static func parts(_ word: String) -> [String] {
    if word.hasPrefix("("), word.count > 1 { return ["("] + parts(String(word.dropFirst())) }
    for ending in [",", ")", ";", "'s"] where word.hasSuffix(ending) && word.count > ending.count {
      return parts(String(word.dropLast(ending.count))) + [ending]
    }
    if word.hasSuffix("."), word.count > 5 || word.dropLast().last?.isNumber == true {
      return [String(word.dropLast()), "."]
    }
    return [word]
  }
}
