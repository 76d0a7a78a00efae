internal import CLanguageModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The immutable bytes of a language model: those built into the program, or a mapped file.
///
/// Sendable although it holds a pointer: nothing ever writes to the memory, and it lives as long as
/// the object.
final class ModelBytes: @unchecked Sendable {
  /// The bytes; they begin at a multiple of 64.
  let buffer: UnsafeRawBufferPointer
  private let release: (UnsafeRawBufferPointer) -> Void

  private init(
    _ buffer: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void
  ) {
    self.buffer = buffer
    self.release = release
  }

  deinit { release(buffer) }

  /// The bytes of the model that is built into the program.
  static func embedded() -> ModelBytes {
    let start = UnsafeRawPointer(newsgraph_language_model_bytes())
    let count = newsgraph_language_model_count()
    return ModelBytes(UnsafeRawBufferPointer(start: start, count: count)) { _ in }
  }

  /// A copy of bytes in memory.
  static func copy(_ bytes: [UInt8]) -> ModelBytes {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    return ModelBytes(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
  }

  /// The bytes of the file at `path`, mapped into memory.
  static func mapped(path: String) throws(LanguageModelError) -> ModelBytes {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw LanguageModelError.unreadable(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { throw LanguageModelError.truncated(expected: 32, found: max(0, Int(end))) }
    let count = Int(end)
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw LanguageModelError.unreadable(path, String(cString: strerror(errno))) }
    return ModelBytes(UnsafeRawBufferPointer(start: start, count: count)) { mapped in
      munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count)
    }
  }
}
