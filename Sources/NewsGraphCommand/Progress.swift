import Foundation

/// A line that counts articles, shown while standard error is a terminal.
struct Progress {
  private let line: ProgressLine
  private let start = Date()

  init(_ messages: Messages) { line = ProgressLine(messages) }

  /// Shows the number of articles read and the rate.
  func show(_ count: Int) { show("\(count) articles, \(rate(count))") }

  /// Shows the number of articles read, of how many, the rate, and the time that is left.
  func show(_ count: Int, of total: Int) {
    let seconds = Date().timeIntervalSince(start)
    let rest =
      count > 0 && seconds > 1
      ? ", \(Self.words(seconds * Double(total - count) / Double(count))) left" : ""
    show("\(count) of \(total) articles, \(rate(count))\(rest)")
  }

  /// Shows what is being done.
  func show(_ text: String) { line.show(text) }

  /// Ends the line.
  func finish() { line.finish() }

  private func rate(_ count: Int) -> String {
    "\(Int(Double(count) / max(Date().timeIntervalSince(start), 0.001))) a second"
  }

  /// A time in words: `40 s`, `12 min`, `3 h 20 min`.
  static func words(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 100 { return "\(seconds) s" }
    let minutes = (seconds + 59) / 60
    return minutes < 100 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
