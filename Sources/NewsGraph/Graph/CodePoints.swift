#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The comparison of texts by code points, which is what RDF means by equal.
///
/// Swift's strings are equal where they are canonically equivalent: `é` as one code point and as
/// two. Comparing the bytes in Swift one by one took a seventh of the time of writing RDF/XML.
enum CodePoints {
  /// Whether two texts are the same code points.
  static func areSame(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let result = left.utf8.withContiguousStorageIfAvailable { leftBytes in
      right.utf8.withContiguousStorageIfAvailable { rightBytes in
        guard let leftBase = leftBytes.baseAddress, let rightBase = rightBytes.baseAddress else {
          return leftBytes.isEmpty
        }
        return memcmp(leftBase, rightBase, leftBytes.count) == 0
      }
    }
    // Strings that come from Objective-C have no bytes to point at.
    return (result ?? nil) ?? left.utf8.elementsEqual(right.utf8)
  }

  /// Whether a text comes before another one in the order of code points.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let result = left.utf8.withContiguousStorageIfAvailable { leftBytes in
      right.utf8.withContiguousStorageIfAvailable { rightBytes in
        guard let leftBase = leftBytes.baseAddress, let rightBase = rightBytes.baseAddress else {
          return leftBytes.count < rightBytes.count
        }
        let order = memcmp(leftBase, rightBase, min(leftBytes.count, rightBytes.count))
        return order == 0 ? leftBytes.count < rightBytes.count : order < 0
      }
    }
    return (result ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
