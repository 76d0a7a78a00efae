import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A request as it came in, whole.
struct TestRequest: Sendable {
  var method: String
  var uri: String
  var headers: HTTPHeaders
  var body: [UInt8]

  var path: String { uri.split(separator: "?", maxSplits: 1).first.map(String.init) ?? uri }
  var query: String? { uri.contains("?") ? String(uri.drop { $0 != "?" }.dropFirst()) : nil }
}

/// What the server does after a request.
enum TestReaction: Sendable {
  case answer(Int, headers: [(String, String)] = [], body: String = "")
  /// Closes the connection without a word.
  case drop
  /// Says nothing and keeps the connection.
  case silence
  /// Answers after some time, in milliseconds.
  case late(Int64, Int)
}

/// A server of HTTP in this process, on a port of the loopback that was free.
final class TestServer: Sendable {
  typealias Responder = @Sendable (TestRequest) -> TestReaction

  private let channel: any Channel
  let port: Int

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - bodyLimit: Whose bodies are longer gets 413 at once, before the rest of it was sent.
  ///   - breakingAfter: How many bytes of a body come before the connection is closed, of the first
  ///     request that is as long.
  init(
    tls: NIOSSLContext? = nil, bodyLimit: Int = .max, breakingAfter: Int = .max,
    responder: @escaping Responder
  ) async throws {
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(
            Handler(bodyLimit: bodyLimit, breakingAfter: breakingAfter, responder))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  func stop() async { try? await channel.close() }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let bodyLimit: Int
    private let breakingAfter: Int
    private let responder: Responder
    private var request: TestRequest?
    private var isRefused = false

    init(bodyLimit: Int, breakingAfter: Int, _ responder: @escaping Responder) {
      self.bodyLimit = bodyLimit
      self.breakingAfter = breakingAfter
      self.responder = responder
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        isRefused = false
        request = TestRequest(
          method: head.method.rawValue, uri: head.uri, headers: head.headers, body: [])
      case .body(let part):
        request?.body.append(contentsOf: part.readableBytesView)
        let count = request?.body.count ?? 0
        if count > breakingAfter { context.close(promise: nil) }
        if count > bodyLimit, !isRefused {
          isRefused = true
          write(.init(statusCode: 413), [], "too large", context, closing: true)
        }
      case .end:
        guard let request, !isRefused else { return }
        self.request = nil
        switch responder(request) {
        case .answer(let status, let headers, let body):
          write(.init(statusCode: status), headers, body, context)
        case .drop: context.close(promise: nil)
        case .silence: break
        case .late(let delay, let status):
          let context = NIOLoopBound(context, eventLoop: context.eventLoop)
          let handler = NIOLoopBound(self, eventLoop: context.value.eventLoop)
          context.value.eventLoop.scheduleTask(in: .milliseconds(delay)) {
            handler.value.write(.init(statusCode: status), [], "", context.value)
          }
        }
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }

    private func write(
      _ status: HTTPResponseStatus, _ headers: [(String, String)], _ body: String,
      _ context: ChannelHandlerContext, closing: Bool = false
    ) {
      var fields = HTTPHeaders(headers)
      fields.add(name: "Content-Length", value: String(body.utf8.count))
      context.write(
        wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: fields))),
        promise: nil)
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
      let promise = context.eventLoop.makePromise(of: Void.self)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: promise)
    }
  }
}
