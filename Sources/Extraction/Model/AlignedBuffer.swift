/// A growable, uninitialised workspace of numbers at an address that is a multiple of 64.
final class AlignedBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  /// Makes a workspace of `capacity` elements.
  init(capacity: Int = 64) {
    self.capacity = capacity
    start = Self.allocate(capacity)
  }

  deinit { UnsafeMutableRawPointer(start).deallocate() }

  /// The workspace with room for at least `count` elements; what it held before is lost.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Element> {
    if count > capacity {
      UnsafeMutableRawPointer(start).deallocate()
      capacity = count
      start = Self.allocate(count)
    }
    return start
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: max(1, count))
  }
}
