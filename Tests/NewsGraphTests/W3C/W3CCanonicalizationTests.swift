import Foundation
import Testing

@testable import NewsGraph

@Suite struct W3CCanonicalizationTests {
  @Test(.enabled(if: SharedFolder.has("w3c"), Comment(rawValue: SharedFolder.missing("w3c"))))
  func `the tests of RDFC-1_0 pass`() throws {
    let manifest = try W3CManifest(
      "w3c/rdf-canon/tests", base: "https://w3c.github.io/rdf-canon/tests/")
    #expect(manifest.tests.count == 86)
    let failures = manifest.tests.compactMap { test in
      do {
        return try failure(of: test, in: manifest)
      } catch {
        return test.type.contains("Negative") ? nil : "\(test.name) \(test.action): \(error)"
      }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  private func failure(of test: W3CTest, in manifest: W3CManifest) throws -> String? {
    let store = QuadStore()
    try GraphReader().read(manifest.path(test.action), into: store)
    let hash: CanonicalizationHash = test.hashAlgorithm == "SHA384" ? .sha384 : .sha256
    let canonical = try CanonicalDataset(store, hash: hash)
    guard let result = test.result else { return "\(test.name): not refused" }
    let expected = try Data(contentsOf: URL(fileURLWithPath: manifest.path(result)))
    if test.type.contains("Map") {
      let map = try JSONSerialization.jsonObject(with: expected) as? [String: String]
      return map == canonical.labels ? nil : "\(test.name): \(canonical.labels)"
    }
    let text = canonical.lines.map { $0 + "\n" }.joined()
    return text == String(decoding: expected, as: UTF8.self) ? nil : "\(test.name):\n\(text)"
  }
}
