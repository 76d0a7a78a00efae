extension SeededGenerator {
  /// A number from 0 up to but not including `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// An element of a collection that is not empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Whether something happens that happens in `percent` of all cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
