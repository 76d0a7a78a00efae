/// The bounds on what the entities of an XML document may stand for.
///
/// A reference is measured, with all references inside, before libxml2 sees what it stands for.
struct XMLEntityGuard {
  private let limits: GraphReadingLimits
  private var contents: [String: [UInt8]] = [:]
  private var lengths: [String: Int] = [:]
  private var others: Set<String> = []
  private var expanded = 0
  /// How much of the document has been read, in bytes.
  var bytesRead = 0

  init(_ limits: GraphReadingLimits) { self.limits = limits }

  /// Takes note of an internal entity; the first declaration holds.
  mutating func declare(_ name: String, _ content: [UInt8]) {
    if contents[name] == nil { contents[name] = content }
  }

  /// Takes note of an entity that is not internal.
  mutating func declareOther(_ name: String) { others.insert(name) }

  /// Counts a reference; the reason against it, where there is one.
  mutating func use(_ name: String) -> String? {
    if others.contains(name) {
      return "the entity '&\(name);' is external, and nothing is loaded from outside"
    }
    guard contents[name] != nil else { return "the entity '&\(name);' is not declared" }
    guard let length = length(of: name, depth: 0) else {
      return
        "the entity '&\(name);' stands for more than the limit of \(limits.entityLength) bytes,"
        + " or for itself"
    }
    expanded += length
    guard expanded <= (1 << 20) + limits.entityAmplification * bytesRead else {
      return "entities stand for more text than the limit of a mebibyte and"
        + " \(limits.entityAmplification) times the file"
    }
    return nil
  }

  /// The length of what a name stands for; nothing where it is over the limit.
  private mutating func length(of name: String, depth: Int) -> Int? {
    if let known = lengths[name] { return known < 0 ? nil : known }
    guard depth < 40, let content = contents[name] else { return depth < 40 ? 0 : nil }
    // Meeting the name again below is a cycle.
    lengths[name] = -1
    var length = content.count
    for inner in Self.references(content) {
      guard let innerLength = self.length(of: inner, depth: depth + 1) else { return nil }
      length += innerLength
      if length > limits.entityLength { return nil }
    }
    guard length <= limits.entityLength else { return nil }
    lengths[name] = length
    return length
  }

  /// The names between `&` and `;` in a text.
  private static func references(_ content: [UInt8]) -> [String] {
    var names: [String] = []
    var rest = content[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      rest = rest[(start + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { break }
      if rest.first != UInt8(ascii: "#") {
        names.append(String(decoding: rest[..<end], as: UTF8.self))
      }
      rest = rest[(end + 1)...]
    }
    return names
  }
}
