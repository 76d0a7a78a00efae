/// What an open element of RDF/XML is.
struct RDFXMLFrame {
  /// The part of the grammar that the element is.
  enum Kind {
    /// The document, or `rdf:RDF`: node elements follow.
    case root
    /// A node element, or a property element with `rdf:parseType="Resource"`: properties follow.
    case node
    /// A property element with text or one node in it.
    case property
    /// A property element that is complete with its attributes.
    case emptyProperty
    /// A property element with `rdf:parseType="Collection"`.
    case collection
    /// A property element with `rdf:parseType="Literal"`, or an element inside one.
    case literal
    /// An element that a lenient reader passes over with all that is in it.
    case skipped
    /// A property element with `rdf:parseType="Triple"` of RDF 1.2.
    case triple
  }

  /// Makes a frame.
  init(kind: Kind, arenaStart: Int, scope: RDFXMLScope) {
    self.kind = kind
    self.arenaStart = arenaStart
    self.scope = scope
  }

  var kind: Kind
  /// The number of bytes of the terms of all frames outside.
  var arenaStart: Int
  var scope: RDFXMLScope
  /// The node whose properties follow, or to which the property belongs.
  var subject = EncodedTerm.none
  var predicate = EncodedTerm.none
  /// The name of the reified triple, or the reifier of RDF 1.2.
  var reification = EncodedTerm.none
  var annotation = EncodedTerm.none
  var datatype = EncodedTerm.none

  /// What else is said of the triple of a property.
  struct Marks {
    var reification: EncodedTerm
    var annotation: EncodedTerm
  }

  /// What else is said of the triple of this property.
  var marks: Marks { Marks(reification: reification, annotation: annotation) }

  /// Whether a node was found inside a property, or a first one in a collection.
  var hasNode = false
  /// The last cell of a collection.
  var cell = EncodedTerm.none
  /// The number of `rdf:li` so far.
  var memberCount = 0
}

/// What `xml:base`, `xml:lang` and the like say of an element and all inside it.
///
/// An object, as nearly all elements share that of the element outside; copying its parts from
/// frame to frame took a fifth of the time.
final class RDFXMLScope {
  let base: IRIResolver?
  let language: [UInt8]
  let direction: [UInt8]
  /// Whether `rdf:version="1.2"` holds.
  let isVersion12: Bool

  init(base: IRIResolver?, language: [UInt8], direction: [UInt8], isVersion12: Bool) {
    self.base = base
    self.language = language
    self.direction = direction
    self.isVersion12 = isVersion12
  }
}
