/// Finds the names of a sentence: the language model's and the gazetteer's, agreed with each other.
struct NameDetector: Sendable {
  let gazetteer: Gazetteer
  let lexicon: Lexicon

  /// The names of a sentence in text order; nested ones follow the name around them.
  func names(in sentence: AnnotatedSentence, at index: Int, tree: SentenceTree) -> [NameCandidate] {
    let forms = sentence.tokens.map(\.form)
    var spans: [Span] = sentence.names.compactMap { modelSpan($0, tree) }
    for match in gazetteerSpans(forms, tree: tree, modelSpans: spans) {
      insert(match, into: &spans)
    }
    var candidates = spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
      .compactMap { candidate($0, forms, sentence: index, tree: tree) }
    candidates += demonyms(forms, outside: candidates, sentence: index, tree: tree)
    candidates = OrganizationPatterns(gazetteer: gazetteer)
      .apply(to: candidates, forms: forms, sentence: index, tree: tree)
    return candidates.sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  /// A stretch of tokens that is a name to the model, to the gazetteer, or to both.
  private struct Span {
    var tokens: Range<Int>
    var label: NameSpan.Label?
    var entries: [Int]
  }

  // MARK: - The model's names

  private func modelSpan(_ name: NameSpan, _ tree: SentenceTree) -> Span? {
    var tokens = name.tokens
    while let last = tokens.last, isTrailer(tree.tokens[last]) { tokens = tokens.dropLast() }
    while let first = tokens.first, isLeader(tree.tokens[first]) { tokens = tokens.dropFirst() }
    if name.label == .person { tokens = withoutTitle(tokens, tree) }
    guard !tokens.isEmpty, hasLetter(tokens, tree) else { return nil }
    return Span(tokens: tokens, label: name.label, entries: [])
  }

  private func isTrailer(_ token: Token) -> Bool {
    token.xpos == "POS" || (token.upos == .punctuation && token.form != ".")
  }

  private func isLeader(_ token: Token) -> Bool {
    token.upos == .punctuation
      || (token.upos == .determiner && token.form.first?.isLowercase == true)
  }

  private func hasLetter(_ tokens: Range<Int>, _ tree: SentenceTree) -> Bool {
    tokens.contains { tree.tokens[$0].form.contains(where: \.isLetter) }
  }

  /// A person's name without the titles before it, as long as a name remains.
  private func withoutTitle(_ tokens: Range<Int>, _ tree: SentenceTree) -> Range<Int> {
    var rest = tokens
    let words = tree.tokens.map { $0.form.lowercased() }
    while let first = rest.first {
      let country = gazetteer.demonym(tree.tokens[first].form) != nil ? 1 : 0
      let title = lexicon.longestOffice(in: words, at: first)?.length ?? country
      guard title > 0, title < rest.count else { break }
      rest = rest.dropFirst(title)
    }
    return rest
  }

  // MARK: - The gazetteer's names

  private func gazetteerSpans(
    _ forms: [String], tree: SentenceTree, modelSpans: [Span]
  ) -> [Span] {
    var found: [Span] = []
    var index = 0
    while index < forms.count {
      guard let match = gazetteer.longestMatch(forms, at: index), match.length > 0 else {
        index += 1
        continue
      }
      let tokens = index..<(index + match.length)
      let overlapping = modelSpans.filter { $0.tokens.overlaps(tokens) }
      if isTrusted(match, tokens, tree, supported: !overlapping.isEmpty) {
        found.append(Span(tokens: tokens, label: nil, entries: match.candidates))
        index += match.length
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether a name of the gazetteer counts where the model may not have seen it.
  private func isTrusted(
    _ match: Gazetteer.Match, _ tokens: Range<Int>, _ tree: SentenceTree, supported: Bool
  ) -> Bool {
    guard let first = tokens.first, let best = match.candidates.first else { return false }
    let form = tree.tokens[first].form
    guard form.first?.isUppercase == true || form.contains(where: \.isNumber) else { return false }
    if supported { return true }
    let entry = gazetteer[best]
    guard !entry.isCommonWord, !match.isAmbiguous else { return false }
    let allProper = tokens.allSatisfy { tree.tokens[$0].upos == .properNoun }
    switch entry.type {
    case .country, .organization: return tokens.count > 1 || allProper
    case .region: return tokens.count > 1 || allProper
    case .city: return entry.isCapital && allProper
    default: return tokens.count > 1
    }
  }

  /// Puts a gazetteer's match among the spans: the longer of two wins; of two alike the entries
  /// are noted on the model's.
  private func insert(_ match: Span, into spans: inout [Span]) {
    let overlapping = spans.indices.filter { spans[$0].tokens.overlaps(match.tokens) }
    guard let longest = overlapping.max(by: { spans[$0].tokens.count < spans[$1].tokens.count })
    else {
      spans.append(match)
      return
    }
    if spans[longest].tokens == match.tokens {
      spans[longest].entries = match.entries
    } else if match.tokens.count > spans[longest].tokens.count {
      let label = overlapping.count == 1 ? spans[longest].label : nil
      for index in overlapping.reversed() { spans.remove(at: index) }
      spans.append(Span(tokens: match.tokens, label: label, entries: match.entries))
    }
  }

  // MARK: - Types

  private func candidate(
    _ span: Span, _ forms: [String], sentence: Int, tree: SentenceTree
  ) -> NameCandidate? {
    var words = forms[span.tokens].joined(separator: " ")
    if words.hasSuffix("’s") || words.hasSuffix("'s") { words.removeLast(2) }
    let single = span.tokens.count == 1 ? forms[span.tokens.lowerBound] : nil
    if let single, let demonym = gazetteer.demonym(single), span.label != .person,
      span.entries.isEmpty || tree.tokens[span.tokens.lowerBound].upos == .adjective
    {
      return adjective(demonym.country, span.tokens, words, sentence: sentence, tree: tree)
    }
    let typing = NameTyping(gazetteer: gazetteer, lexicon: lexicon)
    guard
      let (type, entry) = typing.type(
        label: span.label, entries: span.entries, words: forms[span.tokens].map { $0 })
    else { return nil }
    return NameCandidate(
      sentence: sentence, tokens: span.tokens, head: tree.head(of: span.tokens), text: words,
      form: span.label == .group && entry == nil ? .adjective : .name, type: type, entry: entry)
  }

  private func demonyms(
    _ forms: [String], outside names: [NameCandidate], sentence: Int, tree: SentenceTree
  ) -> [NameCandidate] {
    forms.indices.compactMap { index in
      guard let demonym = gazetteer.demonym(forms[index]) else { return nil }
      let tokens = index..<(index + 1)
      let around = names.first { $0.tokens.overlaps(tokens) }
      guard around == nil || (around?.tokens.count ?? 0) > 1 else { return nil }
      var found = adjective(
        demonym.country, tokens, forms[index], sentence: sentence, tree: tree)
      found.isNested = around != nil
      return found
    }
  }

  private func adjective(
    _ country: Int, _ tokens: Range<Int>, _ words: String, sentence: Int, tree: SentenceTree
  ) -> NameCandidate {
    NameCandidate(
      sentence: sentence, tokens: tokens, head: tokens.lowerBound, text: words, form: .adjective,
      type: gazetteer.type(of: country), entry: country)
  }
}

extension SentenceTree {
  /// The token of a stretch that hangs on a token outside of it: its last one, where several do.
  func head(of range: Range<Int>) -> Int {
    let outer = range.filter { index in
      guard let head = tokens[index].head else { return true }
      return !range.contains(head)
    }
    return outer.first { tokens[$0].upos != .punctuation } ?? range.upperBound - 1
  }
}
