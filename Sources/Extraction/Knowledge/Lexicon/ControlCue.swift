/// A word that says whose doing the infinitive or participle below it is: `accused Chile of attacking`.
public struct ControlCue: Sendable, Hashable {
  /// Who does it.
  public enum Doer: String, Sendable, CaseIterable {
    /// The subject of the verb, though it has an object.
    case subject = "subj"
    /// The object of the verb.
    case object = "obj"
    /// Who stands in a phrase with `on`.
    case on
    /// Who holds a noun, though he gives it away: `gave the union a promise to leave`.
    case head
    /// Nobody whom the clause names: `rejected a plan to leave`.
    case none
  }

  /// Whether the word is a noun; a verb if not.
  public var isNoun: Bool
  /// Who does it.
  public var doer: Doer
  /// The words before the infinitive or participle; `noun` for what stands below the object noun.
  public var marks: Set<String>
}

extension Lexicon {
  mutating func addControl(_ row: TableRow) throws(KnowledgeError) {
    let name = row.string(row.table.column("doer"))
    guard let doer = ControlCue.Doer(rawValue: name) else {
      let known = ControlCue.Doer.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("no doer called \"\(name)\"; a doer is one of \(known)")
    }
    let upos = try row.partOfSpeech()
    guard upos == .verb || upos == .noun else {
      throw row.error("expected a verb or a noun")
    }
    let cue = ControlCue(
      isNoun: upos == .noun, doer: doer,
      marks: Set(row.values(row.table.column("marks")).map(\.spaced)))
    controls[row.string(0).spaced, default: []].append(cue)
  }
}
