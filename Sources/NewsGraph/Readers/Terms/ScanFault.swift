/// Why a term could not be scanned.
enum ScanFault: Error {
  /// The bytes end before the term does.
  case incomplete
  /// A rule of the grammar is broken at an offset.
  case broken(offset: Int, rule: StaticString, reason: String)
}
