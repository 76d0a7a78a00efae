/// The error that Graphviz did not draw a picture.
public enum GraphvizError: Error, Hashable {
  /// There is no program `dot` in the folders of `PATH`.
  case notInstalled
  /// The end of the file name stands for no kind of picture.
  case unknownImageFormat(String)
  /// Graphviz ended with an error; what it said.
  case failed(status: Int32, message: String)
  /// Graphviz was stopped after a number of seconds.
  case timedOut(seconds: Int)
  /// A temporary file could not be made or read.
  case temporaryFile(String)
}

extension GraphvizError: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .notInstalled:
      "pictures are drawn by Graphviz, and its program 'dot' is not installed or not in PATH;"
        + " install it (Debian and Ubuntu: apt install graphviz, Fedora: dnf install graphviz,"
        + " macOS: brew install graphviz), or write --format dot and draw it elsewhere"
    case .unknownImageFormat(let name):
      "\(name): the name of a picture has to end in .svg, .png or .pdf"
    case .failed(let status, let message):
      "Graphviz ended with status \(status)" + (message.isEmpty ? "" : ": \(message)")
    case .timedOut(let seconds):
      "Graphviz was not done after \(seconds) seconds; draw less of the graph with --top or --focus"
    case .temporaryFile(let message): "no temporary file for Graphviz: \(message)"
    }
  }
}
