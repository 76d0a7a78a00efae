/// The dependency tree of a sentence, with the look-ups that rules need.
struct SentenceTree {
  /// The tokens in text order.
  let tokens: [Token]
  /// The indices of the dependents of each token, in text order.
  let dependents: [[Int]]

  init(_ sentence: AnnotatedSentence) {
    tokens = sentence.tokens
    var dependents = [[Int]](repeating: [], count: tokens.count)
    for (index, token) in tokens.enumerated() {
      if let head = token.head, head != index, tokens.indices.contains(head) {
        dependents[head].append(index)
      }
    }
    self.dependents = dependents
  }

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
    let deprel = tokens[index].deprel
    return relations.contains { relation in
      relation == deprel || (!relation.contains(":") && relation == tokens[index].relation)
    }
  }

  /// Whether the relation of a token is `relation`.
  func has(_ index: Int, _ relation: String) -> Bool { has(index, anyOf: [relation]) }

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
    if let own = ownPreposition(of: index) { return own }
    guard has(index, "conj"), let head = tokens[index].head else { return nil }
    return preposition(of: head)
  }

  private func ownPreposition(of index: Int) -> String? {
    let markers = children(of: index, "case").filter { tokens[$0].xpos != "POS" }
    guard let first = markers.first else { return nil }
    let words = [first] + children(of: first, "fixed")
    let parts = words.map { tokens[$0].form.lowercased() }
    return (parts + markers.dropFirst().map { tokens[$0].form.lowercased() })
      .joined(separator: "_")
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

  /// The lemma of a token in lower case.
  func lemma(_ index: Int) -> String { tokens[index].lemma.lowercased() }

  /// The form of a token in lower case.
  func form(_ index: Int) -> String { tokens[index].form.lowercased() }

  /// Whether a token is a verb in the passive, or a past participle that modifies a noun.
  func isPassive(_ index: Int) -> Bool {
    if child(of: index, "nsubj:pass", "aux:pass", "csubj:pass") != nil { return true }
    return tokens[index].xpos == "VBN" && has(index, "acl") && !has(index, "acl:relcl")
      && child(of: index, "nsubj") == nil
  }

  /// Whether a verb is negated: `not`, `never`, `no longer`, or `no` with its subject or object.
  func isNegated(_ index: Int) -> Bool {
    for child in dependents[index] {
      if has(child, "advmod"), Self.negators.contains(form(child)) { return true }
      if has(child, anyOf: ["nsubj", "obj"]), isNegatedNoun(child) { return true }
    }
    return false
  }

  /// Whether a noun has `no` or `neither` before it, or is `nobody`, `none`.
  func isNegatedNoun(_ index: Int) -> Bool {
    if Self.negativePronouns.contains(form(index)) { return true }
    return children(of: index, "det").contains { ["no", "neither"].contains(form($0)) }
  }

  static let negators: Set<String> = ["not", "n't", "n’t", "never", "neither", "nor"]
  private static let negativePronouns: Set<String> = ["nobody", "none", "nothing", "neither"]
}
