/// Makes the trees over which claims are read: those of the parser, with what it often gets wrong mended.
struct TreeRepair {
  private let lemmas: LemmaCorrection
  private let repairs: [(AnnotatedSentence) -> AnnotatedSentence]

  /// Makes a repair for the sentences of an article.
  ///
  /// - Parameter quotations: The quotations of the article.
  init(knowledge: Knowledge, quotations: [Quotation]) {
    let (lexicon, gazetteer) = (knowledge.lexicon, knowledge.gazetteer)
    lemmas = LemmaCorrection(lexicon: lexicon)
    let arguments = ArgumentRepair { name in
      gazetteer.entries(named: name).contains { gazetteer.type(of: $0) == .country }
    }
    let possessors = PossessorRepair { forms, start in
      gazetteer.longestMatch(forms, at: start)?.length
    }
    // Each counts on what those before it have mended.
    repairs = [
      FlatRepair.repaired, possessors.repaired, HolderRepair().repaired, arguments.repaired,
      ConjunctionRepair().repaired, InfinitiveRepair(lexicon: lexicon).repaired,
      GerundRepair(lexicon: lexicon).repaired,
      SubjectRepair(lexicon: lexicon).repaired, LateSpeakerRepair(lexicon: lexicon).repaired,
      EndSpeakerRepair(lexicon: lexicon).repaired,
      AppositionRepair(lexicon: lexicon).repaired,
      QuotationRepair(lexicon: lexicon, quotations: quotations).repaired,
      SpeechTimeRepair(lexicon: lexicon).repaired, TimePhraseRepair().repaired,
      SpeechClauseRepair(lexicon: lexicon).repaired,
      ContentClauseRepair(lexicon: lexicon).repaired,
      SourcePhraseRepair().repaired,
      HeadlineRepair().repaired,
    ]
  }

  /// The tree of a sentence.
  func tree(of sentence: AnnotatedSentence) -> SentenceTree {
    SentenceTree(repairs.reduce(lemmas.corrected(sentence)) { $1($0) })
  }
}
