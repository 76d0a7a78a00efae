import Extraction

/// What has to be known of each article of a corpus to tell what any other article changes: much less
/// than what was read of it.
package struct JoiningTraces: Sendable {
  /// Names, classes and contexts of the entities, by which they are told apart.
  package var names: [UInt8]
  /// The claims on events, places and offices, by which events are told apart.
  package var roles: [UInt8]
  /// The traces of the wording, by which copies are found.
  package var wording: [UInt8]

  /// Takes traces that were kept.
  package init(names: [UInt8], roles: [UInt8], wording: [UInt8]) {
    self.names = names
    self.roles = roles
    self.wording = wording
  }

  init(_ article: CorpusArticle, _ ontology: Ontology) {
    names = Self.encoded { encoder in
      article.node.encode(to: &encoder)
      encoder.write(article.entities) { encoder, entity in
        var entity = entity
        entity.mentions = []
        entity.encode(to: &encoder)
      }
      encoder.write(article.contexts) { $1.encode(to: &$0) }
    }
    roles = Self.encoded { encoder in RoleTraces(article, ontology).encode(to: &encoder) }
    wording = Self.encoded { encoder in article.wording.encode(to: &encoder) }
  }

  private static func encoded(_ write: (inout RecordEncoder) -> Void) -> [UInt8] {
    var encoder = RecordEncoder()
    write(&encoder)
    return encoder.bytes
  }

  /// The article without claims, mentions and wording.
  static func article(_ names: [UInt8]) throws(RecordError) -> CorpusArticle {
    var decoder = RecordDecoder(names)
    let article = CorpusArticle(
      node: try ArticleNode(from: &decoder), entities: try decoder.array(Entity.init(from:)),
      claims: [], contexts: try decoder.array(EntityContext.init(from:)),
      wording: ArticleWording(shingles: [], credits: []))
    guard article.contexts.count == article.entities.count else {
      throw decoder.error("a context for each entity")
    }
    return article
  }

  static func wording(_ bytes: [UInt8]) throws(RecordError) -> ArticleWording {
    var decoder = RecordDecoder(bytes)
    return try ArticleWording(from: &decoder)
  }
}

/// What an article says of events, of where places lie and for whom people act.
struct RoleTraces {
  /// How an article mentions an entity.
  enum Naming: Int {
    case notAtAll, byName, byCommonNouns
  }

  /// The classes that the article gives to its entities.
  var types: [EntityType]
  /// How it mentions each of them.
  var namings: [Naming]
  /// The claims.
  var claims: [Claim]

  init(_ article: CorpusArticle, _ ontology: Ontology) {
    types = article.entities.map(\.type)
    namings = article.entities.map { entity in
      entity.mentions.isEmpty
        ? .notAtAll : entity.mentions.contains { $0.form == .name } ? .byName : .byCommonNouns
    }
    claims = article.claims.filter { claim in
      let written = ontology.property(claim.predicate)?.writtenAs
      return [claim.predicate, written].compactMap { $0 }.contains { name in
        EventRole.tells(name, ontology) || Hierarchy.isPlacement(name, ontology)
          || Hierarchy.isOffice(name, ontology)
      }
    }
  }

  func encode(to encoder: inout RecordEncoder) {
    encoder.write(types) { $0.write($1) }
    for naming in namings { encoder.write(naming.rawValue) }
    encoder.write(claims) { $1.encode(to: &$0) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    let types = try decoder.array { decoder throws(RecordError) in
      try decoder.value(of: EntityType.self)
    }
    var namings: [Naming] = []
    for _ in types {
      guard let naming = Naming(rawValue: try decoder.number()) else {
        throw decoder.error("how an entity is named")
      }
      namings.append(naming)
    }
    claims = try decoder.array { decoder throws(RecordError) in
      try Claim(from: &decoder, entityCount: types.count)
    }
    (self.types, self.namings) = (types, namings)
  }
}

extension Pipeline {
  /// The traces of what was read of an article.
  package func joiningTraces(of record: ReadingRecord) -> JoiningTraces {
    JoiningTraces(record.content, ontology)
  }
}
