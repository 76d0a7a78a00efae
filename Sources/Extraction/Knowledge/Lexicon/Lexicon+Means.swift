extension Lexicon {
  /// Whether who does the one thing does the other by it: `marched to demand`, and not `flew to meet`.
  func isDone(_ lemma: String, by means: String) -> Bool {
    modalityCues(lemma).contains {
      $0.scope.contains("purpose") && $0.modality == nil && $0.means.contains(means)
    }
  }
}
