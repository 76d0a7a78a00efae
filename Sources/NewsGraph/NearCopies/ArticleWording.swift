import Extraction

/// The wording of an article as hashes of its shingles, each six words in a row.
///
/// A. Broder, "On the resemblance and containment of documents", SEQUENCES 1997. What stands in
/// quotation marks is left out: papers that report the same words of a speaker are no copies of
/// each other for that.
struct ArticleWording: Sendable {
  /// The number of words in a shingle.
  static let width = 6
  /// The bits of an offset; a shingle further on in a text is left out.
  private static let offsetMask: UInt64 = 0xFF_FFFF

  /// The shingles in text order: 40 bits of hash, then the offset of the first word.
  private(set) var shingles: [UInt64] = []
  /// The names of the publisher and of the agencies that the article credits.
  var credits: Set<String> = []

  /// Takes a wording that was read before.
  init(shingles: [UInt64], credits: Set<String>) {
    self.shingles = shingles
    self.credits = credits
  }

  /// Reads the wording of the blocks of an article that are read.
  init(_ article: Article) {
    var window: [(hash: UInt64, begin: Int)] = []
    let scalars = article.text.scalars
    for block in article.blocks where block.isRead && block.kind != .quote {
      if block.kind != .paragraph { window.removeAll(keepingCapacity: true) }
      var isQuoted = false
      var index = block.range.begin
      while index < block.range.end {
        let scalar = scalars[index]
        if let quote = Self.quote(scalar, wasQuoted: isQuoted) {
          isQuoted = quote
          window.removeAll(keepingCapacity: true)
        }
        guard !isQuoted, Self.isWordPart(scalar) else {
          index += 1
          continue
        }
        let begin = index
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        while index < block.range.end, Self.isWordPart(scalars[index]) {
          hash = (hash ^ UInt64(Self.lowercase(scalars[index]))) &* 0x100_0000_01B3
          index += 1
        }
        window.append((hash, begin))
        if window.count > Self.width { window.removeFirst() }
        if window.count == Self.width { add(window) }
      }
      if block.kind != .paragraph { window.removeAll(keepingCapacity: true) }
    }
  }

  private mutating func add(_ window: [(hash: UInt64, begin: Int)]) {
    guard window[0].begin <= Int(Self.offsetMask) else { return }
    var hash: UInt64 = 0
    for word in window { hash = (hash ^ word.hash) &* 0x9E37_79B9_7F4A_7C15 &+ (hash >> 29) }
    hash ^= hash >> 31
    shingles.append(Self.hash(hash) | UInt64(window[0].begin))
  }

  /// The hash of a shingle, in its 40 high bits.
  static func hash(_ shingle: UInt64) -> UInt64 { shingle & ~offsetMask }

  /// The offset of the first word of a shingle, in code points.
  static func offset(_ shingle: UInt64) -> Int { Int(shingle & offsetMask) }

  // MARK: - Characters

  /// Whether a quotation is open after a mark; nothing for what is no mark.
  private static func quote(_ scalar: Unicode.Scalar, wasQuoted: Bool) -> Bool? {
    switch scalar {
    case "\"": !wasQuoted
    case "“", "„", "«": true
    case "”", "»": false
    default: nil
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  private static func lowercase(_ scalar: Unicode.Scalar) -> UInt32 {
    if (0x41...0x5A).contains(scalar.value) { return scalar.value | 0x20 }
    guard scalar.value >= 0x80 else { return scalar.value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
  }
}
