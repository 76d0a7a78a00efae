import Extraction

extension IRI {
  init(from decoder: inout RecordDecoder) throws(RecordError) {
    let text = try decoder.text()
    guard let iri = try? IRI(text) else { throw decoder.error("an IRI") }
    self = iri
  }
}

extension Term {
  func encode(to encoder: inout RecordEncoder) {
    switch self {
    case .iri(let iri):
      encoder.write(0)
      encoder.write(iri.string)
    case .blank(let label):
      encoder.write(1)
      encoder.write(label)
    case .literal(let literal):
      encoder.write(2)
      encoder.write(literal.lexicalForm)
      encoder.write(literal.datatype.string)
      encoder.write(literal.language)
    }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    switch try decoder.number() {
    case 0: self = .iri(try IRI(from: &decoder))
    case 1: self = .blank(try decoder.text())
    case 2:
      let text = try decoder.text()
      let datatype = try IRI(from: &decoder)
      let language = try decoder.optional { decoder throws(RecordError) in try decoder.text() }
      self = .literal(
        language.map { Literal(text, language: $0) } ?? Literal(text, datatype: datatype))
    default: throw decoder.error("the kind of a term")
    }
  }
}

extension Mention {
  func encode(to encoder: inout RecordEncoder) {
    range.encode(to: &encoder)
    encoder.write(form)
    encoder.write(reason)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      range: try TextRange(from: &decoder), form: try decoder.value(of: Mention.Form.self),
      reason: try decoder.value(of: MentionReason.self))
  }
}

extension EntityNode {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri.string)
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
    func text(_ decoder: inout RecordDecoder) throws(RecordError) -> String {
      try decoder.text()
    }
    iri = try IRI(from: &decoder)
    type = try decoder.value(of: EntityType.self)
    let voters = try decoder.array { decoder throws(RecordError) in
      (try decoder.text(), Set(try decoder.array(text)))
    }
    nameVoters = Dictionary(voters) { $0.union($1) }
    aliases = Set(try decoder.array(text))
    links = Set(try decoder.array(text))
    let found = try decoder.array { decoder throws(RecordError) in
      (
        try decoder.text(),
        try decoder.array { decoder throws(RecordError) in try Mention(from: &decoder) }
      )
    }
    mentions = Dictionary(found, uniquingKeysWith: +)
  }
}

extension Evidence {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri.string)
    encoder.write(article)
    encoder.write(modality)
    encoder.write(attributedTo) { $0.write($1.string) }
    encoder.write(date)
    encoder.write(place?.string)
    range.encode(to: &encoder)
    sentenceRange.encode(to: &encoder)
    encoder.write(confidence)
    encoder.write(rule)
    encoder.write(firstPrintedIn)
    encoder.write(basis)
    encoder.write(isReversed)
    encoder.write(addressees) { $0.write($1.string) }
    encoder.write(content)
    encoder.write(unit)
    encoder.write(bound) { $0.write($1) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    func iri(_ decoder: inout RecordDecoder) throws(RecordError) -> IRI {
      try IRI(from: &decoder)
    }
    func text(_ decoder: inout RecordDecoder) throws(RecordError) -> String {
      try decoder.text()
    }
    self.init(
      iri: try iri(&decoder), article: try decoder.text(),
      modality: try decoder.value(of: Modality.self), attributedTo: try decoder.array(iri),
      date: try decoder.optional(text), place: try decoder.optional(iri),
      range: try TextRange(from: &decoder), sentenceRange: try TextRange(from: &decoder),
      confidence: try decoder.double(), rule: try decoder.text())
    firstPrintedIn = try decoder.optional(text)
    basis = try decoder.value(of: Claim.Basis.self)
    isReversed = try decoder.flag()
    addressees = try decoder.array(iri)
    content = try decoder.optional(text)
    unit = try decoder.optional(text)
    bound = try decoder.optional { decoder throws(RecordError) in
      try decoder.value(of: ValueBound.self)
    }
  }
}

extension Statement {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri.string)
    encoder.write(key.subject.string)
    encoder.write(key.predicate)
    key.object.encode(to: &encoder)
    encoder.write(evidence) { $1.encode(to: &$0) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    iri = try IRI(from: &decoder)
    key = Key(
      subject: try IRI(from: &decoder), predicate: try decoder.text(),
      object: try Term(from: &decoder))
    evidence = try decoder.array { decoder throws(RecordError) in try Evidence(from: &decoder) }
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
    let articles = try decoder.array { decoder throws(RecordError) in
      try ArticleNode(from: &decoder)
    }
    for article in articles { add(article) }
    let entities = try decoder.array { decoder throws(RecordError) in
      try EntityNode(from: &decoder)
    }
    for entity in entities { add(entity) }
    let statements = try decoder.array { decoder throws(RecordError) in
      try Statement(from: &decoder)
    }
    for statement in statements { add(statement) }
  }
}
