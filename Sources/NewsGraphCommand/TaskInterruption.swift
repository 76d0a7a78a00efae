/// Work that Ctrl-C ends cleanly.
enum TaskInterruption {
  /// Does some work as a task of its own, which is cancelled by SIGINT or SIGTERM; a second signal
  /// ends the program at once.
  static func cancels<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let interruption = Interruption { task.cancel() }
    defer { withExtendedLifetime(interruption) {} }
    return try await task.value
  }
}
