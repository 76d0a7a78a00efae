import ArgumentParser
import Foundation
import NewsGraph

/// The arguments that say how articles are read.
struct ReadingArguments: ParsableArguments {
  @Option(help: "The folder with the ontology, lexicon and gazetteer.")
  var ontology: String?

  @Option(help: "A file with further rows for the lexicon; may be given several times.")
  var lexicon: [String] = []

  @Option(help: "A file with further names (name, type, QID, aliases); may be given several times.")
  var gazetteer: [String] = []

  @Option(help: "What the names of nodes begin with.")
  var base: String = IRIMinter.defaultBase

  @Option(help: "How many articles are read side by side; all processors without it.")
  var threads: Int?

  @OptionGroup var claims: ClaimArguments

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is at least 1, not \(threads).")
    }
  }

  /// The arguments as a pipeline takes them.
  var configuration: Pipeline.Configuration {
    var configuration = Pipeline.Configuration()
    configuration.ontologyFolder = ontology
    configuration.lexicons = lexicon
    configuration.gazetteers = gazetteer
    configuration.base = base
    configuration.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    claims.choose(in: &configuration)
    return configuration
  }
}
