internal import CVectorMath

/// The transformer that gives each word piece a vector that knows its sentence.
///
/// Wang et al., *MiniLM*, 2020, fine-tuned; see Training/MODEL_CARD.md.
struct Encoder: Sendable {
  private struct Layer: Sendable {
    let projection: LinearLayer
    let attention: LinearLayer
    let attentionNorm: LayerNorm
    let up: LinearLayer
    let down: LinearLayer
    let outputNorm: LayerNorm
  }

  let width: Int
  private let embedding: PieceEmbedding
  private let attentionHeads: Int
  private let layers: [Layer]

  init(_ file: ModelFile, vocabulary: Int) throws(LanguageModelError) {
    let width = try file.hyperparameter("width")
    let heads = try file.hyperparameter("attentionHeads")
    guard width == heads * 32 else { throw .malformed("the attention heads are not 32 wide") }
    let inner = try file.hyperparameter("feedForward")
    let epsilon = Float(file.header["hyperparameters"]?["layerNormEpsilon"]?.number ?? 1e-12)
    self.width = width
    attentionHeads = heads
    embedding = try PieceEmbedding(file, vocabulary: vocabulary, width: width, epsilon: epsilon)
    var layers: [Layer] = []
    for index in 0..<(try file.hyperparameter("layers")) {
      let name = "layer.\(index)."
      layers.append(
        Layer(
          projection: try LinearLayer(file, name + "qkv", inputs: width, outputs: 3 * width),
          attention: try LinearLayer(file, name + "attention", inputs: width, outputs: width),
          attentionNorm: try LayerNorm(file, name + "norm1", width: width, epsilon: epsilon),
          up: try LinearLayer(file, name + "up", inputs: width, outputs: inner),
          down: try LinearLayer(file, name + "down", inputs: inner, outputs: width),
          outputNorm: try LayerNorm(file, name + "norm2", width: width, epsilon: epsilon)))
    }
    self.layers = layers
  }

  /// Encodes segments one after the other; the result holds one row of `width` for each piece that
  /// a segment keeps, and lives in the workspace until the next call.
  ///
  /// A segment's rows depend on that segment alone: each row is quantised by itself, the integer
  /// sums are exact, and attention stays inside its segment.
  func encode(
    _ segments: [SentencePieces.Segment], workspace: Workspace
  ) -> UnsafePointer<Float> {
    let rows = segments.reduce(0) { $0 + $1.pieces.count }
    let hidden = workspace.hidden.reserve(rows * width)
    embedding.embed(segments, into: hidden)
    for (index, layer) in layers.enumerated() {
      let context = attend(layer, segments, rows, hidden, workspace)
      let isLast = index == layers.count - 1
      let kept = isLast ? keep(segments, hidden, context) : rows
      feed(layer, kept, hidden, context, workspace)
    }
    return UnsafePointer(hidden)
  }

  private func attend(
    _ layer: Layer, _ segments: [SentencePieces.Segment], _ rows: Int,
    _ hidden: UnsafePointer<Float>, _ workspace: Workspace
  ) -> UnsafeMutablePointer<Float> {
    let wide = workspace.wide.reserve(rows * max(layer.projection.outputs, layer.up.outputs))
    let context = workspace.context.reserve(rows * width)
    layer.projection.apply(hidden, rows: rows, stride: width, workspace: workspace, into: wide)
    var row = 0
    for segment in segments {
      let count = segment.pieces.count
      vector_attend(
        wide + row * 3 * width, count, attentionHeads,
        workspace.attention.reserve(36 * (count + 15)), context + row * width)
      row += count
    }
    return context
  }

  /// Moves the rows that the segments keep to the front; returns their number.
  ///
  /// What follows the last attention looks at each row alone, so the others need no further work.
  private func keep(
    _ segments: [SentencePieces.Segment], _ hidden: UnsafeMutablePointer<Float>,
    _ context: UnsafeMutablePointer<Float>
  ) -> Int {
    var row = 0
    var kept = 0
    for segment in segments {
      for place in segment.kept {
        let source = (row + place) * width
        if source != kept * width {
          (hidden + kept * width).update(from: hidden + source, count: width)
          (context + kept * width).update(from: context + source, count: width)
        }
        kept += 1
      }
      row += segment.pieces.count
    }
    return kept
  }

  private func feed(
    _ layer: Layer, _ rows: Int, _ hidden: UnsafeMutablePointer<Float>,
    _ context: UnsafePointer<Float>, _ workspace: Workspace
  ) {
    let wide = workspace.wide.reserve(rows * layer.up.outputs)
    let change = workspace.change.reserve(rows * width)
    layer.attention.apply(context, rows: rows, stride: width, workspace: workspace, into: change)
    layer.attentionNorm.apply(hidden, adding: change, rows: rows)
    layer.up.apply(
      hidden, rows: rows, stride: width, workspace: workspace, activation: .gelu, into: wide)
    layer.down.apply(
      wide, rows: rows, stride: layer.up.outputs, workspace: workspace, into: change)
    layer.outputNorm.apply(hidden, adding: change, rows: rows)
  }
}
