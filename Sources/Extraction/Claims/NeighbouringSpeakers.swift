/// Finds who speaks in quotations that stand as sentences of their own, without a verb of saying.
///
/// In `Lind was furious. “They have betrayed us.”` Lind speaks.
struct NeighbouringSpeakers {
  let lexicon: Lexicon
  let resolved: ResolvedArticle
  /// The entities that a head word and its conjuncts stand for, in a sentence.
  let entities: (_ word: Int, _ sentence: Int) -> [Int]

  /// Who speaks, by the words before the colon that introduces the quotation, or by the sentence
  /// before it, else after it, in its paragraph; where it is a paragraph, by the one before.
  func speakers(of quotation: Quotation, among all: [Quotation], _ known: [[Int]]) -> [Int] {
    let sentences = resolved.annotated.sentences
    let own = sentences.indices.filter { sentences[$0].range.overlaps(quotation.range) }
    guard let first = own.first, let last = own.last, isLong(quotation, own) else { return [] }
    let outside = own.flatMap { sentence in
      sentences[sentence].tokens.indices
        .filter { index in
          let token = sentences[sentence].tokens[index]
          return token.upos != .punctuation && !all.contains { $0.range.contains(token.range) }
        }
        .map { (sentence: sentence, word: $0) }
    }
    if !outside.isEmpty {
      return introducesByColon(first, quotation) ? subject(of: first, before: quotation) : []
    }
    if first > 0, !sentences[first].beginsBlock {
      return speaker(in: first - 1, all, known)
    }
    if last + 1 < sentences.count, !sentences[last + 1].beginsBlock {
      return subject(of: last + 1, before: nil)
    }
    guard first > 0, sentences[first - 1].block == .paragraph, sentences[first].block == .paragraph
    else { return [] }
    return speaker(in: first - 1, all, known)
  }

  /// Who says what a whole sentence between two quotations of a paragraph reports.
  func speakers(between before: Quotation, and after: Quotation) -> [Int] {
    let sentences = resolved.annotated.sentences
    guard let next = sentences.firstIndex(where: { $0.range.overlaps(after.range) }), next > 0,
      !sentences[next].beginsBlock, sentences[next - 1].range.begin >= before.range.end
    else { return [] }
    return reporter(in: next - 1) ?? []
  }

  /// Whether a quotation says something, and is no turn of phrase or title.
  private func isLong(_ quotation: Quotation, _ own: [Int]) -> Bool {
    let words = own.flatMap { resolved.annotated.sentences[$0].tokens }
      .filter { quotation.range.contains($0.range) && $0.upos != .punctuation }
    return words.count >= 3
  }

  private func introducesByColon(_ sentence: Int, _ quotation: Quotation) -> Bool {
    let tokens = resolved.annotated.sentences[sentence].tokens
    let before = tokens.filter { $0.range.end <= quotation.range.begin }
    return before.suffix(2).contains { $0.form == ":" }
  }

  /// Who speaks in a sentence: by its quotation, by its verb of saying, or its subject.
  private func speaker(in sentence: Int, _ all: [Quotation], _ known: [[Int]]) -> [Int] {
    let range = resolved.annotated.sentences[sentence].range
    if let quotation = all.last(where: { $0.range.overlaps(range) }) {
      return known[quotation.index]
    }
    return reporter(in: sentence) ?? subject(of: sentence, before: nil)
  }

  /// The subject of the verb of saying of a sentence that reports what somebody says.
  private func reporter(in sentence: Int) -> [Int]? {
    let tree = resolved.trees[sentence]
    let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
    let verbs = tree.tokens.indices.filter { verb in
      tree.tokens[verb].upos == .verb && tree.child(of: verb, "ccomp") != nil
        && lexicon.attribution(tree.lemma(verb), upos: .verb).map { $0.takesDirectSpeech } ?? false
    }
    return verbs.lazy.map { verb in
      arguments.subjects(of: verb).flatMap { entities($0, sentence) }
    }.first { !$0.isEmpty }
  }

  /// The one person who is the subject of a sentence.
  private func subject(of sentence: Int, before quotation: Quotation?) -> [Int] {
    let tree = resolved.trees[sentence]
    guard let root = tree.root else {
      return []
    }
    let words = tree.children(of: root, "nsubj").filter { word in
      quotation.map { tree.tokens[word].range.end <= $0.range.begin } ?? true
    }
    let found = words.flatMap { entities($0, sentence) }
      .filter { resolved.table[$0].type == .person && resolved.table[$0].isNamed }
      .uniqued()
    return found.count == 1 ? found : []
  }
}
