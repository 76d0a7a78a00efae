/// Makes a clause of what the parser took for a phrase and a verb without a subject.
///
/// In `The talks ended as Chile left` parsers like to read `as Chile` as a phrase of the first verb,
/// which leaves nobody to leave.
struct ConjunctionRepair {
  /// The sentence with heads changed where needed.
  func repaired(_ sentence: AnnotatedSentence) -> AnnotatedSentence {
    var sentence = sentence
    for index in sentence.tokens.indices where isConjunction(sentence.tokens[index]) {
      let tree = SentenceTree(sentence)
      guard let noun = tree.tokens[index].head, noun > index,
        tree.has(noun, anyOf: ["obl", "nmod"]),
        tree.children(of: noun, "case") == [index],
        let last = tree.subtree(of: noun).last, last + 1 < tree.tokens.count,
        isSubjectless(last + 1, tree), tree.tokens[last + 1].head == tree.tokens[noun].head
      else { continue }
      sentence.tokens[index].head = last + 1
      sentence.tokens[index].deprel = "mark"
      sentence.tokens[noun].head = last + 1
      sentence.tokens[noun].deprel = "nsubj"
    }
    readConditions(in: &sentence)
    giveSubjects(to: &sentence)
    divideClauses(in: &sentence)
    shareNouns(in: &sentence)
    continueReports(in: &sentence)
    joinThoseWhoDidSo(in: &sentence)
    return sentence
  }

  /// `Chile attacked Peru and Bolivia invaded Brazil`: the name right before a verb that has no other
  /// subject is its subject, and no second object of the first verb.
  private func divideClauses(in sentence: inout AnnotatedSentence) {
    for verb in sentence.tokens.indices.dropFirst(2) where isFiniteVerb(sentence.tokens[verb]) {
      let tokens = sentence.tokens
      guard ["conj", "ccomp", "parataxis", "advcl"].contains(tokens[verb].relation),
        [.noun, .properNoun, .auxiliary, .adverb].contains(tokens[verb - 1].upos),
        let main = tokens[verb].head, main < verb, tokens[main].upos == .verb
      else { continue }
      let tree = SentenceTree(sentence)
      guard
        tree.child(of: verb, "nsubj", "mark", "cc", "expl") == nil, !tree.isPassive(verb)
      else { continue }
      let first = tree.children(of: verb, "aux", "advmod").prefix { $0 < verb }.first ?? verb
      guard first > 1, let noun = conjunct(endingAt: first - 1, below: main, tree),
        let conjunction = tree.child(of: noun, "cc"), tree.form(conjunction) == "and"
      else { continue }
      sentence.tokens[noun].head = verb
      sentence.tokens[noun].deprel = "nsubj"
      sentence.tokens[conjunction].head = verb
      sentence.tokens[verb].head = main
      sentence.tokens[verb].deprel = "conj"
    }
  }

