/// Sorts any number of whole numbers with a bounded memory.
package final class NumberSorter {
  private let storage: TemporaryStorage
  private let file: SpillFile
  private let limit: Int
  private var runs: [Range<Int>] = []
  private var numbers: [UInt64] = []

  package init(_ storage: TemporaryStorage) {
    self.storage = storage
    file = SpillFile(storage)
    limit = max(1, storage.memory / MemoryLayout<UInt64>.stride)
  }

  /// Adds a number.
  package func add(_ number: UInt64) throws(OutputError) {
    if numbers.count == numbers.capacity, numbers.capacity >= 1 << 17 {
      // All at once, as growing would need the room twice; what is not written to takes none.
      numbers.reserveCapacity(max(limit, numbers.count + 1))
    }
    numbers.append(number)
    if numbers.count >= limit { try writeRun() }
  }

  /// The numbers in order, each as often as it was added; nothing may be added afterwards.
  package func finish() throws(OutputError) -> SortedNumbers {
    defer { numbers = [] }
    if runs.isEmpty {
      numbers.sort()
      return SortedNumbers(numbers)
    }
    try writeRun()
    let size = min(256 << 10, max(4 << 10, storage.memory / runs.count))
    return try SortedNumbers(runs.map { SortedNumbers.Run(file, $0, size: size) })
  }

  private func writeRun() throws(OutputError) {
    guard !numbers.isEmpty else { return }
    numbers.sort()
    let begin = file.count
    for start in stride(from: 0, to: numbers.count, by: 8192) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(8192 * 8)
      for number in numbers[start..<min(start + 8192, numbers.count)] {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
      }
      try file.append(bytes)
    }
    runs.append(begin..<file.count)
    numbers.removeAll(keepingCapacity: true)
  }
}

/// The numbers of a `NumberSorter` in their order.
package final class SortedNumbers {
  /// The numbers of a run that are still to come.
  fileprivate struct Run {
    private let file: SpillFile
    private let size: Int
    private var rest: Range<Int>
    private var numbers: ArraySlice<UInt64> = []

    init(_ file: SpillFile, _ range: Range<Int>, size: Int) {
      self.file = file
      self.size = size / 8 * 8
      rest = range
    }

    var first: UInt64? { numbers.first }

    /// Passes over the first number; false at the end.
    mutating func advance() throws(OutputError) -> Bool {
      numbers = numbers.dropFirst()
      if !numbers.isEmpty { return true }
      guard !rest.isEmpty else { return false }
      let end = min(rest.upperBound, rest.lowerBound + size)
      let bytes = try file.read(rest.lowerBound..<end)
      rest = end..<rest.upperBound
      numbers =
        stride(from: 0, to: bytes.count, by: 8).map { begin in
          (0..<8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[begin + $1]) }
        }[...]
      return true
    }
  }

  // One of the two is empty.
  private var numbers: ArraySlice<UInt64>
  private var runs: [Run] = []
  private var order = MergeHeap()

  fileprivate init(_ numbers: [UInt64]) { self.numbers = numbers[...] }

  fileprivate init(_ runs: [Run]) throws(OutputError) {
    numbers = []
    self.runs = runs
    for run in runs.indices where try self.runs[run].advance() {
      order.insert(run) { self.precedes($0, $1) }
    }
  }

  /// The next number; nothing at the end.
  package func next() throws(OutputError) -> UInt64? {
    if let number = numbers.popFirst() { return number }
    guard let run = order.first, let number = runs[run].first else { return nil }
    if try runs[run].advance() {
      order.replaceFirst(by: run) { precedes($0, $1) }
    } else {
      order.removeFirst { precedes($0, $1) }
    }
    return number
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (runs[left].first ?? .max, left) < (runs[right].first ?? .max, right)
  }
}
