import Extraction

extension DateScanner {
  /// The time of day that begins at the token, in ISO 8601, and where it ends.
  ///
  /// `22:43`, `22:43:10.250+04:00`, `10:43 pm`, `10.43 p.m. EDT`, `3 pm`, `2243 GMT`, `22h43`.
  func time(at start: Int) -> (String, next: Int)? {
    guard var clock = clock(start) else { return nil }
    if let (isAfternoon, next) = halfOfDay(clock.next) {
      guard (1...12).contains(clock.hour) else { return nil }
      clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0)
      clock.next = next
    } else if clock.needsHalf {
      return nil
    }
    guard clock.hour < 24, clock.minute < 60, (clock.second ?? 0) < 60 else { return nil }
    let seconds = clock.second.map { ":" + Self.twoDigits($0) } ?? ""
    let text = Self.twoDigits(clock.hour) + ":" + Self.twoDigits(clock.minute) + seconds
    let (zone, next) = zone(at: clock.next)
    return (text + zone, next)
  }

  private struct Clock {
    var hour: Int
    var minute: Int
    var second: Int?
    /// Whether the numbers are a time only with am or pm after them.
    var needsHalf = false
    var next: Int
  }

  private func clock(_ start: Int) -> Clock? {
    if let hundreds = number(start, digits: 4...4), let zone = word(start + 1),
      ["gmt", "utc", "hrs", "hours"].contains(zone)
    {
      return Clock(hour: hundreds / 100, minute: hundreds % 100, next: start + 1)
    }
    guard let hour = number(start) else { return nil }
    if isMark(start + 1, ":") || word(start + 1) == "h", let minute = twoDigitNumber(start + 2) {
      guard isMark(start + 3, ":"), let second = twoDigitNumber(start + 4) else {
        return Clock(hour: hour, minute: minute, next: start + 3)
      }
      let hasFraction =
        isMark(start + 5, ".") && isGlued(start + 6) && number(start + 6, digits: 1...9) != nil
      return Clock(
        hour: hour, minute: minute, second: second, next: start + (hasFraction ? 7 : 5))
    }
    if isMark(start + 1, "."), let minute = twoDigitNumber(start + 2) {
      return Clock(hour: hour, minute: minute, needsHalf: true, next: start + 3)
    }
    return Clock(hour: hour, minute: 0, needsHalf: true, next: start + 1)
  }

  /// `pm`, `p.m.`, and whether it is the afternoon.
  private func halfOfDay(_ index: Int) -> (isAfternoon: Bool, next: Int)? {
    switch word(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      guard isMark(index + 1, "."), word(index + 2) == "m" else { return nil }
      return (word(index) == "p", index + (isMark(index + 3, ".") ? 4 : 3))
    default: return nil
    }
  }

  /// A zone's offset as ISO 8601 has it, and where it ends; nothing and the same place without one.
  private func zone(at start: Int) -> (String, next: Int) {
    var index = start
    let isOpen = isMark(index, "(") && (word(index + 1).map(DateWords.isZone) ?? false)
    if isOpen { index += 1 }
    if let name = word(index), DateWords.isZone(name) {
      if let (offset, next) = offset(at: index + 1), name == "gmt" || name == "utc" {
        return (offset, isOpen && isMark(next, ")") ? next + 1 : next)
      }
      index += name == "local" && word(index + 1) == "time" ? 2 : 1
      if isOpen, isMark(index, ")") { index += 1 }
      return (DateWords.zone(name) ?? "", index)
    }
    return offset(at: start) ?? ("", start)
  }

  /// `+04:00`, `+0400`, `+4`.
  private func offset(at index: Int) -> (String, next: Int)? {
    guard isMark(index, "+", "-", "\u{2212}"), isGlued(index + 1) else { return nil }
    let sign = isMark(index, "+") ? "+" : "-"
    if let both = number(index + 1, digits: 4...4) {
      return (Self.offset(sign, both / 100, both % 100), index + 2)
    }
    guard let hours = number(index + 1), hours <= 14 else { return nil }
    if isMark(index + 2, ":"), let minutes = twoDigitNumber(index + 3) {
      return (Self.offset(sign, hours, minutes), index + 4)
    }
    return (Self.offset(sign, hours, 0), index + 2)
  }

  private func twoDigitNumber(_ index: Int) -> Int? { number(index, digits: 2...2) }

  private static func offset(_ sign: String, _ hours: Int, _ minutes: Int) -> String {
    hours == 0 && minutes == 0 ? "Z" : sign + twoDigits(hours) + ":" + twoDigits(minutes)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
