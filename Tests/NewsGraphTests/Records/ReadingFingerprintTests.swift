import Foundation
import NewsGraph
import Testing

@Suite struct ReadingFingerprintTests {
  @Test func `equal settings have equal fingerprints`() throws {
    let one = try Pipeline().fingerprint()
    let other = try Pipeline().fingerprint()
    #expect(one == other)
    #expect(one.digest == other.digest)
    #expect(one.digest.count == 64)
    #expect(one.differences(from: other).isEmpty)
  }

  @Test func `an added table of the gazetteer shows in that part alone`() throws {
    let path = NSTemporaryDirectory() + "own-\(UUID().uuidString).tsv"
    try "name\ttype\tqid\taliases\nAnvil Works\tOrganization\t\tAnvil\n"
      .write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var configuration = Pipeline.Configuration()
    configuration.gazetteers = [path]
    let own = try Pipeline(configuration: configuration).fingerprint()
    #expect(own.differences(from: try Pipeline().fingerprint()) == ["gazetteer"])
    #expect(own.digest != (try Pipeline().fingerprint().digest))
  }

  @Test func `the language model is part of it`() throws {
    let model = try Pipeline().fingerprint().model
    #expect(UInt32(model, radix: 16) != nil)
  }
}
