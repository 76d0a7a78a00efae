import Extraction

extension CorpusArticle {
  /// Writes all but the words of the mentions, which stand in the article's text.
  func encode(to encoder: inout RecordEncoder) {
    node.encode(to: &encoder)
    encoder.write(entities) { $1.encode(to: &$0) }
    encoder.write(claims) { $1.encode(to: &$0) }
    encoder.write(contexts) { $1.encode(to: &$0) }
    wording.encode(to: &encoder)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    node = try ArticleNode(from: &decoder)
    entities = try decoder.array(Entity.init(from:))
    let count = entities.count
    claims = try decoder.array { decoder throws(RecordError) in
      try Claim(from: &decoder, entityCount: count)
    }
    contexts = try decoder.array(EntityContext.init(from:))
    guard contexts.count == count else { throw decoder.error("a context for each entity") }
    wording = try ArticleWording(from: &decoder)
  }
}

extension ArticleNode {
  func encode(to encoder: inout RecordEncoder) {
    // Most are URLs of the net; pieces of graphs have the others in full too.
    encoder.write(iri.string)
    encoder.write(id)
    encoder.write(title)
    encoder.write(published) { encoder, published in
      encoder.write(published.date.description)
      encoder.write(published.time)
    }
    encoder.write(publisher)
    encoder.write(authors) { $0.write($1) }
    encoder.write(language)
    encoder.write(characterCount)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    iri = try decoder.iri()
    id = try decoder.text()
    title = try decoder.optionalText()
    published = try decoder.optional { decoder throws(RecordError) in
      guard let date = CalendarDate(iso: try decoder.text()[...]) else {
        throw decoder.error("a day")
      }
      return Timestamp(date: date, time: try decoder.optionalText())
    }
    publisher = try decoder.optionalText()
    authors = try decoder.texts()
    language = try decoder.optionalText()
    characterCount = try decoder.number()
  }
}

extension EntityContext {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(countries.sorted()) { $0.write($1) }
    encoder.write(offices.sorted()) { $0.write($1) }
    encoder.write(organizations.sorted()) { $0.write($1) }
    encoder.write(genders.sorted { $0.rawValue < $1.rawValue }) { $0.write($1) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    countries = Set(
      try decoder.array { decoder throws(RecordError) in try decoder.number() })
    offices = Set(try decoder.texts())
    organizations = Set(try decoder.texts())
    genders = Set(
      try decoder.array { decoder throws(RecordError) in try decoder.value(of: Gender.self) })
  }
}

extension ArticleWording {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(shingles) { $0.write(bits: $1) }
    encoder.write(credits.sorted()) { $0.write($1) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      shingles: try decoder.array { decoder throws(RecordError) in try decoder.bits() },
      credits: Set(try decoder.texts()))
  }
}
