/// Author fields of records and pages as single names.
enum AuthorNames {
  /// Cuts `By Jane Doe and John Roe` into names; what does not look like names stays whole.
  static func names(in text: String) -> [String] {
    let trimmed = text.trimmingSpace
    guard !trimmed.isEmpty, !isAddress(trimmed) else { return [] }
    if let line = ByLine(trimmed), !line.authors.isEmpty { return line.authors }
    if let line = ByLine("By " + trimmed), !line.authors.isEmpty, line.agency == nil {
      return line.authors
    }
    return [trimmed]
  }

  /// Profile pages and e-mail addresses stand where names should.
  private static func isAddress(_ text: String) -> Bool {
    let folded = text.lowercased()
    return folded.hasPrefix("http://") || folded.hasPrefix("https://") || folded.hasPrefix("www.")
      || (folded.contains("@") && !folded.contains(" "))
  }
}
