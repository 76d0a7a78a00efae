/// Names and what they name, for lookups of word sequences.
///
/// A hash table with open addressing over hashes of the names: the names themselves are not kept.
/// Two of a million names share a 64-bit hash with a probability of 3 in 100 million.
struct NameIndex: Sendable {
  /// What is known of one name of one entry.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The name means something else as often.
    static let ambiguous = Flags(rawValue: 1)
    /// It is not the main name.
    static let alias = Flags(rawValue: 2)
    /// It is written in capitals and long enough to be written otherwise, too: `NATO`, `Nato`.
    static let capitals = Flags(rawValue: 4)
    /// The demonym is an adjective.
    static let adjective = Flags(rawValue: 8)
    /// The demonym names one of the people.
    static let singular = Flags(rawValue: 16)
    /// The demonym names several of the people.
    static let plural = Flags(rawValue: 32)
  }

  /// A name's entry, as a lookup returns it.
  struct Hit: Sendable {
    let entry: Int
    let flags: Flags
  }

  /// How much of the case of letters has to agree.
  enum CaseRule: Sendable {
    case exact
    case ignored
  }

  private struct Slot: Sendable {
    var key: UInt64 = 0
    var entry: Int32 = 0
    /// The flags in the low byte, 24 bits of the exact hash above.
    var details: UInt32 = 0
  }

  private var slots: [Slot]
  private var count = 0
  /// The largest number of words in a name.
  private(set) var maximumWords = 0

  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  /// Adds a name of an entry; a name without letters or digits is left out.
  mutating func insert(_ name: some Sequence<UInt8>, entry: Int, flags: Flags = []) {
    var hasher = NameHasher()
    hasher.add(name)
    guard !hasher.isEmpty else { return }
    if (count + 1) * 4 > slots.count * 3 { grow() }
    var flags = flags
    if hasher.isAllCapitals, hasher.capitals >= 4 { flags.insert(.capitals) }
    maximumWords = max(maximumWords, hasher.words)
    place(
      Slot(
        key: hasher.key, entry: Int32(entry),
        details: UInt32(truncatingIfNeeded: hasher.exact >> 40) << 8 | UInt32(flags.rawValue)))
  }

  /// The entries with a name, in no particular order.
  func hits(_ hasher: NameHasher, rule: CaseRule = .exact) -> [Hit] {
    let key = hasher.key
    let exact = UInt32(truncatingIfNeeded: hasher.exact >> 40) & 0xFF_FFFF
    var hits: [Hit] = []
    var position = Int(truncatingIfNeeded: key >> 20) & (slots.count - 1)
    while slots[position].key != 0 {
      let slot = slots[position]
      position = (position + 1) & (slots.count - 1)
      guard slot.key == key else { continue }
      let flags = Flags(rawValue: UInt8(truncatingIfNeeded: slot.details))
      guard
        rule == .ignored || slot.details >> 8 == exact
          || (flags.contains(.capitals) && hasher.isTitle)
      else { continue }
      hits.append(Hit(entry: Int(slot.entry), flags: flags))
    }
    return hits
  }

  private mutating func place(_ slot: Slot) {
    var position = Int(truncatingIfNeeded: slot.key >> 20) & (slots.count - 1)
    while slots[position].key != 0 {
      if slots[position].key == slot.key, slots[position].entry == slot.entry,
        slots[position].details >> 8 == slot.details >> 8
      {
        merge(slot, into: position)
        return
      }
      position = (position + 1) & (slots.count - 1)
    }
    slots[position] = slot
    count += 1
  }

  /// Joins the flags of one name that an entry has twice, as `US` and `U.S.`; a main name is no
  /// alias, and a name with a clear spelling is not ambiguous.
  private mutating func merge(_ slot: Slot, into position: Int) {
    let old = Flags(rawValue: UInt8(truncatingIfNeeded: slots[position].details))
    let new = Flags(rawValue: UInt8(truncatingIfNeeded: slot.details))
    var union = old.union(new)
    if !old.contains(.alias) || !new.contains(.alias) { union.remove(.alias) }
    if !old.contains(.ambiguous) || !new.contains(.ambiguous) { union.remove(.ambiguous) }
    slots[position].details = slot.details & ~0xFF | UInt32(union.rawValue)
  }

  /// Makes room for more names at once, so that a large table is not moved again and again.
  mutating func reserve(additional: Int) {
    var size = slots.count
    while (count + additional) * 4 > size * 3 { size *= 2 }
    if size > slots.count { resize(to: size) }
  }

  private mutating func grow() { resize(to: slots.count * 2) }

  private mutating func resize(to size: Int) {
    let old = slots
    slots = Array(repeating: Slot(), count: size)
    count = 0
    for slot in old where slot.key != 0 { place(slot) }
  }
}

extension NameIndex {
  /// The longest sequence of words from `start` on that is a name, with its length in words and
  /// its entries.
  func longestHits(
    in forms: [String], at start: Int, rule: CaseRule = .exact
  ) -> (length: Int, hits: [Hit])? {
    var hasher = NameHasher()
    var best: (length: Int, hits: [Hit])?
    for position in start..<forms.count {
      let before = hasher.folded
      hasher.addToken(forms[position])
      if hasher.isEmpty || hasher.words > maximumWords { break }
      // A dot or a closing apostrophe adds nothing and does not belong to the name.
      if hasher.folded == before { continue }
      let found = hits(hasher, rule: rule)
      if !found.isEmpty { best = (position - start + 1, found) }
    }
    return best
  }

  /// The entries with a whole name.
  func hits(_ name: String, rule: CaseRule = .exact) -> [Hit] {
    var hasher = NameHasher()
    hasher.add(name.utf8)
    return hasher.isEmpty ? [] : hits(hasher, rule: rule)
  }
}
