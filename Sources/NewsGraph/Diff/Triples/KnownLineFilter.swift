/// Bytes of N-Triples or N-Quads without the lines that are known already, byte for byte.
///
/// A line that is the same as the canonical form of a statement read before needs no parser. An empty
/// line stands in its place, so that errors in other lines name the right one.
final class KnownLineFilter: ByteInput {
  private let input: any ByteInput
  private let keys: LineKeys
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  /// Whether what comes next is the rest of a line that was handed on in part.
  private var isInsideLine = false

  init(_ input: any ByteInput, _ keys: LineKeys) {
    self.input = input
    self.keys = keys
  }

  var name: String { input.name }

  func next() throws -> [UInt8] {
    while true {
      let piece = try input.next()
      if piece.isEmpty {
        defer { rest = [] }
        return rest
      }
      guard let lastEnd = piece.lastIndex(of: 0x0A) else {
        // What is longer than a piece is no business of a filter: the reader has limits.
        rest += piece
        guard rest.count > 1 << 20 else { continue }
        defer { rest = [] }
        isInsideLine = true
        return rest
      }
      var bytes = rest
      bytes.append(piece.span, 0..<(lastEnd + 1))
      rest = Array(piece[(lastEnd + 1)...])
      return filtered(bytes)
    }
  }

  private func filtered(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let span = bytes.span
    var begin = 0
    while begin < span.count {
      var end = begin
      while span[end] != 0x0A { end += 1 }
      end += 1
      if !isInsideLine, keys.isKnown(span, begin..<end) {
        result.append(0x0A)
      } else {
        result.append(span, begin..<end)
      }
      isInsideLine = false
      begin = end
    }
    return result
  }
}
