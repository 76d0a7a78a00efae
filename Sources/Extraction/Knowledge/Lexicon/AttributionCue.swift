/// A word by which a text hands a statement to a source: `say`, `according to`, `claim`.
public struct AttributionCue: Sendable, Hashable {
  /// What sort of speech act a cue stands for.
  public enum Kind: String, Sendable, CaseIterable {
    case say, report, announce, claim, allege, deny, admit, confirm, think, predict
    case ask, order, promise, warn, propose, decide, agree, want
  }

  /// All words of the cue, with spaces between them: `according to`, `point out`.
  public var phrase: String
  /// The lemma under which the cue is found.
  public var lemma: String
  /// The particle of a phrasal verb: `out` in `point out`.
  public var particle: String?
  /// The part of speech.
  public var partOfSpeech: UniversalPartOfSpeech
  /// The speech act.
  public var kind: Kind
  /// The standing that it gives to what is said.
  public var modality: Modality
  /// Where the source stands; empty for the subject of a verb.
  public var claimant: [Slot] = []
  /// Where the addressee stands.
  public var addressee: [Slot] = []
  /// Where that which is said stands; empty for a complement clause.
  public var content: [Slot] = []
  /// The nouns one of which has to head that which is said; empty for any.
  public var contentHeads: Set<String> = []
  /// Where the subject of that which is said stands, outside of the clause itself.
  public var subjectOfContent: [Slot] = []
  /// Alternatives, one of which must be there.
  public var requirements: [SlotCondition] = []
  /// What must not be there.
  public var exclusions: [SlotCondition] = []
  /// The one form of the lemma that has this sense: `citing`.
  public var form: String?
  /// What standing it gives instead in a certain place, as `question` with `conditional`.
  public var exceptions: [String: String] = [:]
  /// Whether it introduces direct speech, too.
  public var takesDirectSpeech = false
  /// Whether it introduces direct speech alone.
  public var needsDirectSpeech = false
  /// Whether the source stays unnamed in the passive or with the adverb.
  public var allowsUnnamedSource = false
  /// Whether it has this sense in the passive alone.
  public var isPassive = false
  /// Whether it names a document or an occasion and no source: `in a statement`.
  public var isDocument = false
  /// All options as in the table.
  public var options: [String: String] = [:]
  /// The line in the table.
  public var line = 0
}
