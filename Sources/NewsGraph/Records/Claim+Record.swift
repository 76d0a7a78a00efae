import Extraction

extension TextRange {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(begin)
    encoder.write(count)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    let begin = try decoder.number()
    let (end, overflows) = begin.addingReportingOverflow(try decoder.number())
    guard !overflows else { throw decoder.error("a range of a text") }
    self.init(begin, end)
  }
}

extension Entity {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(name)
    encoder.write(type)
    encoder.write(aliases) { $0.write($1) }
    encoder.write(link)
    encoder.write(entry)
    encoder.write(gender) { $0.write($1) }
    encoder.write(mentions) { encoder, mention in
      mention.range.encode(to: &encoder)
      encoder.write(mention.form)
      encoder.write(mention.reason)
    }
    encoder.write(isArticleSpecific)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      name: try decoder.text(), type: try decoder.value(of: EntityType.self),
      aliases: try decoder.array { decoder throws(RecordError) in try decoder.text() },
      link: try decoder.optional { decoder throws(RecordError) in try decoder.text() },
      entry: try decoder.optional { decoder throws(RecordError) in try decoder.number() },
      gender: try decoder.optional { decoder throws(RecordError) in
        try decoder.value(of: Gender.self)
      },
      mentions: try decoder.array { decoder throws(RecordError) in
        Mention(
          range: try TextRange(from: &decoder),
          form: try decoder.value(of: Mention.Form.self),
          reason: try decoder.value(of: MentionReason.self))
      },
      isArticleSpecific: try decoder.flag())
  }
}

extension Claim {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(subject)
    encoder.write(predicate)
    switch object {
    case .entity(let index):
      encoder.write(true)
      encoder.write(index)
    case .literal(let value, let datatype):
      encoder.write(false)
      encoder.write(value)
      encoder.write(datatype)
    }
    encoder.write(modality)
    encoder.write(attributedTo) { $0.write($1) }
    encoder.write(date)
    encoder.write(place)
    range.encode(to: &encoder)
    sentenceRange.encode(to: &encoder)
    encoder.write(confidence)
    encoder.write(rule)
    encoder.write(basis)
    encoder.write(addressees) { $0.write($1) }
    encoder.write(content)
    encoder.write(unit)
    encoder.write(bound) { $0.write($1) }
  }

  init(from decoder: inout RecordDecoder, entityCount: Int) throws(RecordError) {
    func entity(_ decoder: inout RecordDecoder) throws(RecordError) -> Int {
      try decoder.index(below: entityCount)
    }
    func text(_ decoder: inout RecordDecoder) throws(RecordError) -> String {
      try decoder.text()
    }
    self.init(
      subject: try entity(&decoder), predicate: try decoder.text(),
      object: try decoder.flag()
        ? .entity(try entity(&decoder))
        : .literal(value: try decoder.text(), datatype: try decoder.text()),
      modality: try decoder.value(of: Modality.self),
      attributedTo: try decoder.array(entity), date: try decoder.optional(text),
      place: try decoder.optional(entity), range: try TextRange(from: &decoder),
      sentenceRange: try TextRange(from: &decoder), confidence: try decoder.double(),
      rule: try decoder.text(), basis: try decoder.value(of: Basis.self))
    addressees = try decoder.array(entity)
    content = try decoder.optional(text)
    unit = try decoder.optional(text)
    bound = try decoder.optional { decoder throws(RecordError) in
      try decoder.value(of: ValueBound.self)
    }
  }
}
