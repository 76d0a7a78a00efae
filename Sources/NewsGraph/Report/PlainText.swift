/// Text for terminals and mail.
enum PlainText {
  /// The text on one line, without characters that steer a terminal.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(scalar.properties.isWhitespace ? " " : "\u{FFFD}")
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      // Directional overrides and their like would turn a line around.
      case .format where (0x202A...0x202E).contains(scalar.value): result.append("\u{FFFD}")
      case .format where (0x2066...0x2069).contains(scalar.value): result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text broken between words into lines of a width, each with its indent and a line end.
  static func wrapped(_ text: String, first: String, next: String, width: Int) -> String {
    var result = ""
    var current = first
    var isEmpty = true
    for word in line(text).split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > width {
        result += current + "\n"
        current = next
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return result + current + "\n"
  }
}
