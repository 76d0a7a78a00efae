/// Finds who speaks where a name and a colon say so: `Lind: Chile has lied` in a headline or an
/// interview, `Chile has lied: Lind` in a headline.
struct LabelledSpeech {
  let lexicon: Lexicon
  let resolved: ResolvedArticle

  /// The speakers of the sentences of the paragraphs and headlines that are labelled so.
  func speakers() -> [Int: [Int]] {
    let sentences = resolved.annotated.sentences
    var found: [Int: [Int]] = [:]
    var next = 0
    // Blocks and sentences both stand in the order of the text.
    for block in resolved.annotated.article.blocks where block.isRead {
      while next < sentences.count, sentences[next].range.begin < block.range.begin { next += 1 }
      let inside = sentences[next...].indices.prefix { block.range.contains(sentences[$0].range) }
      guard let first = inside.first, let last = inside.last else { continue }
      if let speaker = speaker(before: first) {
        for sentence in inside { found[sentence] = [speaker] }
      } else if inside.count == 1, let speaker = speaker(closing: first) {
        found[first] = [speaker]
      } else if inside.count == 2, let speaker = speaker(behind: first, last) {
        found[first] = [speaker]
      }
    }
    return found
  }

  /// Who stands before a colon at the beginning, with a clause behind it.
  private func speaker(before sentence: Int) -> Int? {
    let tree = resolved.trees[sentence]
    guard
      let colon = tree.tokens.indices.prefix(Self.longestLabel + 1).first(where: {
        tree.form($0) == ":"
      }),
      colon > 0, hasClause(colon + 1..<tree.tokens.count, tree)
    else { return nil }
    return speaker(0..<colon, in: sentence, tree)
  }

  /// Who stands alone behind a headline that ends with a colon.
  private func speaker(behind sentence: Int, _ label: Int) -> Int? {
    let (tree, last) = (resolved.trees[sentence], resolved.trees[label])
    guard tree.tokens.last?.form == ":", last.tokens.count <= Self.longestLabel,
      last.tokens.last?.form != ".", hasClause(tree.tokens.indices, tree)
    else { return nil }
    return speaker(last.tokens.indices, in: label, last)
  }

  /// Who stands alone behind the colon of a headline.
  private func speaker(closing sentence: Int) -> Int? {
    let tree = resolved.trees[sentence]
    guard tree.tokens.last?.form != ".",
      let colon = tree.tokens.indices.last(where: { tree.form($0) == ":" }), colon > 1,
      (1..<Self.longestLabel).contains(tree.tokens.count - colon - 1),
      hasClause(0..<colon, tree)
    else { return nil }
    return speaker(colon + 1..<tree.tokens.count, in: sentence, tree)
  }

  /// The one person or body that some words name and nothing else.
  private func speaker(_ words: Range<Int>, in sentence: Int, _ tree: SentenceTree) -> Int? {
    guard words.allSatisfy({ ![.verb, .auxiliary, .punctuation].contains(tree.tokens[$0].upos) })
    else { return nil }
    let heads = words.filter { word in
      tree.tokens[word].head.map { !words.contains($0) } ?? true
    }
    guard let head = heads.first else { return nil }
    let named = words.flatMap { resolved.table.entities(atHead: $0, sentence: sentence) }.uniqued()
    let own = resolved.table.entities(atHead: head, sentence: sentence)
    let speakers = (own.isEmpty ? named : own).filter(canSpeak)
    return speakers.count == 1 ? speakers[0] : nil
  }

  private func canSpeak(_ entity: Int) -> Bool {
    switch resolved.table[entity].type {
    case .person, .organization, .office: true
    case .group: lexicon.nominal(resolved.table[entity].headNoun ?? "")?.isClaimant == true
    default: false
    }
  }

  private func hasClause(_ words: Range<Int>, _ tree: SentenceTree) -> Bool {
    words.contains { tree.isFinite($0) && tree.child(of: $0, "nsubj") != nil }
  }

  private static let longestLabel = 6
}
