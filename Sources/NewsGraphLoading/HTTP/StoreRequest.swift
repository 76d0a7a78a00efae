import AsyncHTTPClient
import NIOHTTP1

/// A request to a store, which can be sent more than once.
struct StoreRequest: Sendable {
  /// What may happen when nobody knows whether the server did what a request asked for: the
  /// connection broke, or the time was over.
  enum Repetition: Sendable {
    /// It is sent again: done twice is the same as done once, whatever came between.
    case always
    /// It is sent again only where the server certainly did nothing: no connection was made, or it
    /// said 429 or 503.
    case ifNothingWasDone
  }

  var method: HTTPMethod
  var address: String
  var contentType: String?
  var accept: String?
  /// Makes the body, anew for each attempt.
  var body: (@Sendable () throws -> HTTPClientRequest.Body)?
  /// Whether the body is packed.
  var isPacked = false
  var repetition = Repetition.always
}

/// What a server answered.
struct StoreAnswer: Sendable {
  var status: Int
  var headers: HTTPHeaders
  var body: [UInt8]
}
