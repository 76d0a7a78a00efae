#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long something took: by the clock on the wall, and of this process's time on all processors.
public struct ProcessTimes: Sendable, Hashable {
  /// The seconds that passed.
  public var elapsed: Double
  /// The seconds of processors' work.
  public var processor: Double

  /// The times until now, since some fixed moments.
  init() {
    elapsed = Self.seconds(CLOCK_MONOTONIC)
    processor = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)
  }

  private init(elapsed: Double, processor: Double) {
    self.elapsed = elapsed
    self.processor = processor
  }

  static func - (left: ProcessTimes, right: ProcessTimes) -> ProcessTimes {
    ProcessTimes(
      elapsed: left.elapsed - right.elapsed, processor: left.processor - right.processor)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
