/// A stretch of text between quotation marks.
public struct Quotation: Sendable, Hashable {
  /// Where the words inside the marks stand, in code points.
  public var range: TextRange
  /// The block-wise number of the quotation, in text order.
  public var index: Int
}

/// Finds quotations in an article's text.
///
/// A paragraph that begins with an opening mark where the last one was not closed goes on with the
/// quotation, as newspapers print long ones. Single quotation marks are taken for quotations only
/// when they are curly and no apostrophes.
struct QuotationFinder {
  /// The quotations of the blocks that are read, in text order.
  static func quotations(in article: Article) -> [Quotation] {
    var found: [Quotation] = []
    var isOpen = false
    for block in article.blocks where block.isRead {
      let isOdd = count("\"", in: article.text, block.range) % 2 == 1
      // A plain mark that begins a paragraph ends the quotation of the one before where both have
      // a mark without a partner: a mark that slipped into the next line.
      var range = block.range
      if isOpen, isOdd, article.text.scalars[range.begin] == "\"" {
        range = TextRange(range.begin + 1, range.end)
      }
      isOpen = isOdd && range == block.range
      for quotation in quotations(in: article.text, range) {
        found.append(Quotation(range: quotation, index: found.count))
      }
    }
    return found
  }

  private static func count(_ mark: Unicode.Scalar, in text: ArticleText, _ range: TextRange) -> Int
  {
    (range.begin..<range.end).count { text.scalars[$0] == mark }
  }

  private static func quotations(in text: ArticleText, _ range: TextRange) -> [TextRange] {
    var found: [TextRange] = []
    var opened: Int?
    for offset in range.begin..<range.end {
      let scalar = text.scalars[offset]
      switch scalar {
      case "\u{201C}", "\u{00AB}", "\u{201E}":
        if opened == nil { opened = offset + 1 }
      case "\u{201D}", "\u{00BB}":
        if let begin = opened { found.append(TextRange(begin, offset)) }
        opened = nil
      case "\"":
        if let begin = opened {
          found.append(TextRange(begin, offset))
          opened = nil
        } else {
          opened = offset + 1
        }
      default: break
      }
    }
    if let begin = opened, begin < range.end { found.append(TextRange(begin, range.end)) }
    return found.filter { !$0.isEmpty }
  }
}
