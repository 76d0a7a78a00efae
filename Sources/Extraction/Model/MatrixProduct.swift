internal import COneDNN

/// The product of 7-bit activations with 8-bit weights in exact 32-bit integers.
///
/// Both ways give the same integers: with activations of at most 127 no pair of products exceeds 16
/// bits, so instruction sets that saturate there do not.
enum MatrixProduct: Sendable {
  /// oneDNN's `dnnl_gemm_u8s8s32`, with the widest integer instructions that the CPU has.
  case oneDNN
  /// Plain Swift, for CPUs that oneDNN has no fast integer product for.
  case portable

  /// The faster of the two on this CPU.
  static let preferred: MatrixProduct = {
    #if arch(x86_64)
      // AVX2 is the least that oneDNN has an integer kernel for.
      dnnl_get_effective_cpu_isa().rawValue >= dnnl_cpu_isa_avx2.rawValue ? .oneDNN : .portable
    #else
      .portable
    #endif
  }()

  /// Sets `result[m, n]` to `offsets[n] + Σ_k input[m, k] × weights[n, k]`.
  ///
  /// All matrices are row-major: `input` has `rows` × `depth`, `weights` `columns` × `depth`,
  /// `result` `rows` × `columns` elements.
  func multiply(
    _ input: UnsafePointer<UInt8>, _ weights: UnsafePointer<Int8>, offsets: UnsafePointer<Int32>,
    into result: UnsafeMutablePointer<Int32>, rows: Int, columns: Int, depth: Int
  ) {
    switch self {
    case .oneDNN:
      // The caller runs on as many threads as it wants; a product stays on its own.
      omp_set_num_threads(1)
      let status = dnnl_gemm_u8s8s32(
        Self.asIs, Self.transposed, Self.offsetPerColumn, dnnl_dim_t(rows), dnnl_dim_t(columns),
        dnnl_dim_t(depth), 1, input, dnnl_dim_t(depth), 0, weights, dnnl_dim_t(depth), 0, 0, result,
        dnnl_dim_t(columns), offsets)
      if status == dnnl_success { return }
      // oneDNN refuses only when memory runs out for its own workspace.
      fallthrough
    case .portable:
      Self.multiplyPortably(
        input, weights, offsets: offsets, into: result, rows: rows, columns: columns, depth: depth)
    }
  }

  private static let asIs = CChar(UInt8(ascii: "N"))
  private static let transposed = CChar(UInt8(ascii: "T"))
  private static let offsetPerColumn = CChar(UInt8(ascii: "R"))

  private static func multiplyPortably(
    _ input: UnsafePointer<UInt8>, _ weights: UnsafePointer<Int8>, offsets: UnsafePointer<Int32>,
    into result: UnsafeMutablePointer<Int32>, rows: Int, columns: Int, depth: Int
  ) {
    for column in 0..<columns {
      let weightRow = weights + column * depth
      for row in 0..<rows {
        let inputRow = input + row * depth
        var sum = offsets[column]
        for k in 0..<depth { sum &+= Int32(inputRow[k]) &* Int32(weightRow[k]) }
        result[row * columns + column] = sum
      }
    }
  }
}
