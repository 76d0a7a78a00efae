/// Stable names of articles.
enum ArticleIdentifier {
  /// The name that a URL gives: host without `www.`, path and query, with hyphens between.
  ///
  /// `https://www.example.org/world/talks?id=7` is `example.org-world-talks-id-7`. A long one is
  /// cut and gets a hash of the whole, so that different URLs keep different names.
  static func name(ofURL url: String) -> String? {
    guard let colon = url.firstRange(of: "://") else { return nil }
    var rest = url[colon.upperBound...].prefix { $0 != "#" }
    if rest.lowercased().hasPrefix("www.") { rest = rest.dropFirst(4) }
    let host = rest.prefix { $0 != "/" && $0 != "?" }.lowercased()
    guard host.contains(".") || host.hasPrefix("localhost") else { return nil }
    var name = ""
    for scalar in (host + rest.dropFirst(host.count)).unicodeScalars {
      let isKept = scalar.isLetterOrDigit || scalar == "." || scalar == "_"
      if isKept { name.unicodeScalars.append(scalar) } else if !name.hasSuffix("-") { name += "-" }
    }
    while name.hasSuffix("-") || name.hasSuffix(".") { name.removeLast() }
    for ending in [".html", ".htm"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    guard name.utf8.count > 120 else { return name }
    return name.prefix(100) + "-" + hash(url)
  }

  /// FNV-1a of 64 bits, in hexadecimal digits.
  private static func hash(_ text: String) -> String {
    let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The names given so far in a run.
struct TakenNames {
  private var names: Set<String> = []

  /// `name`, or with the first free number behind it: `name-2`.
  mutating func claim(_ name: String) -> String {
    if names.insert(name).inserted { return name }
    var number = 2
    while !names.insert("\(name)-\(number)").inserted { number += 1 }
    return "\(name)-\(number)"
  }
}
