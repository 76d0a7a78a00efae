/// The words and constructions that express the properties of the ontology.
///
/// Phrases of several words stand with spaces between them, in lower case.
public struct Lexicon: Sendable {
  var verbs: [String: [Frame]] = [:]
  var nouns = PhraseIndex<Frame>()
  var predicates = PhraseIndex<Frame>()
  var hyphens: [String: [Frame]] = [:]
  var offices = PhraseIndex<OfficeTitle>()
  var titlePrefixes = PhraseIndex<TitlePrefix>()
  var attributions: [String: [AttributionCue]] = [:]
  var attributionPhrases = PhraseIndex<AttributionCue>()
  var modalities: [String: [ModalityCue]] = [:]
  var modalityPhrases = PhraseIndex<ModalityCue>()
  var nominals = PhraseIndex<NominalType>()
  var contexts: [String: Set<String>] = [:]
  /// What words before a number say of its exactness.
  var bounds: [String: ValueBound] = [:]
  /// The number of words of a bound that is looked for.
  static let longestBound = 4
  /// The lemmas of irregular forms of verbs.
  var verbForms: [String: [String]] = [:]
  /// Nouns that count or collect what stands after `of`, by what they are: a `fraction` or a `member`.
  var partitives: [String: String] = [:]
  /// What the expected confidence of a construction has to be multiplied with to be the measured one.
  var constructions: [String: Double] = [:]
  /// The words that say whose doing an infinitive or participle is.
  var controls: [String: [ControlCue]] = [:]
  /// Prepositions after which, and adjectives with which a noun is taken for granted.
  var granted: [UniversalPartOfSpeech: Set<String>] = [:]
  /// The object nouns of light verbs.
  var objectNouns: Set<String> = []

  init() {}
}

// MARK: - Frames

extension Lexicon {
  /// The frames of a verb, in the order of the table; particle verbs stand under their verb.
  public func verbFrames(_ lemma: String) -> [Frame] { verbs[lemma] ?? [] }

  /// The frames of a noun.
  public func nounFrames(_ lemma: String) -> [Frame] { nouns[lemma] }

  /// The frames of the longest noun or noun phrase that begins at a word.
  public func longestNounFrames(
    in lemmas: [String], at start: Int
  ) -> (frames: [Frame], length: Int)? {
    nouns.longest(in: lemmas, at: start).map { ($0.values, $0.length) }
  }

  /// The frames of an adjective, noun or participle after a copula.
  public func predicateFrames(_ lemma: String) -> [Frame] { predicates[lemma] }

  /// The frames of the longest predicate that begins at a word, such as `at war`.
  public func longestPredicateFrames(
    in words: [String], at start: Int
  ) -> (frames: [Frame], length: Int)? {
    predicates.longest(in: words, at: start).map { ($0.values, $0.length) }
  }

  /// The frames of the second part of a hyphenated modifier, such as `based`, or of a first part,
  /// given with its hyphen, such as `anti-`.
  public func hyphenFrames(_ participle: String) -> [Frame] { hyphens[participle] ?? [] }

  /// The names of the subject areas, sorted.
  public var contextNames: [String] { contexts.keys.sorted() }

  /// The lemmas that speak for a subject area.
  public func contextCues(_ context: String) -> Set<String> { contexts[context] ?? [] }
}

// MARK: - Titles and nouns of entities

extension Lexicon {
  /// The longest title that begins at a word.
  ///
  /// The words are lemmas or forms, in lower case; a plural at the beginning or the end counts as
  /// its singular. A title with a `casedForm` needs that spelling in the text.
  public func longestOffice(
    in words: [String], at start: Int
  ) -> (title: OfficeTitle, length: Int)? {
    offices.longest(in: words, at: start).flatMap { found in
      found.values.last.map { ($0, found.length) }
    }
  }

  /// The prefix that begins at a word, such as `former`, with its length in words.
  public func longestPrefix(
    in words: [String], at start: Int
  ) -> (prefix: TitlePrefix, length: Int)? {
    titlePrefixes.longest(in: words, at: start).flatMap { found in
      found.values.last.map { ($0, found.length) }
    }
  }

  /// The prefix of titles with a spelling, such as `former` or `co`.
  public func prefix(_ word: String) -> TitlePrefix? { titlePrefixes[word].last }

  /// What a head noun stands for.
  public func nominal(_ lemma: String) -> NominalType? { nominals[lemma].last }

  /// What the longest noun or noun phrase that begins at a word stands for.
  public func longestNominal(
    in lemmas: [String], at start: Int
  ) -> (nominal: NominalType, length: Int)? {
    nominals.longest(in: lemmas, at: start).flatMap { found in
      found.values.last.map { ($0, found.length) }
    }
  }
}

// MARK: - Standing

extension Lexicon {
  /// The cues of a lemma by which a text hands a statement to a source; phrasal verbs stand under
  /// their verb.
  public func attributionCues(_ lemma: String) -> [AttributionCue] { attributions[lemma] ?? [] }

  /// The cue of a word by which a text hands a statement to a source; no phrasal verb.
  public func attribution(
    _ lemma: String, upos: UniversalPartOfSpeech
  ) -> AttributionCue? {
    attributionCues(lemma).first { $0.partOfSpeech == upos && $0.particle == nil }
  }

  /// The longest cue of attribution that begins at a word, such as `according to`.
  public func longestAttribution(
    in words: [String], at start: Int
  ) -> (cues: [AttributionCue], length: Int)? {
    attributionPhrases.longest(in: words, at: start).map { ($0.values, $0.length) }
  }

  /// The cues of a lemma that changes the standing of what is in its scope; phrasal verbs stand
  /// under their verb.
  public func modalityCues(_ lemma: String) -> [ModalityCue] { modalities[lemma] ?? [] }

  /// The longest cue of modality that begins at a word, such as `rather than`.
  public func longestModality(
    in words: [String], at start: Int
  ) -> (cues: [ModalityCue], length: Int)? {
    modalityPhrases.longest(in: words, at: start).map { ($0.values, $0.length) }
  }
}
