/// The program that a GraphML document is for.
///
/// All profiles hold the same nodes, edges and columns, and `GraphReader` reads the same graph of
/// each; they differ in what a program looks for besides.
public enum GraphMLProfile: String, Sendable, CaseIterable {
  /// Nothing but GraphML, valid against its schema.
  case strict
  /// Gephi: columns `r`, `g`, `b` and `size`, which it takes for the looks of nodes and edges.
  ///
  /// Its importer sums parallel edges unless it is told not to, and knows no kinds of edges; GEXF
  /// keeps them.
  case gephi
  /// yEd: shapes, labels, lines and arrows as it draws them, on a grid until it is asked for a
  /// layout, with `url` and `description`.
  case yed
  /// Cytoscape: names of edges, and columns for the passthrough mappings of its styles.
  ///
  /// Its reader keeps only the text behind the last reference such as `&amp;`, so that texts with
  /// such characters stand in CDATA sections. The columns `shared name` and `shared interaction` it
  /// fills itself from `name` and `interaction`; GraphML allows no blank in the name of a column.
  case cytoscape
  /// Neo4j, by `apoc.import.graphml` with `readLabels`: classes as `labels` of nodes, the property
  /// as `label` of edges, lists as arrays.
  ///
  /// Only what an article says in its own voice has a relationship named by its property; other
  /// statements are `CLAIMED` or `BACKGROUND`, with the property in `interaction`.
  case neo4j
}
