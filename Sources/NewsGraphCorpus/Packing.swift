import Foundation
import NewsGraph

/// Bytes as they stand in the database: a mark, and the bytes or what gzip makes of them.
enum Packing {
  /// The size above which packing is worth while.
  private static let threshold = 512
  /// The largest value that is unpacked; a damaged one may claim any size.
  private static let limit = 1 << 30

  static func pack(_ bytes: [UInt8]) throws -> Data {
    guard bytes.count > threshold else { return Data([0]) + Data(bytes) }
    return Data([1]) + Data(try Gzip.compress(bytes, level: 6))
  }

  static func unpack(_ data: Data) throws -> [UInt8] {
    switch data.first {
    case 0: return Array(data.dropFirst())
    case 1: return try Gzip.decompress(Array(data.dropFirst()), limit: limit)
    default: throw UnknownPacking()
    }
  }
}

/// A value that was not packed by us.
struct UnknownPacking: Error, CustomStringConvertible {
  var description: String { "a value is neither packed nor plain" }
}
