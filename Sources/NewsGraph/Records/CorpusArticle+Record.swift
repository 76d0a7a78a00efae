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
    entities = try decoder.array { decoder throws(RecordError) in try Entity(from: &decoder) }
    let count = entities.count
    claims = try decoder.array { decoder throws(RecordError) in
      try Claim(from: &decoder, entityCount: count)
    }
    contexts = try decoder.array { decoder throws(RecordError) in
      try EntityContext(from: &decoder)
    }
    guard contexts.count == count else { throw decoder.error("a context for each entity") }
    wording = try ArticleWording(from: &decoder)
  }
}

extension ArticleNode {
  func encode(to encoder: inout RecordEncoder) {
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
    let text = try decoder.text()
    guard let iri = try? IRI(text) else { throw decoder.error("an IRI") }
    self.iri = iri
    id = try decoder.text()
    title = try decoder.optional { decoder throws(RecordError) in try decoder.text() }
    published = try decoder.optional { decoder throws(RecordError) in
      guard let date = CalendarDate(iso: try decoder.text()[...]) else {
        throw decoder.error("a day")
      }
      return Timestamp(
        date: date,
        time: try decoder.optional { decoder throws(RecordError) in try decoder.text() })
    }
    publisher = try decoder.optional { decoder throws(RecordError) in try decoder.text() }
    authors = try decoder.array { decoder throws(RecordError) in try decoder.text() }
    language = try decoder.optional { decoder throws(RecordError) in try decoder.text() }
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
    offices = Set(try decoder.array { decoder throws(RecordError) in try decoder.text() })
    organizations = Set(try decoder.array { decoder throws(RecordError) in try decoder.text() })
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
      credits: Set(try decoder.array { decoder throws(RecordError) in try decoder.text() }))
  }
}
