extension GraphDiff {
  /// A form in which differences are written.
  public enum Format: String, Sendable, CaseIterable {
    /// A summary for people, in plain text.
    case text
    /// One JSON object; see `DiffJSON` for its members.
    case json
    /// The summary in Markdown.
    case markdown
    /// RDF Patch: what makes the new version of the old one.
    case rdfpatch
    /// SPARQL Update: what makes the new version of the old one.
    case sparql
    /// A drawing in the language of Graphviz.
    case dot
    /// A page with the drawing and a table.
    case html
    /// A property graph with a column `change`.
    case graphml

    /// Makes the format that the end of a file name stands for.
    public init?(fileName: String) {
      var name = fileName.lowercased()
      if name.hasSuffix(".gz") { name.removeLast(3) }
      let endings: [(String, Format)] = [
        (".txt", .text), (".json", .json), (".md", .markdown), (".rdfp", .rdfpatch),
        (".ru", .sparql), (".rq", .sparql), (".dot", .dot), (".gv", .dot), (".html", .html),
        (".htm", .html), (".graphml", .graphml),
      ]
      guard let format = endings.first(where: { name.hasSuffix($0.0) })?.1 else { return nil }
      self = format
    }
  }

  /// What a summary or a drawing shows.
  public struct WritingOptions: Sendable, Hashable {
    /// How many entities a summary tells of, and how many statements of each.
    public var top: Int
    /// The number of characters of a line of plain text.
    public var width: Int
    /// How many changed statements a drawing shows at most.
    public var drawnLimit: Int
    /// The program that GraphML is for.
    public var profile: GraphMLProfile

    /// Makes options.
    public init(
      top: Int = 20, width: Int = 80, drawnLimit: Int = 60, profile: GraphMLProfile = .strict
    ) {
      self.top = top
      self.width = width
      self.drawnLimit = drawnLimit
      self.profile = profile
    }
  }

  /// Writes the differences and finishes the sink.
  ///
  /// - Throws: `GraphDiffError` where the format cannot say the differences, `GraphvizError` where a
  ///   page cannot be drawn, `OutputError`.
  public func write(
    _ format: Format, to sink: OutputSink, options: WritingOptions = .init()
  ) throws {
    switch format {
    case .text:
      try sink.write(DiffOutline(self, top: options.top).outline.text(width: options.width))
    case .markdown: try sink.write(DiffOutline(self, top: options.top).outline.markdown)
    case .json:
      var writer = DiffJSON(to: sink)
      try writer.write(self)
    case .rdfpatch: try RDFPatchWriter(to: sink).write(triples)
    case .sparql: try SPARQLUpdateWriter(to: sink).write(self)
    case .dot: try sink.write(DiffDOT(DiffDrawing(self, limit: options.drawnLimit)).text)
    case .html: try DiffHTML(self, options).write(to: sink)
    case .graphml:
      try DiffGraphML(to: sink, profile: options.profile).write(DiffDrawing(self, limit: nil))
    }
    try sink.finish()
  }
}

/// The error that differences cannot be told in some way.
public enum GraphDiffError: Error, Hashable, CustomStringConvertible {
  /// SPARQL cannot point at blank nodes that look like others; the first of them.
  case ambiguousBlankNodes(String, count: Int)
  /// SPARQL cannot make a graph whose name is a new blank node.
  case newBlankGraph
  /// No entity of either version has the name; the names that come closest.
  case unknownEntity(String, similar: [String])

  /// A sentence for people.
  public var description: String {
    switch self {
    case .ambiguousBlankNodes(let label, let count):
      "\(count) changed blank \(count == 1 ? "node" : "nodes"), \(label) among them,"
        + " cannot be told from others by what is said of"
        + " \(count == 1 ? "it" : "them"), so that SPARQL cannot change them; RDF Patch can"
    case .newBlankGraph:
      "the new version has a graph named by a blank node, which SPARQL cannot make; RDF Patch can"
    case .unknownEntity(let name, let similar):
      "neither version has an entity named \(name.debugDescription)"
        + (similar.isEmpty ? "" : "; did you mean \(similar.joined(separator: ", "))?")
    }
  }
}
