internal import CVectorMath

/// A dense layer with 8-bit weights, one scale for each output, and a bias.
struct LinearLayer: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: Tensor<Int8>
  let scales: Tensor<Float>
  let bias: Tensor<Float>
  /// −64 Σ w for each output: takes the 64 that stands for zero out of the products.
  private let offsets: [Int32]

  init(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(LanguageModelError) {
    self.inputs = inputs
    self.outputs = outputs
    weights = try file.integers(name, [outputs, inputs])
    scales = try file.floats(name + ".scale", [outputs])
    bias = try file.floats(name + ".bias", [outputs])
    let start = weights.start
    offsets = (0..<outputs).map { row in
      var sum: Int32 = 0
      for index in row * inputs..<(row + 1) * inputs { sum &+= Int32(start[index]) }
      return -64 * sum
    }
  }

  /// The integer products of the workspace's quantised rows with the outputs in `range`, without
  /// scale and bias.
  func products(_ range: Range<Int>, rows: Int, workspace: Workspace) -> UnsafePointer<Int32> {
    let result = workspace.sums.reserve(rows * range.count)
    offsets[range].withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      workspace.product.multiply(
        workspace.activations.codes, weights.start + range.lowerBound * inputs, offsets: offsets,
        into: result, rows: rows, columns: range.count, depth: inputs)
    }
    return UnsafePointer(result)
  }

  /// Applies the layer to `rows` rows that lie `stride` numbers apart.
  func apply(
    _ input: UnsafePointer<Float>, rows: Int, stride: Int, workspace: Workspace,
    activation: Activation = .none, into output: UnsafeMutablePointer<Float>
  ) {
    workspace.activations.quantize(input, rows: rows, width: inputs, stride: stride)
    let sums = products(0..<outputs, rows: rows, workspace: workspace)
    let rowScales = workspace.activations.scales
    for row in 0..<rows {
      scaled(
        sums + row * outputs, by: rowScales[row], activation, into: output + row * outputs)
    }
  }

  /// What follows the sum in a layer.
  enum Activation {
    case none
    case gelu
  }

  private func scaled(
    _ sums: UnsafePointer<Int32>, by scale: Float, _ activation: Activation,
    into output: UnsafeMutablePointer<Float>
  ) {
    switch activation {
    case .none:
      vector_scale(sums, scale, scales.start, bias.start, output, outputs)
    case .gelu:
      vector_scale_gelu(sums, scale, scales.start, bias.start, output, outputs)
    }
  }
}
