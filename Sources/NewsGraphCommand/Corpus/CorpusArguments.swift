public import ArgumentParser
import Foundation
import NewsGraph
public import NewsGraphCorpus

/// The arguments that say which corpus is meant.
struct CorpusArguments: ParsableArguments {
  @Option(
    name: .customLong("corpus"),
    help: ArgumentHelp(
      "The file of the corpus; $NEWSGRAPH_CORPUS or corpus.ngcorpus without it.",
      valueName: "file"))
  var file: String?

  @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
  var isQuiet = false

  /// The path of the corpus.
  var path: String {
    if let file { return file }
    let named = ProcessInfo.processInfo.environment["NEWSGRAPH_CORPUS"] ?? ""
    return named.isEmpty ? "corpus.ngcorpus" : named
  }

  var messages: Messages { Messages(isQuiet: isQuiet) }

  /// Opens the corpus to read it.
  func open() throws -> Corpus { try Corpus(path: path, access: .reading) }

  /// Does a command's work and ends with its status.
  func run(_ work: (Messages) async throws -> ExitCode) async throws {
    try await messages.run(work)
  }
}

/// The arguments of commands that change a corpus.
struct CorpusWritingArguments: ParsableArguments {
  @Option(help: "How many seconds to wait for another process that writes to the corpus.")
  var wait: Double = 60

  func validate() throws {
    if !(wait >= 0) { throw ValidationError("--wait is a number of seconds, not \(wait).") }
  }

  /// Opens the corpus to change it.
  func open(
    _ corpus: CorpusArguments, for purpose: String, _ access: Corpus.Access = .writing
  ) throws -> Corpus {
    let messages = corpus.messages
    return try Corpus(
      path: corpus.path, access: access,
      waiting: Corpus.Waiting(purpose: "corpus \(purpose)", seconds: wait) { process in
        messages.note("waiting for \(process), which writes to \(corpus.path)")
      })
  }
}

/// The arguments that say what a corpus is read with; it keeps them for all later commands.
struct CorpusReadingArguments: ParsableArguments {
  @Option(help: "The folder with the ontology, lexicon and gazetteer; kept in the corpus.")
  var ontology: String?

  @Option(help: "A file with further rows for the lexicon; kept, may be given several times.")
  var lexicon: [String] = []

  @Option(help: "A file with further names; kept, may be given several times.")
  var gazetteer: [String] = []

  @Option(help: "What the names of nodes begin with; kept in the corpus.")
  var base: String?

  @Option(help: "How many articles are read side by side; all processors without it.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is at least 1, not \(threads).")
    }
  }

  /// The pipeline of a corpus; what the arguments say anew is kept.
  func pipeline(for corpus: Corpus) throws -> Pipeline {
    var settings = try corpus.settings()
    let kept = settings
    func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardized.path }
    if let ontology { settings.ontologyFolder = absolute(ontology) }
    if !lexicon.isEmpty { settings.lexicons = lexicon.map(absolute) }
    if !gazetteer.isEmpty { settings.gazetteers = gazetteer.map(absolute) }
    if let base { settings.base = base }
    let pipeline = try Pipeline(configuration: settings.configuration(threads: threads))
    if settings != kept { try corpus.keep(settings) }
    return pipeline
  }
}

extension ReadingSettings {
  /// The settings as a pipeline takes them.
  func configuration(threads: Int? = nil) -> Pipeline.Configuration {
    var configuration = Pipeline.Configuration()
    configuration.ontologyFolder = ontologyFolder
    configuration.lexicons = lexicons
    configuration.gazetteers = gazetteers
    configuration.base = base
    configuration.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    return configuration
  }
}

extension VersionReference: ExpressibleByArgument {
  /// Reads a reference; nothing where the text is none.
  public init?(argument: String) { self.init(argument) }
}
