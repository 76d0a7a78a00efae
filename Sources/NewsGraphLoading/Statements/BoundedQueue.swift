import Dispatch
import Synchronization

/// A short queue from a thread that reads a file to a task that sends what was read.
///
/// The thread waits while the queue is full, so that no more than some pieces are in memory
/// whatever the sizes of file and server.
final class BoundedQueue<Element: Sendable>: Sendable {
  /// Ends the thread when nobody takes anything any more.
  struct Closed: Error {}

  private struct State {
    var elements: [Element] = []
    var ending: Result<Void, any Error>?
    var waiter: CheckedContinuation<Element?, any Error>?
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    // A semaphore must not end with less than it began with.
    for _ in 0..<capacity { room.signal() }
  }

  /// Adds an element, and waits for room.
  ///
  /// - Throws: `Closed` once nobody takes anything.
  func put(_ element: Element) throws {
    room.wait()
    let waiter = try state.withLock { state in
      if state.isClosed {
        room.signal()
        throw Closed()
      }
      defer { state.waiter = nil }
      if state.waiter == nil { state.elements.append(element) }
      return state.waiter
    }
    if let waiter {
      room.signal()
      waiter.resume(returning: element)
    }
  }

  /// Says that no more comes, or why not.
  func end(_ ending: Result<Void, any Error>) {
    let waiter = state.withLock { state in
      if state.ending == nil { state.ending = ending }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume(with: ending.map { nil })
  }

  /// The next element; nothing at the end.
  ///
  /// - Throws: What ended the reading, or `CancellationError`.
  func next() async throws -> Element? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let result: Result<Element?, any Error>? = state.withLock { state in
          if state.isClosed { return .failure(CancellationError()) }
          if !state.elements.isEmpty {
            room.signal()
            return .success(state.elements.removeFirst())
          }
          if let ending = state.ending { return ending.map { nil } }
          state.waiter = continuation
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    } onCancel: {
      close()
    }
  }

  /// Says that nothing is taken any more.
  func close() {
    let waiter = state.withLock { state in
      state.isClosed = true
      state.elements = []
      defer { state.waiter = nil }
      return state.waiter
    }
    room.signal()
    waiter?.resume(throwing: CancellationError())
  }
}
