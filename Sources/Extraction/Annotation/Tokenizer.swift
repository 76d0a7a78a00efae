/// A cutter of text into words as the English treebanks of Universal Dependencies cut them.
///
/// `They don't buy Paris-made goods.` gives `They` `do` `n't` `buy` `Paris` `-` `made` `goods` `.`;
/// no character is changed, and every word knows its place in the text. White space is never part
/// of a word. The rules were fitted on the training parts of UD English EWT and GUM.
public struct Tokenizer: Sendable {
  /// Makes a tokeniser.
  public init() {}

  /// The words of the part of `text` at `range`, in text order.
  public func words(in text: ArticleText, range: TextRange) -> [WordSpan] {
    var scanner = TokenScanner(scalars: text.scalars, end: range.end)
    scanner.scan(from: range.begin)
    return scanner.words
  }

  /// The words of the whole of `text`.
  public func words(in text: ArticleText) -> [WordSpan] {
    words(in: text, range: text.range)
  }
}
