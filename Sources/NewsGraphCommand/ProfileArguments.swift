public import ArgumentParser
public import NewsGraph

/// The argument that says which program GraphML is for.
struct ProfileArguments: ParsableArguments {
  @Option(
    help: "The program that GraphML is for: strict (any), gephi, yed, cytoscape or neo4j.")
  var profile: GraphMLProfile = .strict

  /// Says what is wrong where no GraphML is written.
  func check(writesGraphML: Bool) throws {
    if profile != .strict, !writesGraphML {
      throw ValidationError("--profile \(profile.rawValue) is for GraphML, which is not asked for.")
    }
  }
}

extension GraphMLProfile: ExpressibleByArgument {}
