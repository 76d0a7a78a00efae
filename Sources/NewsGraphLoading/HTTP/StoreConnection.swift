import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NewsGraph
import Synchronization

/// The connection to a store: requests with credentials, time limits, and a second chance.
///
/// What is sent again, and why nothing is loaded twice by that:
/// - A graph of RDF is a set. To add ground statements again, to remove them again, and to put a
///   whole graph in the place of another one again changes nothing.
/// - Requests are sent one after the other. An answer that got lost may still stand for a request
///   that the server has not ended. Additions may overtake each other, and so may the removals and
///   additions of a patch, which have no statement in common. A request that empties a graph that
///   others then fill may not: it is `ifNothingWasDone`.
/// - Blank nodes are new ones in every request, so that a request with any is `ifNothingWasDone`,
///   unless it replaces the whole graph.
final class StoreConnection: Sendable {
  private let client: HTTPClient
  private let settings: StoreSettings
  private let authorizer: Authorizer
  private let retryCounter = Mutex(0)
  private let unanswered = Mutex(false)

  /// The longest answer that is read.
  private static let answerLimit = 64 << 20

  init(_ settings: StoreSettings) throws {
    self.settings = settings
    authorizer = Authorizer(settings.credentials)
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.idleTimeout = .seconds(5)
    let idle = TimeAmount.milliseconds(Int64(settings.timeout * 1000))
    configuration.timeout = .init(
      connect: .milliseconds(Int64(settings.connectTimeout * 1000)), read: idle, write: idle)
    var tls = TLSConfiguration.makeClientConfiguration()
    if let path = settings.authorities {
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw LoadError.credentials("\(path): there is no such file, or it cannot be read")
      }
      tls.additionalTrustRoots = [.file(path)]
    }
    configuration.tlsConfiguration = tls
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// How often a request was sent again.
  var retryCount: Int { retryCounter.withLock { $0 } }

  /// Whether the last request that changes something was sent, at least in part, and not answered.
  var hasUnansweredWrite: Bool { unanswered.withLock { $0 } }

  /// Ends all connections.
  func close() async { try? await client.shutdown() }

  /// Sends a request until it is answered with success.
  ///
  /// - Throws: `LoadError`, `CancellationError`, and what the body throws.
  func send(_ request: StoreRequest) async throws -> StoreAnswer {
    var attempt = 0
    while true {
      attempt += 1
      let outcome = try await outcome(of: request)
      let wait: Double
      switch outcome {
      case .answer(let answer) where (200...299).contains(answer.status): return answer
      case .answer(let answer):
        guard attempt <= settings.retries, mayRepeat(request, after: answer.status) else {
          throw LoadError.refused(refusal(request, answer, attempts: attempt))
        }
        wait = delay(attempt, askedFor: answer.headers.first(name: "retry-after"))
      case .noAnswer(let reason, let isUndone, let isFinal):
        let isAllowed = isUndone || request.repetition == .always
        guard attempt <= settings.retries, isAllowed, !isFinal else {
          throw LoadError.unreachable(
            address: request.address, attempts: attempt, reason: scrubbed(reason))
        }
        wait = delay(attempt, askedFor: nil)
      }
      retryCounter.withLock { $0 += 1 }
      try await Task.sleep(for: .seconds(wait))
    }
  }
}

extension StoreConnection {
  private enum Outcome {
    case answer(StoreAnswer)
    /// The reason; whether the server certainly did nothing; whether it will be the same next time.
    case noAnswer(String, isUndone: Bool, isFinal: Bool)
  }

  /// Sends a request, a second time where the server asks for credentials.
  private func outcome(of request: StoreRequest) async throws -> Outcome {
    for isRepeated in [false, true] {
      let target = Self.target(of: request.address)
      let authorization = authorizer.headers(method: request.method.rawValue, target: target)
      let outcome = try await exchange(request, authorization)
      if case .answer(let answer) = outcome, answer.status < 300, !authorization.isEmpty {
        authorizer.succeed()
      }
      guard !isRepeated, case .answer(let answer) = outcome, answer.status == 401,
        authorizer.accept(
          answer.headers["www-authenticate"], isRepeated: !authorization.isEmpty)
      else { return outcome }
    }
    return .noAnswer(
      "the server asks for credentials again and again", isUndone: true, isFinal: true)
  }

