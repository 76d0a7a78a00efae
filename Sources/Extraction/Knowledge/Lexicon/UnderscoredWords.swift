extension StringProtocol {
  /// A unit of words as it stands in a text: `air force` for `air_force` of the lexicon.
  var spaced: String {
    String(map { $0 == "_" ? " " : $0 })
  }
}
