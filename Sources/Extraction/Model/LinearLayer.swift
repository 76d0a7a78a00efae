internal import CVectorMath

/// A dense layer with 8-bit weights, one scale for each output, and a bias.
struct LinearLayer: Sendable {
  /// What follows the sum in a layer.
  enum Activation {
    case none
    case gelu
  }

  let inputs: Int
  let outputs: Int
  private let weights: Tensor<Int8>
  private let scales: Tensor<Float>
  private let bias: Tensor<Float>
  /// −64 Σ w for each output: takes the 64 that stands for zero out of the products.
  private let offsets: [Int32]
  private let packed: PackedWeights?

  init(_ file: ModelFile, _ name: String, inputs: Int, outputs: Int) throws(LanguageModelError) {
    guard inputs % 4 == 0 else { throw .malformed("the layer \(name) has no multiple of 4 inputs") }
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
    packed =
      file.product == .packed
      ? PackedWeights(weights.start, outputs: outputs, inputs: inputs) : nil
  }

  /// Applies the layer to `rows` rows that lie `stride` numbers apart.
  func apply(
    _ input: UnsafePointer<Float>, rows: Int, stride: Int, workspace: Workspace,
    activation: Activation = .none, into output: UnsafeMutablePointer<Float>
  ) {
    workspace.activations.quantize(input, rows: rows, width: inputs, stride: stride)
    let codes = workspace.activations.codes
    let rowScales = workspace.activations.scales
    offsets.withUnsafeBufferPointer { offsets in
      guard let offsets = offsets.baseAddress else { return }
      if let packed {
        vector_layer(
          codes, rowScales, rows, packed.start, offsets, scales.start, bias.start, inputs, outputs,
          activation == .gelu, output)
      } else {
        let sums = workspace.sums.reserve(rows * outputs)
        workspace.product.multiply(
          codes, weights.start, offsets: offsets, into: sums, rows: rows, columns: outputs,
          depth: inputs)
        scale(sums, rowScales, rows: rows, activation, into: output)
      }
    }
  }

  private func scale(
    _ sums: UnsafePointer<Int32>, _ rowScales: UnsafePointer<Float>, rows: Int,
    _ activation: Activation, into output: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let sums = sums + row * outputs
      let output = output + row * outputs
      switch activation {
      case .none: vector_scale(sums, rowScales[row], scales.start, bias.start, output, outputs)
      case .gelu: vector_scale_gelu(sums, rowScales[row], scales.start, bias.start, output, outputs)
      }
    }
  }
}
