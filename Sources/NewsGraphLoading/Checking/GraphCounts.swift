import AsyncHTTPClient
import Foundation
import NIOHTTP1

/// The questions how many statements graphs have.
struct GraphCounts: Sendable {
  let connection: StoreConnection
  let address: StoreAddress
  /// How many graphs one query asks for.
  private static let batch = 100

  /// The numbers of statements; graphs without any have 0.
  ///
  /// - Throws: `LoadError`.
  func counts(of graphs: [TargetGraph]) async throws -> [TargetGraph: Int] {
    var result: [TargetGraph: Int] = [:]
    for graph in graphs { result[graph] = 0 }
    if result[.unnamed] != nil {
      let clause = address.kind?.defaultGraphClause ?? ""
      result[.unnamed] = try await rows("SELECT (COUNT(*) AS ?n) \(clause)WHERE { ?s ?p ?o }")
        .first?.count
    }
    let names = graphs.compactMap(\.name)
    for begin in stride(from: 0, to: names.count, by: Self.batch) {
      let batch = names[begin..<min(begin + Self.batch, names.count)]
      let query =
        if batch.count == 1, let name = batch.first {
          "SELECT (<\(name)> AS ?g) (COUNT(*) AS ?n) WHERE { GRAPH <\(name)> { ?s ?p ?o } }"
        } else {
          "SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g { "
            + batch.map { "<\($0)>" }.joined(separator: " ")
            + " } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        }
      for row in try await rows(query) {
        if let graph = row.graph { result[.named(graph)] = row.count }
      }
    }
    return result
  }

  private func rows(_ query: String) async throws -> [(graph: String?, count: Int)] {
    guard let target = address.query else { return [] }
    let form = Array("query=\(query.percentEncoded)".utf8)
    let answer = try await connection.send(
      StoreRequest(
        method: .POST, address: target, contentType: "application/x-www-form-urlencoded",
        accept: "application/sparql-results+json", body: { .bytes(form) }))
    guard let table = try? JSONDecoder().decode(CountAnswer.self, from: Data(answer.body)) else {
      throw LoadError.impossible(
        "\(target): the answer to a query is not SPARQL's JSON; is this where queries go?")
    }
    return table.results.bindings.compactMap { row in
      row["n"].flatMap { Int($0.value) }.map { (row["g"]?.value, $0) }
    }
  }

  // https://www.w3.org/TR/sparql11-results-json/
  private struct CountAnswer: Decodable {
    struct Results: Decodable { var bindings: [[String: Value]] }
    struct Value: Decodable { var value: String }
    var results: Results
  }
}
