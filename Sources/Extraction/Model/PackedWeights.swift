internal import CVectorMath

/// A layer's weights in the order that the CPU's integer instructions take them in.
///
/// Sendable although it holds a pointer: nothing writes to the memory after it has been filled.
final class PackedWeights: @unchecked Sendable {
  private let memory: UnsafeMutablePointer<Int8>

  /// Packs a row-major matrix of `outputs` × `inputs` weights.
  init(_ weights: UnsafePointer<Int8>, outputs: Int, inputs: Int) {
    let count = vector_packed_size(outputs, inputs)
    memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 64)
      .bindMemory(to: Int8.self, capacity: count)
    vector_pack(weights, outputs, inputs, memory)
  }

  deinit { UnsafeMutableRawPointer(memory).deallocate() }

  /// The first byte; valid as long as the object lives.
  var start: UnsafePointer<Int8> { UnsafePointer(memory) }
}
