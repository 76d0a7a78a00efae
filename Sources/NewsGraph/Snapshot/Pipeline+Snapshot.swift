extension Pipeline {
  /// The number of articles that are read side by side.
  package var threads: Int { configuration.threads }
}
