import Extraction

/// The choice of an XML Schema datatype for a date in ISO 8601.
enum TemporalDatatype {
  /// `xsd:date` for a day, `xsd:dateTime` for a time, `xsd:gYearMonth`, `xsd:gYear`; a string for
  /// an interval, which XML Schema has no datatype for.
  static func datatype(of text: String) -> IRI {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let day = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard
      day.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      day[0].utf8.count == 4, day.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return XSD.string }
    switch (day.count, parts.count) {
    case (3, 1): return CalendarDate(iso: text) != nil ? XSD.date : XSD.string
    case (3, 2): return isTime(parts[1]) ? XSD.dateTime : XSD.string
    case (2, 1): return (1...12).contains(Int(day[1]) ?? 0) ? XSD.gYearMonth : XSD.string
    case (1, 1): return XSD.gYear
    default: return XSD.string
    }
  }

  /// A time stamp as `xsd:date` or `xsd:dateTime` has it; publishers leave the seconds out.
  static func lexicalForm(of timestamp: Timestamp) -> String {
    guard let time = timestamp.time else { return timestamp.date.description }
    let clock = time.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let colons = clock.count { $0 == ":" }
    return "\(timestamp.date)T\(clock)\(colons == 1 ? ":00" : "")\(time.dropFirst(clock.count))"
  }

  /// `xsd:dateTime` wants hours, minutes and seconds.
  private static func isTime(_ text: Substring) -> Bool {
    let clock = text.prefix(8)
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    return clock.utf8.count == 8 && fields.count == 3
      && fields.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
  }
}
