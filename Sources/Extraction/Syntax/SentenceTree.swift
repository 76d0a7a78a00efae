/// The dependency tree of a sentence, with the look-ups that rules need.
struct SentenceTree {
  /// The tokens in text order.
  let tokens: [Token]
  /// The indices of the dependents of each token, in text order.
  let dependents: [[Int]]
  // Rules ask for these thousands of times in an article.
  private let relations: [String]
  private let forms: [String]
  private let lemmas: [String]
  private let prepositions: [String?]

  init(_ sentence: AnnotatedSentence) {
    tokens = sentence.tokens
    var heads = [[Int]](repeating: [], count: tokens.count)
    for (index, token) in tokens.enumerated() {
      if let head = token.head, head != index, tokens.indices.contains(head) {
        heads[head].append(index)
      }
    }
    let dependents = heads
    self.dependents = dependents
    let tokens = sentence.tokens
    let relations = tokens.map { String($0.relation) }
    let forms = tokens.map { $0.form.lowercased() }
    prepositions = tokens.indices.map {
      Self.preposition(of: $0, tokens, dependents, relations, forms)
    }
    lemmas = tokens.map { $0.lemma.lowercased() }
    (self.relations, self.forms) = (relations, forms)
  }

  /// The word that all others hang on.
  var root: Int? { tokens.firstIndex { $0.head == nil } }

  /// The dependents of `head` whose relation is one of `relations`.
  ///
  /// A relation without a subtype stands for all its subtypes: `nsubj` also finds `nsubj:pass`.
  func children(of head: Int, _ relations: String...) -> [Int] {
    dependents[head].filter { has($0, anyOf: relations) }
  }

  /// The first dependent of `head` with one of `relations`.
  func child(of head: Int, _ relations: String...) -> Int? {
    dependents[head].first { has($0, anyOf: relations) }
  }

  /// Whether the relation of a token is one of `relations`.
  func has(_ index: Int, anyOf relations: [String]) -> Bool {
    // A relation without its subtype equals none that has one.
    relations.contains { $0 == self.relations[index] || $0 == tokens[index].deprel }
  }

  /// Whether the relation of a token is `relation`.
  func has(_ index: Int, _ relation: String) -> Bool {
    relation == relations[index] || relation == tokens[index].deprel
  }

  /// The token and all that is coordinated with it, from the first conjunct on.
  func conjuncts(of index: Int) -> [Int] {
    [index] + children(of: index, "conj").flatMap { conjuncts(of: $0) }
  }

  /// The first conjunct of the coordination that a token stands in.
  func firstConjunct(of index: Int) -> Int {
    var current = index
    while has(current, "conj"), let head = tokens[current].head { current = head }
    return current
  }

  /// The preposition of a phrase as one word, such as `with` or `according_to`; of the first
  /// conjunct where a conjunct has none of its own.
  func preposition(of index: Int) -> String? {
    if let own = prepositions[index] { return own }
    guard has(index, "conj"), let head = tokens[index].head else { return nil }
    return preposition(of: head)
  }

  private static func preposition(
    of index: Int, _ tokens: [Token], _ dependents: [[Int]], _ relations: [String],
    _ forms: [String]
  ) -> String? {
    let markers = dependents[index].filter { relations[$0] == "case" && tokens[$0].xpos != "POS" }
    guard let first = markers.first else { return nil }
    let fixed = dependents[first].filter { relations[$0] == "fixed" }
    if fixed.isEmpty, markers.count == 1 { return forms[first] }
    return ([first] + fixed + markers.dropFirst()).map { forms[$0] }.joined(separator: "_")
  }

  /// Whether a phrase has a year in digits.
  func hasYear(_ head: Int) -> Bool {
    subtree(of: head).contains { word in
      forms[word].utf8.count == 4 && Int(forms[word]).map { (1500...2199).contains($0) } == true
    }
  }

  /// Whether a phrase says what goes along with a word: `along with Chile`, as one preposition or as an
  /// adverb and one.
  func isCompanion(_ phrase: Int) -> Bool {
    guard let preposition = prepositions[phrase] else { return false }
    if ["along_with", "together_with", "as_well_as"].contains(preposition) { return true }
    guard preposition == "with", let marker = child(of: phrase, "case"), marker > 0 else {
      return false
    }
    return ["along", "together"].contains(form(marker - 1))
  }

  /// The indices of a token and everything below it, sorted.
  func subtree(of index: Int) -> [Int] {
    var found: [Int] = []
    var pending = [index]
    while let next = pending.popLast() {
      found.append(next)
      pending.append(contentsOf: dependents[next])
    }
    return found.sorted()
  }

  /// The range of text that a token and what is below it span, without punctuation at its ends.
  func span(of index: Int) -> TextRange {
    var members = subtree(of: index)
    while members.count > 1, let last = members.last, tokens[last].upos == .punctuation {
      members.removeLast()
    }
    while members.count > 1, let first = members.first, tokens[first].upos == .punctuation {
      members.removeFirst()
    }
    let ranges = members.map { tokens[$0].range }
    return ranges.dropFirst().reduce(ranges[0]) { $0.union($1) }
  }

