import Foundation

/// What a run of the built program came to.
struct ProgramRun {
  /// The exit status; for a program that a signal ended, 128 and its number, as a shell says it.
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
    self = try RunningProgram(arguments, input: input).end()
  }

  fileprivate init(_ process: Process, _ folder: TemporaryFolder) throws {
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    status = signal + process.terminationStatus
    func text(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)),
        as: UTF8.self)
    }
    (output, errors) = (try text("out"), try text("err"))
  }
}

/// The built program while it runs.
final class RunningProgram {
  private let process = Process()
  private let folder: TemporaryFolder

  init(_ arguments: [String], input: String? = nil) throws {
    folder = try TemporaryFolder()
    // Files take any amount of output; pipes that nobody empties would stop the program.
    for (name, text) in [("in", input ?? ""), ("out", ""), ("err", "")] {
      try folder.write(name, text)
    }
    let path = folder.path
    func file(_ name: String) -> URL { URL(fileURLWithPath: path + "/" + name) }
    process.executableURL = Self.products.appendingPathComponent("newsgraph")
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file("in"))
    process.standardOutput = try FileHandle(forWritingTo: file("out"))
    process.standardError = try FileHandle(forWritingTo: file("err"))
    try process.run()
  }

  /// The number of the process.
  var number: Int32 { process.processIdentifier }

  /// Sends a signal.
  func send(_ signal: Int32) { kill(number, signal) }

  /// Waits for its end.
  func end() throws -> ProgramRun {
    process.waitUntilExit()
    return try ProgramRun(process, folder)
  }

  /// Waits until something is so, while the program runs.
  func wait(until what: String, _ isSo: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(120)
    while try !isSo() {
      guard process.isRunning, Date() < end else {
        send(SIGKILL)
        throw Overdue(what: "\(what): \(try self.end().errors)")
      }
      usleep(10_000)
    }
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

/// Something did not happen in time, or the program ended before.
struct Overdue: Error, CustomStringConvertible {
  let what: String
  var description: String { "it did not come to this: \(what)" }
}
