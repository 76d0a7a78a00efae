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

extension Entity {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(name)
    encoder.write(type)
    encoder.write(aliases) { $0.write($1) }
    encoder.write(link)
    encoder.write(entry)
    encoder.write(gender) { $0.write($1) }
    encoder.write(mentions) { $1.encode(to: &$0) }
    encoder.write(isArticleSpecific)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      name: try decoder.text(), type: try decoder.value(of: EntityType.self),
      aliases: try decoder.texts(), link: try decoder.optionalText(),
      entry: try decoder.optional { decoder throws(RecordError) in try decoder.number() },
      gender: try decoder.optional { decoder throws(RecordError) in
        try decoder.value(of: Gender.self)
      },
      mentions: try decoder.array(Mention.init(from:)),
      isArticleSpecific: try decoder.flag())
  }
}
