/// An absolute IRI, checked when it is made.
///
/// https://www.w3.org/TR/rdf11-concepts/#section-IRIs, RFC 3987
public struct IRI: Hashable, Sendable {
  /// The IRI as text.
  public let string: String

  /// Makes an IRI of text.
  ///
  /// - Throws: `InvalidIRI` where the text has no scheme or holds a character that N-Triples and
  ///   RFC 3987 forbid in an IRI: control characters, blanks and any of ``<>"{}|^`\``.
  public init(_ string: String) throws(InvalidIRI) {
    if let offset = IRI.firstForbiddenOffset(in: string) {
      throw InvalidIRI(text: string, reason: .forbiddenCharacter(offset: offset))
    }
    guard IRI.hasScheme(string) else { throw InvalidIRI(text: string, reason: .noScheme) }
    self.string = string
  }

  /// Takes text that is known to be an IRI because it was put together from checked parts.
  package init(checked string: String) {
    self.string = string
  }

  /// The code-point offset of the first character that an IRI cannot hold.
  static func firstForbiddenOffset(in string: String) -> Int? {
    var offset = 0
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: return offset
      default: offset += 1
      }
    }
    return nil
  }

  /// Whether the text begins with a scheme and a colon (RFC 3986, section 3.1).
  static func hasScheme(_ string: String) -> Bool {
    guard let colon = string.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = string.utf8[..<colon]
    guard let first = scheme.first, isLetter(first) else { return false }
    return scheme.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension IRI {
  /// Whether two IRIs are the same code points (RFC 3987, section 5.3.1).
  ///
  /// Swift's strings are also equal where they are canonically equivalent, which RDF does not mean.
  public static func == (left: IRI, right: IRI) -> Bool {
    CodePoints.areSame(left.string, right.string)
  }
}

extension IRI: Comparable {
  /// Orders by code points, the order of N-Triples files sorted in the C locale.
  public static func < (left: IRI, right: IRI) -> Bool {
    CodePoints.precedes(left.string, right.string)
  }
}

extension IRI: CustomStringConvertible {
  /// The IRI as text.
  public var description: String { string }
}

/// The error that a text is not an absolute IRI.
public struct InvalidIRI: Error, Hashable, CustomStringConvertible {
  /// What is wrong with the text.
  public enum Reason: Hashable, Sendable {
    /// There is no scheme such as `https:` at its beginning.
    case noScheme
    /// The character at a code-point offset cannot stand in an IRI.
    case forbiddenCharacter(offset: Int)
  }

  /// The text.
  public var text: String
  /// What is wrong with it.
  public var reason: Reason

  /// A sentence for people.
  public var description: String {
    switch reason {
    case .noScheme: "not an absolute IRI, it has no scheme: \(text.debugDescription)"
    case .forbiddenCharacter(let offset):
      "not an IRI, the character at offset \(offset) cannot stand in one: \(text.debugDescription)"
    }
  }
}
