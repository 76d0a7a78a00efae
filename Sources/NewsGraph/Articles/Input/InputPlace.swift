/// How sentences about inputs begin.
enum InputPlace {
  /// A file, or a record of a file, in the manner of compilers: `news/a.jsonl:7`.
  static func text(_ path: String, record: Int?) -> String {
    (path == "-" ? "standard input" : path) + (record.map { ":\($0)" } ?? "")
  }
}
