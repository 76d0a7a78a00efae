/// Sorts any number of records by their keys with a bounded memory.
///
/// Records with one key come in the order in which they were added. Sorted runs go to a temporary
/// file and are merged (D. Knuth, The Art of Computer Programming, volume 3, 5.4); what fits into
/// memory stays there.
package final class ExternalSorter {
  /// A record in memory: key and value follow each other.
  private struct Entry {
    var begin: Int
    var keyEnd: Int
    var end: Int
  }

  private let storage: TemporaryStorage
  private let file: SpillFile
  private var runs: [Range<Int>] = []
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  package init(_ storage: TemporaryStorage) {
    self.storage = storage
    file = SpillFile(storage)
  }

  /// Adds a record.
  package func add(key: [UInt8], value: [UInt8]) throws(OutputError) {
    reserve(key.count + value.count)
    let begin = bytes.count
    bytes.append(contentsOf: key)
    bytes.append(contentsOf: value)
    entries.append(Entry(begin: begin, keyEnd: begin + key.count, end: bytes.count))
    if bytes.count + entries.count * MemoryLayout<Entry>.stride >= storage.memory {
      try writeRun()
    }
  }

  /// Takes all the room at once that a run may need, as growing would need it twice; what is not
  /// written to takes no memory.
  private func reserve(_ more: Int) {
    guard bytes.count + more > bytes.capacity, bytes.capacity >= Self.smallRun else { return }
    bytes.reserveCapacity(max(storage.memory, bytes.count + more))
  }

  /// The size below which a run grows as it comes.
  private static let smallRun = 1 << 20

  /// The records in order; nothing may be added afterwards.
  package func finish() throws(OutputError) -> SortedRecords {
    if runs.isEmpty {
      sort()
      let sorted = SortedRecords(
        bytes, entries.map { (key: $0.begin..<$0.keyEnd, value: $0.keyEnd..<$0.end) })
      clear()
      return sorted
    }
    try writeRun()
    clear()
    let chunkSize = min(256 << 10, max(4 << 10, storage.memory / runs.count))
    return try SortedRecords(runs.map { SpillReader(file, $0, chunkSize: chunkSize) })
  }

  private func sort() {
    let bytes = bytes
    entries.sort { left, right in
      let order = ByteOrder.compare(
        bytes, left.begin..<left.keyEnd, bytes, right.begin..<right.keyEnd)
      return order != 0 ? order < 0 : left.begin < right.begin || left.end < right.end
    }
  }

  private func writeRun() throws(OutputError) {
    guard !entries.isEmpty else { return }
    sort()
    let begin = file.count
    for entry in entries {
      try file.append(
        key: bytes[entry.begin..<entry.keyEnd], value: bytes[entry.keyEnd..<entry.end])
    }
    runs.append(begin..<file.count)
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  private func clear() {
    bytes = []
    entries = []
  }
}

/// The records of an `ExternalSorter` in their order.
package final class SortedRecords {
  /// A record.
  package struct Record {
    package let key: [UInt8]
    package let value: [UInt8]
  }

  // One of the two is empty.
  private let bytes: [UInt8]
  private var entries: ArraySlice<(key: Range<Int>, value: Range<Int>)>
  private var runs: [SpillReader] = []
  /// The next record of each run.
  private var heads: [Record?] = []
  private var order = MergeHeap()

  fileprivate init(_ bytes: [UInt8], _ entries: [(key: Range<Int>, value: Range<Int>)]) {
    self.bytes = bytes
    self.entries = entries[...]
  }

  fileprivate init(_ runs: [SpillReader]) throws(OutputError) {
    bytes = []
    entries = []
    self.runs = runs
    heads = [Record?](repeating: nil, count: runs.count)
    for run in runs.indices where try advance(run) {
      order.insert(run) { self.precedes($0, $1) }
    }
  }

  /// The next record; nothing at the end.
  package func next() throws(OutputError) -> Record? {
    if let entry = entries.popFirst() {
      return Record(key: Array(bytes[entry.key]), value: Array(bytes[entry.value]))
    }
    guard let run = order.first, let record = heads[run] else { return nil }
    if try advance(run) {
      order.replaceFirst(by: run) { precedes($0, $1) }
    } else {
      order.removeFirst { precedes($0, $1) }
    }
    return record
  }

  private func advance(_ run: Int) throws(OutputError) -> Bool {
    guard let key = try runs[run].next(), let value = try runs[run].next() else {
      heads[run] = nil
      return false
    }
    heads[run] = Record(key: key, value: value)
    return true
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let order = ByteOrder.compare(heads[left]?.key ?? [], heads[right]?.key ?? [])
    return order != 0 ? order < 0 : left < right
  }
}

/// The numbers of the runs that are merged, the one whose record is next first.
struct MergeHeap {
  private var runs: [Int] = []

  var first: Int? { runs.first }

  mutating func insert(_ run: Int, by precedes: (Int, Int) -> Bool) {
    runs.append(run)
    var child = runs.count - 1
    while child > 0, precedes(runs[child], runs[(child - 1) / 2]) {
      runs.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func replaceFirst(by run: Int, by precedes: (Int, Int) -> Bool) {
    runs[0] = run
    sink(by: precedes)
  }

  mutating func removeFirst(by precedes: (Int, Int) -> Bool) {
    let last = runs.removeLast()
    guard !runs.isEmpty else { return }
    runs[0] = last
    sink(by: precedes)
  }

  private mutating func sink(by precedes: (Int, Int) -> Bool) {
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2]
      where child < runs.count && precedes(runs[child], runs[least]) {
        least = child
      }
      if least == parent { return }
      runs.swapAt(parent, least)
      parent = least
    }
  }
}
