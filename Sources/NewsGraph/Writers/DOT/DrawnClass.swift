import Extraction

/// The class of a node as it is drawn: name, shape and colours.
///
/// The colours are those of Okabe and Ito, which people with any kind of colour blindness can tell
/// apart (https://jfly.uni-koeln.de/color/): the border has the colour, the fill a tint of it that
/// leaves dark text readable. Classes that share a colour differ in shape.
struct DrawnClass: Hashable {
  /// The local name of the class.
  let name: String
  /// The shape of Graphviz.
  let shape: String
  /// The style of Graphviz.
  let style: String
  /// Whether the border is drawn twice.
  let isDouble: Bool
  /// The colour of the border.
  let color: String
  /// The colour of the fill.
  let fill: String

  /// The colour of all text on fills.
  static let textColor = "#1A1A1A"

  init(_ node: PropertyGraph.Node) {
    switch node {
    case .entity(let entity): self = Self.ofType(entity.type)
    case .unknown: self = Self.ofType(.thing)
    case .value: self = Self.value
    }
  }

  private init(
    _ name: String, _ shape: String, _ hue: Hue, style: String = "filled", isDouble: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.style = style
    self.isDouble = isDouble
    color = hue.border
    fill = hue.fill
  }

  private struct Hue {
    var border: String
    var fill: String

    static let blue = Hue(border: "#0072B2", fill: "#D6E9F5")
    static let sky = Hue(border: "#2E86B8", fill: "#E3F3FC")
    static let green = Hue(border: "#00795A", fill: "#CFEBE1")
    static let orange = Hue(border: "#B87A00", fill: "#FBE8C2")
    static let yellow = Hue(border: "#9A8F00", fill: "#FBF7C4")
    static let vermilion = Hue(border: "#B84F00", fill: "#F9DCC8")
    static let purple = Hue(border: "#A34D7D", fill: "#F5DFEB")
    static let grey = Hue(border: "#6E6E6E", fill: "#EFEFEF")
    static let white = Hue(border: "#A0A0A0", fill: "#FFFFFF")
  }

  /// The drawing of a value.
  static let value = DrawnClass("Literal", "box", .white, style: "filled,dashed")

  /// The drawing of a type of entities.
  static func ofType(_ type: EntityType) -> DrawnClass {
    let name = type.rawValue
    return switch type {
    case .person: DrawnClass(name, "ellipse", .blue)
    case .country: DrawnClass(name, "box", .green, style: "filled,bold")
    case .region: DrawnClass(name, "box", .green)
    case .city: DrawnClass(name, "box", .green, style: "filled,rounded")
    case .place: DrawnClass(name, "box", .green, style: "filled,rounded,dashed")
    case .facility: DrawnClass(name, "box3d", .green)
    case .organization: DrawnClass(name, "box", .orange, style: "filled,rounded")
    case .group: DrawnClass(name, "box", .orange, style: "filled,rounded", isDouble: true)
    case .office: DrawnClass(name, "box", .yellow, style: "filled,rounded")
    case .event: DrawnClass(name, "hexagon", .purple)
    case .weapon: DrawnClass(name, "box", .vermilion, style: "filled,diagonals")
    case .work: DrawnClass(name, "note", .sky)
    case .document: DrawnClass(name, "note", .grey)
    case .product: DrawnClass(name, "component", .sky)
    case .award: DrawnClass(name, "box", .yellow, style: "filled,rounded", isDouble: true)
    case .thing: DrawnClass(name, "box", .grey, style: "filled,rounded")
    }
  }
}
