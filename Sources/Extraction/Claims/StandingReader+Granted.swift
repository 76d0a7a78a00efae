/// What holds whatever becomes of the clause around it: what is taken for granted, has been done before
/// or stands beside what is reported.
extension StandingReader {
  /// Whether what a clause says is so whatever becomes of what stands above it: finite relative
  /// clauses, participles with a name (`the union, led by Lind`), what happened before or is a ground
  /// (`would have to go after the bank had lied`).
  func isSettled(_ word: Int, under head: Int) -> Bool {
    if tree.has(word, "acl:relcl") { return tree.isFinite(word) }
    if tree.has(word, "acl") {
      return isParticiple(word)
        && (tree.tokens[head].upos == .properNoun
          || tree.isDefinite(head) && tree.tokens[head].phraseType != .event
            && lexicon.attribution(tree.lemma(head), upos: .noun) == nil
          // 'will meet people living in Chile'
          || tree.tokens[word].xpos == "VBG" && tree.tokens[head].phraseType == .person
          || isDoneBefore(word, to: head) || isSetOff(word))
    }
    if isBeside(word) { return true }
    guard tree.has(word, "advcl"), isPast(word) else { return false }
    let marks = tree.children(of: word, "mark", "advmod").map { markWords($0).underscored }
    return marks.contains { lexicon.granted[.subordinatingConjunction]?.contains($0) == true }
  }

  /// `may leave as Chile attacks`, `denied it while Chile attacked`: what happens meanwhile is so.
  private func isBeside(_ word: Int) -> Bool {
    guard tree.has(word, "advcl"), tree.isFinite(word), tree.child(of: word, "nsubj") != nil,
      let mark = tree.children(of: word, "mark").first, Self.besides.contains(markWords(mark)),
      // 'as long as', 'as soon as'
      tree.child(of: word, "advmod").map({ $0 > mark + 1 }) ?? true,
      mark == 0 || tree.tokens[mark - 1].upos != .adverb
    else { return false }
    return tree.children(of: word, "aux").allSatisfy { ["be", "have"].contains(tree.lemma($0)) }
  }

  private static let besides = ["while", "whereas", "as", "although", "though"]

  /// Whether a comma stands before a clause, which then only adds something.
  func isBehindComma(_ clause: Int) -> Bool {
    guard let first = tree.subtree(of: clause).first, first > 0 else { return false }
    return tree.form(first) == "," || tree.form(first - 1) == ","
  }

  /// `under the truce, brokered by Chile, they will leave`.
  private func isSetOff(_ participle: Int) -> Bool {
    guard tree.tokens[participle].xpos == "VBN", let first = tree.subtree(of: participle).first,
      first > 0
    else { return false }
    return tree.form(first) == "," || tree.form(first - 1) == ","
  }

  /// Whether something was done by somebody before what is planned with it: `will enter a market led by
  /// Helio`, and not `wants a truce brokered by Chile`.
  func isDoneBefore(_ participle: Int, to noun: Int) -> Bool {
    guard tree.tokens[participle].xpos == "VBN", tree.child(of: participle, "obl:agent") != nil,
      tree.has(noun, "obj"), let verb = tree.tokens[noun].head
    else { return false }
    return modalityCues(at: verb).isEmpty && speechCues(at: verb).isEmpty
      && tree.children(of: verb, "aux").allSatisfy { ["will", "shall"].contains(tree.lemma($0)) }
  }

  /// A participle right behind its noun: `the firm based in Oslo`, and not `the plan of leaving`.
  func isParticiple(_ word: Int) -> Bool {
    ["VBN", "VBG"].contains(tree.tokens[word].xpos) && tree.child(of: word, "mark", "case") == nil
  }

  /// Whether the sentence asks for the ground, manner, time or place of what it takes for granted:
  /// `Why did Chile attack Peru?`.
  var asksHow: Bool {
    guard let root = tree.root else {
      return false
    }
    return tree.children(of: root, "advmod").contains {
      $0 < root && ["why", "how", "when", "where"].contains(tree.form($0))
    }
  }

  /// Whether a phrase is taken for granted by the word above: who ends a battle says that there is
  /// one, whether he ends it or only wants to.
  func isTakenForGranted(_ word: Int, under head: Int) -> Bool {
    let isNoun = tree.tokens[word].upos == .noun || tree.tokens[word].upos == .properNoun
    // 'because of the accident', 'the recent talks': these are there, whatever is planned next.
    if isNoun {
      if let preposition = tree.preposition(of: word),
        lexicon.granted[.adposition]?.contains(preposition) == true
      {
        return true
      }
      let adjectives = tree.children(of: word, "amod")
      if adjectives.contains(where: { lexicon.granted[.adjective]?.contains(tree.form($0)) == true }
      ) {
        return true
      }
    }
    // 'has no link with the attacks': there were attacks.
    if isNoun, tree.has(word, "nmod"), tree.isDefinite(word), tree.isNegatedNoun(head),
      tree.tokens[word].phraseType == .event
    {
      return true
    }
    let reach =
      tree.has(word, "obj") || tree.has(word, "nsubj:pass")
      ? "obj" : tree.preposition(of: word) ?? ""
    return isNoun
      && lexicon.modalityCues(tree.lemma(head)).contains {
        $0.isFactive && $0.scope.contains(reach)
          && $0.partOfSpeech.map { agrees($0, head) } != false
      }
  }

