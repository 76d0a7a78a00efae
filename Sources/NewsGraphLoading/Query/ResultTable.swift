public import Foundation

/// The answers to a SELECT or ASK as a table for people.
public struct ResultTable: Sendable {
  /// The names of the columns.
  public private(set) var columns: [String] = []
  /// The rows; nothing stands where a variable has no value.
  public private(set) var rows: [[String?]] = []

  /// Reads SPARQL 1.1 Query Results JSON Format.
  ///
  /// - Parameter prefixes: The namespaces that are shortened, with their prefixes.
  /// - Throws: `LoadError.impossible` where it is none.
  public init(json: Data, prefixes: [(prefix: String, namespace: String)] = []) throws {
    guard let answer = try? JSONDecoder().decode(Answer.self, from: json) else {
      throw LoadError.impossible("the answer is not SPARQL's JSON")
    }
    if let truth = answer.boolean {
      columns = ["answer"]
      rows = [[truth ? "yes" : "no"]]
      return
    }
    columns = answer.head.vars ?? []
    rows = (answer.results?.bindings ?? []).map { row in
      columns.map { name in row[name].map { $0.text(prefixes) } }
    }
  }

  /// The table with a line under its head, and the number of rows below.
  public var text: String {
    let cells = [columns] + rows.map { $0.map { $0 ?? "" } }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      row.indices.map { column in
        column == row.count - 1
          ? row[column]
          : row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }.joined(separator: "  ")
    }
    lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "), at: 1)
    lines.append("(\(rows.count) \(rows.count == 1 ? "row" : "rows"))")
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n") + "\n"
  }

  private struct Answer: Decodable {
    struct Head: Decodable { var vars: [String]? }
    struct Results: Decodable { var bindings: [[String: Value]] }
    var head: Head
    var results: Results?
    var boolean: Bool?
  }

  private struct Value: Decodable {
    var type: String
    var value: String

    /// The value for people: literals in one line without their datatype, IRIs with a prefix.
    func text(_ prefixes: [(prefix: String, namespace: String)]) -> String {
      switch type {
      case "uri":
        let best = prefixes.filter { value.hasPrefix($0.namespace) }
          .max { $0.namespace.utf8.count < $1.namespace.utf8.count }
        return best.map { "\($0.prefix):\(value.dropFirst($0.namespace.count))" } ?? "<\(value)>"
      case "bnode": return "_:\(value)"
      default: return value.split(whereSeparator: \.isNewline).joined(separator: " ")
      }
    }
  }
}
