extension Lexicon {
  /// Takes in how often the readings of a construction were right.
  mutating func addConstruction(_ row: TableRow) throws(KnowledgeError) {
    let cells = ["read", "right", "given"].map { row.string(row.table.column($0)) }
    let values = cells.compactMap(Double.init)
    guard values.count == 3, values[0] > 0, values[1] >= 0, values[1] <= values[0], values[2] > 0
    else { throw row.error("expected numbers of claims read and right, and a mean confidence") }
    constructions[row.string(0)] = values[1] / values[0] / values[2]
  }

  /// The confidence of a claim by a construction, given what its row expects, 0 to 0.99.
  func confidence(of rule: String, expected: Double) -> Double {
    let construction = rule.prefix { $0 != ":" }
    return min(0.99, expected * (constructions[String(construction)] ?? 1))
  }
}
