/// Phrases of lower-case words and what stands behind them, for longest matches in a sentence.
///
/// A hyphen counts as a space, in the phrase and in the sentence, whether it is a word of its own
/// or not: `co-chair` equals `co`, `-`, `chair`.
struct PhraseIndex<Value: Sendable>: Sendable {
  private var values: [String: [Value]] = [:]
  /// For each first word the numbers of words of the phrases that begin with it, falling.
  private var lengths: [String: [Int]] = [:]

  /// Adds a value behind a phrase.
  mutating func insert(_ value: Value, at phrase: String) {
    let words = Self.words(phrase)
    guard let first = words.first else { return }
    values[words.joined(separator: " "), default: []].append(value)
    var known = lengths[String(first)] ?? []
    if !known.contains(words.count) {
      known.append(words.count)
      lengths[String(first)] = known.sorted(by: >)
    }
  }

  /// The values behind a whole phrase.
  subscript(phrase: String) -> [Value] {
    if let found = values[phrase] { return found }
    return phrase.contains("-") ? values[Self.words(phrase).joined(separator: " ")] ?? [] : []
  }

  /// The longest phrase that begins at a word, with its length in words of the sentence.
  ///
  /// A first or a last word in the plural counts as its singular: `foreign ministers`, `chiefs of
  /// staff`.
  func longest(in sentence: [String], at start: Int) -> (values: [Value], length: Int)? {
    guard start < sentence.count, let beginning = Self.words(sentence[start]).first else {
      return nil
    }
    let firstWords = [beginning] + Self.singulars(beginning)
    let maximum = firstWords.compactMap { lengths[$0]?.first }.max() ?? 0
    guard maximum > 0 else { return nil }
    let (words, ends) = Self.flattened(sentence, from: start, maximum: maximum)
    for length in stride(from: words.count, to: 0, by: -1) {
      guard let end = ends[length - 1] else { continue }
      for first in firstWords where lengths[first]?.contains(length) == true {
        if let found = value(first, words[1..<max(length, 1)], length) {
          return (found, end - start)
        }
      }
    }
    return nil
  }

  private func value(_ first: String, _ rest: ArraySlice<String>, _ length: Int) -> [Value]? {
    guard let last = rest.last else { return values[first] }
    let middle = ([first] + rest.dropLast()).joined(separator: " ")
    for word in [last] + Self.singulars(last) {
      if let found = values["\(middle) \(word)"] { return found }
    }
    return nil
  }

  /// The words of a sentence without hyphens, and behind each one where it ends a word of the
  /// sentence the index after that.
  private static func flattened(
    _ sentence: [String], from start: Int, maximum: Int
  ) -> (words: [String], ends: [Int?]) {
    var words: [String] = []
    var ends: [Int?] = []
    for index in start..<sentence.count where words.count < maximum {
      let parts = Self.words(sentence[index])
      for (position, part) in parts.enumerated() where words.count < maximum {
        words.append(part)
        ends.append(position == parts.count - 1 ? index + 1 : nil)
      }
    }
    return (words, ends)
  }

  private static func words(_ phrase: String) -> [String] {
    phrase.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
      ? phrase.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        .map { String(Substring($0)) }
      : phrase.isEmpty ? [] : [phrase]
  }

  /// What a regular or a frequent irregular plural can be the plural of.
  static func singulars(_ word: String) -> [String] {
    if word.hasSuffix("men") { return [word.dropLast(3) + "man"] }
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return [] }
    var singulars = [String(word.dropLast())]
    if word.hasSuffix("ies") { singulars.append(word.dropLast(3) + "y") }
    if word.hasSuffix("es") { singulars.append(String(word.dropLast(2))) }
    return singulars
  }
}
