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

  /// The number of entities to show, the most connected first; all where it is nothing, up to
  /// `DrawingOptions.defaultTop`.
  public var top: Int?
  /// A name, alias, IRI or Wikidata identifier of the entity to look at.
  public var focus: String?
  /// How many statements away from the focus an entity may be.
  public var depth: Int
  /// What entities are put into one frame by.
  public var clusters: Clusters
  /// Whether statements carry their property as a label; where it is nothing, they do in graphs
  /// that are small enough for it to be read.
  public var edgeLabels: Bool?
  /// Whether statements between two entities in one direction with one standing share an arrow.
  public var bundlesStatements: Bool
  /// Whether values such as quotations and numbers are drawn.
  public var showsValues: Bool
  /// A line of text above the legend.
  public var title: String?

  /// The number of entities that is shown where nothing else is asked for.
  public static let defaultTop = 400

  /// Makes options.
  public init(
    top: Int? = nil, focus: String? = nil, depth: Int = 1, clusters: Clusters = .none,
    edgeLabels: Bool? = nil, bundlesStatements: Bool = true, showsValues: Bool = false,
    title: String? = nil
  ) {
    self.top = top
    self.focus = focus
    self.depth = depth
    self.clusters = clusters
    self.edgeLabels = edgeLabels
    self.bundlesStatements = bundlesStatements
    self.showsValues = showsValues
    self.title = title
  }
}
