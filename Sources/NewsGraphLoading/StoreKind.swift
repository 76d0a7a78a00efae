/// A kind of triple store, with what has to be known to load into it.
///
/// The addresses are those that a fresh installation has; `StoreAddress` takes others.
public enum StoreKind: String, Sendable, CaseIterable {
  /// Oxigraph's server; the endpoint is its root: `http://localhost:7878`.
  case oxigraph
  /// Apache Jena Fuseki; the endpoint is that of the dataset: `http://localhost:3030/news`.
  case fuseki
  /// Virtuoso; the endpoint is its root: `http://localhost:8890`.
  case virtuoso
  /// Ontotext GraphDB; the endpoint is the repository's:
  /// `http://localhost:7200/repositories/news`.
  case graphdb
  /// Eclipse RDF4J Server; the endpoint is the repository's:
  /// `http://localhost:8080/rdf4j-server/repositories/news`.
  case rdf4j
  /// QLever; the endpoint is its root: `http://localhost:7019`.
  case qlever
}

extension StoreKind {
  /// The paths behind the endpoint: Graph Store Protocol, queries, updates, whole datasets.
  var paths: (graphs: String, query: String, update: String, dataset: String?) {
    switch self {
    case .oxigraph: ("/store", "/query", "/update", "/store")
    case .fuseki: ("/data", "/query", "/update", "/data")
    // The names with `-auth` ask for a password; the others write only where SPARQL may.
    case .virtuoso: ("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth", nil)
    case .graphdb, .rdf4j: ("/rdf-graphs/service", "", "/statements", "/statements")
    case .qlever: ("", "", "", nil)
    }
  }

  /// Whether a query about the default graph is answered from that graph alone.
  ///
  /// GraphDB and RDF4J have a name for it; in QLever it is all graphs together.
  var countsDefaultGraph: Bool { self != .qlever && self != .virtuoso }

  /// The clause that makes a query look at the statements without a graph alone.
  var defaultGraphClause: String {
    switch self {
    case .graphdb, .rdf4j: "FROM <http://www.openrdf.org/schema/sesame#nil> "
    default: ""
    }
  }

  /// Whether statements can be in no graph: Virtuoso has none for them.
  var hasDefaultGraph: Bool { self != .virtuoso }

  /// How many statements one update can hold.
  ///
  /// Virtuoso 7 refuses one of some thousands: it makes a program of it.
  var updateLimit: Int { self == .virtuoso ? 1000 : 20_000 }
}
