/// Reads sentences that another program annotated, in CoNLL-U.
///
/// The place of a token in the text is read from `TokenRange=17:23` in its MISC column, as UDPipe
/// writes it; names from `NE=B-PER`, as `CoNLLUWriter` does; the type of the phrase that a word
/// heads from `Entity=person`. Offsets are Unicode code points.
///
/// https://universaldependencies.org/format.html
public struct CoNLLUReader: Sendable {
  /// What is wrong with a line.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// The number of the line, from 1.
    public var line: Int
    /// What was expected.
    public var expected: String

    /// A sentence for people.
    public var description: String { "line \(line): expected \(expected)" }
  }

  /// Makes a reader.
  public init() {}

  /// The sentences of a text in CoNLL-U, all in paragraphs unless `# block = …` says otherwise.
  ///
  /// - Throws: `Fault` at the first line that is no CoNLL-U or lacks a token's place.
  public func sentences(in text: String) throws(Fault) -> [AnnotatedSentence] {
    var sentences: [AnnotatedSentence] = []
    var rows: [Row] = []
    var block = Block.Kind.paragraph
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.isEmpty {
        if let sentence = sentence(of: rows, block) { sentences.append(sentence) }
        rows = []
        block = .paragraph
      } else if line.first == "#" {
        if line.hasPrefix("# block = ") {
          block = Block.Kind(rawValue: String(line.dropFirst(10))) ?? block
        }
      } else if let row = try Row(line, number: index + 1) {
        rows.append(row)
      }
    }
    if let sentence = sentence(of: rows, block) { sentences.append(sentence) }
    return sentences
  }

  private func sentence(of rows: [Row], _ block: Block.Kind) -> AnnotatedSentence? {
    guard let first = rows.first, let last = rows.last else { return nil }
    var names: [NameSpan] = []
    for (index, row) in rows.enumerated() {
      guard let tag = row.name else { continue }
      if tag.isInside, let open = names.last, open.tokens.upperBound == index {
        names[names.count - 1].tokens = open.tokens.lowerBound..<(index + 1)
      } else {
        names.append(NameSpan(tokens: index..<(index + 1), label: tag.label))
      }
    }
    return AnnotatedSentence(
      range: first.token.range.union(last.token.range), block: block, tokens: rows.map(\.token),
      names: names)
  }
}

extension CoNLLUReader {
  /// A line with a word.
  private struct Row {
    var token: Token
    var name: (label: NameSpan.Label, isInside: Bool)?

    /// Reads a line; nothing where it is a multiword token or an empty node.
    init?(_ line: Substring, number: Int) throws(Fault) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else { throw Fault(line: number, expected: "ten columns") }
      guard fields[0].allSatisfy(\.isNumber) else { return nil }
      guard let head = Int(fields[6]) else { throw Fault(line: number, expected: "a head") }
      guard let upos = UniversalPartOfSpeech(rawValue: String(fields[3])) else {
        throw Fault(line: number, expected: "a universal part of speech")
      }
      let misc = Self.pairs(fields[9])
      let ends = misc["TokenRange"]?.split(separator: ":").compactMap { Int($0) } ?? []
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw Fault(line: number, expected: "TokenRange=BEGIN:END in the last column")
      }
      token = Token(
        range: TextRange(ends[0], ends[1]), form: String(fields[1]), lemma: String(fields[2]),
        upos: upos, xpos: String(fields[4]), features: fields[5] == "_" ? "" : String(fields[5]),
        head: head == 0 ? nil : head - 1, deprel: String(fields[7]),
        phraseType: misc["Entity"].flatMap { PhraseType(rawValue: String($0)) })
      if let tag = misc["NE"], let label = NameSpan.Label(rawValue: String(tag.dropFirst(2))) {
        name = (label, tag.hasPrefix("I-"))
      }
    }

    private static func pairs(_ field: Substring) -> [Substring: Substring] {
      var pairs: [Substring: Substring] = [:]
      for item in field.split(separator: "|") {
        let parts = item.split(separator: "=", maxSplits: 1)
        if parts.count == 2 { pairs[parts[0]] = parts[1] }
      }
      return pairs
    }
  }
}
