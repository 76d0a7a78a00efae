public import Extraction

extension Timestamp {
  /// Reads a date as pages, records and papers write it, or nothing where it is none or not
  /// certain.
  ///
  /// ISO 8601 (`2020-10-09T18:15:00+04:00`, also `20201009`), RFC 2822 (`Fri, 09 Oct 2020 14:15:00
  /// +0000`), `09-Oct-2020`, `9 October 2020`, `Oct. 9, 2020, 10:15 p.m. EDT`, `22:43,
  /// 09-Oct-2020`. `09/10/2020` is not read, as it is October in London and September in New York.
  public init?(parsing text: String) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= 120 else { return nil }
    let tokens = DateToken.tokens(of: scalars)
    if let timestamp = Timestamp(basicFormat: tokens) {
      self = timestamp
    } else if let line = PublicationLine(tokens[...]), let found = line.published ?? line.updated {
      self = found
    } else {
      return nil
    }
  }

  /// ISO 8601's basic format: `20201009` and `20201009T141500Z`.
  private init?(basicFormat tokens: [DateToken]) {
    guard case .number(let day, digits: 8)? = tokens.first?.kind,
      let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    else { return nil }
    guard tokens.count > 1 else {
      self.init(date: date)
      return
    }
    guard tokens[1].word == "t", case .number(let clock, digits: 6)? = tokens[safe: 2]?.kind,
      clock / 10_000 < 24, clock / 100 % 100 < 60, clock % 100 < 60
    else { return nil }
    let isUTC = tokens[safe: 3]?.word == "z"
    let digits = String(clock + 1_000_000).dropFirst()
    let time = digits.prefix(2) + ":" + digits.dropFirst(2).prefix(2) + ":" + digits.suffix(2)
    self.init(date: date, time: time + (isUTC ? "Z" : ""))
  }
}

extension CalendarDate {
  /// The day that the path of a URL names: `/2020/10/09/`, `/2020/oct/09/`, `2020-10-09`,
  /// `20201009`.
  init?(inURL url: String) {
    let path = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
      .joined(separator: "/")
    let scalars = Array(path.lowercased().unicodeScalars.map { $0 == "_" ? "-" : $0 })
    let scanner = DateScanner(DateToken.tokens(of: scalars))
    for index in scanner.tokens.indices {
      if case .number(let day, digits: 8) = scanner.tokens[index].kind,
        (1990...2999).contains(day / 10_000),
        let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
      {
        self = date
        return
      }
      guard scanner.number(index, digits: 4...4) != nil,
        let date = scanner.date(at: index)?.0.date
      else { continue }
      self = date
      return
    }
    return nil
  }
}
