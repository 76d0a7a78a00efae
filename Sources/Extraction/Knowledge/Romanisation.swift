/// The spellings that names from other alphabets have in Latin letters, brought to one form.
///
/// The rules stand in `Ontology/gazetteer/romanisation.tsv`, each with the standards that it comes
/// from. The result serves to compare names and is never shown.
public struct Romanisation: Sendable {
  /// A spelling that is replaced.
  struct Rule: Sendable {
    let place: Place
    let spelling: [UInt8]
    let usual: [UInt8]
  }

  /// Where in a word a rule looks.
  enum Place: String, Sendable, CaseIterable {
    case any, start, end
  }

  private var rules: [Rule] = []

  /// Reads the rules of a folder; none where the table is not there.
  ///
  /// - Throws: A `KnowledgeError` for a table that cannot be read or a place that does not exist.
  public init(folder: OntologyFolder) throws(KnowledgeError) {
    guard let table = try NameVariants.table(folder, "romanisation", key: "place") else { return }
    let place = try table.requiredColumn("place")
    let spelling = try table.requiredColumn("spelling")
    let usual = try table.requiredColumn("usual")
    for index in 0..<table.count {
      let row = table[index]
      guard let where_ = Place(rawValue: row.string(place)) else {
        throw row.error("no place called \"\(row.string(place))\"; expected any, start or end")
      }
      let letters = Array(row.string(spelling).utf8)
      guard !letters.isEmpty else { throw row.error("a rule without a spelling") }
      rules.append(Rule(place: where_, spelling: letters, usual: Array(row.string(usual).utf8)))
    }
  }

  /// The form of a word in which its usual spellings are equal.
  ///
  /// - Parameter word: A word in lower case without marks, as `NameFolding.plainWords` gives it;
  ///   one with other than Latin letters stays as it is.
  public func canonical(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.count > 2, letters.allSatisfy({ $0 < 0x80 }) else { return word }
    for rule in rules { rule.apply(to: &letters) }
    var single: [UInt8] = []
    for letter in letters where single.last != letter { single.append(letter) }
    return String(decoding: single, as: UTF8.self)
  }

  /// The consonants of a canonical form, and its first letter where that is a vowel: what all
  /// spellings of a name agree on, and others may, too.
  public static func skeleton(_ canonical: String) -> String {
    var result: [UInt8] = []
    for (index, letter) in canonical.utf8.enumerated() {
      if isVowel(letter) {
        if index == 0 { result.append(UInt8(ascii: "a")) }
      } else if letter != UInt8(ascii: "h") || index == 0 {
        if result.last != letter { result.append(letter) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether two canonical forms can be spellings of one name: equal but for a vowel that is
  /// written in two ways, `a` or `e`, `e` or `i`, `o` or `u`; for two of them in a long name.
  ///
  /// Short names differ in a vowel and are others: `Lan`, `Len`.
  public static func areSpellings(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let a = Array(left.utf8)
    let b = Array(right.utf8)
    guard a.count == b.count, a.count >= 5, a[0] == b[0] else { return false }
    var differences = 0
    for (x, y) in zip(a, b) where x != y {
      guard isInterchangeable(x, y) else { return false }
      differences += 1
    }
    return differences <= (a.count >= 8 ? 2 : 1)
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  private static func isInterchangeable(_ x: UInt8, _ y: UInt8) -> Bool {
    switch (min(x, y), max(x, y)) {
    case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "e"), UInt8(ascii: "i")),
      (UInt8(ascii: "o"), UInt8(ascii: "u")):
      true
    default: false
    }
  }
}

extension Romanisation.Rule {
  func apply(to letters: inout [UInt8]) {
    switch place {
    case .start: if letters.starts(with: spelling) { replace(0, in: &letters) }
    case .end:
      let begin = letters.count - spelling.count
      if begin >= 0, letters[begin...].elementsEqual(spelling) { replace(begin, in: &letters) }
    case .any:
      var index = 0
      while index + spelling.count <= letters.count {
        if letters[index] == spelling[0],
          letters[index..<(index + spelling.count)].elementsEqual(spelling)
        {
          replace(index, in: &letters)
          index += usual.count
        } else {
          index += 1
        }
      }
    }
  }

  private func replace(_ begin: Int, in letters: inout [UInt8]) {
    letters.replaceSubrange(begin..<(begin + spelling.count), with: usual)
  }
}