  private func exchange(_ request: StoreRequest, _ authorization: [StoreCredentials.Header])
    async throws -> Outcome
  {
    var message = HTTPClientRequest(url: request.address)
    message.method = request.method
    message.headers.add(name: "User-Agent", value: "newsgraph")
    if let type = request.contentType { message.headers.add(name: "Content-Type", value: type) }
    if let type = request.accept { message.headers.add(name: "Accept", value: type) }
    if request.isPacked { message.headers.add(name: "Content-Encoding", value: "gzip") }
    for header in authorization { message.headers.add(name: header.name, value: header.value) }
    message.body = try request.body?()
    // What only counts leaves it as it was whether an earlier request was taken.
    let isWrite = request.accept == nil
    let wasUnanswered = unanswered.withLock { value in
      defer { value = value || isWrite }
      return value
    }
    do {
      // The idle limits of the configuration end what does not go on; no load is too long as such.
      let response = try await client.execute(message, deadline: .distantFuture)
      var body: [UInt8] = []
      for try await part in response.body {
        guard body.count + part.readableBytes <= Self.answerLimit else {
          return .noAnswer("the answer is too long", isUndone: false, isFinal: true)
        }
        body.append(contentsOf: part.readableBytesView)
      }
      if isWrite { unanswered.withLock { $0 = false } }
      return .answer(
        StoreAnswer(status: Int(response.status.code), headers: response.headers, body: body))
    } catch {
      let outcome = try self.outcome(of: error)
      if case .noAnswer(_, isUndone: true, _) = outcome {
        unanswered.withLock { $0 = wasUnanswered }
      }
      return outcome
    }
  }

  /// What an error of the network means; errors of other kinds are thrown on.
  private func outcome(of error: any Error) throws -> Outcome {
    try Task.checkCancellation()
    switch error {
    case is CancellationError, is LoadError, is GraphReadingError: throw error
    case let error as HTTPClientError where error == .cancelled: throw CancellationError()
    case let error as HTTPClientError where error == .connectTimeout:
      return .noAnswer("no connection in time", isUndone: true, isFinal: false)
    case let error as HTTPClientError where error == .readTimeout || error == .deadlineExceeded:
      return .noAnswer(
        "nothing came for \(Int(settings.timeout)) s", isUndone: false, isFinal: false)
    case let error as HTTPClientError where error == .writeTimeout:
      return .noAnswer(
        "the server took nothing for \(Int(settings.timeout)) s", isUndone: false, isFinal: false)
    case let error as HTTPClientError
    where error == .remoteConnectionClosed || error == .uncleanShutdown:
      return .noAnswer("the server closed the connection", isUndone: false, isFinal: false)
    case let error as HTTPClientError where error == .tlsHandshakeTimeout:
      return .noAnswer("no TLS connection in time", isUndone: true, isFinal: false)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      return .noAnswer(
        "the TLS connection is not safe or cannot be made: \(error)", isUndone: true, isFinal: true)
    case let error as NIOConnectionError:
      let reasons = error.connectionErrors.map { Self.reason($0.error) }
      let isUnknown = reasons.isEmpty
      return .noAnswer(
        isUnknown ? "the host \(error.host) is not known" : reasons[0], isUndone: true,
        isFinal: isUnknown)
    case let error as IOError:
      return .noAnswer(Self.reason(error), isUndone: false, isFinal: false)
    case is ChannelError, is HTTPParserError, is HTTPClientError:
      return .noAnswer(String(describing: error), isUndone: false, isFinal: false)
    default: throw error
    }
  }

  /// The system's word for an error of it.
  private static func reason(_ error: any Error) -> String {
    guard let code = (error as? IOError)?.errnoCode else { return String(describing: error) }
    return String(cString: strerror(code))
  }

  /// Whether a request is sent again after an answer that is an error.
  private func mayRepeat(_ request: StoreRequest, after status: Int) -> Bool {
    switch status {
    case 429, 503: true
    // A gateway that waited in vain does not know what the server did.
    case 408, 502, 504: request.repetition == .always
    default: false
    }
  }

  /// How long to wait, in seconds: what the server asked for, else longer each time, and not the
  /// same for all of its clients.
  private func delay(_ attempt: Int, askedFor header: String?) -> Double {
    if let header, let seconds = Double(header), seconds >= 0 { return min(seconds, 600) }
    let longest = min(settings.firstDelay * Double(1 << min(attempt - 1, 16)), 60)
    return longest * .random(in: 0.5...1)
  }

  private func refusal(_ request: StoreRequest, _ answer: StoreAnswer, attempts: Int)
    -> LoadError.Refusal
  {
    var text = String(decoding: answer.body.prefix(65_536), as: UTF8.self)
    if text.contains("<html") || text.contains("<HTML") { text = Self.withoutTags(text) }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var message = line.count > 500 ? line.prefix(500) + "…" : line
    if let other = answer.headers.first(name: "location"), (300...399).contains(answer.status) {
      message = other
    }
    return LoadError.Refusal(
      method: request.method.rawValue, address: request.address, status: answer.status,
      message: scrubbed(message), attempts: attempts)
  }

  /// A text of the server without the user's secrets, which it may have sent back.
  private func scrubbed(_ text: String) -> String {
    settings.credentials.secrets.filter { $0.count > 3 }.reduce(text) { text, secret in
      text.replacingOccurrences(of: secret, with: "…")
    }
  }

  private static func withoutTags(_ text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if character == "<" { isInside = true }
      if !isInside { result.append(character) }
      if character == ">" {
        isInside = false
        result.append(" ")
      }
    }
    return result
  }

  /// The path and query of an address, as they stand in the first line of a request.
  private static func target(of address: String) -> String {
    guard let parts = URLComponents(string: address) else { return address }
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    return path + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
  }
}
