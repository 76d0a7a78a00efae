/// The release of this package.
public enum Release {
  /// The version, by https://semver.org.
  public static let version = "0.1.0"
  /// The name of the release as an agent in what is written.
  static let iri = IRI(checked: "https://w3id.org/newsgraph/version/" + version)
}
