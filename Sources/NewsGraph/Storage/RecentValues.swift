/// Values that were looked up lately, by their keys: what is looked up often stays.
///
/// There are two halves. What is found in the older one goes to the newer one; once that is full, it
/// becomes the older one.
struct RecentValues<Key: Hashable, Value> {
  private var newer: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  private let half: Int

  /// Makes room for values.
  ///
  /// - Parameter limit: How many there are at most.
  init(limit: Int) { half = max(1, limit / 2) }

  /// The value of a key, or what a lookup gives for it.
  mutating func value(of key: Key, _ find: () throws -> Value) rethrows -> Value {
    if let value = newer[key] { return value }
    let value = try older[key] ?? find()
    if newer.count >= half {
      older = newer
      newer = [:]
    }
    newer[key] = value
    return value
  }
}
