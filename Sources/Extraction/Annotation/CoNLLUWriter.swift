/// A writer of annotated articles in CoNLL-U.
///
/// Each article is introduced by `# newdoc id`, each block by `# newpar`. The last column carries
/// `SpaceAfter=No`, the word's place as `TokenRange=begin:end` in code points, names as
/// `NE=B-PER`, `NE=I-PER`, and the type of the phrase that the word heads as `EntityType=person`.
///
/// https://universaldependencies.org/format.html
public struct CoNLLUWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The article in CoNLL-U.
  public func string(for annotated: AnnotatedArticle) -> String {
    var output = ""
    output.reserveCapacity(annotated.article.text.count * 16)
    output += "# newdoc id = \(Self.oneLine(annotated.article.id))\n"
    for (index, sentence) in annotated.sentences.enumerated() {
      append(sentence, number: index + 1, of: annotated.article, to: &output)
    }
    return output
  }

  private func append(
    _ sentence: AnnotatedSentence, number: Int, of article: Article, to output: inout String
  ) {
    if sentence.beginsBlock { output += "# newpar\n# block = \(sentence.block.rawValue)\n" }
    output += "# sent_id = \(Self.oneLine(article.id))-\(number)\n"
    output += "# text = \(Self.oneLine(article.text[sentence.range]))\n"
    let names = nameTags(of: sentence)
    var joinedUntil = 0
    for (index, token) in sentence.tokens.enumerated() {
      if token.joinsNext, index >= joinedUntil {
        joinedUntil = endOfJoin(sentence.tokens, index)
        appendJoin(sentence.tokens[index..<joinedUntil], article, to: &output)
      }
      let isJoined = index < joinedUntil
      append(token, index, isJoined: isJoined, names[index], article, to: &output)
    }
    output += "\n"
  }

  private func append(
    _ token: Token, _ index: Int, isJoined: Bool, _ name: String?, _ article: Article,
    to output: inout String
  ) {
    Self.append(
      [
        String(index + 1), Self.field(token.form), Self.field(token.lemma), token.upos.rawValue,
        Self.field(token.xpos), Self.field(token.features), String(token.head.map { $0 + 1 } ?? 0),
        token.deprel, "_",
      ], separator: "\t", to: &output)
    if let type = token.phraseType {
      Self.append(["EntityType=", type.rawValue, "|"], to: &output)
    }
    if let name { Self.append(["NE=", name, "|"], to: &output) }
    if !isJoined, isGlued(token.range, article) { output += "SpaceAfter=No|" }
    Self.append(
      ["TokenRange=", String(token.range.begin), ":", String(token.range.end), "\n"], to: &output)
  }

  private static func append(
    _ parts: [String], separator: String = "", to output: inout String
  ) {
    for part in parts {
      output += part
      output += separator
    }
  }
}

// MARK: - Multiword tokens

extension CoNLLUWriter {
  private func endOfJoin(_ tokens: [Token], _ first: Int) -> Int {
    var end = first
    while end < tokens.count - 1, tokens[end].joinsNext { end += 1 }
    return end + 1
  }

  private func appendJoin(
    _ tokens: ArraySlice<Token>, _ article: Article, to output: inout String
  ) {
    guard let first = tokens.first, let last = tokens.last else { return }
    let range = first.range.union(last.range)
    let form = Self.field(article.text[range])
    let note = isGlued(range, article) ? "SpaceAfter=No" : "_"
    output += "\(tokens.startIndex + 1)-\(tokens.endIndex)\t\(form)"
    output += "\t_\t_\t_\t_\t_\t_\t_\t\(note)\n"
  }
}

// MARK: - Columns

extension CoNLLUWriter {
  private func nameTags(of sentence: AnnotatedSentence) -> [String?] {
    var tags = [String?](repeating: nil, count: sentence.tokens.count)
    for name in sentence.names {
      for index in name.tokens {
        tags[index] = (index == name.tokens.lowerBound ? "B-" : "I-") + name.label.rawValue
      }
    }
    return tags
  }

  /// Whether no blank follows in the text.
  private func isGlued(_ range: TextRange, _ article: Article) -> Bool {
    let scalars = article.text.scalars
    return range.end < scalars.count && scalars[range.end].characterClass != .blank
  }

  private static func field(_ text: String) -> String {
    text.isEmpty ? "_" : oneLine(text)
  }

  /// The text with each stretch of blanks, line ends among them, as one space.
  private static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) { return text }
    var view = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if scalar.characterClass == .blank {
        pendingBlank = true
      } else {
        if pendingBlank, !view.isEmpty { view.append(" ") }
        pendingBlank = false
        view.append(scalar)
      }
    }
    return String(view)
  }
}
