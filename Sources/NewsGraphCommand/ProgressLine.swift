import Foundation
import Synchronization

/// A line that tells how far work is, shown while standard error is a terminal.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let last = Mutex(Date.distantPast)

  init(_ messages: Messages) { isShown = !messages.isQuiet && isatty(STDERR_FILENO) == 1 }

  /// Shows a text, at most ten times a second.
  func show(_ text: String) {
    guard isShown else { return }
    let isDue = last.withLock { last in
      guard Date().timeIntervalSince(last) > 0.1 else { return false }
      last = Date()
      return true
    }
    if isDue { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
  }

  /// Ends the line.
  func finish() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
