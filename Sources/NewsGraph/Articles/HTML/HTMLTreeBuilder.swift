/// Builds an `HTMLDocument` from the parser's events.
///
/// Elements nested deeper than `maximumDepth` become siblings, as in browsers, so that walks over
/// the tree may recurse.
final class HTMLTreeBuilder {
  private(set) var document = HTMLDocument()
  /// The open elements, outermost first.
  private var open: [Int] = []
  /// The open elements beyond the greatest depth.
  private var surplusDepth = 0
  /// The steps that the parser took in vain to find what an end tag closes.
  private var wastedSteps = 0

  static let maximumDepth = 512
  /// The steps after which the markup counts as made to waste time: about a second.
  private static let maximumWaste = 200_000_000

  /// Whether the parser should give up.
  var isHostile: Bool { wastedSteps > HTMLTreeBuilder.maximumWaste }

  /// Begins with a root above all that the page holds, since text may stand before `<html>`.
  init() {
    open = [append(.element("#document"), [])]
  }

  func start(_ name: String, _ attributes: [HTMLDocument.Attribute]) {
    let place = append(.element(name), attributes)
    if open.count >= HTMLTreeBuilder.maximumDepth {
      surplusDepth += 1
    } else {
      open.append(place)
    }
  }

  func end() {
    if surplusDepth > 0 {
      surplusDepth -= 1
    } else if let place = open.popLast() {
      document.nodes[place].end = Int32(document.nodes.count)
    }
  }

  func characters(_ text: String) {
    let last = document.nodes.count - 1
    if last >= 0, last > (open.last ?? -1), case .text(var whole) = document.nodes[last].content {
      // The node lets go of its string first: appending then does not copy it.
      document.nodes[last].content = .text("")
      whole += text
      document.nodes[last].content = .text(whole)
    } else {
      _ = append(.text(text), [])
    }
  }

  func fault() {
    document.errorCount += 1
    wastedSteps += open.count + surplusDepth
  }

  func finish() -> HTMLDocument {
    surplusDepth = 0
    while !open.isEmpty { end() }
    return document
  }

  private func append(
    _ content: HTMLDocument.Content, _ attributes: [HTMLDocument.Attribute]
  ) -> Int {
    let place = document.nodes.count
    document.nodes.append(
      HTMLDocument.Node(
        content: content, attributes: attributes, parent: Int32(open.last ?? -1),
        end: Int32(place + 1)))
    return place
  }
}
