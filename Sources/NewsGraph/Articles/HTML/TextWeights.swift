/// How much running text stands below each node of a page, and what of the page is clutter.
///
/// In the manner of boilerplate detection by text and link density (Kohlschütter, Fankhauser and
/// Nejdl, *Boilerplate Detection using Shallow Text Features*, 2010): a block counts by its letters
/// outside links, and not at all where it is short or mostly links.
struct TextWeights {
  /// The weight of the subtree at each node, in letters of running text.
  private(set) var weights: [Int]
  /// Whether a node and all below it are left out.
  private(set) var isDropped: [Bool]
  /// The letters of the block's own text, and of those the ones inside links.
  private(set) var own: [(text: Int, link: Int)]

  /// A block shorter than this holds no running text, in letters.
  private static let shortestParagraph = 40

  init(_ document: HTMLDocument) {
    let count = document.nodes.count
    weights = Array(repeating: 0, count: count)
    isDropped = Array(repeating: false, count: count)
    own = Array(repeating: (0, 0), count: count)
    guard count > 0 else { return }
    dropSilent(document)
    countLetters(document)
    sumWeights(document)
    dropClutter(document)
  }

  /// The share of link text in the block's own text, 0 to 1.
  func linkDensity(_ index: Int) -> Double {
    own[index].text == 0 ? 0 : Double(own[index].link) / Double(own[index].text)
  }

  // MARK: - Counting

  private mutating func dropSilent(_ document: HTMLDocument) {
    for index in document.nodes.indices {
      let parent = Int(document.nodes[index].parent)
      if parent >= 0, isDropped[parent] {
        isDropped[index] = true
      } else if let name = document.name(index) {
        isDropped[index] = HTMLElements.silent.contains(name)
      }
    }
  }

  private mutating func countLetters(_ document: HTMLDocument) {
    // The nearest block above, and whether a link lies between.
    var block = Array(repeating: 0, count: document.nodes.count)
    var isLinked = Array(repeating: false, count: document.nodes.count)
    for index in document.nodes.indices {
      let parent = Int(document.nodes[index].parent)
      block[index] = parent >= 0 ? block[parent] : index
      isLinked[index] = parent >= 0 && isLinked[parent]
      switch document.nodes[index].content {
      case .element(let name):
        if HTMLElements.blocks.contains(name) { block[index] = index }
        if name == "a" { isLinked[index] = true }
      case .text(let text):
        guard !isDropped[index] else { continue }
        let letters = text.utf8.count { $0 > 0x20 }
        own[block[index]].text += letters
        if isLinked[index] { own[block[index]].link += letters }
      }
    }
  }

  private mutating func sumWeights(_ document: HTMLDocument) {
    for index in document.nodes.indices.reversed() {
      weights[index] += paragraphWeight(document, index)
      let parent = Int(document.nodes[index].parent)
      if parent >= 0 { weights[parent] += weights[index] }
    }
  }

  private func paragraphWeight(_ document: HTMLDocument, _ index: Int) -> Int {
    guard let name = document.name(index), !isDropped[index],
      own[index].text >= TextWeights.shortestParagraph, linkDensity(index) < 0.5,
      !HTMLElements.headings.contains(name), name != "figcaption", name != "address"
    else { return 0 }
    return own[index].text - own[index].link
  }

  // MARK: - Clutter

  /// Drops what its role or class says is no article, unless much of the page's text is in it:
  /// class names are not reliable enough for that.
  private mutating func dropClutter(_ document: HTMLDocument) {
    let total = weights[0...].first ?? 0
    for index in document.nodes.indices {
      let parent = Int(document.nodes[index].parent)
      if parent >= 0, isDropped[parent] {
        isDropped[index] = true
      } else if let name = document.name(index), !isDropped[index],
        !HTMLElements.roots.contains(name),
        weights[index] * 5 <= max(total, 1) * 2,
        isClutter(document.nodes[index].attributes, name), !holdsTitle(document, index)
      {
        isDropped[index] = true
      }
    }
  }

  private func isClutter(_ attributes: [HTMLDocument.Attribute], _ name: String) -> Bool {
    if name == "form" { return true }
    for attribute in attributes {
      switch attribute.name {
      case "hidden": return true
      case "aria-hidden" where attribute.value == "true": return true
      case "role" where HTMLElements.silentRoles.contains(attribute.value): return true
      case "style":
        let style = attribute.value.lowercased().filter { !$0.isWhitespace }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      default: break
      }
    }
    return HTMLElements.words(attributes).contains { HTMLElements.clutterWords.contains($0) }
  }

  private func holdsTitle(_ document: HTMLDocument, _ index: Int) -> Bool {
    document.subtree(index).contains { document.name($0) == "h1" }
  }
}
