import Extraction

/// Writes the text below an element as passages, one for each block.
///
/// Runs of white space become one space, as on the screen; a no-break space stays what it is.
struct HTMLPassages {
  struct Piece: Hashable {
    var scalars: [Unicode.Scalar]
    var hint: Block.Kind
  }

  private let document: HTMLDocument
  private let weights: TextWeights
  /// The `h1` that is the headline; others are headings.
  private let headline: Int?
  private(set) var pieces: [Piece] = []
  private var current: [Unicode.Scalar] = []
  private var needsSpace = false

  /// Writes what stands below `root`.
  init(_ document: HTMLDocument, _ weights: TextWeights, below root: Int, headline: Int?) {
    self.document = document
    self.weights = weights
    self.headline = headline
    write(root, as: .paragraph)
    flush(.paragraph)
    dropIdleHeadings()
  }

  // MARK: - Blocks

  private mutating func write(_ index: Int, as kind: Block.Kind) {
    guard !weights.isDropped[index] else { return }
    switch document.nodes[index].content {
    case .text(let text): append(text)
    case .element("br"): breakLine(kind)
    case .element(let name):
      let isMetadata = isMetadata(index)
      guard HTMLElements.blocks.contains(name) || isMetadata else {
        return document.children(index).forEach { write($0, as: kind) }
      }
      flush(kind)
      guard isMetadata || !isLinkList(index, name) else { return }
      let inner = isMetadata ? .boilerplate : self.kind(of: name, index, inside: kind)
      document.children(index).forEach { write($0, as: inner) }
      flush(inner)
    }
  }

  private func kind(of name: String, _ index: Int, inside outer: Block.Kind) -> Block.Kind {
    switch name {
    case _ where outer == .boilerplate: .boilerplate
    case "h1": index == headline ? .headline : .heading
    case "h2", "h3", "h4", "h5", "h6": .heading
    case "figcaption": .caption
    case "caption" where outer == .paragraph: .heading
    case "blockquote": .quote
    case "div", "p", "span":
      outer == .paragraph && isCaptionByClass(index) ? .caption : outer
    default: outer
    }
  }

  private func isCaptionByClass(_ index: Int) -> Bool {
    let words = HTMLElements.words(document.nodes[index].attributes)
    return words.contains("caption") || words.contains("figcaption")
  }

  /// Whether an element is a short line of by-line, date or credit, by its class.
  private func isMetadata(_ index: Int) -> Bool {
    guard document.nodes[index].end - Int32(index) < 60,
      document.name(index).map({ !HTMLElements.headings.contains($0) && $0 != "figcaption" })
        ?? false, !isCaptionByClass(index)
    else { return false }
    let words = HTMLElements.words(document.nodes[index].attributes)
    let isMarked =
      words.contains { HTMLElements.metadataWords.contains($0) }
      || ["author", "datePublished", "dateModified"].contains(
        document.attribute("itemprop", of: index) ?? "")
    return isMarked && weights.weights[index] == 0 && document.text(index).utf8.count < 200
  }

  /// Whether a block is nothing but a link, such as an item of a list of other articles.
  private func isLinkList(_ index: Int, _ name: String) -> Bool {
    guard index != headline, weights.own[index].text > 0, weights.linkDensity(index) > 0.6 else {
      return false
    }
    let text = document.text(index)
    return name == "li"
      || text.utf8.count < 200 && !(text.last.map { ".!?”\"".contains($0) } ?? false)
  }

  // MARK: - Text

  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{0C}": needsSpace = !current.isEmpty
      case "\u{80}"..."\u{9F}":
        // A reference such as &#146; means the character of windows-1252 (HTML, 13.2.5.80).
        appendVisible(Windows1252.scalar(UInt8(truncatingIfNeeded: scalar.value)))
      default: appendVisible(scalar)
      }
    }
  }

  private mutating func appendVisible(_ scalar: Unicode.Scalar) {
    if needsSpace, current.last != "\n" { current.append(" ") }
    needsSpace = false
    current.append(scalar)
  }

  /// A second line break in a row ends the paragraph.
  private mutating func breakLine(_ kind: Block.Kind) {
    needsSpace = false
    if current.last == "\n" { return flush(kind) }
    if !current.isEmpty { current.append("\n") }
  }

  /// Cuts a paragraph at its single line breaks, where they do not stand inside a sentence: behind
  /// a stop, or behind a short line when the next begins with a capital.
  private static func lines(_ scalars: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    var lines: [ArraySlice<Unicode.Scalar>] = []
    for line in scalars.split(separator: "\n") {
      guard let first = line.first, let before = lines.last, let last = before.last else {
        lines.append(line)
        continue
      }
      let endsSentence = ".!?\"\u{201D}".unicodeScalars.contains(last)
      if endsSentence || (before.count <= 80 && !first.properties.isLowercase) {
        lines.append(line)
      } else {
        lines[lines.count - 1] = scalars[before.startIndex..<line.endIndex]
      }
    }
    return lines
  }

  private mutating func flush(_ kind: Block.Kind) {
    defer {
      current = []
      needsSpace = false
    }
    while let last = current.last, last.isSpace { current.removeLast() }
    guard let first = current.firstIndex(where: { !$0.isSpace }) else { return }
    for line in HTMLPassages.lines(current[first...]) {
      pieces.append(Piece(scalars: Array(line), hint: kind))
    }
  }

  /// A heading with no text below it led to something that was dropped.
  private mutating func dropIdleHeadings() {
    var hasText = false
    var kept: [Piece] = []
    for piece in pieces.reversed() {
      if piece.hint == .heading {
        if hasText { kept.append(piece) }
        hasText = false
      } else {
        if piece.hint == .paragraph || piece.hint == .quote { hasText = true }
        kept.append(piece)
      }
    }
    pieces = kept.reversed()
  }
}
