/// The words that name times and numbers in English.
enum TimeWords {
  static let months: [String: Int] = numbered([
    ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
    ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
    ["october", "oct"], ["november", "nov"], ["december", "dec"],
  ])

  /// Names of months that are other words or names of persons, too.
  static let ambiguousMonths: Set<String> = [
    "may", "march", "mar", "april", "june", "august", "jan", "sep", "dec", "jun",
  ]

  static let weekdays: [String: Int] = numbered([
    ["monday", "mon"], ["tuesday", "tue", "tues"], ["wednesday", "wed"],
    ["thursday", "thu", "thur", "thurs"], ["friday", "fri"], ["saturday", "sat"],
    ["sunday", "sun"],
  ])

  /// Abbreviations of weekdays that are other words, too.
  static let ambiguousWeekdays: Set<String> = ["mon", "wed", "sat", "sun"]

  /// The first months of the seasons of meteorology on the northern half of the earth.
  static let seasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]

  static let dayParts: Set<String> = [
    "morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "lunchtime",
  ]

  static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
  ]

  static let ordinals = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
  ]

  /// Ordinals of centuries in words.
  static let centuries = [
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
  ]

  /// When a day with a name is.
  enum HolidayDate {
    case fixed(month: Int, day: Int)
    case afterEaster(Int)
  }

  /// A day with a name.
  struct Holiday {
    let name: [String]
    let date: HolidayDate
  }

  /// Days with a name that are the same in all countries that have them.
  static let holidays: [Holiday] = [
    Holiday(name: ["new", "year", "'s", "eve"], date: .fixed(month: 12, day: 31)),
    Holiday(name: ["new", "year", "'s", "day"], date: .fixed(month: 1, day: 1)),
    Holiday(name: ["christmas", "eve"], date: .fixed(month: 12, day: 24)),
    Holiday(name: ["christmas", "day"], date: .fixed(month: 12, day: 25)),
    Holiday(name: ["boxing", "day"], date: .fixed(month: 12, day: 26)),
    Holiday(name: ["valentine", "'s", "day"], date: .fixed(month: 2, day: 14)),
    Holiday(name: ["bastille", "day"], date: .fixed(month: 7, day: 14)),
    Holiday(name: ["may", "day"], date: .fixed(month: 5, day: 1)),
    Holiday(name: ["good", "friday"], date: .afterEaster(-2)),
    Holiday(name: ["palm", "sunday"], date: .afterEaster(-7)),
    Holiday(name: ["easter", "sunday"], date: .afterEaster(0)),
    Holiday(name: ["easter", "monday"], date: .afterEaster(1)),
    // After those of which they are a part.
    Holiday(name: ["christmas"], date: .fixed(month: 12, day: 25)),
    Holiday(name: ["easter"], date: .afterEaster(0)),
  ]

  /// A unit of the calendar or the clock.
  enum Unit: Equatable {
    case hour, day, week, month, year

    /// A number of units as an ISO 8601 duration.
    func duration(_ count: Int) -> String {
      switch self {
      case .hour: "PT\(count)H"
      case .day: "P\(count)D"
      case .week: "P\(count)W"
      case .month: "P\(count)M"
      case .year: "P\(count)Y"
      }
    }
  }

  /// Units with the number of basic units in them.
  static let units: [String: (unit: Unit, factor: Int)] = [
    "hour": (.hour, 1), "hours": (.hour, 1), "day": (.day, 1), "days": (.day, 1),
    "week": (.week, 1), "weeks": (.week, 1), "fortnight": (.week, 2), "fortnights": (.week, 2),
    "month": (.month, 1), "months": (.month, 1), "year": (.year, 1), "years": (.year, 1),
    "decade": (.year, 10), "decades": (.year, 10), "century": (.year, 100),
    "centuries": (.year, 100),
  ]

  static let repetitions: [String: String] = [
    "daily": "R/P1D", "weekly": "R/P1W", "fortnightly": "R/P2W", "monthly": "R/P1M",
    "quarterly": "R/P3M", "yearly": "R/P1Y", "annually": "R/P1Y", "nightly": "R/P1D",
  ]

  /// All words but numbers in digits that a time can begin with.
  static let beginnings: Set<String> = {
    var words: Set<String> = [
      "'", "’", "‘", "about", "after", "almost", "beginning", "before", "between", "by", "close",
      "coming", "current", "each", "earlier", "early", "end", "every", "from", "last", "late",
      "later", "mid", "middle", "nearly", "next", "overnight", "past", "previous", "since", "some",
      "start", "the", "this", "till", "today", "tomorrow", "tonight", "until", "upcoming",
      "yesterday", "q1", "q2", "q3", "q4", "that",
    ]
    words.formUnion(holidays.compactMap(\.name.first))
    words.formUnion(centuries.keys)
    words.formUnion(months.keys)
    words.formUnion(weekdays.keys)
    words.formUnion(weekdays.keys.filter { $0.hasSuffix("day") }.map { $0 + "s" })
    words.formUnion(seasons.keys)
    words.formUnion(numbers.keys)
    words.formUnion(ordinals.keys)
    words.formUnion(repetitions.keys)
    return words
  }()

  private static func numbered(_ names: [[String]]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for spelling in spellings { numbers[spelling] = index + 1 }
    }
    return numbers
  }
}
