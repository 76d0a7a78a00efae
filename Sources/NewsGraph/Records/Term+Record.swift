import Extraction

extension IRI {
  init(from decoder: inout RecordDecoder) throws(RecordError) { self = try decoder.iri() }
}

extension Term {
  func encode(to encoder: inout RecordEncoder) {
    switch self {
    case .iri(let iri):
      encoder.write(0)
      encoder.write(iri)
    case .blank(let label):
      encoder.write(1)
      encoder.write(label)
    case .literal(let literal):
      encoder.write(2)
      encoder.write(literal.lexicalForm)
      encoder.write(literal.datatype)
      encoder.write(literal.language)
    }
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    switch try decoder.number() {
    case 0: self = .iri(try decoder.iri())
    case 1: self = .blank(try decoder.text())
    case 2:
      let text = try decoder.text()
      let datatype = try decoder.iri()
      let language = try decoder.optionalText()
      self = .literal(
        language.map { Literal(text, language: $0) } ?? Literal(text, datatype: datatype))
    default: throw decoder.error("the kind of a term")
    }
  }
}

extension Statement.Key {
  func encode(to encoder: inout RecordEncoder) {
    encoder.write(subject)
    encoder.write(predicate)
    object.encode(to: &encoder)
  }

  init(from decoder: inout RecordDecoder) throws(RecordError) {
    self.init(
      subject: try decoder.iri(), predicate: try decoder.text(), object: try Term(from: &decoder))
  }
}
