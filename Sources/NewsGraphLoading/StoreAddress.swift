import Foundation

/// Where a store takes graphs, queries and updates.
public struct StoreAddress: Sendable, Hashable {
  /// Where the SPARQL 1.1 Graph Store HTTP Protocol is spoken, with `?graph=` and `?default`.
  public var graphs: String
  /// Where queries are answered; without it nothing is counted.
  public var query: String?
  /// Where updates are taken; without it there are no patches.
  public var update: String?
  /// Where a document of N-Quads is added to all graphs at once; without it every graph has its own
  /// requests.
  public var dataset: String?
  /// The kind of store, where it is known.
  public var kind: StoreKind?

  /// Makes an address.
  ///
  /// - Parameters:
  ///   - endpoint: Where the Graph Store Protocol is spoken; with a kind of store the root that
  ///     `StoreKind` tells of.
  ///   - kind: The kind of store.
  ///   - query: Where queries are answered, where it is somewhere else.
  ///   - update: Where updates are taken, where it is somewhere else.
  /// - Throws: `LoadError.address` for anything but an address of HTTP without a password.
  public init(
    endpoint: String, kind: StoreKind? = nil, query: String? = nil, update: String? = nil
  ) throws {
    self.kind = kind
    for address in [endpoint, query, update].compactMap({ $0 }) { try Self.check(address) }
    guard let kind else {
      graphs = endpoint
      self.query = query
      self.update = update
      return
    }
    let root = endpoint.hasSuffix("/") ? String(endpoint.dropLast()) : endpoint
    guard !root.contains("?") else {
      throw LoadError.address("'\(endpoint)' has a query, which no root of a store has")
    }
    let paths = kind.paths
    graphs = root + paths.graphs
    self.query = query ?? root + paths.query
    self.update = update ?? root + paths.update
    dataset = paths.dataset.map { root + $0 }
  }

  private static func check(_ address: String) throws {
    guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else {
      throw LoadError.address("'\(address)' is not an address that begins with http: or https:")
    }
    guard parts.user == nil, parts.password == nil else {
      // Not shown: it has the password.
      throw LoadError.address(
        "an address with a user's name or password can be seen by everyone on this machine;"
          + " put them into a netrc file")
    }
    guard parts.fragment == nil else {
      throw LoadError.address("'\(address)' has a fragment, which no server sees")
    }
  }

  /// Whether what is sent can be read on the way: neither encrypted nor kept on this machine.
  public var isExposed: Bool {
    [graphs, query, update, dataset].compactMap { $0 }.contains { address in
      guard let parts = URLComponents(string: address), let host = parts.host else { return true }
      let isHere =
        host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("127.")
        || host == "[::1]" || host == "::1"
      return parts.scheme?.lowercased() != "https" && !isHere
    }
  }
}

extension StoreAddress {
  /// The address of a graph by the indirect form of the Graph Store Protocol.
  func address(of graph: TargetGraph) -> String {
    switch graph {
    case .all: dataset ?? graphs
    case .unnamed: graphs + separator + "default"
    case .named(let name): graphs + separator + "graph=" + name.percentEncoded
    }
  }

  private var separator: String { graphs.contains("?") ? "&" : "?" }

  var canCountDefaultGraph: Bool { kind?.countsDefaultGraph ?? true }
}

/// The graph that a document is loaded into.
enum TargetGraph: Hashable, Sendable {
  /// Each statement tells its own.
  case all
  /// The default graph.
  case unnamed
  /// A named graph.
  case named(String)

  init(name: String?) { self = name.map { .named($0) } ?? .unnamed }

  /// The IRI of a named graph.
  var name: String? { if case .named(let name) = self { name } else { nil } }

  /// What messages call it.
  var label: String {
    switch self {
    case .all: "the store"
    case .unnamed: "the default graph"
    case .named(let name): "<\(name)>"
    }
  }
}

extension String {
  /// The text with all but the unreserved characters of RFC 3986 as `%XX`.
  var percentEncoded: String {
    var result = ""
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
