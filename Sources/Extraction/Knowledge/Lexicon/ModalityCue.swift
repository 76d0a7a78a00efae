/// A word that changes the standing of what is in its scope: `would`, `plan`, `if`, `not`.
public struct ModalityCue: Sendable, Hashable {
  /// All words of the cue, with spaces between them: `be about to`.
  public var phrase: String
  /// The lemma under which the cue is found.
  public var lemma: String
  /// The particle of a phrasal verb: `out` in `rule out`.
  public var particle: String?
  /// The part of speech; nothing for the mood of a sentence, `MOOD` in the table.
  public var partOfSpeech: UniversalPartOfSpeech?
  /// What is in its scope, as in the table: slots, `head`, `head-of-noun`, `clause`, `complement`,
  /// `noun`, `sentence`.
  public var scope: [String]
  /// The standing that it gives, or nothing where the standing stays as it is.
  public var modality: Modality?
  /// Alternatives, one of which must be there.
  public var requirements: [SlotCondition] = []
  /// The prepositions by which a noun governs its complement.
  public var prepositions: [String] = []
  /// The one form of the lemma that has this sense: `used`.
  public var form: String?
  /// Whether the object has to be a noun for an event.
  public var needsEventNoun = false
  /// Whether it says that something held before and holds no longer.
  public var isEnded = false
  /// Whether what is in its scope is taken for granted: the war in `end the war`.
  public var isFactive = false
  /// Whether what is in its scope goes on: `continues to fight`.
  public var isOngoing = false
  /// Whether it says that something was tried.
  public var isAttempted = false
  /// Whether it has this sense in the passive alone.
  public var isPassive = false
  /// What standing it gives instead in a certain tense, place or form.
  ///
  /// The conditions are those of the table, such as `perfect` with `alleged` for `must have`;
  /// `keep` stands for none.
  public var exceptions: [String: String] = [:]
  /// Whether it stands before the subject: `had the union backed the deal`.
  public var isInverted = false
  /// Adverbs with which it tells what came later in a story: `would later become`.
  public var narrated: Set<String> = []
  /// Verbs by which what the cue says is done: `demand` by `march`.
  public var means: Set<String> = []
  /// All options as in the table.
  public var options: [String: String] = [:]
  /// The line in the table.
  public var line = 0
}
