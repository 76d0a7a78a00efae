import Extraction

/// How a statement of some standing is drawn.
struct DrawnStanding: Hashable {
  /// What the legend calls it.
  let name: String
  /// The style of the line.
  let style: String
  /// The colour of the line.
  let color: String
  /// The colour of the label.
  let textColor: String
  /// The head of the arrow.
  let head: String

  init(_ standing: Modality) {
    switch standing {
    case .asserted:
      self.init("stated as fact", "solid", "#4D4D4D", "#333333", head: "normal")
    case .alleged:
      self.init("alleged or attributed", "dashed", "#8A5A00", "#6B4600", head: "normal")
    case .denied: self.init("denied", "solid", "#C8260E", "#A81E0A", head: "tee")
    case .planned: self.init("planned", "dotted", "#0072B2", "#005A8C", head: "normal")
    case .conditional: self.init("conditional", "dotted", "#8F3F6C", "#7A345B", head: "onormal")
    }
  }

  /// How a statement is drawn that no article makes and only the gazetteer knows: pale.
  static let background = DrawnStanding(
    "background, not from the articles", "solid", "#BDBDBD", "#8A8A8A", head: "vee")

  private init(
    _ name: String, _ style: String, _ color: String, _ textColor: String, head: String
  ) {
    self.name = name
    self.style = style
    self.color = color
    self.textColor = textColor
    self.head = head
  }

  /// The mark at the tail of an arrow whose statement conflicts with another one: a shape, which
  /// shows without colours; filled where the two cannot both be true.
  static func tail(_ grade: Conflict.Grade) -> String {
    grade == .conflicts ? "diamond" : "odiamond"
  }

  /// The colour of the second line that is drawn beside a disputed statement.
  static let disputedColor = "#C8260E"
}
