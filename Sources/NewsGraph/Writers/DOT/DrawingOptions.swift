/// What a drawing shows, and how.
public struct DrawingOptions: Sendable, Hashable {
  /// What entities are put into one frame by.
  public enum Clusters: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// The country that they belong to, where the articles or the graph say so.
    case country
    /// Their class.
    case type
    /// The article that names them most often.
    case article
  }

  /// What of an arrow's properties is written beside it.
  public enum EdgeLabels: String, Sendable, CaseIterable {
    /// All in graphs that are small enough for them to be read, nothing in larger ones.
    case auto
    /// The properties of up to four statements, one a line.
    case all
    /// The first property, cut, and how many more there are.
    case short
    /// Nothing; the tooltips tell.
    case none
  }

  /// What makes an entity worth drawing, and drawn larger.
  public var rank: DrawingRank
  /// The number of entities to show, those of the highest rank first; where it is nothing,
  /// `DrawingOptions.defaultTop`.
  public var top: Int?
  /// The number of arrows to show: those that hold the drawing together first, then the strongest
  /// of each entity; where it is nothing, three for each two entities, or 200 in small drawings.
  public var arrows: Int?
  /// A name, alias, IRI or Wikidata identifier of the entity to look at.
  public var focus: String?
  /// How many statements away from the focus an entity may be.
  public var depth: Int
  /// What entities are put into one frame by.
  public var clusters: Clusters
  /// What is written beside arrows.
  public var edgeLabels: EdgeLabels
  /// Whether statements between two entities in one direction with one standing share an arrow.
  public var bundlesStatements: Bool
  /// Whether values such as quotations and numbers are drawn.
  public var showsValues: Bool
  /// A line of text above the legend.
  public var title: String?

  /// The number of entities that is shown where nothing else is asked for: as many as can still be
  /// told apart on a page.
  public static let defaultTop = 150

  /// Makes options.
  public init(
    rank: DrawingRank = .claims, top: Int? = nil, arrows: Int? = nil, focus: String? = nil,
    depth: Int = 1, clusters: Clusters = .none, edgeLabels: EdgeLabels = .auto,
    bundlesStatements: Bool = true, showsValues: Bool = false, title: String? = nil
  ) {
    self.rank = rank
    self.top = top
    self.arrows = arrows
    self.focus = focus
    self.depth = depth
    self.clusters = clusters
    self.edgeLabels = edgeLabels
    self.bundlesStatements = bundlesStatements
    self.showsValues = showsValues
    self.title = title
  }

  /// The number of arrows between some entities.
  func arrowLimit(nodeCount: Int) -> Int { arrows ?? max(200, nodeCount * 3 / 2) }
}
