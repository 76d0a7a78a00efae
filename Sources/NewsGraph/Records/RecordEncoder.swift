/// Writes values one after the other in a compact binary form.
///
/// Whole numbers are LEB128 (DWARF 5, section 7.6). A text that was written before is only the
/// number of its first place, as the same few predicates, rules and classes come again and again.
struct RecordEncoder {
  private(set) var bytes: [UInt8] = []
  private var texts: [ExactText: Int] = [:]
  private let base: String?

  /// Stands for the base; no IRI can begin with it, as none begins without a letter.
  static let baseMark: Character = "~"

  /// Makes an encoder.
  ///
  /// - Parameter base: What most IRIs begin with, for whose sake it is left out of them; whoever
  ///   reads the bytes has to know it. Without one, IRIs stand as they are.
  init(base: String? = nil) { self.base = base }

  /// Writes a number that is not negative.
  mutating func write(_ number: Int) {
    var rest = UInt64(number)
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes all bits of a number, the lowest byte first.
  mutating func write(bits: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ number: Double) { write(bits: number.bitPattern) }

  mutating func write(_ text: String) {
    if let known = texts[ExactText(text: text)] {
      write(known + 1)
      return
    }
    texts[ExactText(text: text)] = texts.count
    write(0)
    let utf8 = text.utf8
    write(utf8.count)
    bytes.append(contentsOf: utf8)
  }

  /// Writes an IRI, without the base where it begins with it.
  mutating func write(_ iri: IRI) {
    guard let base, let rest = CodePoints.rest(of: iri.string, after: base) else {
      return write(iri.string)
    }
    write("\(Self.baseMark)\(rest)")
  }

  mutating func write<Value: RawRepresentable<String>>(_ value: Value) { write(value.rawValue) }

  /// Writes whether there is a value, and the value.
  mutating func write<Value>(
    _ value: Value?, _ writeValue: (inout RecordEncoder, Value) -> Void
  ) {
    write(value != nil)
    if let value { writeValue(&self, value) }
  }

  mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  mutating func write(_ iri: IRI?) { write(iri) { $0.write($1) } }

  mutating func write(_ number: Int?) { write(number) { $0.write($1) } }

  /// Writes the number of values, and the values in their order.
  mutating func write<Values: Collection>(
    _ values: Values, _ writeValue: (inout RecordEncoder, Values.Element) -> Void
  ) {
    write(values.count)
    for value in values { writeValue(&self, value) }
  }
}

/// A text that equals another only where it has the same code points; Swift's strings are equal too
/// where they are canonically equivalent.
private struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool {
    CodePoints.areSame(left.text, right.text)
  }
}
