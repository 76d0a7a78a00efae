/// The labels of blank nodes that have none in their document.
///
/// They are `anon0`, `anon1` …; a label of the document that looks like one gets an underscore, so
/// that the two never meet.
enum BlankLabels {
  private static let prefix = Array("anon".utf8)

  /// Adds the label of a node without one.
  static func append(number: Int, to bytes: inout [UInt8]) {
    bytes += prefix
    bytes += Array(String(number).utf8)
  }

  /// Adds a label that stands in the document.
  static func append(explicit label: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    if label.starts(with: prefix) {
      let rest = label.dropFirst(prefix.count)
      let digits = rest.drop { $0 == UInt8(ascii: "_") }
      if digits.allSatisfy({ (0x30...0x39).contains($0) }) {
        bytes += prefix
        bytes.append(UInt8(ascii: "_"))
        bytes += rest
        return
      }
    }
    bytes += label
  }
}

extension EncodedQuad {
  /// Adds a blank node that has no label in its document.
  ///
  /// - Parameters:
  ///   - number: Which of them it is.
  ///   - prefix: What all labels of the document get (see `GraphReadingOptions`).
  mutating func appendBlank(number: Int, prefix: String) -> EncodedTerm {
    let begin = bytes.count
    bytes += Array(prefix.utf8)
    BlankLabels.append(number: number, to: &bytes)
    return EncodedTerm(.blank, begin, bytes.count)
  }
}
