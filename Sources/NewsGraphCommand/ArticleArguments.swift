import ArgumentParser
import NewsGraph

/// The arguments that say which articles are read.
struct ArticleArguments: ParsableArguments {
  @OptionGroup var source: ArticleSourceArguments

  @Flag(name: .customLong("quiet"), help: "Say nothing but errors.")
  var isQuiet = false

  /// The articles, one after the other.
  func articles() -> ArticleInput { source.articles() }
}
