/// A name of an element or attribute, checked when it is made.
///
/// libxml2's writer takes any text for a name and writes it, so that the check has to stand here.
/// https://www.w3.org/TR/xml-names/#NT-QName
struct XMLName: Hashable {
  /// The name as it is written: `rdf:about`.
  let string: String

  /// Makes a name with a prefix; nothing where one of the two is no name.
  init?(prefix: String, local: String) {
    guard XMLCharacters.isNCName(prefix), XMLCharacters.isNCName(local) else { return nil }
    string = "\(prefix):\(local)"
  }

  /// Makes a name without a prefix; nothing where it is none.
  init?(_ local: String) {
    guard XMLCharacters.isNCName(local) else { return nil }
    string = local
  }

  /// Takes a name that stands in the source code.
  init(constant name: StaticString) {
    string = "\(name)"
    assert(string.split(separator: ":").count <= 2)
    assert(string.split(separator: ":").allSatisfy { XMLCharacters.isNCName($0) })
  }
}

/// A name split in two, so that the name of a property or class can be the name of an element.
struct SplitIRI: Hashable {
  /// All before the local name.
  var namespace: String
  /// The longest end of the IRI that is a name without a colon.
  var local: String

  /// Splits an IRI; nothing where no end of it is a name, as with `http://example.com/123`.
  init?(_ iri: String) {
    let scalars = iri.unicodeScalars
    var begin = scalars.endIndex
    var index = scalars.endIndex
    while index > scalars.startIndex {
      index = scalars.index(before: index)
      guard XMLCharacters.isNCNameCharacter(scalars[index]) else { break }
      if XMLCharacters.isNCNameStart(scalars[index]) { begin = index }
    }
    guard begin < scalars.endIndex, begin > scalars.startIndex else { return nil }
    namespace = String(scalars[..<begin])
    local = String(scalars[begin...])
  }
}
