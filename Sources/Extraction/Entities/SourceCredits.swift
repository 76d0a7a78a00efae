/// Finds the credits at the end of a report, `kl/mb (AFP, Reuters)`, which name its sources and
/// nothing that it tells of.
struct SourceCredits {
  let gazetteer: Gazetteer

  /// The indices of the tokens of credits in a sentence.
  func tokens(in tokens: [Token]) -> Set<Int> {
    guard let close = tokens.lastIndex(where: { $0.form == ")" }), close >= tokens.count - 2,
      let open = tokens[..<close].lastIndex(where: { $0.form == "(" }), open + 1 < close
    else { return [] }
    let items = tokens[(open + 1)..<close].split { [",", "/", "and", ";"].contains($0.form) }
    let agencies = items.filter { isAgency($0.map(\.form)) }.count
    // One of several may be unknown; a single one in brackets explains a name as often.
    guard agencies > 1 || (agencies == items.count && isSignedOff(tokens, open)) else { return [] }
    var first = open
    while first > 0, isInitials(tokens[first - 1].form) { first -= 1 }
    return Set(first...close)
  }

  private func isAgency(_ words: [String]) -> Bool {
    guard let match = gazetteer.longestMatch(words, at: 0), match.length == words.count else {
      return false
    }
    return match.candidates.contains { gazetteer[$0].kind == "news-agency" }
  }

  /// Whether initials of editors, and nothing else of the sentence, stand before the bracket.
  private func isSignedOff(_ tokens: [Token], _ open: Int) -> Bool {
    open > 0 && tokens[..<open].allSatisfy { isInitials($0.form) }
  }

  private func isInitials(_ form: String) -> Bool {
    [",", "/"].contains(form)
      || (form.count <= 4 && form.allSatisfy { $0.isLetter && $0.isLowercase })
  }
}
