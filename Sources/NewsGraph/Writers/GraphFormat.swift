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
  /// Turtle.
  case turtle
  /// TriG, with a named graph for each article.
  case trig
  /// JSON Lines: articles, entities and claims, one object a line.
  case jsonl
  /// GEXF 1.3, with the dates of claims as dynamics.
  case gexf
  /// A folder of CSV files for `neo4j-admin database import`; as one stream, a tar archive of it.
  case neo4jCSV = "neo4j-csv"

  /// The name for people.
  public var name: String {
    switch self {
    case .rdfxml: "RDF/XML"
    case .graphml: "GraphML"
    case .dot: "DOT"
    case .ntriples: "N-Triples"
    case .nquads: "N-Quads"
    case .turtle: "Turtle"
    case .trig: "TriG"
    case .jsonl: "JSON Lines"
    case .gexf: "GEXF"
    case .neo4jCSV: "CSV for Neo4j"
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
    case .turtle: "text/turtle"
    case .trig: "application/trig"
    case .jsonl: "application/jsonl"
    case .gexf: "application/gexf+xml"
    case .neo4jCSV: "application/x-tar"
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
    case .turtle: ["ttl", "turtle"]
    case .trig: ["trig"]
    case .jsonl: ["jsonl", "ndjson"]
    case .gexf: ["gexf"]
    // Archives of any other thing end in `tar` as well.
    case .neo4jCSV: ["neo4j"]
    }
  }

  /// The formats of a folder with a graph in every way that programs ask for; Turtle and TriG say
  /// nothing that N-Triples and N-Quads do not.
  public static let folderFormats: [GraphFormat] = [
    .rdfxml, .graphml, .dot, .ntriples, .nquads, .jsonl,
  ]

  /// Whether a path of the format is a folder with several files.
  public var isFolder: Bool { self == .neo4jCSV }

  /// Whether the format has named graphs.
  public var hasNamedGraphs: Bool { self == .nquads || self == .trig }

  /// Makes the format that the end of a file name stands for; `.gz` after it is passed over.
  public init?(fileName: String) {
    var name = fileName.split(separator: "/").last ?? ""
    if name.lowercased().hasSuffix(".gz") { name = name.dropLast(3) }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
