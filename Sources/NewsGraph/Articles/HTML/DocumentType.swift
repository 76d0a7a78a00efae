/// The declaration that a page begins with.
enum DocumentType {
  /// The markup without the declarations in brackets that XHTML allows in its document type.
  ///
  /// HTML has none, and libxml2 would take them for text. Entities that they declare are not
  /// expanded.
  static func withoutInternalSubset(_ markup: String) -> String {
    let start = markup.prefix(2_000)
    guard let declaration = start.firstRange(of: "<!DOCTYPE"),
      let open = start[declaration.upperBound...].firstIndex(where: { $0 == "[" || $0 == ">" }),
      start[open] == "[", let close = markup[open...].firstRange(of: "]>")
    else { return markup }
    return String(markup[..<open]) + markup[markup.index(after: close.lowerBound)...]
  }
}
