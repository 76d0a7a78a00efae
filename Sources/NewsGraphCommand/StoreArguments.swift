#if Loading
  public import ArgumentParser
  import Foundation
  public import NewsGraphLoading

  /// The arguments that say where a store is and who asks.
  struct StoreArguments: ParsableArguments {
    @Option(help: "Where the Graph Store Protocol is spoken; with --store the root of the store.")
    var endpoint: String?

    @Option(
      help: "oxigraph, fuseki, virtuoso, graphdb, rdf4j or qlever: knows the other addresses.")
    var store: StoreKind?

    @Option(help: "Where queries are answered, to count statements after the load.")
    var queryEndpoint: String?

    @Option(help: "Where updates are taken, for --patch.")
    var updateEndpoint: String?

    @Option(
      help: "A file of HTTP headers, 'Name: value' a line, such as 'Authorization: Bearer …'.")
    var headerFile: String?

    @Flag(help: "Take name and password from the netrc file, $NETRC or ~/.netrc.")
    var netrc = false

    @Option(help: "Take name and password from another netrc file.")
    var netrcFile: String?

    @Option(help: "A file with certificates of authorities to trust besides the system's, in PEM.")
    var caFile: String?

    @Flag(help: "Send credentials over plain http to other machines too.")
    var allowPlainHTTP = false

    @Option(help: "The longest time without an answer, in seconds.")
    var timeout: Double = StoreSettings().timeout

    @Option(help: "How often a request is sent again.")
    var retries: Int = StoreSettings().retries

    @Flag(help: "Pack requests with gzip, if the server takes them.")
    var gzip = false

    func validate() throws {
      if !(timeout >= 1) || timeout > 86_400 {
        throw ValidationError("--timeout is from 1 to 86400 seconds, not \(timeout).")
      }
      if !(0...100).contains(retries) {
        throw ValidationError("--retries is from 0 to 100, not \(retries).")
      }
      if headerFile != nil, netrc || netrcFile != nil {
        throw ValidationError("Give either --header-file or a netrc file.")
      }
    }

    /// The variable that may hold the value of the header Authorization.
    static let variable = "NEWSGRAPH_AUTHORIZATION"

    /// The address of the store.
    func address() throws -> StoreAddress {
      guard let endpoint else { throw LoadError.address("there is no --endpoint") }
      return try StoreAddress(
        endpoint: endpoint, kind: store, query: queryEndpoint, update: updateEndpoint)
    }

    /// The settings of a connection.
    func settings() throws -> StoreSettings {
      var settings = StoreSettings()
      settings.credentials = try credentials()
      settings.authorities = caFile
      settings.timeout = timeout
      settings.retries = retries
      settings.packs = gzip
      return settings
    }

    private func credentials() throws -> StoreCredentials {
      let environment = ProcessInfo.processInfo.environment
      if let headerFile { return try StoreCredentials(headerFile: headerFile) }
      if netrc || netrcFile != nil {
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        let path = netrcFile ?? environment["NETRC"] ?? home + "/.netrc"
        return try StoreCredentials(netrc: path, address: endpoint ?? "")
      }
      if let value = environment[Self.variable], !value.isEmpty {
        return try StoreCredentials(authorization: value, variable: Self.variable)
      }
      return .none
    }
  }

  extension StoreKind: ExpressibleByArgument {}
#endif
