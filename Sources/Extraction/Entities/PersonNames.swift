/// Whether two names of persons can name one person.
enum PersonNames {
  /// How a short name can stand for a full one, the closer the larger.
  enum Closeness: Int, Comparable {
    /// The given name alone.
    case givenName = 1
    /// The surname, with or without initials.
    case surname = 2

    static func < (left: Closeness, right: Closeness) -> Bool { left.rawValue < right.rawValue }
  }

  /// How close `short` is to a full name, or nothing where it cannot stand for it.
  ///
  /// Both are folded.
  static func closeness(of short: [String], to full: [String]) -> Closeness? {
    guard !short.isEmpty, full.count > 1, short != full else { return nil }
    if full.count > short.count, full.suffix(short.count) == short[...] { return .surname }
    if full.count >= short.count, initialsMatch(short, full) { return .surname }
    guard short.count == 1, let first = full.first else { return nil }
    // In the order of East Asia the surname comes first.
    if first == short[0] { return full.count == 3 ? .surname : .givenName }
    return nil
  }

  /// Whether `J. Smith`, `John F. Smith` or `John Smith` can be `John Francis Smith`.
  private static func initialsMatch(_ words: [String], _ full: [String]) -> Bool {
    guard words.count >= 2, words.last == full.last, let a = words.first, let b = full.first
    else { return false }
    return (a.count == 1 && b.hasPrefix(a)) || (b.count == 1 && a.hasPrefix(b)) || a == b
  }

  /// Whether two full names differ by a slip or a choice of spelling in one word: `Mahmud` and
  /// `Mahmoud`.
  static func areVariants(_ left: [String], _ right: [String]) -> Bool {
    guard left.count == right.count, left.count > 1 else { return false }
    let different = zip(left, right).filter { $0 != $1 }
    guard different.count == 1, let (a, b) = different.first else { return false }
    let length = min(a.count, b.count)
    guard length > 3, a.first == b.first else { return false }
    return distance(Array(a.utf8), Array(b.utf8)) <= (length > 5 ? 2 : 1)
  }

  /// The number of letters to add, take away or change (Levenshtein).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
