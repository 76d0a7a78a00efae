/// A day with an optional time of day and zone, as publishers print it.
public struct Timestamp: Hashable, Sendable {
  /// The day, in the zone that the publisher wrote in.
  public var date: CalendarDate
  /// The time of day in ISO 8601 with its zone where one was given, such as `22:43`,
  /// `09:15:00Z` or `18:00:00+04:00`.
  public var time: String?

  /// Makes a time stamp of a day and, where known, a time of day.
  public init(date: CalendarDate, time: String? = nil) {
    self.date = date
    self.time = time
  }
}

extension Timestamp: CustomStringConvertible {
  /// The time stamp in ISO 8601: `2020-10-09` or `2020-10-09T22:43`.
  public var description: String {
    time.map { "\(date)T\($0)" } ?? date.description
  }
}
