public import ArgumentParser
public import NewsGraph

/// The arguments that say what a drawing shows.
struct DrawingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What makes an entity worth drawing and drawn larger: \(Self.ranks).",
      discussion: """
        claims: what is said of it, by confidence; degree: how many others it is tied to; sources: \
        how many independent articles say something of it; mentions: how often it is named; \
        pagerank: whether those that matter lead to it; betweenness: whether it ties others together.
        """))
  var rankBy: DrawingRank = .claims

  @Option(
    help: "Draw only so many entities, those of the highest rank (\(DrawingOptions.defaultTop)).")
  var top: Int?

  @Option(help: "Draw only so many arrows, the strongest; three for each two entities without it.")
  var arrows: Int?

  @Option(help: "Draw what is around an entity, given by a name or an IRI.")
  var focus: String?

  @Option(help: "How many edges away from the focus the drawing goes.")
  var depth: Int = 1

  @Option(help: "Boxes around what belongs together: none, country, type or article.")
  var cluster: DrawingOptions.Clusters = .none

  @Option(
    help: "What is written beside arrows: all, short, none; auto is all where it can be read.")
  var edgeLabels: DrawingOptions.EdgeLabels = .auto

  @Flag(help: "Draw statements with values, quotations among them.")
  var values = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is at least 1, not \(top).") }
    if let arrows, arrows < 0 {
      throw ValidationError("--arrows is at least 0, not \(arrows).")
    }
    if depth < 0 { throw ValidationError("--depth is at least 0, not \(depth).") }
  }

  /// The arguments as the writers take them.
  var options: DrawingOptions {
    DrawingOptions(
      rank: rankBy, top: top, arrows: arrows, focus: focus, depth: depth, clusters: cluster,
      edgeLabels: edgeLabels, showsValues: values)
  }

  /// Whether any of them was given.
  var areGiven: Bool { options != DrawingOptions() }

  private static var ranks: String {
    DrawingRank.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

extension DrawingRank: ExpressibleByArgument {}
extension DrawingOptions.EdgeLabels: ExpressibleByArgument {}
extension DrawingOptions.Clusters: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}
extension Pipeline.Relations: ExpressibleByArgument {}
