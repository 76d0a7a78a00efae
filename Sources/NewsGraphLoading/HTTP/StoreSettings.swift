/// How requests are made.
public struct StoreSettings: Sendable {
  /// Who the user is.
  public var credentials: StoreCredentials = .none
  /// A file with further certificates of authorities in PEM, besides those of the system.
  public var authorities: String?
  /// The longest time without a byte from the server, or to it, in seconds.
  public var timeout: Double = 300
  /// The longest time until a connection is made, in seconds.
  public var connectTimeout: Double = 15
  /// How often a request is sent again.
  public var retries = 5
  /// The wait before the first of them, in seconds; it doubles each time up to a minute.
  public var firstDelay: Double = 0.5
  /// Whether bodies are packed with gzip, as long as the server takes them.
  public var packs = false

  /// Makes the standard settings.
  public init() {}
}
