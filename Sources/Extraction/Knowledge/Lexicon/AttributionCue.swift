/// A word by which a text hands a statement to a source: `say`, `according to`, `claim`.
public struct AttributionCue: Sendable, Hashable {
  /// The lemma; words of a phrase with spaces between them.
  public var lemma: String
  /// The part of speech as in the table.
  public var partOfSpeech: String
  /// What sort of cue it is, as in the table.
  public var kind: String
  /// The standing that it gives to what is said.
  public var modality: Modality
  /// The options as in the table.
  public var options: [String: String]
  /// The line in the table.
  public var line: Int
}

/// A word that changes the standing of what is in its scope: `would`, `plan`, `if`, `deny`.
public struct ModalityCue: Sendable, Hashable {
  /// The lemma; words of a phrase with spaces between them.
  public var lemma: String
  /// The part of speech as in the table.
  public var partOfSpeech: String
  /// What is in its scope, as in the table.
  public var scope: String
  /// The standing that it gives.
  public var modality: Modality
  /// The options as in the table.
  public var options: [String: String]
  /// The line in the table.
  public var line: Int
}