  /// Whether an event is there before what is said of it may come to be: `the support for Chile could
  /// grow`, but not `the talks with Chile could begin` or `will be long`.
  func isThere(_ noun: Int, before verb: Int) -> Bool {
    guard tree.has(noun, "nsubj") || tree.has(noun, "obj"), tree.isDefinite(noun),
      tree.tokens[verb].upos == .verb, !tree.isPassive(verb)
    else { return false }
    // 'could win the match', 'could sign the deal': there is none before.
    let isMade =
      lexicon.verbFrames(tree.lemma(verb)).contains { !$0.objectNouns.isEmpty }
      || lexicon.nounFrames(tree.lemma(noun)).contains {
        $0.lightVerbs.contains(tree.lemma(verb))
      }
    if tree.has(noun, "obj"), isMade || cue(at: verb, reaching: ["obj"]) != nil { return false }
    var main = Standing()
    readModals(of: verb, into: &main)
    return main.modality == .conditional
      && !lexicon.verbFrames(tree.lemma(verb)).contains {
        $0.property == "tookPlaceIn" || $0.object.contains(.date)
      }
  }

  /// `left no doubt that …`: the negation is in the noun, and makes its content sure.
  func isUndoubted(_ noun: Int) -> Bool {
    tree.isNegatedNoun(noun)
      && cue(at: noun, reaching: ["complement"])?.exceptions["negated"] == "keep"
  }

  /// Whether an infinitive says what something is for: `an initiative to help the victims`; not what
  /// comes first or last in doing it, and not what a cue knows more of.
  func isPurpose(_ word: Int, of noun: Int) -> Bool {
    guard tree.tokens[noun].upos == .noun || tree.tokens[noun].upos == .properNoun,
      tree.children(of: word, "mark").contains(where: { tree.form($0) == "to" }),
      cue(at: noun, reaching: ["complement"]) == nil,
      lexicon.attribution(tree.lemma(noun), upos: .noun) == nil,
      // 'went on strike to protest against it': that is how they protest.
      lexicon.nominal(tree.lemma(noun))?.type != .event
    else { return false }
    return !tree.children(of: noun, "amod", "nummod").contains {
      tree.tokens[$0].xpos == "JJS" || tree.tokens[$0].features.contains("NumType=Ord")
        || ["only", "last", "first", "next"].contains(tree.lemma($0))
    }
  }

  /// Whether a clause is one that the article sets against what it reports.
  ///
  /// What `Lind said …, while Okafor left` says behind the comma, the article says.
  func isAside(_ word: Int) -> Bool {
    guard tree.has(word, "advcl"), tree.isFinite(word), tree.child(of: word, "nsubj") != nil,
      let mark = tree.children(of: word, "mark").first,
      Self.besides.contains(tree.form(mark)), mark > 0,
      quotation(word) == nil
    else { return false }
    let before = tree.tokens[mark - 1]
    guard before.form == "," || before.upos == .punctuation else { return false }
    // Only what follows the reported clause stands beside it.
    return tree.tokens[word].head.map { $0 < word } ?? false
  }

  /// Whether a clause beside what is reported tells of somebody else's words, which the article reports
  /// itself: `said Chile had left, and Okafor accused it of lying`.
  func isStatementApart(_ word: Int) -> Bool {
    guard tree.has(word, "conj"), tree.isFinite(word), quotation(word) == nil,
      tree.child(of: word, "nsubj") != nil, tree.child(of: word, "mark") == nil,
      let conjunction = tree.child(of: word, "cc"), conjunction > 0,
      tree.form(conjunction - 1) == ",", let said = tree.tokens[word].head,
      tree.has(said, "ccomp"), !speechCues(at: word).isEmpty
    else { return false }
    return !tree.children(of: said, "mark").contains { tree.form($0) == "that" }
  }

  /// A clause of the article that the parser hung into a quotation: `“…,” Lind said as Okafor left`.
  func isOutside(_ word: Int, quotationOf head: Int) -> Bool {
    tree.has(word, "advcl") && tree.isFinite(word) && quotation(word) == nil
      && quotation(head) != nil
  }
}
