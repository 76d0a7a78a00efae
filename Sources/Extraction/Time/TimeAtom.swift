/// A word, or a part of a word between hyphens and slashes, as the reader of times sees it.
///
/// Some tokenizers cut `2020-10-09` and `mid-May` at the hyphens and some do not; cut finely, both
/// look the same.
struct TimeAtom {
  /// The text in lower case, without a dot after an abbreviation.
  let word: String
  /// The index of its word in the sentence.
  let token: Int
  let isCapitalized: Bool
  /// Whether a dot ended the abbreviation.
  let hasDot: Bool

  static func atoms(of sentence: AnnotatedSentence) -> [TimeAtom] {
    var atoms: [TimeAtom] = []
    for (index, token) in sentence.tokens.enumerated() {
      for part in parts(token.form) { append(part, token: index, to: &atoms) }
    }
    return atoms
  }

  private static func append(_ part: Substring, token: Int, to atoms: inout [TimeAtom]) {
    // A dot that stands alone after an abbreviation belongs to it.
    if part == ".", let last = atoms.last, last.token == token - 1,
      TimeWords.months[last.word] != nil || TimeWords.weekdays[last.word] != nil
    {
      atoms[atoms.count - 1] = TimeAtom(
        word: last.word, token: last.token, isCapitalized: last.isCapitalized, hasDot: true)
      return
    }
    let hasDot = part.count > 1 && part.hasSuffix(".")
    let text = hasDot ? part.dropLast() : part
    atoms.append(
      TimeAtom(
        word: text.lowercased(), token: token,
        isCapitalized: text.unicodeScalars.first?.properties.isUppercase ?? false,
        hasDot: hasDot))
  }

  /// Cuts at hyphens, dashes and slashes, which become parts of their own.
  private static func parts(_ form: String) -> [Substring] {
    guard form.utf8.contains(where: { [0x2D, 0x2F, 0xE2].contains($0) }) else { return [form[...]] }
    // The numbers in an address on the Web are no dates.
    if form.contains("://") || form.hasPrefix("www.") || form.contains("@") { return [form[...]] }
    var parts: [Substring] = []
    var begin = form.startIndex
    for index in form.indices where "-–—/‑".contains(form[index]) {
      if begin < index { parts.append(form[begin..<index]) }
      parts.append(form[index..<form.index(after: index)])
      begin = form.index(after: index)
    }
    if begin < form.endIndex { parts.append(form[begin...]) }
    return parts
  }

  var isDash: Bool { ["-", "–", "—", "‑"].contains(word) }
}
