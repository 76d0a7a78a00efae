import ArgumentParser
import NewsGraph

/// The arguments that say which claims a graph has.
struct ClaimArguments: ParsableArguments {
  @Option(
    help: "Which predicates: schema, those of the ontology; open, verbs that it does not know; all."
  )
  var relations: Pipeline.Relations = .all

  @Option(help: "Leave out claims of less confidence, 0 to 1.")
  var minConfidence: Double = 0

  func validate() throws {
    guard (0...1).contains(minConfidence) else {
      throw ValidationError("--min-confidence is from 0 to 1, not \(minConfidence).")
    }
  }

  /// Whether all claims are wanted.
  var areAll: Bool { relations == .all && minConfidence == 0 }

  /// Says so to a pipeline.
  func choose(in configuration: inout Pipeline.Configuration) {
    configuration.relations = relations
    configuration.minimumConfidence = minConfidence
  }
}
