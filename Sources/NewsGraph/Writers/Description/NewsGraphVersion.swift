/// What this library calls itself in what it writes.
public enum NewsGraphVersion {
  /// The number of the version, `0.1.0`.
  public static let number = "0.1.0"
  /// The name of the version as an agent.
  static let iri = IRI(checked: "https://w3id.org/newsgraph/version/" + number)
}