  /// The words of a stretch as they stand, with one blank where the text has any: `Jean-Claude Lind`.
  func text(of range: Range<Int>) -> String {
    var text = ""
    var end: Int?
    for token in tokens[range] {
      if let end, token.range.begin > end { text += " " }
      text += token.form
      end = token.range.end
    }
    return text
  }

  /// The tokens above a token, from its head to the root.
  func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var current = index
    while let head = tokens[current].head, !found.contains(head), head != index {
      found.append(head)
      current = head
    }
    return found
  }

  /// A token and the tokens above it, up to one of them, which is left out.
  func path(from index: Int, to ancestor: Int) -> [Int] {
    index == ancestor ? [] : [index] + ancestors(of: index).prefix { $0 != ancestor }
  }

  /// Whether a possessive ending follows the name that a word heads, so that it owns what comes next,
  /// whatever the parser makes of it.
  func isPossessor(_ index: Int) -> Bool {
    let last = (children(of: index, "flat", "compound") + [index]).max() ?? index
    return last + 1 < tokens.count && tokens[last + 1].xpos == "POS"
  }

  /// The lemma of a token in lower case.
  func lemma(_ index: Int) -> String { lemmas[index] }

  /// Whether the lemma of a token is one of several, alone or with the word before its hyphen:
  /// `cease-fire`.
  func isCalled(_ index: Int, anyOf names: Set<String>) -> Bool {
    if names.contains(lemma(index)) { return true }
    guard index > 1, form(index - 1) == "-" else { return false }
    return names.contains("\(form(index - 2))-\(lemma(index))")
  }

  /// The form of a token in lower case.
  func form(_ index: Int) -> String { forms[index] }

  /// Whether a token is a verb in the passive, or a past participle that modifies a noun.
  func isPassive(_ index: Int) -> Bool {
    if child(of: index, "nsubj:pass", "aux:pass", "csubj:pass") != nil { return true }
    return tokens[index].xpos == "VBN" && has(index, "acl") && !has(index, "acl:relcl")
      && child(of: index, "nsubj", "aux") == nil
  }

  /// Whether a verb is negated: `not`, `never`, `no longer`, or `no` with its subject or object.
  func isNegated(_ index: Int) -> Bool {
    for child in dependents[index] {
      if has(child, "advmod"),
        (Self.negators.contains(form(child)) && !isFocused(child)) || isNoLonger(child)
      {
        return true
      }
      // 'Neither Chile nor Peru left': parsers hang the first word on the verb or on the noun.
      if has(child, "cc"), form(child) == "neither" { return true }
      if has(child, anyOf: ["nsubj", "obj"]), isNegatedNoun(child) || hasNeither(child) {
        return true
      }
    }
    return false
  }

  /// Whether a noun has `no` or `neither` before it, or is `nobody`, `none`.
  func isNegatedNoun(_ index: Int) -> Bool {
    if Self.negativePronouns.contains(form(index)) { return true }
    if children(of: index, "det").contains(where: { ["no", "neither"].contains(form($0)) }) {
      return true
    }
    // 'There is little evidence that': as good as none.
    return lemma(index) == "evidence"
      && children(of: index, "amod", "det").contains { ["little", "scant"].contains(form($0)) }
  }

  /// Whether a member of a coordination is set against the others: `Helio, not Corvo`, `Helio rather than
  /// Corvo`.
  func isContrasted(_ index: Int) -> Bool {
    guard has(index, "conj") else { return false }
    return children(of: index, "advmod", "cc").contains {
      $0 < index && ["not", "never", "rather", "instead"].contains(form($0))
    }
  }

  /// Whether a noun is one that is known: it has `the`, `this` or an owner before it.
  func isDefinite(_ index: Int) -> Bool {
    child(of: index, "nmod:poss") != nil
      || children(of: index, "det").contains { Self.definite.contains(form($0)) }
  }

  /// Whether a noun has `a` or `an` before it.
  func isIndefinite(_ index: Int) -> Bool {
    children(of: index, "det").contains { ["a", "an"].contains(form($0)) }
  }

  /// `neither the bank nor the union`.
  private func hasNeither(_ noun: Int) -> Bool {
    children(of: noun, "cc").contains { form($0) == "neither" }
  }

  /// `not only`, `not just`: what is said is so, and more than that.
  private func isFocused(_ negator: Int) -> Bool {
    let next = negator + 1
    return next < tokens.count && tokens[next].upos == .adverb && Self.focusing.contains(form(next))
  }

  private func isNoLonger(_ adverb: Int) -> Bool {
    form(adverb) == "longer" && dependents[adverb].contains { form($0) == "no" }
  }

  static let negators: Set<String> = ["not", "n't", "n’t", "never", "neither", "nor"]
  private static let definite: Set<String> = ["the", "this", "that", "these", "those"]
  private static let focusing: Set<String> = ["only", "just", "merely", "simply", "solely"]
  private static let negativePronouns: Set<String> = ["nobody", "none", "nothing", "neither"]
}
