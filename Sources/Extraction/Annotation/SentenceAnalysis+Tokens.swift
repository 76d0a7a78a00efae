// From indices of labels to the values that the later stages read.

extension SentenceAnalysis {
  /// The token at `index` with its annotation.
  func token(_ index: Int, _ word: WordSpan, _ labels: LabelSets, _ text: ArticleText) -> Token {
    let form = text[word.range]
    let head = heads[index]
    return Token(
      range: word.range, form: form,
      lemma: lemma(index, Self.visible(form), labels),
      upos: labels.upos[upos[index]], xpos: labels.xpos[xpos[index]],
      features: labels.features[features[index]], head: head == 0 ? nil : head - 1,
      deprel: labels.relations[relations[index]],
      phraseType: labels.phraseTypes[phraseTypes[index]], joinsNext: word.joinsNext)
  }

  private func lemma(_ index: Int, _ form: String, _ labels: LabelSets) -> String {
    labels.inflectedLemmas.lemma(of: form, xpos: xpos[index])
      ?? labels.lemmaRules[lemmaRules[index]].apply(to: form)
  }

  /// The names in the sentence.
  func nameSpans(_ labels: LabelSets) -> [NameSpan] {
    var spans: [NameSpan] = []
    for (index, tag) in names.enumerated() {
      switch labels.names[tag] {
      case .outside:
        break
      case .begins(let label):
        spans.append(NameSpan(tokens: index..<index + 1, label: label))
      case .continues(let label):
        guard let last = spans.last, last.label == label, last.tokens.upperBound == index else {
          spans.append(NameSpan(tokens: index..<index + 1, label: label))
          continue
        }
        spans[spans.count - 1].tokens = last.tokens.lowerBound..<index + 1
      }
    }
    return spans
  }

  /// The form without soft hyphens and joiners, which no dictionary has.
  private static func visible(_ form: String) -> String {
    let hasInvisible = form.unicodeScalars.contains { $0.properties.generalCategory == .format }
    guard hasInvisible else { return form }
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: form.unicodeScalars.filter { $0.properties.generalCategory != .format })
    return String(view)
  }
}
