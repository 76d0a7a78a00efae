import Extraction

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
    self.init(
      subject: try entity(&decoder), predicate: try decoder.text(),
      object: try decoder.flag()
        ? .entity(try entity(&decoder))
        : .literal(value: try decoder.text(), datatype: try decoder.text()),
      modality: try decoder.value(of: Modality.self),
      attributedTo: try decoder.array(entity), date: try decoder.optionalText(),
      place: try decoder.optional(entity), range: try TextRange(from: &decoder),
      sentenceRange: try TextRange(from: &decoder), confidence: try decoder.double(),
      rule: try decoder.text(), basis: try decoder.value(of: Basis.self))
    addressees = try decoder.array(entity)
    content = try decoder.optionalText()
    unit = try decoder.optionalText()
    bound = try decoder.optional { decoder throws(RecordError) in
      try decoder.value(of: ValueBound.self)
    }
  }
}
