import Foundation
import Synchronization

/// A server on the loopback that takes what is sent to it, answers some requests and then says
/// nothing more.
final class TestStore: Sendable {
  private let listener: Int32
  private let taken = Mutex<[String]>([])
  let port: UInt16

  /// Begins to listen.
  ///
  /// - Parameter answers: How many requests are answered.
  init(answers: Int) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard isBound else { throw Overdue(what: "a port of the loopback") }
    port = UInt16(bigEndian: address.sin_port)
    Thread { [weak self] in
      while let self, self.serve(answers) {}
    }.start()
  }

  deinit { close(listener) }

  /// The bodies of the requests, answered or not.
  var requests: [String] { taken.withLock { $0 } }

  /// Takes a connection and all requests on it; false once nothing more is answered.
  private func serve(_ answers: Int) -> Bool {
    var request = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, 100) > 0 else { return true }
    let connection = accept(listener, nil, nil)
    defer { close(connection) }
    var bytes: [UInt8] = []
    while read(&bytes, connection) {
      guard let (body, end) = Self.body(String(decoding: bytes, as: UTF8.self)) else { continue }
      bytes.removeFirst(end)
      let count = taken.withLock { taken in
        taken.append(body)
        return taken.count
      }
      if count > answers {
        // The connection stays open until the other side ends it.
        while read(&bytes, connection) {}
        return false
      }
      let answer = Array("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n".utf8)
      _ = write(connection, answer, answer.count)
    }
    return true
  }

  private func read(_ bytes: inout [UInt8], _ connection: Int32) -> Bool {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &piece, piece.count, 0)
    if count > 0 { bytes += piece.prefix(count) }
    return count > 0
  }

  /// The body of a request that has come as a whole, and how many bytes the request has.
  private static func body(_ text: String) -> (String, Int)? {
    // To Swift, a carriage return and a line feed are one character.
    guard let gap = text.range(of: "\r\n\r\n") else { return nil }
    let head = text[..<gap.lowerBound].lowercased()
    let rest = text[gap.upperBound...]
    let mark = "content-length: "
    if let length = head.range(of: mark) {
      let digits = head[length.upperBound...].prefix { $0.isNumber }
      guard let count = Int(digits), rest.utf8.count >= count else { return nil }
      let body = String(decoding: rest.utf8.prefix(count), as: UTF8.self)
      return (body, text.utf8.count - rest.utf8.count + count)
    }
    guard head.contains("transfer-encoding: chunked") else {
      return ("", text.utf8.count - rest.utf8.count)
    }
    var body = ""
    var chunks = rest
    while let line = chunks.range(of: "\r\n"),
      let count = Int(chunks[..<line.lowerBound], radix: 16)
    {
      let after = chunks[line.upperBound...]
      guard after.utf8.count >= count + 2 else { return nil }
      body += String(decoding: after.utf8.prefix(count), as: UTF8.self)
      chunks = after[after.utf8.index(after.startIndex, offsetBy: count + 2)...]
      if count == 0 { return (body, text.utf8.count - chunks.utf8.count) }
    }
    return nil
  }
}
