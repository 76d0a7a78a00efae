import Extraction

extension EntityCluster {
  /// Writes all but why names were joined, which the graph does not need.
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(types.sorted { $0.key < $1.key }) { encoder, type in
      encoder.write(type.key)
      encoder.write(type.value)
    }
    encoder.write(names.sorted { $0.key < $1.key }) { encoder, name in
      encoder.write(name.key)
      encoder.write(name.value.articles)
      encoder.write(name.value.firstArticle)
    }
    encoder.write(aliases.sorted { $0.key < $1.key }) { encoder, alias in
      encoder.write(alias.key)
      encoder.write(alias.value)
    }
    encoder.write(personNames) { $1.encode(to: &$0) }
    encoder.write(links.sorted()) { $0.write($1) }
    encoder.write(entries.sorted()) { $0.write($1) }
    context.encode(to: &encoder)
    encoder.write(articles.sorted()) { $0.write(Int($1)) }
    encoder.write(members) { encoder, member in
      encoder.write(Int(member.article))
      encoder.write(Int(member.entity))
    }
    encoder.write(soleArticle.map(Int.init))
    encoder.write(canonicalName)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    func text(_ decoder: inout RecordDecoder) throws(RecordError) -> String {
      try decoder.text()
    }
    func pairs<Value>(
      _ value: (inout RecordDecoder) throws(RecordError) -> Value
    ) throws(RecordError) -> [String: Value] {
      let pairs = try decoder.array { decoder throws(RecordError) in
        (try decoder.text(), try value(&decoder))
      }
      return Dictionary(pairs) { first, _ in first }
    }
    let votes = try decoder.array { decoder throws(RecordError) in
      (try decoder.value(of: EntityType.self), try decoder.number())
    }
    types = Dictionary(votes) { first, _ in first }
    names = try pairs { decoder throws(RecordError) in
      ResolvedEntity.NameUse(articles: try decoder.number(), firstArticle: try decoder.text())
    }
    aliases = try pairs(text)
    personNames = try decoder.array { decoder throws(RecordError) in
      try PersonName(from: &decoder)
    }
    links = Set(try decoder.array(text))
    entries = Set(try decoder.array { decoder throws(RecordError) in try decoder.number() })
    context = try EntityContext(from: &decoder)
    articles = Set(
      try decoder.array { decoder throws(RecordError) in try Self.number(&decoder) })
    members = try decoder.array { decoder throws(RecordError) in
      Member(article: try Self.number(&decoder), entity: try Self.number(&decoder))
    }
    soleArticle = try decoder.optional { decoder throws(RecordError) in
      try Self.number(&decoder)
    }
    canonicalName = try decoder.optional(text)
  }

  private static func number(_ decoder: inout RecordDecoder) throws(RecordError) -> Int32 {
    guard let number = Int32(exactly: try decoder.number()) else {
      throw decoder.error("a number of an article below 2,147,483,648")
    }
    return number
  }
}

extension PersonName {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(words) { encoder, word in
      encoder.write(word.plain)
      encoder.write(word.key)
      encoder.write(word.skeleton)
    }
    encoder.write(generation)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    let words = try decoder.array { decoder throws(RecordError) in
      Word(plain: try decoder.text(), key: try decoder.text(), skeleton: try decoder.text())
    }
    let generation = try decoder.optional { decoder throws(RecordError) in try decoder.text() }
    self.init(words: words, generation: generation)
  }
}

extension ResolvedName {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri.string)
    encoder.write(name)
    encoder.write(type)
    encoder.write(link)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      iri: try IRI(from: &decoder), name: try decoder.text(),
      type: try decoder.value(of: EntityType.self),
      link: try decoder.optional { decoder throws(RecordError) in try decoder.text() })
  }
}
