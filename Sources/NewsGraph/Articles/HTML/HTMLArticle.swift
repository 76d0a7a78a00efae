import Extraction

/// Makes articles of HTML pages.
enum HTMLArticle {
  /// Reads a page; `id` is its name unless `known` or the page says better.
  ///
  /// The article's text is the main text of the page, with a blank line between blocks; all offsets
  /// refer to that text. What `known` says is trusted most, then the page's metadata
  /// (`PageMetadata`), then what its lines say (`PlainTextStructure`).
  static func article(
    _ markup: String, id: String, known: KnownFacts = KnownFacts()
  ) throws(RejectedInput.Reason) -> Article {
    let document = try HTMLParser.document(of: markup)
    let metadata = PageMetadata(document)
    var facts = known.completed(by: metadata)
    var pieces = pieces(document, title: facts.title)
    if !hasText(pieces), let body = metadata.body {
      pieces = Passage.passages(of: ArticleText(body)).map { passage in
        .init(
          scalars: Array(ArticleText(body).scalars[passage.range.begin..<passage.range.end]),
          hint: .paragraph)
      }
    }
    guard hasText(pieces) else { throw .noText }
    facts.title = Headline.mark(in: &pieces, title: facts.title)
    let (text, passages) = joined(pieces)
    let structure = PlainTextStructure(text, passages: passages, title: facts.title)
    guard structure.blocks.contains(where: \.isRead) else { throw .noText }
    var article = Article(text, structure, known: facts, id: id)
    article.language = metadata.language
    return article
  }

  private static func pieces(_ document: HTMLDocument, title: String?) -> [HTMLPassages.Piece] {
    let weights = TextWeights(document)
    guard let root = MainContent(document: document, weights: weights).root() else { return [] }
    let headline = Headline.place(document, weights, root: root, title: title)
    var pieces = HTMLPassages(document, weights, below: root, headline: headline).pieces
    if let headline, !document.subtree(root).contains(headline) {
      let text = Array(document.text(headline).unicodeScalars)
      pieces.insert(.init(scalars: text, hint: .headline), at: 0)
    }
    return pieces
  }

  /// Whether some piece is running text and not a leftover of the page's frame.
  private static func hasText(_ pieces: [HTMLPassages.Piece]) -> Bool {
    pieces.contains { ($0.hint == .paragraph || $0.hint == .quote) && $0.scalars.count >= 25 }
  }

  /// The pieces as one text with a blank line between, and where each stands.
  private static func joined(_ pieces: [HTMLPassages.Piece]) -> (ArticleText, [Passage]) {
    var scalars: [Unicode.Scalar] = []
    var ranges: [(TextRange, Block.Kind)] = []
    for piece in pieces {
      if !scalars.isEmpty { scalars += ["\n", "\n"] }
      ranges.append((TextRange(scalars.count, scalars.count + piece.scalars.count), piece.hint))
      scalars += piece.scalars
    }
    let text = ArticleText(scalars: scalars)
    return (text, ranges.map { Passage($0, of: text, hasBlankBefore: true, hint: $1) })
  }
}

/// Finds the headline among the `h1` elements of a page.
enum Headline {
  /// The place of the `h1` that says the title, else the first in the article, else the first on
  /// the page.
  static func place(
    _ document: HTMLDocument, _ weights: TextWeights, root: Int, title: String?
  ) -> Int? {
    let places = document.nodes.indices.filter {
      document.name($0) == "h1" && !weights.isDropped[$0] && document.text($0).utf8.count > 1
    }
    let wanted = title.map { Folding.fold($0) }
    if let exact = places.first(where: { Folding.fold(document.text($0)) == wanted }) {
      return exact
    }
    if let inside = places.first(where: { document.subtree(root).contains($0) }) { return inside }
    // The only h1 outside the article may be the site's name.
    return places.first { document.text($0).split(separator: " ").count >= 4 }
  }

  /// Sees to it that one piece is the headline, and says the title.
  ///
  /// Where no `h1` is, it is the piece that says the title, or the title without the outlet's name
  /// behind it; else the title is put before the text.
  static func mark(in pieces: inout [HTMLPassages.Piece], title: String?) -> String? {
    guard let title, !pieces.contains(where: { $0.hint == .headline }) else { return title }
    let wanted = Folding.fold(title)
    for index in pieces.indices.prefix(6) {
      let text = String(scalars: pieces[index].scalars[...])
      let folded = Folding.fold(text)
      let isStart =
        folded.utf8.count >= 12 && [" - ", " | ", ": "].contains { wanted.hasPrefix(folded + $0) }
      guard folded == wanted || isStart else { continue }
      pieces[index].hint = .headline
      return text
    }
    pieces.insert(.init(scalars: Array(title.unicodeScalars), hint: .headline), at: 0)
    return title
  }
}
