/// The memory that one thread computes in; it grows to what the longest batch needs and is reused.
///
/// Sendable because it is handed from thread to thread, and used by one at a time only.
final class Workspace: @unchecked Sendable {
  /// How integer matrices are multiplied.
  let product: MatrixProduct
  let activations = Activations()
  let sums = AlignedBuffer<Int32>()
  let hidden = AlignedBuffer<Float>()
  let wide = AlignedBuffer<Float>()
  let context = AlignedBuffer<Float>()
  let change = AlignedBuffer<Float>()
  let attention = AlignedBuffer<Float>()
  let scores = AlignedBuffer<Float>()
  let arcs = AlignedBuffer<Float>()

  init(product: MatrixProduct) { self.product = product }
}
