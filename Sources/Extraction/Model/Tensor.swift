/// A read-only view of numbers that lie in a model's bytes.
///
/// Sendable although it holds a pointer: the bytes are immutable and are kept alive by `owner`.
struct Tensor<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let owner: ModelBytes
  /// The first element; valid as long as the tensor or a copy of it lives.
  let start: UnsafePointer<Element>
  let count: Int

  /// The `count` elements of `owner` from the byte `offset` on; the caller has checked the bounds.
  init(_ owner: ModelBytes, offset: Int, count: Int) {
    self.owner = owner
    self.count = count
    guard let base = owner.buffer.baseAddress else { preconditionFailure("a model has bytes") }
    start = (base + offset).assumingMemoryBound(to: Element.self)
  }

  /// The element at `index`.
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "index out of the tensor")
    return start[index]
  }
}
