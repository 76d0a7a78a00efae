import Foundation

/// Short articles as JSON lines.
enum SmallFeed {
  private static let people = ["Alma Vanter", "Bero Massimi", "Ute Brandt", "Ivo Tallis"]
  private static let places = ["Paris", "Berlin", "Geneva"]

  static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let (one, other) = (people[number % 4], people[(number + 1 + number % 3) % 4])
      return """
        {"id":"news-\(number)","title":"News \(number)","date":"2021-03-01",\
        "text":"\(one) met \(other) in \(places[number % 3])."}

        """
    }.joined()
  }
}
