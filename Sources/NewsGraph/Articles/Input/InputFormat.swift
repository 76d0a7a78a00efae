/// How an input is to be read.
enum InputFormat: String, Hashable, Sendable {
  case plainText
  case html
  case json
  case jsonLines

  /// The format that a file's name promises, with or without `.gz`.
  init?(path: String) {
    var name = InputFormat.fileName(path)
    if name.lowercased().hasSuffix(".gz") { name.removeLast(3) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .plainText
    case "html", "htm", "xhtml": self = .html
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }

  /// The format that the first bytes look like; plain text where they look like nothing else.
  init(sniffing bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    let markup = [
      "<!doctype html", "<html", "<head", "<body", "<article", "<main", "<div", "<meta",
    ]
    if markup.contains(where: start.hasPrefix) {
      self = .html
    } else if start.hasPrefix("<?xml") || start.hasPrefix("<!--"), start.contains("<html") {
      self = .html
    } else if InputFormat.looksLikeRecord(start) {
      self = .jsonLines
    } else if start.hasPrefix("["), InputFormat.looksLikeRecord(start.dropFirst()) {
      self = .json
    } else {
      self = .plainText
    }
  }

  /// Whether a text begins like a JSON object with a field: `{"`.
  private static func looksLikeRecord(_ text: some StringProtocol) -> Bool {
    let start = text.drop { $0.isWhitespace }
    return start.first == "{" && start.dropFirst().drop { $0.isWhitespace }.first == "\""
  }

  /// The last part of a path.
  static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The name of a file without its folder, `.gz` and the ending of its kind.
  static func stem(_ path: String) -> String {
    if path == "-" { return "stdin" }
    var name = fileName(path)
    if name.lowercased().hasSuffix(".gz"), name.count > 3 { name.removeLast(3) }
    if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
    return name
  }
}
