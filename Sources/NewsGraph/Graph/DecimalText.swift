/// Decimal numbers as text, alike on every machine.
package enum DecimalText {
  /// A number from 0 to 1 with two places: `0.93`.
  package static func twoPlaces(_ number: Double) -> String {
    let hundredths = Int((min(max(number, 0), 1) * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

/// Numbers as text, alike on every machine.
enum NumberText {
  /// A number that is not negative, with two places: `12.50`.
  static func twoPlaces(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
