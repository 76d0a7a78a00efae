/// Texts one after the other in one stretch of memory: many short ones take half of it otherwise for
/// where they begin and who holds them.
package struct PackedTexts: RandomAccessCollection, Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  /// Packs texts.
  package init(_ texts: some Sequence<String>) {
    for text in texts { append(text) }
  }

  /// Makes a pack of nothing.
  package init() {}

  /// Adds a text.
  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
  }

  /// Adds a text of UTF-8.
  mutating func append(utf8 text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int { ends.count }

  package subscript(number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// The number of the first text that does not come before another one, in an order by bytes that
  /// the texts are in.
  package func firstIndex(notBefore text: String) -> Int {
    let searched = Array(text.utf8)
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ByteOrder.compare(bytes, range(middle), searched, 0..<searched.count) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The number of a text among texts in the order of their bytes; nothing where it is not there.
  package func sortedIndex(of text: String) -> Int? {
    let found = firstIndex(notBefore: text)
    return found < ends.count && bytes[range(found)].elementsEqual(text.utf8) ? found : nil
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }
}
