import Foundation

/// The folder of test suites beside the project, which a fresh clone does not have.
enum SharedFolder {
  /// `$NEWSGRAPH_SHARED`, or `../shared` seen from the package.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["NEWSGRAPH_SHARED"] { return path }
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  /// Whether there is a folder with a name in it.
  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(name)")
  }

  /// What a skipped test says.
  static func missing(_ name: String) -> String {
    "NOT RUN: \(path)/\(name) is not there; set NEWSGRAPH_SHARED to the folder that has it"
  }
}
