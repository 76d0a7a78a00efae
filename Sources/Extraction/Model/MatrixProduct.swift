internal import COneDNN
internal import CVectorMath

/// The product of 7-bit activations with 8-bit weights in exact 32-bit integers.
///
/// All ways give the same integers: with activations of at most 127 no pair of products exceeds 16
/// bits, so instruction sets that saturate there do not.
enum MatrixProduct: Sendable {
  /// Our own loop over weights that were packed once, for CPUs with AVX-512 VNNI. It spares oneDNN's
  /// packing at each call and the way of the sums through memory: 5 % of all the time.
  case packed
  /// oneDNN's `dnnl_gemm_u8s8s32`, with the widest integer instructions that the CPU has.
  case oneDNN
  /// A plain loop, for CPUs that oneDNN has no fast integer product for.
  case portable

  /// The fastest on this CPU.
  static let preferred: MatrixProduct = {
    #if !DEBUG
      // Without optimisation the loop would take a hundred times as long; oneDNN is always optimised.
      if vector_layer_is_supported() { return .packed }
    #endif
    #if arch(x86_64)
      // AVX2 is the least that oneDNN has an integer kernel for.
      if dnnl_get_effective_cpu_isa().rawValue >= dnnl_cpu_isa_avx2.rawValue { return .oneDNN }
    #endif
    return .portable
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
    case .packed, .portable:
      vector_integer_products(input, weights, offsets, result, rows, columns, depth)
    }
  }

  private static let asIs = CChar(UInt8(ascii: "N"))
  private static let transposed = CChar(UInt8(ascii: "T"))
  private static let offsetPerColumn = CChar(UInt8(ascii: "R"))
}
