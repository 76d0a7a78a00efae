/// A writer that takes quads one after the other, as readers find them.
public protocol QuadWriter: QuadHandler {
  /// Writes what is left; the sink stays open.
  func finish() throws
  /// What the format could not hold, once all is written.
  var losses: [WritingReport.Loss] { get }
}

extension GraphFormat {
  /// A writer of quads in this format.
  ///
  /// The writers of RDF keep nothing but the statement they are at; those of GraphML, GEXF, DOT
  /// and CSV keep the graph.
  public func quadWriter(to sink: OutputSink, options: WritingOptions = .init()) throws
    -> any QuadWriter
  {
    switch self {
    case .ntriples: LineQuadWriter(to: sink, hasGraphs: false)
    case .nquads: LineQuadWriter(to: sink, hasGraphs: true)
    case .rdfxml:
      RDFXMLQuadWriter(to: sink, forbiddenCharacters: options.forbiddenCharacters)
    case .turtle, .trig: TurtleWriter(to: sink, hasGraphs: self == .trig)
    case .graphml:
      KnowledgeQuadWriter(
        self, to: sink, options: options,
        other: RDFGraphMLWriter(
          to: sink, forbiddenCharacters: options.forbiddenCharacters, profile: options.profile))
    case .gexf:
      KnowledgeQuadWriter(
        self, to: sink, options: options,
        other: RDFGEXFWriter(to: sink, forbiddenCharacters: options.forbiddenCharacters))
    case .dot:
      KnowledgeQuadWriter(
        self, to: sink, options: options, other: RDFDOTWriter(to: sink, options: options.drawing))
    case .jsonl, .neo4jCSV: KnowledgeQuadWriter(self, to: sink, options: options, other: nil)
    }
  }
}
