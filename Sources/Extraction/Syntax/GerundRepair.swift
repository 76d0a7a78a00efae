/// Hangs what somebody is accused, blamed or praised for on the verb that says so.
///
/// In `Amnesty accused the army of killing civilians` parsers like to take the participle for a
/// modifier of the army, which then is said to have killed them.
struct GerundRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    let gerunds = sentence.tokens.indices.filter { sentence.tokens[$0].xpos == "VBG" }
    guard !gerunds.isEmpty else { return sentence }
    var sentence = sentence
    var tree = SentenceTree(sentence)
    /// Hangs a word elsewhere.
    func hang(_ word: Int, on head: Int, as relation: String) {
      sentence.tokens[word].head = head
      sentence.tokens[word].deprel = relation
      tree = SentenceTree(sentence)
    }
    for gerund in gerunds {
      if let verb = predicate(of: gerund, tree) {
        sentence.tokens[gerund].upos = .noun
        sentence.tokens[gerund].xpos = "NN"
        if let mark = tree.child(of: gerund, "mark") { sentence.tokens[mark].head = verb }
        hang(gerund, on: verb, as: "nsubj")
        continue
      }
      if let aside = aside(behind: gerund, tree) { hang(aside, on: gerund, as: "parataxis") }
      if let (object, verb) = displacedObject(of: gerund, tree) {
        hang(object, on: verb, as: "obj")
      }
      if let verb = governor(of: gerund, tree) {
        hang(gerund, on: verb, as: "advcl")
      } else if let noun = example(gerund, tree) {
        hang(gerund, on: noun, as: "dep")
      }
    }
    return sentence
  }

  /// The verb that a participle is in truth the subject of, as it has an adjective and the verb has
  /// nobody else: `as recent fighting in the valley enters its third day`.
  private func predicate(of gerund: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(gerund, anyOf: ["advcl", "csubj", "nsubj"]),
      tree.child(of: gerund, "amod", "det") != nil, tree.child(of: gerund, "nsubj", "obj") == nil,
      let last = tree.subtree(of: gerund).last, last + 1 < tree.tokens.count
    else { return nil }
    let verb = last + 1
    guard tree.tokens[verb].upos == .verb, tree.isFinite(verb),
      tree.child(of: verb, "nsubj") == nil, !tree.has(verb, "conj")
    else { return nil }
    return verb
  }

  /// The verb whose object a participle hangs on, where the verb says what its object has done.
  private func governor(of gerund: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(gerund, "acl"), !tree.has(gerund, "acl:relcl"),
      let noun = tree.tokens[gerund].head, noun < gerund
    else { return nil }
    let marks = tree.children(of: gerund, "mark").map { tree.form($0) }
    let path = [noun] + tree.ancestors(of: noun)
    guard
      let object = path.first(where: { !tree.has($0, anyOf: ["flat", "appos", "nmod", "conj"]) }),
      tree.has(object, anyOf: ["obj", "nsubj:pass"]), let verb = tree.tokens[object].head,
      hasControl(verb, marks, tree)
    else { return nil }
    return verb
  }

  /// The noun that the parser took for the subject of a participle before it: `of bombing Lima, an
  /// allegation denied by Chile`.
  private func aside(behind gerund: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(gerund, "advcl"), tree.child(of: gerund, "mark") != nil else { return nil }
    return tree.children(of: gerund, "nsubj").first { noun in
      guard noun > gerund, let first = tree.subtree(of: noun).first, first > 0 else { return false }
      return tree.form(first) == "," || tree.form(first - 1) == ","
    }
  }

  /// The object of a verb that the parser took to the participle behind it, which has one of its own or
  /// none: `accused Chile of bombing Lima, a charge …`.
  private func displacedObject(of gerund: Int, _ tree: SentenceTree) -> (object: Int, verb: Int)? {
    guard tree.has(gerund, "advcl"), let verb = tree.tokens[gerund].head, verb < gerund,
      tree.tokens[verb].upos == .verb, tree.child(of: verb, "obj") == nil, !tree.isPassive(verb),
      let mark = tree.child(of: gerund, "mark"),
      hasControl(verb, [tree.form(mark)], tree),
      let object = tree.children(of: gerund, "obj", "nsubj").first(where: { verb < $0 && $0 < mark }
      )
    else { return nil }
    return (object, verb)
  }

  /// The noun of which a participle behind `including` gives an example: `accused it of abuses,
  /// including killing civilians`.
  private func example(_ gerund: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(gerund, "advcl"), let verb = tree.tokens[gerund].head, verb < gerund,
      tree.children(of: gerund, "mark", "case").contains(where: { tree.form($0) == "including" })
    else { return nil }
    return tree.children(of: verb, "obl", "obj").last { $0 < gerund }
  }

  private func hasControl(_ verb: Int, _ marks: [String], _ tree: SentenceTree) -> Bool {
    lexicon.controls[tree.lemma(verb)]?.contains { cue in
      !cue.isNoun && cue.doer == .object && marks.contains(where: cue.marks.contains)
    } == true
  }
}
