/// A format that graphs are written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  /// RDF/XML.
  case rdfxml
  /// GraphML.
  case graphml
  /// The language of Graphviz.
  case dot
  /// N-Triples.
  case ntriples
  /// N-Quads, with a named graph for each article.
  case nquads
  /// JSON Lines: articles, entities and claims, one object a line.
  case jsonl

  /// The name for people.
  public var name: String {
    switch self {
    case .rdfxml: "RDF/XML"
    case .graphml: "GraphML"
    case .dot: "DOT"
    case .ntriples: "N-Triples"
    case .nquads: "N-Quads"
    case .jsonl: "JSON Lines"
    }
  }

  /// The media type.
  public var mediaType: String {
    switch self {
    case .rdfxml: "application/rdf+xml"
    case .graphml: "application/graphml+xml"
    case .dot: "text/vnd.graphviz"
    case .ntriples: "application/n-triples"
    case .nquads: "application/n-quads"
    case .jsonl: "application/jsonl"
    }
  }

  /// The endings of file names, the usual one first.
  public var fileExtensions: [String] {
    switch self {
    case .rdfxml: ["rdf", "rdfxml", "owl", "xml"]
    case .graphml: ["graphml"]
    case .dot: ["dot", "gv"]
    case .ntriples: ["nt", "ntriples"]
    case .nquads: ["nq", "nquads"]
    case .jsonl: ["jsonl", "ndjson"]
    }
  }

  /// Makes the format that the end of a file name stands for.
  public init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
