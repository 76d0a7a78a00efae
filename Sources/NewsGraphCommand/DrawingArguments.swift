public import ArgumentParser
public import NewsGraph

/// The arguments that say what a drawing shows.
struct DrawingArguments: ParsableArguments {
  @Option(help: "Draw only so many entities, those with the most edges.")
  var top: Int?

  @Option(help: "Draw what is around an entity, given by a name or an IRI.")
  var focus: String?

  @Option(help: "How many edges away from the focus the drawing goes.")
  var depth: Int = 1

  @Option(help: "Boxes around what belongs together: none, country, type or article.")
  var cluster: DrawingOptions.Clusters = .none

  @Flag(inversion: .prefixedNo, help: "Whether edges have their labels on them.")
  var edgeLabels: Bool?

  @Flag(help: "Draw statements with values, quotations among them.")
  var values = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is at least 1, not \(top).") }
    if depth < 0 { throw ValidationError("--depth is at least 0, not \(depth).") }
  }

  /// The arguments as the writers take them.
  var options: DrawingOptions {
    DrawingOptions(
      top: top, focus: focus, depth: depth, clusters: cluster, edgeLabels: edgeLabels,
      showsValues: values)
  }
}

extension DrawingOptions.Clusters: ExpressibleByArgument {}
extension GraphFormat: ExpressibleByArgument {}
extension Pipeline.Relations: ExpressibleByArgument {}
