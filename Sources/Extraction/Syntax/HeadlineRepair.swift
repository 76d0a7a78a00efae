/// Cuts off what stands without a verb behind the colon of a headline: `Chile bombed Lima: UN`.
///
/// Parsers take the speaker for another of those that were bombed.
struct HeadlineRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    let tokens = sentence.tokens
    guard tokens.last?.form != ".", let colon = tokens.lastIndex(where: { $0.form == ":" }),
      colon > 1, colon + 1 < tokens.count, tokens.count - colon <= 6
    else { return sentence }
    let tree = SentenceTree(sentence)
    guard let root = tree.root, root < colon, tree.isFinite(root),
      tree.tokens[(colon + 1)...].allSatisfy({ ![.verb, .auxiliary].contains($0.upos) })
    else { return sentence }
    let label = tree.head(of: colon + 1..<tree.tokens.count)
    guard tree.tokens[label].head.map({ $0 < colon }) == true,
      !tree.subtree(of: label).contains(where: { $0 < colon })
    else { return sentence }
    var sentence = sentence
    sentence.tokens[label].head = root
    sentence.tokens[label].deprel = "parataxis"
    return sentence
  }
}
