/// Gives a noun of saying the clause that tells what is said, where the parser takes it for a relative
/// clause or hangs it on a name between them, and what is said of the noun its subject.
///
/// In `the claim by Lind that Chile had attacked Peru` nothing is missing from the clause, so that
/// `that` stands for nothing in it.
struct ContentClauseRepair {
  let lexicon: Lexicon

  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for that in sentence.tokens.indices.dropFirst() where sentence.tokens[that].form == "that" {
      readNoun(before: that, in: &sentence)
      guard let head = sentence.tokens[that].head, sentence.tokens[head].relation == "acl",
        let clause = clause(behind: that, SentenceTree(sentence))
      else { continue }
      hang(clause, behind: that, in: &sentence)
      readVerdict(behind: clause, in: &sentence)
    }
    return sentence
  }

  /// `Reports that it had left`: no verb has such a clause.
  private func readNoun(before that: Int, in sentence: inout AnnotatedSentence) {
    let word = that - 1
    let token = sentence.tokens[word]
    guard token.upos == .verb, token.xpos == "VBZ", token.form.hasSuffix("s"),
      sentence.tokens.contains(where: { $0.head == word && $0.relation == "acl" }),
      lexicon.attribution(token.lemma.lowercased(), upos: .noun) != nil
    else { return }
    sentence.tokens[word].upos = .noun
    sentence.tokens[word].xpos = "NNS"
  }

  /// The clause that begins with a `that` and lacks nothing.
  private func clause(behind that: Int, _ tree: SentenceTree) -> Int? {
    guard let clause = tree.tokens[that].head, clause > that,
      tree.has(clause, anyOf: ["acl", "acl:relcl"]), tree.isFinite(clause),
      tree.child(of: clause, "nsubj").map({ $0 > that }) == true
    else { return nil }
    let isWhole =
      tree.has(that, "mark") || tree.isPassive(clause)
      || tree.children(of: clause, "obj", "ccomp", "xcomp").contains { $0 > clause }
    return isWhole ? clause : nil
  }

  /// Hangs a clause on the noun of saying before it.
  private func hang(_ clause: Int, behind that: Int, in sentence: inout AnnotatedSentence) {
    let tree = SentenceTree(sentence)
    guard let noun = noun(above: clause, before: that, tree) else { return }
    sentence.tokens[that].upos = .subordinatingConjunction
    sentence.tokens[that].deprel = "mark"
    // 'It was a lie that Chile had left.'
    let isSubject =
      tree.child(of: noun, "expl").map({ tree.form($0) == "it" }) == true
      && tree.child(of: noun, "cop") != nil
    sentence.tokens[clause].head = noun
    sentence.tokens[clause].deprel = isSubject ? "csubj" : "acl"
  }

  /// The noun of saying that a clause hangs on, or by whose author it hangs.
  private func noun(above clause: Int, before that: Int, _ tree: SentenceTree) -> Int? {
    var noun = tree.tokens[clause].head
    while let current = noun, current < that {
      if isOfSaying(current, tree) { return current }
      guard tree.has(current, "nmod"), let preposition = tree.preposition(of: current),
        ["by", "of", "from"].contains(preposition)
      else { return nil }
      noun = tree.tokens[current].head
    }
    return nil
  }

  private func isOfSaying(_ noun: Int, _ tree: SentenceTree) -> Bool {
    guard tree.tokens[noun].upos == .noun else { return false }
    return lexicon.attribution(tree.lemma(noun), upos: .noun) != nil
      || lexicon.modalityCues(tree.lemma(noun)).contains {
        $0.partOfSpeech == .noun && !Set($0.scope).isDisjoint(with: ["csubj", "complement"])
      }
  }

  /// `said reports that it had left were false`: what is false are the reports.
  private func readVerdict(behind clause: Int, in sentence: inout AnnotatedSentence) {
    let tree = SentenceTree(sentence)
    guard let noun = tree.tokens[clause].head, tree.has(clause, "acl"), isOfSaying(noun, tree)
    else {
      return
    }
    if let name = calling(behind: clause, on: noun, tree), let verb = tree.tokens[noun].head {
      if sentence.tokens[name].upos == .adverb { sentence.tokens[name].upos = .adjective }
      sentence.tokens[name].head = verb
      sentence.tokens[name].deprel = "xcomp"
      return
    }
    guard let verdict = verdict(behind: clause, on: noun, tree) else { return }
    sentence.tokens[verdict].head = tree.tokens[noun].head
    sentence.tokens[verdict].deprel = tree.has(noun, "obj") ? "ccomp" : tree.tokens[noun].deprel
    sentence.tokens[noun].head = verdict
    sentence.tokens[noun].deprel = "nsubj"
  }

  /// What a verb calls its object, where the parser hangs it on the clause between them: `called the
  /// report that Chile had left a lie`, `described the report that Chile had left as false`.
  private func calling(behind clause: Int, on noun: Int, _ tree: SentenceTree) -> Int? {
    guard tree.has(noun, "obj"), let verb = tree.tokens[noun].head,
      Self.calling.contains(tree.lemma(verb))
    else { return nil }
    let objects = tree.children(of: clause, "obj")
    return tree.children(of: clause, "obj", "xcomp", "obl", "advmod").last { word in
      guard word > clause, isVerdict(word, tree) else { return false }
      let isSecond = tree.has(word, "obj") && objects.count > 1 && word == objects.last
      return isSecond || tree.has(word, anyOf: ["xcomp", "advmod"])
        || tree.preposition(of: word) == "as"
    }
  }

  private static let calling: Set<String> = [
    "call", "brand", "label", "describe", "denounce", "dismiss", "term", "deem",
  ]

  /// Whether a word says that something is not so.
  private func isVerdict(_ word: Int, _ tree: SentenceTree) -> Bool {
    lexicon.modalityCues(tree.lemma(word)).contains {
      $0.modality == .denied && $0.scope.contains("csubj")
    }
  }

  /// The predicate with a copula of its own and without a subject that ends such a clause.
  private func verdict(behind clause: Int, on noun: Int, _ tree: SentenceTree) -> Int? {
    tree.tokens.indices.first { word in
      guard word > clause, tree.has(word, anyOf: ["ccomp", "acl"]),
        let copula = tree.child(of: word, "cop"),
        clause < copula, copula < word, tree.child(of: word, "nsubj", "mark") == nil,
        let head = tree.tokens[word].head
      else { return false }
      return [clause, noun, tree.tokens[noun].head].contains(head)
    }
  }
}
