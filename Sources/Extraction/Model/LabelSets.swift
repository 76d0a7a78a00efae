/// The classes that the model's heads choose from, in the order of their scores.
struct LabelSets: Sendable {
  /// A class of the name layer: outside of names, or a part of a name.
  enum NameTag: Sendable, Equatable {
    case outside
    case begins(NameSpan.Label)
    case continues(NameSpan.Label)
  }

  let upos: [UniversalPartOfSpeech]
  let xpos: [String]
  let features: [String]
  let lemmaRules: [LemmaRule]
  let inflectedLemmas: InflectedLemmas
  let phraseTypes: [PhraseType?]
  let names: [NameTag]
  let relations: [String]
  /// The index of `root` in `relations`.
  let rootRelation: Int

  init(_ file: ModelFile) throws(LanguageModelError) {
    upos = try Self.mapped(file, "upos") { UniversalPartOfSpeech(rawValue: $0) }
    xpos = try file.labels("xpos")
    features = try file.labels("features").map { $0 == "_" ? "" : $0 }
    lemmaRules = try Self.mapped(file, "lemma") { LemmaRule($0) }
    inflectedLemmas = try InflectedLemmas(file)
    phraseTypes = try Self.mapped(file, "entity") { name -> PhraseType?? in
      name == "none" ? .some(nil) : PhraseType(rawValue: name).map { .some($0) }
    }
    names = try Self.mapped(file, "name", Self.nameTag)
    relations = try file.labels("relation")
    guard let root = relations.firstIndex(of: "root") else {
      throw .malformed("labels.relation has no root")
    }
    rootRelation = root
  }

  private static func mapped<Value>(
    _ file: ModelFile, _ name: String, _ value: (String) -> Value?
  ) throws(LanguageModelError) -> [Value] {
    var values: [Value] = []
    for label in try file.labels(name) {
      guard let known = value(label) else {
        throw .malformed("labels.\(name) has the unknown class \(label)")
      }
      values.append(known)
    }
    return values
  }

  private static func nameTag(_ label: String) -> NameTag? {
    if label == "O" { return .outside }
    guard let kind = NameSpan.Label(rawValue: String(label.dropFirst(2))) else { return nil }
    if label.hasPrefix("B-") { return .begins(kind) }
    return label.hasPrefix("I-") ? .continues(kind) : nil
  }
}
