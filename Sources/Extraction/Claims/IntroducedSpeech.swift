/// Finds who speaks where a paragraph ends with a colon and others follow: `The minister said:`.
struct IntroducedSpeech {
  let lexicon: Lexicon
  let resolved: ResolvedArticle

  /// The speakers of the sentences that such a paragraph introduces and that stand in no quotation
  /// marks.
  ///
  /// The paragraph after it is speech; those after that are, as long as they speak in the first
  /// person.
  func speakers() -> [Int: [Int]] {
    let sentences = resolved.annotated.sentences
    var found = LabelledSpeech(lexicon: lexicon, resolved: resolved).speakers()
    for (index, sentence) in sentences.enumerated().dropLast()
    where sentence.tokens.last?.form == ":" && sentences[index + 1].beginsBlock {
      let speakers = speakers(introducedIn: index)
      guard !speakers.isEmpty else { continue }
      for next in speech(after: index) { found[next] = speakers }
    }
    return found
  }

  /// Who speaks by a sentence that introduces speech: the subject of a verb of saying, or who
  /// issues the statement that it names.
  func speakers(introducedIn sentence: Int) -> [Int] {
    let tree = resolved.trees[sentence]
    let arguments = ClauseArguments(tree: tree, controls: lexicon.controls)
    let verbs = tree.tokens.indices.filter {
      tree.tokens[$0].upos == .verb
        && lexicon.attribution(tree.lemma($0), upos: .verb) != nil
    }
    let said = verbs.flatMap { subjects(of: $0, in: sentence, arguments) }.uniqued()
    return said.isEmpty ? issuers(in: sentence, arguments) : said
  }

  /// `issued the following statement:`.
  private func issuers(in sentence: Int, _ arguments: ClauseArguments) -> [Int] {
    let tree = resolved.trees[sentence]
    return tree.tokens.indices.flatMap { noun -> [Int] in
      guard tree.tokens[noun].upos == .noun,
        tree.has(noun, "obj") || tree.has(noun, "nsubj:pass"), let verb = tree.tokens[noun].head,
        lexicon.nominal(tree.lemma(noun))?.kind == "statement"
          || lexicon.attribution(tree.lemma(noun), upos: .noun) != nil
      else { return [] }
      return subjects(of: verb, in: sentence, arguments)
    }.uniqued()
  }

  private func subjects(of verb: Int, in sentence: Int, _ arguments: ClauseArguments) -> [Int] {
    arguments.subjects(of: verb).flatMap {
      ClaimContext.sources(at: $0, in: sentence, resolved)
    }
  }

  /// The sentences of the paragraphs of speech after a sentence.
  private func speech(after sentence: Int) -> [Int] {
    let blocks = resolved.annotated.article.blocks
    let sentences = resolved.annotated.sentences
    var found: [Int] = []
    var isFirst = true
    for block in blocks
    where block.isRead && block.range.begin >= sentences[sentence].range.end {
      let inside = sentences.indices.filter { block.range.contains(sentences[$0].range) }
      guard !inside.isEmpty, block.kind != .heading, !isQuoted(block.range),
        isFirst || inside.contains(where: speaksOfItself)
      else { break }
      found += inside
      isFirst = false
    }
    return found
  }

  private func speaksOfItself(_ sentence: Int) -> Bool {
    resolved.trees[sentence].tokens.contains {
      $0.upos == .pronoun && $0.features.contains("Person=1")
    }
  }

  private func isQuoted(_ range: TextRange) -> Bool {
    let text = resolved.annotated.article.text
    return (range.begin..<range.end).contains {
      ["\"", "\u{201C}", "\u{00AB}"].contains(text.scalars[$0])
    }
  }
}
