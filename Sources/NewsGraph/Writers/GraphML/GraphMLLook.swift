import Extraction

/// How a node of GraphML looks to the programs that draw it.
struct GraphMLNodeLook {
  /// The name to show.
  var label: String
  /// The names of its classes, without prefixes.
  var classes: [String]
  /// The shape and style of Graphviz.
  var shape: String
  var style: String
  /// The colours of the border and the fill, as `#0072B2`.
  var color: String
  var fill: String
  /// How important it is: a number of mentions or of edges.
  var importance: Int
  /// An address on the web to look at.
  var url: String?
  /// What a reader sees over it.
  var description: String

  init(label: String, classes: [String], drawn: DrawnClass, importance: Int, description: String) {
    self.label = label
    self.classes = classes
    shape = drawn.shape
    style = drawn.style
    color = drawn.color
    fill = drawn.fill
    self.importance = importance
    self.description = description
  }

  /// The size of its disc: the area grows with the importance.
  var size: String { NumberText.twoPlaces(6 + 4 * Double(importance).squareRoot()) }

  /// Sets the address; an IRI can be a program, which a click must not run.
  mutating func setURL(_ iri: String) { if DOTText.isWebAddress(iri) { url = iri } }
}

/// How an edge of GraphML looks to the programs that draw it.
struct GraphMLEdgeLook {
  /// The property in words.
  var label: String
  /// The local name of the property.
  var interaction: String
  /// The type of the relationship in Neo4j.
  var type: String
  /// The names of its ends.
  var source: String
  var target: String
  /// The style of the line: `solid`, `dashed` or `dotted`.
  var style: String
  /// The colours of the line and its label.
  var color: String
  var textColor: String
  /// The head and the tail of the arrow, in the words of Graphviz.
  var head: String
  var tail: String?
  var width = "1.0"
  var url: String?
  var description: String

  init(
    label: String, interaction: String, type: String, ends: (source: String, target: String),
    drawn: DrawnStanding, description: String
  ) {
    self.label = label
    self.interaction = interaction
    self.type = type
    (source, target) = ends
    style = drawn.style
    color = drawn.color
    textColor = drawn.textColor
    head = drawn.head
    self.description = description
  }

  /// Sets the address; an IRI can be a program, which a click must not run.
  mutating func setURL(_ iri: String) { if DOTText.isWebAddress(iri) { url = iri } }
}

// MARK: - Knowledge graphs

extension GraphMLNodeLook {
  /// The look of a node with a name.
  init(_ node: PropertyGraph.Node, name: String) {
    let drawn = DrawnClass(node)
    self.init(
      label: name, classes: [drawn.name], drawn: drawn, importance: 0,
      description: DrawnTooltip.text(of: node, name: name))
    switch node {
    case .entity(let entity):
      classes = ["Entity", drawn.name]
      importance = entity.mentionCount
      setURL(entity.link.flatMap(Wikidata.entity)?.string ?? entity.iri.string)
    case .unknown(.iri(let iri)): setURL(iri.string)
    case .unknown: break
    case .value(let literal): label = ShortLabel.cut(literal.lexicalForm, to: 60)
    }
  }
}

extension GraphMLEdgeLook {
  /// The look of a statement between nodes with names.
  init(
    _ statement: Statement, _ summary: StatementSummary, ends: (source: String, target: String)
  ) {
    let drawn: DrawnStanding =
      summary.isBackground ? .background : DrawnStanding(summary.standing)
    self.init(
      label: summary.label, interaction: statement.key.predicate,
      type: Neo4jNames.relationshipType(of: statement), ends: ends, drawn: drawn,
      description: DrawnTooltip.text(of: summary, from: ends.source, to: ends.target))
    if let conflict = summary.conflict, !conflict.others.isEmpty {
      tail = DrawnStanding.tail(conflict.grade)
    }
    summary.passages.first.map { setURL($0) }
  }
}
