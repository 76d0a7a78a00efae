/// The types that GraphML gives to the columns of an RDF graph.
///
/// A column is one of numbers only where every node has at most one value of it and each is written
/// as all programs read it; the text stays as it is.
enum RDFColumnType {
  /// The types of all columns.
  static func types(of graph: RDFPropertyGraph.Sorted) -> [String] {
    var types = graph.columns.map { type(of: $0.kind) }
    for values in graph.values {
      for (index, value) in values.enumerated() where types[value.column] != "string" {
        let isRepeated = index > 0 && values[index - 1].column == value.column
        if isRepeated || !isPlain(value.text, types[value.column]) {
          types[value.column] = "string"
        }
      }
    }
    return types
  }

  /// The type that suits the datatype of a column's values.
  private static func type(of kind: String) -> String {
    guard kind.hasPrefix("^^<" + XSD.namespace) else { return "string" }
    return switch kind.dropFirst(3 + XSD.namespace.count).dropLast() {
    case "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
      "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedShort", "unsignedByte":
      "long"
    case "decimal", "double", "float": "double"
    case "boolean": "boolean"
    default: "string"
    }
  }

  private static func isPlain(_ text: String, _ type: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.count < 19 else { return false }
    switch type {
    case "boolean": return text == "true" || text == "false"
    case "long": return !digits.isEmpty && digits.allSatisfy(isDigit)
    default:
      let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
