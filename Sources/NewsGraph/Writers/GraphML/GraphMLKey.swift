/// A column of data in GraphML: what `<key>` declares and `<data>` fills.
///
/// Gephi takes the label of nodes and edges from columns named `label`, and `weight` for edges;
/// Cytoscape fills its own columns from `name` and `interaction`; yEd shows what its property
/// mapper is told to. http://graphml.graphdrawing.org/primer/graphml-primer.html#Attributes
struct GraphMLKey {
  /// What has the data.
  enum Domain: String {
    case node
    case edge
  }

  /// The type of the values.
  enum ValueType: String {
    case string
    case int
    case double
    case boolean
  }

  let id: String
  let domain: Domain
  let name: String
  let type: ValueType
  let description: String
  /// Whether the values are lists.
  let isList: Bool
  /// The tags of the `<data>` elements.
  let tag: XMLTag

  init(
    _ domain: Domain, _ name: String, _ type: ValueType = .string, _ description: String,
    isList: Bool = false
  ) throws(ForbiddenScalar) {
    self.domain = domain
    self.name = name
    self.type = type
    self.description = description
    self.isList = isList
    id = "\(domain.rawValue).\(name)"
    tag = try XMLTag(
      XMLName(constant: "data"), attributes: [(XMLName(constant: "key"), id)])
  }

  /// What `<desc>` says of the column.
  ///
  /// - Parameter hasArrays: Whether lists are JSON arrays.
  func text(hasArrays: Bool) -> String {
    guard isList else { return description }
    return description.dropLast()
      + (hasArrays ? ", as a JSON array." : "; several are separated by ' | '.")
  }
}

/// The columns that NewsGraph fills.
struct GraphMLKeys {
  let iri, label, name, type, aliases, wikidata, mentionCount, articleCount: GraphMLKey
  let value, datatype, language: GraphMLKey
  let statement, predicate, edgeLabel, interaction, standing, modalities: GraphMLKey
  let claimants, claimantIRIs, dates, places, placeIRIs, sources, passages: GraphMLKey
  let confidence, evidenceCount, sourceCount, independentSourceCount: GraphMLKey
  let disputed, conflict, conflictsWith, background, weight: GraphMLKey

  init() throws(ForbiddenScalar) {
    iri = try GraphMLKey(.node, "iri", .string, "The IRI of the entity.")
    label = try GraphMLKey(.node, "label", .string, "The name to show.")
    name = try GraphMLKey(.node, "name", .string, "The name to show, where Cytoscape looks.")
    type = try GraphMLKey(
      .node, "type", .string, "The class in the ontology; Literal for a value.")
    aliases = try GraphMLKey(.node, "aliases", .string, "Other names.", isList: true)
    wikidata = try GraphMLKey(.node, "wikidata", .string, "The entity in Wikidata.")
    mentionCount = try GraphMLKey(
      .node, "mentionCount", .int, "How often the articles name the entity.")
    articleCount = try GraphMLKey(
      .node, "articleCount", .int, "How many articles name the entity.")
    value = try GraphMLKey(.node, "value", .string, "The characters of a value.")
    datatype = try GraphMLKey(.node, "datatype", .string, "The datatype IRI of a value.")
    language = try GraphMLKey(.node, "language", .string, "The language of a value.")
    statement = try GraphMLKey(.edge, "iri", .string, "The IRI of the statement.")
    predicate = try GraphMLKey(.edge, "predicate", .string, "The IRI of the property.")
    edgeLabel = try GraphMLKey(.edge, "label", .string, "The property in words.")
    interaction = try GraphMLKey(
      .edge, "interaction", .string, "The local name of the property, where Cytoscape looks.")
    standing = try GraphMLKey(
      .edge, "standing", .string,
      "The strongest standing that a source gives to the statement; asserted only where an"
        + " article says so in its own voice, or where it is background.")
    modalities = try GraphMLKey(.edge, "modalities", .string, "All standings.", isList: true)
    claimants = try GraphMLKey(.edge, "claimants", .string, "Who says so.", isList: true)
    claimantIRIs = try GraphMLKey(
      .edge, "claimantIRIs", .string, "The IRIs of those who say so.", isList: true)
    dates = try GraphMLKey(
      .edge, "dates", .string, "When it happened, in ISO 8601.", isList: true)
    places = try GraphMLKey(.edge, "places", .string, "Where it happened.", isList: true)
    placeIRIs = try GraphMLKey(.edge, "placeIRIs", .string, "The IRIs of the places.", isList: true)
    sources = try GraphMLKey(
      .edge, "sources", .string,
      "The articles with the clause in code points, as article#char=begin,end.", isList: true)
    passages = try GraphMLKey(
      .edge, "passages", .string, "The same as IRIs (RFC 5147).", isList: true)
    confidence = try GraphMLKey(
      .edge, "confidence", .double, "How often such readings were right, 0 to 1.")
    evidenceCount = try GraphMLKey(
      .edge, "evidenceCount", .int, "The number of pieces of evidence.")
    sourceCount = try GraphMLKey(
      .edge, "sourceCount", .int, "The number of articles with evidence.")
    independentSourceCount = try GraphMLKey(
      .edge, "independentSourceCount", .int,
      "The same, with articles that print one text counted once.")
    disputed = try GraphMLKey(
      .edge, "disputed", .boolean, "Whether one source says so and another says not so.")
    conflict = try GraphMLKey(
      .edge, "conflict", .string,
      "conflicts where its claims and others cannot both be true, differs where they do not agree"
        + " and a reason is thinkable, each with the kinds; inferred.")
    conflictsWith = try GraphMLKey(
      .edge, "conflictsWith", .string,
      "The IRIs of the statements that the conflicts are with.", isList: true)
    background = try GraphMLKey(
      .edge, "background", .boolean,
      "Whether no article says so and only the gazetteer or the ontology knows it.")
    weight = try GraphMLKey(
      .edge, "weight", .double, "The sum of the confidences of all evidence.")
  }

  /// All columns, in the order in which they are declared.
  var all: [GraphMLKey] {
    [
      iri, label, name, type, aliases, wikidata, mentionCount, articleCount, value, datatype,
      language, statement, predicate, edgeLabel, interaction, standing, modalities, claimants,
      claimantIRIs, dates, places, placeIRIs, sources, passages, confidence, evidenceCount,
      sourceCount, independentSourceCount, disputed, conflict, conflictsWith, background, weight,
    ]
  }
}
