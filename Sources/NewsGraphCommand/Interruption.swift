import Dispatch
import Foundation
import NewsGraph
import Synchronization

/// Ctrl-C (SIGINT), and the wish of the system that the program end (SIGTERM).
///
/// While an interruption lives, the first signal asks the work to come to a clean end; without one it
/// ends the program at once, as a second signal always does. At once means: unfinished files are
/// taken away, finished ones stay.
final class Interruption {
  private struct State {
    /// The signal that came first.
    var signal: Int32?
    var onFirst: (@Sendable () -> Void)?
    var sources: [any DispatchSourceSignal] = []
  }

  private static let state = Mutex(State())

  /// Makes both signals end the program as this type says; a second call has no effect.
  static func listen() {
    state.withLock { state in
      guard state.sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { receive(number) }
        source.resume()
        state.sources.append(source)
      }
    }
  }

  /// Begins to take the first signal for a wish.
  ///
  /// - Parameter onFirst: Called once, on another thread, or at once where the signal has come.
  init(onFirst: @escaping @Sendable () -> Void = {}) {
    Self.listen()
    let hasCome = Self.state.withLock { state in
      state.onFirst = onFirst
      return state.signal != nil
    }
    if hasCome { onFirst() }
  }

  deinit { Self.state.withLock { $0.onFirst = nil } }

  /// Does some work that is asked to end by the first signal.
  static func asking<Value>(
    _ end: @escaping @Sendable () -> Void, _ work: () throws -> Value
  ) rethrows -> Value {
    let interruption = Interruption(onFirst: end)
    defer { withExtendedLifetime(interruption) {} }
    return try work()
  }

  /// Whether the work is to end.
  static var hasCome: Bool { state.withLock { $0.signal != nil } }

  /// The status of a program that was ended so: 130 after Ctrl-C, 143 after SIGTERM.
  static var status: Int32 { 128 + (state.withLock { $0.signal } ?? SIGINT) }

  private static func receive(_ number: Int32) {
    let wish = state.withLock { state -> (@Sendable () -> Void)? in
      defer { state.signal = state.signal ?? number }
      return state.signal == nil ? state.onFirst : nil
    }
    if let wish { return wish() }
    UnfinishedFiles.removeAll {
      // Where nobody reads what is said, to say more would be to wait for ever.
      var request = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
      if poll(&request, 1, 0) > 0 {
        Messages(isQuiet: false).error("stopped; what was finished is kept")
      }
      _exit(128 + number)
    }
  }
}
