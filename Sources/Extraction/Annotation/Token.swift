/// A syntactic word of a sentence with its annotation in the terms of Universal Dependencies v2.
public struct Token: Sendable, Hashable {
  /// Where the word stands in the article's text, in code points.
  public var range: TextRange
  /// The word as it stands in the text.
  public var form: String
  /// The dictionary form.
  public var lemma: String
  /// The universal part of speech.
  public var upos: UniversalPartOfSpeech
  /// The Penn Treebank part of speech.
  public var xpos: String
  /// The morphological features as in CoNLL-U, such as `Number=Sing|Person=3`; empty for none.
  public var features: String
  /// The index of the head in the sentence's tokens, or nothing for the root.
  public var head: Int?
  /// The relation to the head, with its subtype: `nsubj:pass`.
  public var deprel: String
  /// The type of the thing that the phrase headed by this word stands for, where it is a thing.
  public var phraseType: PhraseType?
  /// Whether the word is written together with the next one as one orthographic word: `do` in
  /// `don't`.
  public var joinsNext: Bool

  /// Makes a token; what annotation has not filled in yet has a neutral value.
  public init(
    range: TextRange, form: String, lemma: String = "",
    upos: UniversalPartOfSpeech = .x, xpos: String = "", features: String = "",
    head: Int? = nil, deprel: String = "dep", phraseType: PhraseType? = nil,
    joinsNext: Bool = false
  ) {
    self.range = range
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.deprel = deprel
    self.phraseType = phraseType
    self.joinsNext = joinsNext
  }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var relation: Substring { deprel.prefix { $0 != ":" } }
}
