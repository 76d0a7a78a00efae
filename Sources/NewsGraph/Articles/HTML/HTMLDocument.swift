/// The tree of an HTML page, as a row of nodes in document order.
///
/// The nodes of a subtree stand together: node `i` and all below it are `i..<nodes[i].end`.
struct HTMLDocument: Sendable {
  /// A name of an element's attribute, in lower case, and its value.
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  enum Content: Hashable, Sendable {
    /// An element, by its name in lower case.
    case element(String)
    case text(String)
  }

  struct Node: Sendable {
    var content: Content
    var attributes: [Attribute] = []
    /// The place of the parent; -1 for the root.
    var parent: Int32
    /// The place just past the last node below this one.
    var end: Int32
  }

  var nodes: [Node] = []
  /// The number of faults in the markup that the parser mended.
  var errorCount = 0
}

extension HTMLDocument {
  /// The name of the element at a place; nothing for text.
  func name(_ index: Int) -> String? {
    if case .element(let name) = nodes[index].content { name } else { nil }
  }

  /// The value of an attribute of the node at a place.
  func attribute(_ name: String, of index: Int) -> String? {
    nodes[index].attributes.first { $0.name == name }?.value
  }

  /// The places of the node at `index` and of all nodes below it.
  func subtree(_ index: Int) -> Range<Int> { index..<Int(nodes[index].end) }

  /// The places of the children of the node at `index`.
  func children(_ index: Int) -> some Sequence<Int> {
    let end = Int(nodes[index].end)
    return sequence(state: index + 1) { next -> Int? in
      guard next < end else { return nil }
      defer { next = Int(nodes[next].end) }
      return next
    }
  }

  /// The text below a node, with single spaces.
  func text(_ index: Int) -> String {
    var text = ""
    for place in subtree(index) {
      switch nodes[place].content {
      case .text(let piece): text += piece
      case .element(let name) where name == "br": text += " "
      default: break
      }
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
