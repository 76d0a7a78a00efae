internal import CZlib

/// Unpacks a stream of gzip members, a piece at a time.
///
/// Several members one after the other are one stream, as RFC 1952 (2.2) has it; zero bytes after
/// the last member are padding and are passed over.
public final class GzipInflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  private var state = State.betweenMembers
  private var hasMember = false
  /// Whether zlib may hold back output because the last piece was full.
  private var hasPendingOutput = false

  private enum State { case betweenMembers, insideMember }

  /// Makes an inflater, or throws `GzipError.unavailable`.
  public init() throws(GzipError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let code = newsgraph_inflate_init_gzip(stream)
    guard code == Z_OK else { throw .unavailable(code: Int(code)) }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Whether all bytes that were given have been read.
  public var needsInput: Bool { position == input.count && !hasPendingOutput }

  /// Gives the next packed bytes; call it when `needsInput`.
  public func append(_ bytes: [UInt8]) {
    input = position == input.count ? bytes : Array(input[position...]) + bytes
    position = 0
  }

  /// Unpacks up to `limit` bytes of what was given; nothing when more input is needed.
  public func read(upTo limit: Int) throws(GzipError) -> [UInt8] {
    while !needsInput {
      if state == .betweenMembers, try !beginMember() { return [] }
      let output = try inflate(upTo: limit)
      if !output.isEmpty { return output }
    }
    return []
  }

  /// Says that no more input comes; throws `truncated` where a member is not complete.
  public func finish() throws(GzipError) {
    guard hasMember, state == .betweenMembers else { throw .truncated }
  }

  /// Finds the next member, and whether there is one in the bytes given so far.
  private func beginMember() throws(GzipError) -> Bool {
    if hasMember {
      while position < input.count, input[position] == 0 { position += 1 }
      guard position < input.count else { return false }
      guard input[position] == 0x1F else { throw .corrupt("other bytes follow the packed data") }
      inflateReset(stream)
    }
    hasMember = true
    state = .insideMember
    return true
  }

  private func inflate(upTo limit: Int) throws(GzipError) -> [UInt8] {
    var status = Z_OK
    var consumed = 0
    let available = input.count - position
    let output = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      input.withUnsafeMutableBufferPointer { bytes in
        stream.pointee.next_in = bytes.baseAddress.map { $0 + position }
        stream.pointee.avail_in = UInt32(clamping: available)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: limit)
        status = CZlib.inflate(stream, Z_NO_FLUSH)
        consumed = min(available, Int(UInt32.max)) - Int(stream.pointee.avail_in)
        count = min(limit, Int(UInt32.max)) - Int(stream.pointee.avail_out)
      }
    }
    position += consumed
    hasPendingOutput = output.count == limit && status == Z_OK
    switch status {
    case Z_STREAM_END: state = .betweenMembers
    case Z_OK: break
    case Z_BUF_ERROR where consumed > 0 || !output.isEmpty || needsInput: break
    default: throw .corrupt(message(status))
    }
    return output
  }

  private func message(_ status: CInt) -> String {
    stream.pointee.msg.map { String(cString: $0) } ?? "zlib code \(status)"
  }
}
