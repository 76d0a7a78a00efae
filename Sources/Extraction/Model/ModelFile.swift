/// A language model file whose frame, length and checksum are right; Training/MODEL_FORMAT.md says
/// what is in it.
struct ModelFile {
  /// The format version that this reader knows.
  static let version: UInt32 = 1

  let header: JSONValue
  /// How the layers' matrices will be multiplied.
  let product: MatrixProduct
  /// The CRC-32 of all that comes after it.
  let checksum: UInt32
  private let bytes: ModelBytes
  private let tensors: [String: JSONValue]

  /// Opens a model: checks the frame and reads the header.
  init(_ bytes: ModelBytes, product: MatrixProduct) throws(LanguageModelError) {
    self.product = product
    let headerCount = try Self.checkFrame(bytes.buffer)
    checksum = Self.storedChecksum(bytes.buffer)
    let json = UnsafeRawBufferPointer(rebasing: bytes.buffer[32..<32 + headerCount])
    self.bytes = bytes
    header = try JSONReader.value(of: json)
    var tensors: [String: JSONValue] = [:]
    for tensor in header["tensors"]?.array ?? [] {
      guard let name = tensor["name"]?.string else { throw .malformed("a tensor has no name") }
      tensors[name] = tensor
    }
    self.tensors = tensors
  }

  /// Checks magic, version, length and checksum, in this order; returns the length of the header.
  private static func checkFrame(_ buffer: UnsafeRawBufferPointer) throws(LanguageModelError) -> Int
  {
    guard buffer.count >= 32 else { throw .truncated(expected: 32, found: buffer.count) }
    guard buffer.starts(with: "NGLM".utf8) else { throw .notAModel }
    let found = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard found == version else { throw .unsupportedVersion(Int(found)) }
    let count = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    guard count == UInt64(buffer.count) else {
      throw .truncated(expected: Int(clamping: count), found: buffer.count)
    }
    let expected = storedChecksum(buffer)
    let checksum = CRC32.checksum(UnsafeRawBufferPointer(rebasing: buffer[16...]))
    guard checksum == expected else { throw .wrongChecksum(expected: expected, found: checksum) }
    let header = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    guard header <= UInt64(buffer.count - 32) else {
      throw .malformed("the header is longer than the file")
    }
    return Int(header)
  }

  private static func storedChecksum(_ buffer: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
  }
}

// MARK: - Header

extension ModelFile {
  /// The hyperparameter `name`, a positive integer.
  func hyperparameter(_ name: String) throws(LanguageModelError) -> Int {
    guard let value = header["hyperparameters"]?[name]?.integer, value > 0, value < 1 << 20 else {
      throw .malformed("the hyperparameter \(name) is no positive integer")
    }
    return value
  }

  /// The strings of the array `value`, which is called `name` in errors.
  func strings(_ value: JSONValue?, _ name: String) throws(LanguageModelError) -> [String] {
    guard let array = value?.array else { throw .malformed("there is no array \(name)") }
    let strings = array.compactMap(\.string)
    guard strings.count == array.count, !strings.isEmpty else {
      throw .malformed("\(name) is not an array of strings")
    }
    return strings
  }

  /// The label set `name`.
  func labels(_ name: String) throws(LanguageModelError) -> [String] {
    try strings(header["labels"]?[name], "labels.\(name)")
  }
}

// MARK: - Tensors

extension ModelFile {
  /// The tensor `name` of 32-bit floats with `shape`.
  func floats(_ name: String, _ shape: [Int]) throws(LanguageModelError) -> Tensor<Float> {
    try tensor(name, shape, dtype: "f32")
  }

  /// The tensor `name` of 8-bit integers with `shape`.
  func integers(_ name: String, _ shape: [Int]) throws(LanguageModelError) -> Tensor<Int8> {
    try tensor(name, shape, dtype: "i8")
  }

  private func tensor<Element>(
    _ name: String, _ shape: [Int], dtype: String
  ) throws(LanguageModelError) -> Tensor<Element> {
    guard let entry = tensors[name] else { throw .malformed("there is no tensor \(name)") }
    let found = (entry["shape"]?.array ?? []).compactMap(\.integer)
    guard entry["dtype"]?.string == dtype, found == shape else {
      throw .malformed("the tensor \(name) should be \(dtype) \(shape) and has the shape \(found)")
    }
    let count = shape.reduce(1, *)
    guard let offset = entry["offset"]?.integer, offset >= 0, offset % 64 == 0,
      let length = entry["bytes"]?.integer, length == count * MemoryLayout<Element>.stride,
      offset <= bytes.buffer.count - length
    else { throw .malformed("the tensor \(name) lies outside of the file") }
    return Tensor(bytes, offset: offset, count: count)
  }
}
