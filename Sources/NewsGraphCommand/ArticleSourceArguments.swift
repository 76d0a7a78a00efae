import ArgumentParser
import Extraction
import NewsGraph

/// The arguments that say where articles are.
struct ArticleSourceArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (with all that is in them) or '-' for standard input.",
      valueName: "articles"))
  var paths: [String]

  @Option(help: "The largest file that is read, in MiB, also after decompression.")
  var sizeLimit: Int = ArticleOptions.standardSizeLimit >> 20

  @Option(help: "The encoding of files that do not say theirs, such as windows-1252.")
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The day of articles that state none, such as 2020-10-09; 'on Friday' is told from it.",
      valueName: "date"))
  var published: String?

  func validate() throws {
    guard sizeLimit > 0, sizeLimit <= 1 << 20 else {
      throw ValidationError("--size-limit is a number of MiB from 1 to 1048576, not \(sizeLimit).")
    }
    if let encoding, TextEncoding(label: encoding) == nil {
      throw ValidationError("'\(encoding)' is no encoding that is known here.")
    }
    if let published, Timestamp(parsing: published) == nil {
      throw ValidationError("'\(published)' is no date; expected one such as 2020-10-09.")
    }
  }

  /// The articles, one after the other.
  func articles() -> ArticleInput {
    ArticleInput(
      paths: paths,
      options: ArticleOptions(
        sizeLimit: sizeLimit << 20, defaultEncoding: encoding.flatMap(TextEncoding.init(label:)),
        published: published.flatMap(Timestamp.init(parsing:))))
  }
}
