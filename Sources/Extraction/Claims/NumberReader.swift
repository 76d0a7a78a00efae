/// Reads numbers in digits and words: `40`, `9,000`, `2.5 million`, `forty-two`, `a dozen`.
struct NumberReader {
  let tree: SentenceTree

  /// The numeral that counts a noun, as a decimal number without a sign; nothing where the noun has
  /// none, or one that is no single number (`hundreds of people`, `10 to 20 people`).
  func count(of noun: Int) -> (value: String, token: Int)? {
    for child in tree.children(of: noun, "nummod") {
      if let value = value(endingAt: child) { return (value, child) }
    }
    return nil
  }

  /// The number that a word ends or is: `2.5 million` at `million`.
  func value(endingAt word: Int) -> String? {
    var parts = tree.children(of: word, "compound", "nummod", "flat", "conj") + [word]
    parts = parts.filter { tree.tokens[$0].upos == .numeral || Self.words[tree.form($0)] != nil }
    // 'ten to twenty': two numbers are none.
    guard tree.children(of: word, "nmod", "obl").allSatisfy({ tree.tokens[$0].upos != .numeral })
    else { return nil }
    return Self.value(of: parts.sorted().map { tree.form($0) })
  }

  /// The number that words say, as a decimal number; nothing where they say none.
  static func value(of forms: [String]) -> String? {
    var total: Double = 0
    var current: Double = 0
    var hasNumber = false
    for form in forms.flatMap({ $0.split(separator: "-").map(String.init) }) {
      if form == "and" { continue }
      if let digits = digits(form) {
        current += digits
      } else if let word = words[form] {
        if word >= 1000 {
          total += max(current, 1) * word
          current = 0
        } else if word == 100 || form == "dozen" {
          current = max(current, 1) * word
        } else {
          current += word
        }
      } else {
        return nil
      }
      hasNumber = true
    }
    return hasNumber ? text(total + current) : nil
  }

  private static func digits(_ form: String) -> Double? {
    guard form.utf8.first.map({ (48...57).contains($0) }) == true else { return nil }
    let groups = form.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.utf8.count == 3 }) else {
      return nil
    }
    let plain = groups.joined()
    return plain.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 } ? Double(plain) : nil
  }

  /// The shortest decimal form without an exponent.
  private static func text(_ value: Double) -> String? {
    guard value < 1e15 else { return nil }
    let whole = value.rounded()
    return abs(whole - value) < 1e-9 ? String(Int(whole)) : "\(value)"
  }

  private static let words: [String: Double] = {
    var words: [String: Double] = [
      "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
      "m": 1e6, "bn": 1e9, "dozen": 12,
    ]
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (value, word) in units.enumerated() { words[word] = Double(value) }
    for (index, word) in tens.enumerated() { words[word] = Double(20 + 10 * index) }
    return words
  }()
}
