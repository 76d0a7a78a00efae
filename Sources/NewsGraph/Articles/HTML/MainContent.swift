/// Finds the element that holds the article's text.
struct MainContent {
  let document: HTMLDocument
  let weights: TextWeights

  /// The place of the element; nothing where the page holds no running text.
  ///
  /// The page's own word counts first: `itemprop="articleBody"`, `<article>`, `<main>`, where they
  /// hold at least a quarter of the running text. Otherwise it is the element that gathers most
  /// paragraphs, a paragraph counting less the deeper it stands below.
  func root() -> Int? {
    guard !document.nodes.isEmpty, weights.weights[0] > 0 else { return nil }
    let total = weights.weights[0]
    for isMarked in [isArticleBody, isArticle] {
      let marked = outermost(isMarked)
      if let best = best(of: marked), weights.weights[best] * 4 >= total { return best }
    }
    let main = best(of: outermost(isMain)).flatMap { weights.weights[$0] * 4 >= total ? $0 : nil }
    return densest(below: main ?? 0)
  }

  // MARK: - Marked elements

  private func isArticleBody(_ index: Int) -> Bool {
    document.attribute("itemprop", of: index)?.lowercased()
      .split(separator: " ").contains("articlebody") ?? false
  }

  private func isArticle(_ index: Int) -> Bool {
    document.name(index) == "article" || document.attribute("role", of: index) == "article"
  }

  private func isMain(_ index: Int) -> Bool {
    document.name(index) == "main" || document.attribute("role", of: index) == "main"
  }

  private func outermost(_ isMarked: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var end = 0
    for index in document.nodes.indices
    where index >= end && !weights.isDropped[index] && document.name(index) != nil {
      guard isMarked(index) else { continue }
      found.append(index)
      end = Int(document.nodes[index].end)
    }
    return found
  }

  /// The first that holds the page's headline and text, else the one with most text: on a page of
  /// several articles the first is the one that its address names.
  private func best(of places: [Int]) -> Int? {
    guard let longest = places.max(by: { weights.weights[$0] < weights.weights[$1] }) else {
      return nil
    }
    let titled = places.first { place in
      document.subtree(place).contains { document.name($0) == "h1" }
        && weights.weights[place] * 4 >= weights.weights[longest]
    }
    return titled ?? longest
  }

  // MARK: - Density

  private func densest(below root: Int) -> Int? {
    var scores = Array(repeating: 0.0, count: document.nodes.count)
    for index in document.subtree(root) where !weights.isDropped[index] {
      let weight = Double(paragraphWeight(index))
      guard weight > 0 else { continue }
      var place = Int(document.nodes[index].parent)
      var share = 1.0
      while place >= root, share > 0.2 {
        scores[place] += weight * share
        share *= 0.75
        place = Int(document.nodes[place].parent)
      }
      // A block that stands in nothing but the page is its own container.
      scores[index] += weight * 0.5
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else {
      return nil
    }
    return widened(best, scores, root)
  }

  /// The parent, where brothers of the best element hold a fair part of the text too: an article
  /// cut by advertisements into several elements of one kind.
  private func widened(_ best: Int, _ scores: [Double], _ root: Int) -> Int {
    let parent = Int(document.nodes[best].parent)
    guard parent >= root, parent > 0 else { return best }
    let own = weights.weights[best]
    let brothers = document.children(parent).filter {
      $0 != best && !weights.isDropped[$0] && document.name($0) == document.name(best)
        && weights.weights[$0] * 5 >= own
    }
    return brothers.isEmpty ? best : parent
  }

  private func paragraphWeight(_ index: Int) -> Int {
    guard let name = document.name(index), !HTMLElements.headings.contains(name),
      name != "figcaption", weights.own[index].text >= 40, weights.linkDensity(index) < 0.5
    else { return 0 }
    return weights.own[index].text - weights.own[index].link
  }
}
