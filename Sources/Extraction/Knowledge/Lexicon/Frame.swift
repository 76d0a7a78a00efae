/// A construction that expresses a property of the ontology: a word and where its subject and
/// object stand.
///
/// `demand` with `subject` in the object slot and `from` as preposition expresses what is demanded
/// from whom. Active, passive, relative clause, participle and conjunction follow from one frame.
public struct Frame: Sendable, Hashable {
  /// What word carries a frame.
  public enum Kind: String, Sendable, CaseIterable {
    /// A verb.
    case verb
    /// A noun with subject and object among its dependents: `the visit of A to B`.
    case event
    /// A noun whose bearer stands in the property to a dependent: `A, the wife of B`.
    case relational
    /// An adjective, noun or phrase after a copula: `A is based in B`.
    case predicate
    /// The second part of a compound: `B-based A`.
    case hyphen
  }

  /// The local name of the property.
  public var property: String
  /// The word in its dictionary form; words of a phrase with spaces between them.
  public var lemma: String
  /// The particle of a phrasal verb: `up` in `set up`.
  public var particle: String?
  /// The objects with which a light verb has this sense: `meeting` in `hold a meeting`; empty for
  /// any.
  public var objectNouns: Set<String> = []
  /// The slots where the subject of the property stands, the first that is filled.
  public var subject: [Slot]
  /// The slots where its object stands.
  public var object: [Slot]
  /// The classes that narrow the subject, as in the table: `Person|Group`.
  public var subjectType: String?
  /// The classes that narrow the object.
  public var objectType: String?
  /// The entity types that may stand as subject by `subjectType`, all where it is nothing.
  public var subjectTypes = EntityTypeSet.all
  /// The entity types that may stand as object by `objectType`, all where it is nothing.
  public var objectTypes = EntityTypeSet.all
  /// The standing that the word itself gives, as `plan` does.
  public var modality: Modality?
  /// Whether subject and object can change places.
  public var isSymmetric = false
  /// Whether the word says that it is not so.
  public var isNegated = false
  /// Whether the subject says so himself: who makes a truce conditional.
  public var isVoiced = false
  /// Whether what it tells is so whatever becomes of the word: who will close a plant somewhere has
  /// one there.
  public var isGranted = false
  /// Whether the verb has this sense in the passive alone.
  public var isPassive = false
  /// Whether a noun that tells of nobody's doing is that of the clause's subject where it stands beside
  /// the clause: `After talks with B, A left`.
  public var isAdjunct = false
  /// Alternatives, one of which must be there; none where the array is empty.
  public var requirements: [SlotCondition] = []
  /// What must not be there.
  public var exclusions: [SlotCondition] = []
  /// The slots with the words that say what is demanded, promised or denied.
  public var content: [Slot] = []
  /// The subject areas of which a sentence or article must be one; empty for any.
  public var contexts: [String] = []
  /// The verbs whose subject is the subject of the noun: `pay` in `pay a visit`.
  public var lightVerbs: Set<String> = []
  /// The share of right readings that is expected, 0 to 1.
  public var confidence: Double = 0.8
  /// What word carries the frame.
  public var kind: Kind
  /// Whether other sentences of the article fill a slot.
  public var isImplied: Bool { subject.contains(.sides) || object.contains(.held) }
  /// The path of the table.
  public var file: String
  /// The line in the table.
  public var line: Int
}

/// A slot and the lemmas one of which must fill it; no lemmas stand for any.
public struct SlotCondition: Sendable, Hashable {
  /// The slot.
  public var slot: Slot
  /// The lemmas in lower case.
  public var lemmas: Set<String>
}
