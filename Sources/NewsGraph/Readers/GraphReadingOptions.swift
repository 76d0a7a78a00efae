/// How graph files are read.
public struct GraphReadingOptions: Sendable, Hashable {
  /// What relative IRIs are resolved against until the document says better.
  public var base: IRI?
  /// Whether broken statements are skipped and counted instead of ending the reading.
  public var isLenient: Bool
  /// Whether RDF 1.2 is read: triple terms, and directions of text.
  public var readsRDF12: Bool
  /// What bounds memory and time.
  public var limits: GraphReadingLimits
  /// What is put before all labels of blank nodes, to keep those of several files apart.
  public var blankNodePrefix: String
  /// Whether the graphs of the articles in JSON Lines become one.
  var mergesGraphs = false
  /// Whether the claims that our GraphML holds folded are given as claims, as far as it tells them.
  var unfoldsClaims = false

  /// Makes options.
  public init(
    base: IRI? = nil, isLenient: Bool = false, readsRDF12: Bool = false,
    limits: GraphReadingLimits = .init(), blankNodePrefix: String = ""
  ) {
    self.base = base
    self.isLenient = isLenient
    self.readsRDF12 = readsRDF12
    self.limits = limits
    self.blankNodePrefix = blankNodePrefix
  }
}

/// What a hostile file can cost at most.
public struct GraphReadingLimits: Sendable, Hashable {
  /// The longest literal, IRI or line, in bytes.
  public var termLength: Int
  /// How deep elements, lists and blank nodes may be nested.
  public var depth: Int
  /// How many attributes and namespaces one XML element may have, and how many attributes a document
  /// may declare; libxml2 compares each with all others.
  public var attributeCount: Int
  /// The largest text that one reference to an XML entity may stand for, in bytes.
  public var entityLength: Int
  /// How much text all references to XML entities may stand for, as a multiple of the bytes read;
  /// a mebibyte is always allowed.
  public var entityAmplification: Int

  /// Makes limits.
  public init(
    termLength: Int = 64 << 20, depth: Int = 1000, attributeCount: Int = 10_000,
    entityLength: Int = 64 << 10, entityAmplification: Int = 20
  ) {
    self.termLength = termLength
    self.depth = depth
    self.attributeCount = attributeCount
    self.entityLength = entityLength
    self.entityAmplification = entityAmplification
  }
}
