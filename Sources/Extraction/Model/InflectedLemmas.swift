/// The lemmas of words whose inflection no rule describes, by part of speech: `went` as VBD is `go`
/// (Training/MODEL_FORMAT.md, section 8).
struct InflectedLemmas: Sendable {
  /// The lemma by lower-case form, for each class of `labels.xpos`.
  private let lemmas: [[String: String]]

  init(_ file: ModelFile) throws(LanguageModelError) {
    let table = file.header["lemmas"]
    var lemmas: [[String: String]] = []
    for tag in try file.labels("xpos") {
      guard case .object(let entries) = table?[tag] else {
        lemmas.append([:])
        continue
      }
      lemmas.append(entries.compactMapValues(\.string))
    }
    self.lemmas = lemmas
  }

  /// The lemma of a form whose part of speech is the class `xpos`, where the table has it.
  func lemma(of form: String, xpos: Int) -> String? {
    lemmas[xpos].isEmpty ? nil : lemmas[xpos][form.lowercased()]
  }
}
