/// Gives numbers to blank nodes in the order in which it is asked.
///
/// https://www.w3.org/TR/rdf-canon/#issue-identifier
struct IdentifierIssuer {
  /// What is put before the numbers.
  let prefix: [UInt8]
  /// The nodes in the order of their numbers.
  private(set) var order: [Int32] = []
  private var numbers: [Int32: Int] = [:]

  init(prefix: String) { self.prefix = Array("_:\(prefix)".utf8) }

  /// The number of a node, where it has one.
  func number(of node: Int32) -> Int? { numbers[node] }

  /// The number of a node, which gets one where it has none.
  @discardableResult
  mutating func issue(_ node: Int32) -> Int {
    if let known = numbers[node] { return known }
    let number = order.count
    order.append(node)
    numbers[node] = number
    return number
  }

  /// Adds the label of a number.
  func append(_ number: Int, to text: inout [UInt8]) {
    text += prefix
    text += Array(String(number).utf8)
  }
}
