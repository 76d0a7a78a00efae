import Foundation

/// A run of the built program.
struct ProgramRun {
  /// The exit status.
  let status: Int32
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String

  /// Runs `newsgraph`, which lies beside the test bundle.
  init(_ arguments: String..., input: String? = nil) throws {
    try self.init(arguments: arguments, input: input)
  }

  /// Runs `newsgraph` with a list of arguments.
  init(arguments: [String], input: String? = nil) throws {
    let process = Process()
    process.executableURL = ProgramRun.products.appendingPathComponent("newsgraph")
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files take any amount of output; pipes that nobody empties would stop the program.
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data((input ?? "").utf8).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
  }

  private static var products: URL {
    // The test bundle, and on Linux the test program itself, lie in the folder of products.
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    return FileManager.default.fileExists(atPath: program.appendingPathComponent("newsgraph").path)
      ? program
      : URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/debug")
  }
}
