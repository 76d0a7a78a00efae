/// What the model says on the words of one sentence, as indices into the label sets.
struct SentenceAnalysis: Equatable {
  var upos: [Int]
  var xpos: [Int]
  var features: [Int]
  var lemmaRules: [Int]
  var phraseTypes: [Int]
  var names: [Int]
  /// The head of each word: 0 is the root, 1 the first word.
  var heads: [Int]
  var relations: [Int]
}
