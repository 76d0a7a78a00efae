/// The RDF terms of nodes and edges.
enum GraphMLTerms {
  /// The term of a node; nothing where it is a value of our knowledge graphs.
  static func term(
    of node: GraphMLItem, _ columns: [String: GraphMLColumn], _ options: GraphReadingOptions
  ) -> (kind: EncodedTerm.Kind, text: [UInt8])? {
    let prefix = Array(options.blankNodePrefix.utf8)
    for (key, value) in node.data {
      switch columns[key]?.meaning {
      case .iri where isIRI(value): return (.iri, value)
      case .blank: return (.blank, prefix + label(value))
      case .knowledge("node.value"): return nil
      default: break
      }
    }
    if isIRI(node.id) { return (.iri, node.id) }
    let id = String(decoding: node.id, as: UTF8.self)
    if let base = options.base {
      var iri = IRIResolver(base: Array(base.string.utf8)).base
      iri += Array("#\(GraphMLNames.percentEncoded(id))".utf8)
      return (.iri, iri)
    }
    return (.blank, prefix + label(node.id))
  }

  /// The value that a node of our knowledge graphs is.
  static func literal(of node: GraphMLItem) -> Term {
    func value(_ key: String) -> String? {
      node.data.first { $0.key == key }.map { String(decoding: $0.value, as: UTF8.self) }
    }
    let text = value("node.value") ?? ""
    if let language = value("node.language") { return .literal(Literal(text, language: language)) }
    let datatype = value("node.datatype").flatMap { try? IRI($0) } ?? XSD.string
    return .literal(Literal(text, datatype: datatype))
  }

  /// The property that an edge stands for.
  static func predicate(of edge: GraphMLItem, _ columns: [String: GraphMLColumn]) -> String {
    var label: String?
    for (key, value) in edge.data {
      let text = String(decoding: value, as: UTF8.self)
      if key == GraphMLReader.graphicsLabel { label = label ?? text }
      switch columns[key]?.meaning {
      case .predicate, .iri:
        if isIRI(value) { return text }
        label = label ?? text
      case .label: label = label ?? text
      default: break
      }
    }
    guard let label, !label.isEmpty else { return GraphMLNames.property("edge") }
    return (try? IRI(label))?.string ?? GraphMLNames.property(label)
  }

  /// Whether bytes are an absolute IRI with more behind its scheme than a colon.
  static func isIRI(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(UInt8(ascii: ":")), bytes.last != UInt8(ascii: ":") else { return false }
    let iri = try? IRI(String(decoding: bytes, as: UTF8.self))
    // `ex:a` may be an id like any other; what people write as IRIs has a known shape.
    return iri.map {
      $0.string.contains("://") || $0.string.hasPrefix("urn:")
        || $0.string.hasPrefix("mailto:") || $0.string.hasPrefix("tag:")
    } ?? false
  }

  /// A blank node's label: the bytes where Turtle allows them, else with `_x` and hexadecimal.
  private static func label(_ bytes: [UInt8]) -> [UInt8] {
    let isLabel = bytes.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, UInt8(ascii: "_"): true
      default: false
      }
    }
    if isLabel, !bytes.isEmpty, !bytes.starts(with: Array("_x".utf8)) { return bytes }
    var scratch: [UInt8] = []
    // Labels of our own files may hold letters beyond ASCII; the scanner knows which.
    let text = Array("_:".utf8) + bytes
    if let end = try? TermScanner.blankLabel(text.span, at: 0, isOpen: false, into: &scratch),
      end == text.count, !bytes.starts(with: Array("_x".utf8))
    {
      return bytes
    }
    return Array("_x".utf8)
      + bytes.flatMap { byte in
        Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
      }
  }
}
