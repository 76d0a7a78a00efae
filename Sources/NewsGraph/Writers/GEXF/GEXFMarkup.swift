/// What all documents of GEXF have.
enum GEXFMarkup {
  /// Opens the document.
  ///
  /// - Parameter days: The days that the graph is about; nothing where its edges have no times.
  static func open(_ days: DateSpan?, _ out: MarkupText) {
    out.append(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
        <meta><creator>NewsGraph</creator></meta>
        <graph defaultedgetype="directed" idtype="string"
      """)
    if let days {
      out.append(" mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\"")
      out.append(GEXFSpells.bounds(days))
    } else {
      out.append(" mode=\"static\"")
    }
    out.append(">")
  }

  /// Declares the columns of nodes or edges.
  static func declare(_ keys: [GraphMLKey], _ domain: String, _ out: MarkupText)
    throws(ForbiddenScalar)
  {
    out.append("\n    <attributes class=\"\(domain)\" mode=\"static\">")
    for key in keys { try declare(key.id, key.name, type(key.type.rawValue), out) }
    out.append("\n    </attributes>")
  }

  /// Declares a column.
  static func declare(_ id: String, _ title: String, _ type: String, _ out: MarkupText)
    throws(ForbiddenScalar)
  {
    out.append("\n      <attribute id=\"\(id)\"")
    try out.attribute("title", title)
    out.append(" type=\"\(type)\"/>")
  }

  /// The value of a column.
  static func value(_ id: String, _ text: String, _ out: MarkupText) throws(ForbiddenScalar) {
    out.append("<attvalue for=\"")
    out.append(id)
    out.append("\"")
    try out.attribute("value", text)
    out.append("/>")
  }

  /// A colour.
  static func color(_ text: String, _ out: MarkupText) {
    let color = RGBColor(text)
    out.append("<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/>")
  }

  /// Closes the document.
  static func close(_ out: MarkupText) { out.append("\n    </edges>\n  </graph>\n</gexf>\n") }

  /// The name that GEXF has for a type of GraphML.
  static func type(_ name: String) -> String { name == "int" ? "integer" : name }
}
