/// An article whose words are known to stand for entities.
struct ResolvedArticle: Sendable {
  /// The sentences.
  var annotated: AnnotatedArticle
  /// Their trees.
  var trees: [SentenceTree]
  /// The entities.
  var table: EntityTable
  /// The offices in the text.
  var offices: [OfficeMention]
  /// The names in the text with their entities.
  var names: [(name: NameCandidate, entity: Int)]
  /// Who holds which office.
  var roles: RoleMemory
}
