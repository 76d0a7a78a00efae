import Foundation
import Testing

@testable import Extraction

/// Broken model files, made by hand: none of them is the trained model.
@Suite struct ModelFileTests {
  /// A file with the right frame around a header.
  private func file(_ header: String, version: UInt32 = 1) -> [UInt8] {
    func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
      withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    var body = bytes(UInt64(32 + header.utf8.count)) + bytes(UInt64(header.utf8.count))
    body += Array(header.utf8)
    let checksum = body.withUnsafeBytes { CRC32.checksum($0) }
    return Array("NGLM".utf8) + bytes(version) + bytes(checksum) + bytes(UInt32(0)) + body
  }

  private func error(_ bytes: [UInt8]) -> LanguageModelError? {
    #expect(throws: LanguageModelError.self) {
      try LanguageModel(.copy(bytes), product: .portable)
    }
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: LanguageModelError.self) {
      try LanguageModel(path: "/nonexistent/model")
    }
    #expect(error == .unreadable("/nonexistent/model", "No such file or directory"))
    #expect(error.map(String.init(describing:))?.contains("/nonexistent/model") == true)
  }

  @Test func anEmptyFileIsTruncated() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data().write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(throws: LanguageModelError.truncated(expected: 32, found: 0)) {
      try LanguageModel(path: path.path)
    }
  }

  @Test func aTruncatedFileSaysHowMuchIsMissing() {
    let bytes = file("{}")
    #expect(error(Array(bytes.dropLast(1))) == .truncated(expected: 34, found: 33))
    #expect(error(Array(bytes.prefix(20))) == .truncated(expected: 32, found: 20))
  }

  @Test func anotherVersionIsRefused() {
    #expect(error(file("{}", version: 2)) == .unsupportedVersion(2))
  }

  @Test func anotherKindOfFileIsRefused() {
    #expect(error(Array(repeating: 65, count: 100)) == .notAModel)
  }

  @Test func aChangedByteIsNoticed() {
    var bytes = file("{ }")
    bytes[33] = 9
    guard case .wrongChecksum = error(bytes) else {
      Issue.record("the checksum was not checked")
      return
    }
  }

  @Test(arguments: ["{}", "[", "{\"vocabulary\":[1]}", "{\"vocabulary\":[\"a\"]}", "nul"])
  func aHeaderThatLacksSomethingIsMalformed(header: String) {
    guard case .malformed(let reason) = error(file(header)) else {
      Issue.record("the header \(header) was accepted")
      return
    }
    #expect(!reason.isEmpty)
  }
}