  private func isFiniteVerb(_ token: Token) -> Bool {
    token.upos == .verb && ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  /// The last member of a coordination behind a verb that ends at a word.
  private func conjunct(endingAt end: Int, below main: Int, _ tree: SentenceTree) -> Int? {
    ([end] + tree.ancestors(of: end).prefix { $0 > main }).first { noun in
      guard tree.has(noun, "conj"), let head = tree.tokens[noun].head, head > main,
        [.noun, .properNoun].contains(tree.tokens[noun].upos),
        [.noun, .properNoun].contains(tree.tokens[head].upos),
        // 'Lind, Moe and Roth left': a list may be the subject of another verb.
        tree.conjuncts(of: tree.firstConjunct(of: noun)).count == 2
      else { return false }
      return tree.subtree(of: noun).last == end
    }
  }

  /// `the Chilean and the Peruvian ministers`: what both adjectives belong to is the last noun.
  private func shareNouns(in sentence: inout AnnotatedSentence) {
    for adjective in sentence.tokens.indices where isNationality(sentence.tokens[adjective]) {
      let tokens = sentence.tokens
      let (article, other) = (adjective - 1, adjective + 3)
      guard article >= 0, other < tokens.count, tokens[adjective].relation != "amod",
        [article, other - 1].allSatisfy({ tokens[$0].upos == .determiner }),
        tokens[adjective + 1].relation == "cc", isNationality(tokens[other])
      else { continue }
      let tree = SentenceTree(sentence)
      guard
        let noun = tree.children(of: adjective, "conj").last,
        tree.tokens[noun].xpos == "NNS",
        tree.children(of: adjective, "conj") == [noun]
          || tree.children(of: adjective, "conj") == [other, noun]
      else { continue }
      sentence.tokens[noun].head = tree.tokens[adjective].head
      sentence.tokens[noun].deprel = tree.tokens[adjective].deprel
      sentence.tokens[adjective].head = noun
      sentence.tokens[adjective].deprel = "amod"
      sentence.tokens[article].head = noun
      sentence.tokens[other].head = adjective
      sentence.tokens[other].deprel = "conj"
      sentence.tokens[adjective + 1].head = other
      // What hung on the first one hangs on the noun.
      for word in tree.children(of: adjective, "acl", "nmod", "appos", "case") {
        sentence.tokens[word].head = noun
      }
    }
  }

  /// `said the talks had failed, and Chile had left`: what is told in the tense of what was said is said,
  /// too, whichever verb the parser joins it to.
  private func continueReports(in sentence: inout AnnotatedSentence) {
    for verb in sentence.tokens.indices where sentence.tokens[verb].relation == "conj" {
      guard sentence.tokens[verb].upos == .verb, let said = sentence.tokens[verb].head,
        sentence.tokens[said].xpos == "VBD", said < verb
      else { continue }
      let tree = SentenceTree(sentence)
      guard
        let report = tree.child(of: said, "ccomp"), said < report, report < verb,
        tree.child(of: verb, "nsubj") != nil, isBackshifted(verb, tree),
        isBackshifted(report, tree)
      else { continue }
      sentence.tokens[verb].head = report
    }
  }

  /// Whether a clause has `had` or `would` before its verb.
  private func isBackshifted(_ verb: Int, _ tree: SentenceTree) -> Bool {
    tree.children(of: verb, "aux", "cop").contains { ["had", "would"].contains(tree.form($0)) }
  }

  private func isNationality(_ token: Token) -> Bool {
    token.upos == .adjective && token.form.first?.isUppercase == true
  }

  /// `on the condition that Chile left` is a conjunction and no phrase.
  private func readConditions(in sentence: inout AnnotatedSentence) {
    for noun in sentence.tokens.indices where sentence.tokens[noun].form == "condition" {
      let tree = SentenceTree(sentence)
      guard tree.preposition(of: noun) == "on", let mark = tree.child(of: noun, "case"),
        tree.has(noun, anyOf: ["obl", "nmod"]), let head = tree.tokens[noun].head,
        let clause = tree.child(of: noun, "acl"), clause > noun + 1,
        tree.form(noun + 1) == "that", tree.tokens[noun + 1].head == clause,
        let verb = ([head] + tree.ancestors(of: head)).first(where: {
          tree.tokens[$0].upos == .verb
        })
      else { continue }
      sentence.tokens[clause].head = verb
      sentence.tokens[clause].deprel = "advcl"
      sentence.tokens[mark].head = clause
      sentence.tokens[mark].deprel = "mark"
      sentence.tokens[noun].head = mark
      sentence.tokens[noun].deprel = "fixed"
      // The parser may take it for a relative pronoun.
      sentence.tokens[noun + 1].deprel = "mark"
    }
  }

  /// `condemned the raid, as did Chile`: Chile did what the first subject did.
  private func joinThoseWhoDidSo(in sentence: inout AnnotatedSentence) {
    for mark in sentence.tokens.indices where isSameVerb(mark, sentence.tokens) {
      let tree = SentenceTree(sentence)
      let behind = tree.tokens.indices.filter {
        $0 > mark + 1 && tree.tokens[$0].upos != .punctuation
      }
      guard let last = behind.last,
        let name = behind.first(where: { tree.subtree(of: $0).last == last || $0 == last }),
        [.noun, .properNoun].contains(tree.tokens[name].upos),
        behind.allSatisfy({ tree.tokens[$0].upos != .verb }),
        let verb = ([name] + tree.ancestors(of: name)).first(where: {
          $0 < mark && tree.tokens[$0].upos == .verb && tree.child(of: $0, "nsubj") != nil
        }), let subject = tree.child(of: verb, "nsubj"), subject < mark
      else { continue }
      for word in [mark, mark + 1] {
        sentence.tokens[word].head = name
        sentence.tokens[word].deprel = "cc"
      }
      sentence.tokens[name].head = subject
      sentence.tokens[name].deprel = "conj"
    }
  }

  /// Whether `, as did` begins at a word.
  private func isSameVerb(_ mark: Int, _ tokens: [Token]) -> Bool {
    mark > 2 && mark + 2 < tokens.count && tokens[mark].form == "as"
      && tokens[mark - 1].form == "," && tokens[mark + 1].upos == .auxiliary
      && ["did", "do", "does", "had", "has", "have"].contains(tokens[mark + 1].form)
  }

  /// `came as the agency called on Chile`: the conjunction has its verb, but the noun before it is none of
  /// its subjects.
  private func giveSubjects(to sentence: inout AnnotatedSentence) {
    for verb in sentence.tokens.indices where isAdverbial(sentence.tokens[verb]) {
      let tree = SentenceTree(sentence)
      guard isSubjectless(verb, tree), let mark = tree.child(of: verb, "mark"), mark < verb,
        let noun = tree.children(of: verb, "obl").first(where: {
          mark < $0 && $0 < verb && tree.subtree(of: $0).last == verb - 1
        }), tree.child(of: noun, "case") == nil, tree.tokens[noun].phraseType != .time,
        [.noun, .properNoun].contains(tree.tokens[noun].upos)
      else { continue }
      sentence.tokens[noun].deprel = "nsubj"
    }
  }

  private func isConjunction(_ token: Token) -> Bool {
    token.relation == "case"
      && ["as", "after", "before", "since", "until"].contains(
        token.form.lowercased())
  }

  /// A finite verb of an adverbial clause.
  private func isAdverbial(_ token: Token) -> Bool {
    token.relation == "advcl" && token.upos == .verb
      && ["VBD", "VBZ", "VBP"].contains(token.xpos)
  }

  /// A finite verb of an adverbial clause that nobody does anything in.
  private func isSubjectless(_ verb: Int, _ tree: SentenceTree) -> Bool {
    isAdverbial(tree.tokens[verb]) && tree.child(of: verb, "nsubj", "aux") == nil
  }
}
