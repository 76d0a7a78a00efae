import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and the wish of the system that the program end: work is brought to a clean end the first
/// time, and cut short the second time.
final class Interruption {
  private let hasCome = Flag()
  private let sources: [any DispatchSourceSignal]

  /// Begins to listen.
  ///
  /// - Parameter onFirst: Called once, on another thread.
  init(onFirst: @escaping @Sendable () -> Void = {}) {
    let hasCome = hasCome
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if hasCome.value.exchange(true, ordering: .relaxed) { _exit(128 + number) }
        onFirst()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  /// Whether the work is to end.
  var isCancelled: Bool { hasCome.value.load(ordering: .relaxed) }

  private final class Flag: Sendable {
    let value = Atomic(false)
  }
}
