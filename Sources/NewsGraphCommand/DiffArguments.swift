public import ArgumentParser
import Extraction
public import NewsGraph
import NewsGraphCorpus

/// The arguments that say how differences are told.
struct DiffArguments: ParsableArguments {
  @Option(help: "text, json, markdown, rdfpatch, sparql, dot, html or graphml.")
  var format: GraphDiff.Format?

  @OptionGroup var graphML: ProfileArguments

  @Option(name: .shortAndLong, help: "The file to write; '-' or nothing is standard output.")
  var output: String = "-"

  @Option(help: "Tell only what is about an entity or said by it, given by a name or an IRI.")
  var focus: String?

  @Flag(help: "Tell what makes OLD of NEW.")
  var reverse = false

  @Option(help: "How many entities a summary tells of, and how many statements of each.")
  var top: Int = 20

  @Option(help: "How many changes a drawing shows.")
  var drawn: Int = 60

  @Option(help: "The length of the lines of plain text, in characters.")
  var width: Int = 80

  @Option(help: "How many steps the comparison of alike blank nodes may take.")
  var workLimit = CanonicalDataset.standardWorkLimit

  func validate() throws {
    try graphML.check(writesGraphML: chosenFormat == .graphml)
    if top < 1 { throw ValidationError("--top is at least 1, not \(top).") }
    if drawn < 1 { throw ValidationError("--drawn is at least 1, not \(drawn).") }
    if width < 20 { throw ValidationError("--width is at least 20, not \(width).") }
    if workLimit < 1 { throw ValidationError("--work-limit is at least 1, not \(workLimit).") }
  }

  /// The format that is asked for, or that the name of the file stands for.
  private var chosenFormat: GraphDiff.Format {
    format ?? GraphDiff.Format(fileName: output) ?? .text
  }

  /// Two versions of a corpus, with as much of them as the format tells.
  func versions(
    _ old: VersionReference, _ new: VersionReference, of corpus: Corpus
  ) throws -> (old: GraphVersion, new: GraphVersion) {
    let (before, after) = (try corpus.version(old), try corpus.version(new))
    // Drawings show what is around the changes.
    if [.dot, .html, .graphml].contains(chosenFormat) {
      return (try corpus.whole(before), try corpus.whole(after))
    }
    return try corpus.differing(before, after, withAllEntities: focus != nil)
  }

  /// Compares two versions and writes what is different.
  ///
  /// - Returns: The status of diff(1).
  func tell(
    _ old: GraphVersion, _ new: GraphVersion, ontology: Ontology?, _ messages: Messages
  ) throws -> ExitCode {
    var comparison = GraphComparison(ontology: ontology)
    comparison.workLimit = workLimit
    let format = chosenFormat
    comparison.findsLabels = focus != nil || ![.rdfpatch, .sparql, .json].contains(format)
    var diff = try reverse ? comparison.compare(new, old) : comparison.compare(old, new)
    if let focus { diff = try diff.focused(on: focus) }
    let sink = output == "-" ? OutputSink.standardOutput() : try OutputSink(path: output)
    if ![.text, .markdown, .json, .html].contains(format) { diff.notes.forEach(messages.note) }
    try diff.write(
      format, to: sink,
      options: .init(
        top: top, width: width, drawnLimit: drawn, profile: graphML.profile))
    return diff.isSame ? .success : ExitCode(1)
  }
}

extension OntologyFolder {
  /// The labels of the properties; a comparison of graphs goes on without them.
  static func labels(in folder: String?) -> Ontology? {
    (try? find(explicitPath: folder)).flatMap { try? Ontology(folder: $0) }
  }
}

extension GraphDiff.Format: ExpressibleByArgument {}
