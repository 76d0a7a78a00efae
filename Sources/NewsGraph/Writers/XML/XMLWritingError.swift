/// Why XML could not be written.
enum XMLWritingError: Error {
  /// The sink refused the bytes.
  case output(OutputError)
  /// XML 1.0 has no way to hold a character.
  case forbiddenScalar(ForbiddenScalar)
  /// A function of libxml2 failed without an error of the sink.
  case library(function: StaticString)
}
