/// What a profile of GraphML adds to the plain document: attributes, columns and graphics.
struct GraphMLDialect {
  let profile: GraphMLProfile

  /// Whether nodes and edges have looks.
  var hasLooks: Bool { profile != .strict }

  /// Whether lists are JSON arrays instead of texts with ` | ` between them.
  var hasArrays: Bool { profile == .neo4j }

  /// A column that a profile adds.
  ///
  /// Its id is made like those of all our columns, `node.` or `edge.` and its name, by which
  /// `GraphMLReader` knows that it says nothing new.
  struct ExtraKey {
    let domain: GraphMLKey.Domain
    let name: String
    let type: GraphMLKey.ValueType
    /// Whether it holds the graphics of yEd instead of a value.
    var isGraphics = false

    var id: String { "\(domain.rawValue).\(name)" }
  }

  /// The columns that the profile adds.
  var extraKeys: [ExtraKey] {
    func keys(_ domain: GraphMLKey.Domain, _ names: String..., type: GraphMLKey.ValueType)
      -> [ExtraKey]
    {
      names.map { ExtraKey(domain: domain, name: $0, type: type) }
    }
    switch profile {
    case .strict, .neo4j: return []
    case .gephi:
      return keys(.node, "r", "g", "b", type: .int) + keys(.node, "size", type: .double)
        + keys(.edge, "r", "g", "b", type: .int)
    case .yed:
      return [GraphMLKey.Domain.node, .edge].flatMap { domain in
        keys(domain, "url", "description", type: .string) + [
          ExtraKey(domain: domain, name: "graphics", type: .string, isGraphics: true)
        ]
      }
    case .cytoscape:
      return keys(.node, "shape", "fill", "border", type: .string)
        + keys(.edge, "name", "line", "color", "arrow", type: .string)
    }
  }

  /// The namespaces and the place of the schema, for the root element.
  var rootAttributes: StaticString {
    guard profile == .yed else {
      return """
         xmlns="http://graphml.graphdrawing.org/xmlns" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
        http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
        """
    }
    return """
       xmlns="http://graphml.graphdrawing.org/xmlns" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xmlns:y="http://www.yworks.com/xml/graphml" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
      http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
      """
  }

  /// Declares the columns that the profile adds.
  func declareExtraKeys(_ out: MarkupText) throws(ForbiddenScalar) {
    for key in extraKeys {
      out.append("\n  <key")
      try out.attribute("id", key.id)
      try out.attribute("for", key.domain.rawValue)
      if key.isGraphics {
        try out.attribute("yfiles.type", "\(key.domain.rawValue)graphics")
      } else {
        try out.attribute("attr.name", key.name)
        try out.attribute("attr.type", key.type.rawValue)
      }
      out.append("/>")
    }
  }

  /// The attributes of a `<node>` besides its id.
  func writeAttributes(of look: GraphMLNodeLook, _ out: MarkupText) throws(ForbiddenScalar) {
    guard profile == .neo4j else { return }
    try out.attribute("labels", look.classes.map { ":" + Neo4jNames.label($0) }.joined())
  }

  /// The attributes of an `<edge>` besides its id and ends.
  func writeAttributes(of look: GraphMLEdgeLook, _ out: MarkupText) throws(ForbiddenScalar) {
    guard profile == .neo4j else { return }
    try out.attribute("label", look.type)
  }

  /// The columns of a node that the profile adds.
  ///
  /// - Parameters:
  ///   - number: The number of the node.
  ///   - count: The number of all nodes.
  func writeData(of look: GraphMLNodeLook, _ number: Int, of count: Int, _ out: MarkupText)
    throws(ForbiddenScalar)
  {
    switch profile {
    case .strict, .neo4j: break
    case .gephi:
      try writeColor(look.color, "node", out)
      try data("node.size", look.size, out)
    case .yed:
      try dataIfAny("node.url", look.url, out)
      try dataIfAny("node.description", look.description, out)
      try YEdGraphics.write(look, number, of: count, out)
    case .cytoscape:
      try data("node.shape", CytoscapeStyle.shape(look), out)
      try data("node.fill", look.fill, out)
      try data("node.border", look.color, out)
    }
  }

  /// The columns of an edge that the profile adds.
  func writeData(of look: GraphMLEdgeLook, _ out: MarkupText) throws(ForbiddenScalar) {
    switch profile {
    case .strict, .neo4j: break
    case .gephi: try writeColor(look.color, "edge", out)
    case .yed:
      try dataIfAny("edge.url", look.url, out)
      try dataIfAny("edge.description", look.description, out)
      try YEdGraphics.write(look, out)
    case .cytoscape:
      try data("edge.name", "\(look.source) (\(look.interaction)) \(look.target)", out)
      try data("edge.line", CytoscapeStyle.line(look.style), out)
      try data("edge.color", look.color, out)
      try data("edge.arrow", CytoscapeStyle.arrow(look.head), out)
    }
  }

  /// The text of a `<data>`: in CDATA where Cytoscape's reader would lose a part of it.
  func writeText(_ text: String, _ out: MarkupText) throws(ForbiddenScalar) {
    guard profile == .cytoscape else { return try out.text(text) }
    if CytoscapeStyle.isCut(text) { out.cutCount += 1 }
    if CytoscapeStyle.needsSection(text) { try out.section(text) } else { try out.text(text) }
  }

  /// A `<data>` whose start tag is known.
  func writeElement(_ tag: XMLTag, _ text: String, _ out: MarkupText) throws(ForbiddenScalar) {
    guard profile == .cytoscape else { return try out.element(tag, text) }
    out.append(tag.start)
    try writeText(text, out)
    out.append(tag.close)
  }

  private func writeColor(_ color: String, _ domain: String, _ out: MarkupText)
    throws(ForbiddenScalar)
  {
    let parts = RGBColor(color)
    try data("\(domain).r", String(parts.red), out)
    try data("\(domain).g", String(parts.green), out)
    try data("\(domain).b", String(parts.blue), out)
  }

  private func dataIfAny(_ key: String, _ text: String?, _ out: MarkupText) throws(ForbiddenScalar)
  {
    if let text, !text.isEmpty { try data(key, text, out) }
  }

  private func data(_ key: String, _ text: String, _ out: MarkupText) throws(ForbiddenScalar) {
    out.append("<data key=\"")
    out.append(key)
    out.append("\">")
    try writeText(text, out)
    out.append("</data>")
  }
}

/// A colour taken apart.
struct RGBColor: Hashable {
  let red, green, blue: UInt8

  /// Reads `#0072B2`; black where the text is no colour.
  init(_ text: String) {
    let number = UInt32(text.dropFirst(), radix: 16) ?? 0
    red = UInt8(number >> 16 & 0xFF)
    green = UInt8(number >> 8 & 0xFF)
    blue = UInt8(number & 0xFF)
  }
}
