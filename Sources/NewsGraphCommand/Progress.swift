import Foundation

/// A line that counts articles, shown while standard error is a terminal.
struct Progress {
  private let isShown: Bool
  private let start = Date()

  init(_ messages: Messages) {
    isShown = !messages.isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows the number of articles read and the rate.
  func show(_ count: Int) {
    guard isShown else { return }
    let rate = Double(count) / max(Date().timeIntervalSince(start), 0.001)
    let line = "\r\u{1B}[K\(count) articles, \(Int(rate)) a second"
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// Ends the line.
  func finish() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
