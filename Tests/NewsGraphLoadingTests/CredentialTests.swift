import Foundation
import NIOSSL
import NIOHTTP1
import NewsGraph
import Testing

@testable import NewsGraphLoading

/// Names, passwords and certificates.
@Suite struct CredentialTests {
  /// A store that answers only who has the right header.
  private func guarded(_ isRight: @escaping @Sendable (String) -> Bool, challenge: String)
    async throws -> ServedStore
  {
    try await ServedStore(
      FakeStore { request in
        let header = request.headers.first(name: "authorization") ?? ""
        return isRight(header)
          ? nil
          : .answer(401, headers: [("WWW-Authenticate", challenge)], body: "no: \(header)")
      })
  }

  @Test func `a password is given to who asks for it, as Basic`() async throws {
    let served = try await guarded(
      { $0 == "Basic " + Data("ana:s3cret".utf8).base64EncodedString() },
      challenge: "Basic realm=\"news\"")
    var loader = try served.loader(statements(0..<300))
    loader.chunkSize = 8192
    loader.settings.credentials = .password(user: "ana", password: "s3cret")
    let report = try await loader.load()
    #expect(report.check == .right(graphs: 1, statements: 300))
    await served.server.stop()
  }

  @Test func `a password that is wrong is tried once and not shown`() async throws {
    let served = try await guarded({ _ in false }, challenge: "Basic realm=\"news\"")
    var loader = try served.loader(statements(0..<3))
    loader.settings.credentials = .password(user: "ana", password: "wr0ngword")
    let failure = try await #require(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure.description.contains("401"))
    #expect(!failure.description.contains("wr0ngword"))
    #expect(!failure.description.contains(Data("ana:wr0ngword".utf8).base64EncodedString()))
    #expect(served.store.writes.isEmpty)
    #expect(
      "\(loader.settings.credentials) \(String(reflecting: loader.settings))".contains("wr0ng")
        == false)
    await served.server.stop()
  }

  @Test func `a header goes with every request and is not shown`() async throws {
    let served = try await guarded({ $0 == "Bearer t0ken-of-ana" }, challenge: "Bearer")
    var loader = try served.loader(statements(0..<3))
    loader.settings.credentials = .headers([
      .init(name: "Authorization", value: "Bearer t0ken-of-ana")
    ])
    _ = try await loader.load()
    #expect(served.store.writes.count == 1)
    loader.settings.credentials = .headers([.init(name: "Authorization", value: "Bearer an0ther")])
    let failure = try await #require(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure.description.contains("401") && !failure.description.contains("an0ther"))
    await served.server.stop()
  }

  // The example of RFC 2617, section 3.5, and the same with the other hash, worked out in Python.
  @Test(arguments: [
    ("MD5", "6629fae49393a05397450978507c4ef1"),
    ("SHA-256", "5abdd07184ba512a22c53f41470e5eea7dcaa3a93a59b630c13dfe0a5dc6e38b"),
  ])
  func `the answer to a challenge of Digest is that of the standard`(
    algorithm: String, response: String
  ) throws {
    let challenge = try #require(
      DigestChallenge(
        #"Digest realm="testrealm@host.com", qop="auth, auth-int", algorithm=\#(algorithm), "#
          + #"nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", "#
          + #"opaque="5ccc069c403ebaf9f0171e9517f40e41""#))
    let answer = challenge.answer(
      user: "Mufasa", password: "Circle Of Life", method: "GET", target: "/dir/index.html",
      count: 1, clientNonce: "0a4f113b")
    #expect(answer.contains(#"response="\#(response)""#))
    #expect(answer.contains("nc=00000001") && answer.contains(#"uri="/dir/index.html""#))
  }

  @Test func `challenges that are not understood are no challenges`() {
    for text in [
      "Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\", algorithm=SHA-512-256",
      "Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"", "Digest realm=\"x\"",
    ] {
      #expect(DigestChallenge(text) == nil, "\(text)")
    }
  }

  @Test func `netrc files are read as curl reads them`() throws {
    let netrc = Netrc(
      """
      # remark
      machine store.example login ana password "two words \\" and a quote"
      macdef init
        machine evil.example login x password y

      machine other.example
        login bob
        account nobody
        password pass
      default login all password any
      """)
    #expect(netrc.entry(for: "Store.Example")?.password == "two words \" and a quote")
    #expect(netrc.entry(for: "other.example")?.login == "bob")
    #expect(netrc.entry(for: "evil.example")?.login == "all")
    #expect(Netrc("machine a login b password c").entry(for: "d") == nil)
  }

  @Test func `files of headers name the line that is wrong and not what is in it`() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("headers-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("# mine\nAuthorization: Bearer x\nX-Team: news\n".utf8)
      .write(to: URL(fileURLWithPath: path))
    guard case .headers(let headers) = try StoreCredentials(headerFile: path) else {
      Issue.record("no headers")
      return
    }
    #expect(headers.map(\.name) == ["Authorization", "X-Team"])
    for text in ["Authorization Bearer hidden", "Bad Name: hidden", "Name: ", ""] {
      try Data("\n\(text)\n".utf8).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: LoadError.self) { try StoreCredentials(headerFile: path) }
      #expect(error?.description.contains("hidden") == false)
    }
  }

  @Test func `credentials do not go over the net unencrypted`() async throws {
    let address = try StoreAddress(endpoint: "http://store.example/data")
    #expect(address.isExposed)
    #expect(try !StoreAddress(endpoint: "https://store.example/data").isExposed)
    #expect(try !StoreAddress(endpoint: "http://localhost:7878", kind: .oxigraph).isExposed)
    var loader = GraphLoader([], into: address)
    loader.settings.credentials = .password(user: "a", password: "b")
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.description.contains("use https:") == true)
  }

  @Test func `addresses with passwords are refused and not shown`() throws {
    let error = #expect(throws: LoadError.self) {
      try StoreAddress(endpoint: "https://ana:s3cret@store.example/")
    }
    #expect(error?.description.contains("s3cret") == false)
    for text in ["store.example", "ftp://store.example/", "https://", "https://a.example/#x"] {
      #expect(throws: LoadError.self) { try StoreAddress(endpoint: text) }
    }
  }

  @Test func `certificates are checked, against a file too`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (key, certificate) = (folder.path + "/key.pem", folder.path + "/certificate.pem")
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    openssl.arguments =
      ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key]
      + ["-out", certificate, "-subj", "/CN=localhost"]
      + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0, "openssl made no certificate")
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))))
    let store = FakeStore()
    let server = try await TestServer(tls: context, responder: store.respond)
    var loader = GraphLoader(
      [.document(Array(statements(0..<3).utf8), name: "test", format: .ntriples)],
      into: try StoreAddress(endpoint: "https://localhost:\(server.port)/store"))
    let failure = await #expect(throws: LoadFailure.self) { try await loader.load() }
    #expect(failure?.description.contains("TLS") == true)
    #expect(store.writes.isEmpty)
    loader.settings.authorities = certificate
    _ = try await loader.load()
    #expect(store.graphs[""]?.count == 3)
    await server.stop()
  }
}
