/// Finds the names of a sentence: the language model's and the gazetteer's, agreed with each other.
struct NameDetector: Sendable {
  let gazetteer: Gazetteer
  let lexicon: Lexicon

  /// The names of a sentence in text order; nested ones follow the name around them.
  func names(in sentence: AnnotatedSentence, at index: Int, tree: SentenceTree) -> [NameCandidate] {
    let forms = sentence.tokens.map(\.form)
    let letterCase = LetterCase(of: sentence.tokens)
    let credits =
      sentence.block == .caption
      ? [] : SourceCredits(gazetteer: gazetteer).tokens(in: sentence.tokens)
    let boundaries = NameBoundaries(
      gazetteer: gazetteer, lexicon: lexicon, tree: tree, letterCase: letterCase)
    var spans: [Span] = boundaries.cleaned(sentence.names)
      .map { Span(tokens: $0.tokens, label: $0.label, entries: []) }
    for match in gazetteerSpans(forms, tree: tree, modelSpans: spans, letterCase) {
      insert(match, into: &spans)
    }
    spans += unseenPersons(tree, spans, letterCase)
    spans += unseenThings(tree, spans, letterCase)
    spans.removeAll { span in span.tokens.contains { credits.contains($0) } }
    var candidates = spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
      .compactMap { candidate($0, forms, sentence: index, tree: tree) }
    candidates += demonyms(forms, outside: candidates, sentence: index, tree: tree)
      .filter { !credits.contains($0.head) }
    candidates = OrganizationPatterns(gazetteer: gazetteer)
      .apply(to: candidates, forms: forms, sentence: index, tree: tree)
    return candidates.sorted {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
  }

  /// A stretch of tokens that is a name to the model, to the gazetteer, or to both.
  struct Span {
    var tokens: Range<Int>
    var label: NameSpan.Label?
    var entries: [Int]
  }

  // MARK: - The gazetteer's names

  private func gazetteerSpans(
    _ forms: [String], tree: SentenceTree, modelSpans: [Span], _ letterCase: LetterCase
  ) -> [Span] {
    var found: [Span] = []
    var index = 0
    while index < forms.count {
      let exact = gazetteer.longestMatch(forms, at: index, ignoringCase: letterCase != .mixed)
      // A name in capitals within a sentence takes the model's word that it is one.
      let seen = modelSpans.contains { $0.tokens.contains(index) }
      let shouted = exact == nil && seen && isShouted(forms[index])
      guard
        let match = shouted
          ? gazetteer.longestMatch(forms, at: index, ignoringCase: true) : exact,
        match.length > 0
      else {
        index += 1
        continue
      }
      let tokens = index..<(index + match.length)
      let overlapping = modelSpans.filter { $0.tokens.overlaps(tokens) }
      if isTrusted(match, tokens, tree, letterCase, supported: !overlapping.isEmpty) {
        found.append(Span(tokens: tokens, label: nil, entries: match.candidates))
        index += match.length
      } else {
        index += 1
      }
    }
    return found
  }

  private func isShouted(_ form: String) -> Bool {
    form.count > 3 && form.allSatisfy(\.isUppercase)
  }

  /// Whether a name of the gazetteer counts where the model may not have seen it.
  private func isTrusted(
    _ match: Gazetteer.Match, _ tokens: Range<Int>, _ tree: SentenceTree,
    _ letterCase: LetterCase, supported: Bool
  ) -> Bool {
    guard let first = tokens.first, let best = match.candidates.first,
      // 'I'll' is no 'Ill.'.
      !tokens.allSatisfy({ [.pronoun, .auxiliary].contains(tree.tokens[$0].upos) })
    else { return false }
    let form = tree.tokens[first].form
    let isWritten = form.first?.isUppercase == true || form.contains(where: \.isNumber)
    guard isWritten || letterCase == .small || (supported && tokens.count == 1) else {
      return false
    }
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
    let words = tree.text(of: span.tokens)
    let single = span.tokens.count == 1 ? forms[span.tokens.lowerBound] : nil
    let isDemonym = single.flatMap { gazetteer.demonym($0) } != nil
    if isDemonym, isCompatriot(span.tokens.lowerBound, tree) { return nil }
    if let single, let demonym = gazetteer.demonym(single), span.label != .person,
      span.entries.isEmpty || tree.tokens[span.tokens.lowerBound].upos == .adjective
    {
      return adjective(demonym.country, span.tokens, words, sentence: sentence, tree: tree)
    }
    let typing = NameTyping(gazetteer: gazetteer, lexicon: lexicon)
    guard
      let found = typing.type(
        label: span.label, entries: span.entries, words: forms[span.tokens].map { $0 },
        phrase: tree.tokens[tree.head(of: span.tokens)].phraseType,
        isQuoted: isQuoted(span.tokens, tree))
    else { return nil }
    let isTitled = isTitledPerson(span, found.0, found.1, forms, tree)
    let (type, entry) = isTitled ? (EntityType.person, nil) : found
    var name = NameCandidate(
      sentence: sentence, tokens: span.tokens, head: tree.head(of: span.tokens), text: words,
      form: span.label == .group && entry == nil ? .adjective : .name, type: type, entry: entry)
    name.label = span.label
    name.entries = span.entries
    name.gender = type == .person ? addressGender(before: span.tokens.lowerBound, tree) : nil
    return name
  }

  /// `the film “The White Mountain”`.
  private func isQuoted(_ tokens: Range<Int>, _ tree: SentenceTree) -> Bool {
    tokens.lowerBound > 0
      && ["``", "''", "“", "‘", "\"", "«"].contains(tree.tokens[tokens.lowerBound - 1].form)
  }

  /// Whether a name of several words that the model took for no person's stands right behind a title
  /// that only persons bear: `Foreign Minister Zohrab …`.
  private func isTitledPerson(
    _ span: Span, _ type: EntityType, _ entry: Int?, _ forms: [String], _ tree: SentenceTree
  ) -> Bool {
    guard type == .organization || type == .place || type == .thing, entry == nil,
      span.tokens.count > 1, let title = title(before: span.tokens.lowerBound, tree),
      title.holderTypes.contains(.person), !title.isOccupation
    else { return false }
    // Bodies have common nouns in their names: 'Minister Harbour Trust'.
    return span.tokens.allSatisfy { lexicon.nominal(forms[$0].lowercased()) == nil }
  }

  /// The gender of `Mrs`, `King`, `spokeswoman` right before a name.
  private func addressGender(before token: Int, _ tree: SentenceTree) -> Gender? {
    title(before: token, tree)?.gender ?? (token > 0 ? Gender.ofKin(tree.form(token - 1)) : nil)
  }

  /// The title right before a word.
  private func title(before token: Int, _ tree: SentenceTree) -> OfficeTitle? {
    let words = tree.tokens[max(0, token - 3)..<token].map { $0.form.lowercased() }
    for start in words.indices {
      if let office = lexicon.longestOffice(in: words, at: start),
        start + office.length == words.count
      {
        return office.title
      }
    }
    return nil
  }

  private func demonyms(
    _ forms: [String], outside names: [NameCandidate], sentence: Int, tree: SentenceTree
  ) -> [NameCandidate] {
    forms.indices.compactMap { index in
      guard let (demonym, length) = gazetteer.longestDemonym(forms, at: index) else { return nil }
      // The second word of `South Sudanese` is no demonym of its own.
      if index > 0, let before = gazetteer.longestDemonym(forms, at: index - 1), before.length > 1 {
        return nil
      }
      let tokens = index..<(index + length)
      if isCompatriot(index, tree) { return nil }
      let around = names.first { $0.tokens.overlaps(tokens) }
      guard around == nil || (around?.tokens.count ?? 0) > 1 else { return nil }
      var found = adjective(
        demonym.country, tokens, tree.text(of: tokens), sentence: sentence, tree: tree)
      found.isNested = around != nil
      found.isMention = around == nil
      return found
    }
  }

  /// `the Argentine scored`, `the Dane`: one person, and no state; `the Chinese` may be all of them.
  private func isCompatriot(_ index: Int, _ tree: SentenceTree) -> Bool {
    let form = tree.form(index)
    let isNamed = ["NN", "NNP"].contains(tree.tokens[index].xpos)
    let isTheOne = isNamed && tree.children(of: index, "det").contains { tree.form($0) == "the" }
    guard isTheOne || tree.isIndefinite(index),
      tree.has(index, anyOf: ["nsubj", "obj", "obl", "iobj"]),
      !Self.collectiveEndings.contains(where: form.hasSuffix),
      // 'the UK' is its own adjective.
      tree.tokens[index].form.dropFirst().contains(where: \.isLowercase)
    else { return false }
    return index + 1 == tree.tokens.count
      || ![.noun, .properNoun, .adjective].contains(tree.tokens[index + 1].upos)
  }

  private static let collectiveEndings = ["ese", "sh", "ch", "ss", "s"]

  private func adjective(
    _ country: Int, _ tokens: Range<Int>, _ words: String, sentence: Int, tree: SentenceTree
  ) -> NameCandidate {
    NameCandidate(
      sentence: sentence, tokens: tokens, head: tree.head(of: tokens), text: words,
      form: .adjective,
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
