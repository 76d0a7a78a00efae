/// The English words that dates and times are written with.
enum DateWords {
  /// The number of a month, by its name or an abbreviation in lower case.
  static func month(_ word: String) -> Int? { months[word] }

  /// Whether the word names a day of the week, whole or abbreviated.
  static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

  /// The offset from UTC that a zone's name stands for, as ISO 8601 writes it.
  ///
  /// Names that two zones share, such as IST and CST, are left out: a guess would be wrong by
  /// hours.
  static func zone(_ word: String) -> String? { zones[word] }

  /// Whether the word is a zone's name, also where its offset is not certain.
  static func isZone(_ word: String) -> Bool {
    zones[word] != nil
      || ["ist", "cst", "cdt", "et", "pt", "ct", "mt", "ast", "bjt", "local"].contains(word)
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  private static let weekdays: Set<String> = {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return Set(names + names.map { String($0.prefix(3)) } + ["tues", "thur", "thurs", "weds"])
  }()

  private static let zones = [
    "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "est": "-05:00",
    "edt": "-04:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00", "aest": "+10:00",
    "aedt": "+11:00", "pkt": "+05:00", "trt": "+03:00",
  ]
}
