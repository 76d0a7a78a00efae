/// The first keys of some stretches of a file, in order, and where the stretches begin.
struct SortedBlock {
  private var keys: [UInt8] = []
  /// Where each key ends.
  private var ends: [Int] = []
  private var places: [Int] = []
  /// Where the last stretch ends; nothing where it still grows.
  private var end: Int?

  /// Makes a block of nothing.
  init() {}

  /// The number of stretches.
  var count: Int { places.count }

  /// The first of the keys.
  var firstKey: [UInt8] { count == 0 ? [] : Array(keys[..<ends[0]]) }

  /// Adds a stretch that begins where the last one ends.
  mutating func append(_ key: [UInt8], _ place: Int) {
    keys += key
    ends.append(keys.count)
    places.append(place)
  }

  /// The last stretch that does not begin behind a key; nothing where all do.
  func last(notAfter key: [UInt8]) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let range = (middle == 0 ? 0 : ends[middle - 1])..<ends[middle]
      if ByteOrder.compare(keys, range, key, 0..<key.count) <= 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? nil : low - 1
  }

  /// Where a stretch lies in a file that has so many bytes.
  func range(of stretch: Int, in byteCount: Int) -> Range<Int> {
    places[stretch]..<(stretch + 1 < count ? places[stretch + 1] : end ?? byteCount)
  }

  /// The block as bytes, once it is known where its last stretch ends.
  func encoded(end: Int) -> [UInt8] {
    var encoder = RecordEncoder()
    encoder.write(end)
    encoder.write(places) { $0.write($1) }
    for end in ends { encoder.write(end) }
    return encoder.bytes + keys
  }

  /// Reads a block that was written in this process.
  init(_ bytes: [UInt8]) throws(RecordError) {
    var decoder = RecordDecoder(bytes)
    end = try decoder.number()
    places = try decoder.array { decoder throws(RecordError) in try decoder.number() }
    for _ in places { ends.append(try decoder.number()) }
    keys = Array(bytes[decoder.offset...])
  }
}
