import Extraction

extension EntityNode {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri)
    encoder.write(type)
    encoder.write(nameVoters.sorted { $0.key < $1.key }) { encoder, name in
      encoder.write(name.key)
      encoder.write(name.value.sorted()) { $0.write($1) }
    }
    encoder.write(aliases.sorted()) { $0.write($1) }
    encoder.write(links.sorted()) { $0.write($1) }
    encoder.write(mentions.sorted { $0.key < $1.key }) { encoder, article in
      encoder.write(article.key)
      encoder.write(article.value) { $1.encode(to: &$0) }
    }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    iri = try decoder.iri()
    type = try decoder.value(of: EntityType.self)
    let voters = try decoder.array { decoder throws(RecordError) in
      (try decoder.text(), Set(try decoder.texts()))
    }
    nameVoters = Dictionary(voters) { $0.union($1) }
    aliases = Set(try decoder.texts())
    links = Set(try decoder.texts())
    let found = try decoder.array { decoder throws(RecordError) in
      (try decoder.text(), try decoder.array(Mention.init(from:)))
    }
    mentions = Dictionary(found, uniquingKeysWith: +)
  }
}

extension KnowledgeGraph {
  /// Writes all but the conflicts, which are inferred.
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(sortedArticles) { $1.encode(to: &$0) }
    encoder.write(sortedEntities) { $1.encode(to: &$0) }
    encoder.write(sortedStatements) { $1.encode(to: &$0) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init()
    for article in try decoder.array(ArticleNode.init(from:)) { add(article) }
    for entity in try decoder.array(EntityNode.init(from:)) { add(entity) }
    for statement in try decoder.array(Statement.init(from:)) { add(statement) }
  }
}
