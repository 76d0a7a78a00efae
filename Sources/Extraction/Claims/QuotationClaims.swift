/// Claims that somebody said something: the words of a quotation as a literal.
struct QuotationClaims {
  let context: ClaimContext

  /// One claim for each quotation of a clause or more whose speaker is known.
  func claims() -> [Claim] {
    context.quotations.flatMap { quotation -> [Claim] in
      guard let sentence = sentence(of: quotation), isClause(quotation) else { return [] }
      let text = context.resolved.annotated.article.text
      var words = text[text.trimmed(quotation.range)]
        .split(whereSeparator: \.isNewline).joined(separator: " ")
      // The comma before the closing mark belongs to the sentence around the quotation.
      if words.hasSuffix(",") { words.removeLast() }
      return context.speakers[quotation.index].compactMap { speaker in
        claim(speaker, words, quotation, sentence)
      }
    }
  }

  private func claim(
    _ speaker: Int, _ words: String, _ quotation: Quotation, _ sentence: Int
  ) -> Claim? {
    let ontology = context.knowledge.ontology
    guard
      ontology.allowsLiteral(
        "stated", subject: context.resolved.table[speaker].type, datatype: "string")
    else { return nil }
    var claim = Claim(
      subject: speaker, predicate: "stated",
      object: .literal(value: words, datatype: "string"), range: quotation.range,
      sentenceRange: context.resolved.annotated.sentences[sentence].range, confidence: 0.9,
      rule: "quotation")
    claim.date = context.date(ofSpeech: quotation)
    claim.addressees = context.addressees[quotation.index].filter { $0 != speaker }
    return claim
  }

  private func sentence(of quotation: Quotation) -> Int? {
    context.resolved.annotated.sentences.firstIndex { $0.range.overlaps(quotation.range) }
  }

  /// Whether a quotation says something, and is not a turn of phrase of a word or three or a title:
  /// `her book “The White Mountain.”`.
  private func isClause(_ quotation: Quotation) -> Bool {
    let words = context.resolved.annotated.sentences.flatMap(\.tokens)
      .filter { quotation.range.contains($0.range) }
    let isTitle =
      words.count <= 8
      && words.allSatisfy { $0.upos == .punctuation || $0.form.first?.isUppercase == true }
    return words.count >= 4 && !isTitle
  }
}
