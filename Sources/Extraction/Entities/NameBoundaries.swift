/// Where the language model's names begin and end: without articles, titles and common nouns, two
/// names where it took two for one, and one where it took one for two.
struct NameBoundaries {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let tree: SentenceTree
  /// How the sentence uses capitals.
  let letterCase: LetterCase

  /// The names of a sentence, in text order.
  func cleaned(_ names: [NameSpan]) -> [NameSpan] {
    joined(names).flatMap(parts).compactMap(trimmed)
  }

  // MARK: - One name or several

  /// `Jens` and `Brandt` side by side, or with a hyphen between them, are one person's name.
  private func joined(_ names: [NameSpan]) -> [NameSpan] {
    var result: [NameSpan] = []
    for name in names {
      if let last = result.last, last.label == .person, name.label == .person,
        isContinued(last.tokens, by: name.tokens)
      {
        result[result.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
      } else {
        result.append(name)
      }
    }
    return result
  }

  private func isContinued(_ first: Range<Int>, by second: Range<Int>) -> Bool {
    guard first.count == 1, gazetteer.givenName(tree.tokens[first.lowerBound].form) != nil,
      isCapitalized(first.lowerBound)
    else { return false }
    if first.upperBound == second.lowerBound { return true }
    return first.upperBound + 1 == second.lowerBound && tree.form(first.upperBound) == "-"
  }

  /// `the Greens and the Liberals` and `Reuters, AFP` are several organizations.
  private func parts(_ name: NameSpan) -> [NameSpan] {
    guard name.label == .organization, name.tokens.count > 2 else { return [name] }
    let words = tree.tokens[name.tokens].map(\.form)
    if gazetteer.longestMatch(words, at: 0)?.length == words.count { return [name] }
    for index in name.tokens.dropFirst().dropLast() {
      let left = name.tokens.lowerBound..<index
      let right = (index + 1)..<name.tokens.upperBound
      let separates =
        switch tree.form(index) {
        case "and": tree.form(index + 1) == "the" || isKnown(left) || isKnown(right)
        case ",", "/": isKnown(left) || isKnown(right)
        default: false
        }
      guard separates else { continue }
      return [NameSpan(tokens: left, label: name.label)]
        + parts(NameSpan(tokens: right, label: name.label))
    }
    return [name]
  }

  private func isKnown(_ tokens: Range<Int>) -> Bool {
    let words = tree.tokens[tokens].map(\.form)
    guard let match = gazetteer.longestMatch(words, at: 0), match.length == words.count,
      let best = match.candidates.first
    else { return false }
    return gazetteer.type(of: best) == .organization
  }

  // MARK: - The ends

  private func trimmed(_ name: NameSpan) -> NameSpan? {
    var tokens = name.tokens
    var before: Range<Int>
    repeat {
      before = tokens
      while let last = tokens.last, isTrailer(last, of: tokens, name.label) {
        tokens = tokens.dropLast()
      }
      while let first = tokens.first, isLeader(first, of: tokens, name.label) {
        tokens = tokens.dropFirst()
      }
    } while tokens != before && !tokens.isEmpty
    if name.label == .person { tokens = withoutTitles(tokens) }
    if name.label == .organization { tokens = withoutTitleBehind(tokens) }
    guard !tokens.isEmpty, isName(tokens, name.label) else { return nil }
    return NameSpan(tokens: withInitial(tokens, name.label), label: name.label)
  }

  private func isTrailer(_ token: Int, of name: Range<Int>, _ label: NameSpan.Label) -> Bool {
    let word = tree.tokens[token]
    if word.xpos == "POS" || (word.upos == .punctuation && word.form != ".") { return true }
    guard name.count > 1 else { return false }
    if label != .event, label != .other, isWeekday(token) { return true }
    return label != .event && label != .other && isCommonWord(token)
      && name.dropLast().contains(where: isCapitalized)
  }

  private func isLeader(_ token: Int, of name: Range<Int>, _ label: NameSpan.Label) -> Bool {
    let word = tree.tokens[token]
    if word.upos == .punctuation { return true }
    if word.upos == .determiner, word.form.first?.isLowercase == true { return true }
    guard name.count > 1 else { return false }
    // At the beginning of a sentence the capital of an article says nothing.
    if label != .other, token == firstWord, word.form == "The" { return true }
    return label != .other && isCommonWord(token)
      && name.dropFirst().contains(where: isCapitalized)
  }

  private var firstWord: Int? {
    tree.tokens.indices.first { tree.tokens[$0].upos != .punctuation }
  }

  private func isWeekday(_ token: Int) -> Bool {
    let form = tree.form(token)
    return isCapitalized(token) && TimeWords.weekdays[form] != nil
      && !TimeWords.ambiguousWeekdays.contains(form)
  }

  private func isCapitalized(_ token: Int) -> Bool {
    tree.tokens[token].form.first?.isUppercase == true
  }

  /// Whether a word in small letters is an English one, as `movement` in `the Solidarity movement`.
  private func isCommonWord(_ token: Int) -> Bool {
    guard letterCase == .mixed, tree.tokens[token].form.first?.isLowercase == true else {
      return false
    }
    switch tree.tokens[token].upos {
    case .noun, .adjective, .verb, .adverb, .adposition, .pronoun, .determiner,
      .coordinatingConjunction:
      return true
    default: return false
    }
  }

  /// Whether the words can be a name: they have letters, and capitals where the text has them.
  private func isName(_ tokens: Range<Int>, _ label: NameSpan.Label) -> Bool {
    guard tokens.contains(where: { tree.tokens[$0].form.contains(where: \.isLetter) }),
      tokens.contains(where: { tree.tokens[$0].upos != .pronoun })
    else { return false }
    if tokens.count == 1, let only = tokens.first, isWeekday(only) { return false }
    guard letterCase == .mixed, label != .other, label != .event, label != .group else {
      return true
    }
    return tokens.contains { !isCommonWord($0) }
  }

  /// `Karim B.` keeps its point.
  private func withInitial(_ tokens: Range<Int>, _ label: NameSpan.Label) -> Range<Int> {
    guard label == .person, tokens.count > 1, let last = tokens.last,
      tree.tokens[last].form.count == 1, isCapitalized(last),
      last + 2 < tree.tokens.count, tree.form(last + 1) == "."
    else { return tokens }
    return tokens.lowerBound..<(last + 2)
  }

  /// A known body's name without the first words of a title that goes on behind it: `Nordbank` in
  /// `Nordbank Press Secretary`, where the model took `Nordbank Press` for the name.
  private func withoutTitleBehind(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 1, tokens.upperBound < tree.tokens.count else { return tokens }
    let words = tree.tokens[..<min(tree.tokens.count, tokens.upperBound + 4)].map {
      $0.form.lowercased()
    }
    for index in tokens.dropFirst() {
      guard let title = lexicon.longestOffice(in: words, at: index)?.length,
        index + title > tokens.upperBound
      else { continue }
      let rest = tokens.lowerBound..<index
      let forms = tree.tokens[rest].map(\.form)
      return gazetteer.longestMatch(forms, at: 0)?.length == forms.count ? rest : tokens
    }
    return tokens
  }

  /// A person's name without the titles in it, as long as a name remains.
  ///
  /// A given name at the beginning says that a later title is a surname: `Martin King`.
  private func withoutTitles(_ tokens: Range<Int>) -> Range<Int> {
    var rest = tokens
    let words = tree.tokens.map { $0.form.lowercased() }
    while let first = rest.first {
      let country = gazetteer.demonym(tree.tokens[first].form) != nil ? 1 : 0
      let title = lexicon.longestOffice(in: words, at: first)?.length ?? country
      guard title > 0, title < rest.count else { break }
      rest = rest.dropFirst(title)
    }
    guard let first = rest.first, gazetteer.givenName(tree.tokens[first].form) == nil else {
      return rest
    }
    for index in rest.dropFirst().reversed() {
      guard let title = lexicon.longestOffice(in: words, at: index)?.length,
        index + title < rest.upperBound, isCapitalized(index)
      else { continue }
      return (index + title)..<rest.upperBound
    }
    return rest
  }
}

/// How a sentence uses capital letters.
enum LetterCase: Sendable {
  /// As usual.
  case mixed
  /// In capitals alone, as some headlines are.
  case capitals
  /// In small letters alone, as in hasty messages.
  case small

  /// The case of a sentence; short ones tell nothing.
  init(of tokens: [Token]) {
    var capitals = 0
    var smalls = 0
    for scalar in tokens.lazy.flatMap(\.form.unicodeScalars) {
      if scalar.properties.isUppercase { capitals += 1 }
      if scalar.properties.isLowercase { smalls += 1 }
    }
    if smalls * 10 <= capitals, capitals > 12 {
      self = .capitals
    } else if capitals == 0, smalls > 12 {
      self = .small
    } else {
      self = .mixed
    }
  }
}
