import Extraction

extension Evidence {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri)
    encoder.write(article)
    encoder.write(modality)
    encoder.write(attributedTo) { $0.write($1) }
    encoder.write(date)
    encoder.write(place)
    range.encode(to: &encoder)
    sentenceRange.encode(to: &encoder)
    encoder.write(confidence)
    encoder.write(rule)
    encoder.write(firstPrintedIn)
    encoder.write(basis)
    encoder.write(isReversed)
    encoder.write(addressees) { $0.write($1) }
    encoder.write(content)
    encoder.write(unit)
    encoder.write(bound) { $0.write($1) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      iri: try decoder.iri(), article: try decoder.text(),
      modality: try decoder.value(of: Modality.self),
      attributedTo: try decoder.array(IRI.init(from:)), date: try decoder.optionalText(),
      place: try decoder.optional(IRI.init(from:)),
      range: try TextRange(from: &decoder), sentenceRange: try TextRange(from: &decoder),
      confidence: try decoder.double(), rule: try decoder.text())
    firstPrintedIn = try decoder.optionalText()
    basis = try decoder.value(of: Claim.Basis.self)
    isReversed = try decoder.flag()
    addressees = try decoder.array(IRI.init(from:))
    content = try decoder.optionalText()
    unit = try decoder.optionalText()
    bound = try decoder.optional { decoder throws(RecordError) in
      try decoder.value(of: ValueBound.self)
    }
  }
}

extension Statement {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(iri)
    key.encode(to: &encoder)
    encoder.write(evidence) { $1.encode(to: &$0) }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    iri = try decoder.iri()
    key = try Key(from: &decoder)
    evidence = try decoder.array(Evidence.init(from:))
  }
}
