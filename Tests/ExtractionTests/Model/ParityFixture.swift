import Foundation

@testable import Extraction

/// What the Python reference computed, cut down by Training/parity_fixture.py.
enum ParityFixture {
  static let values: JSONValue = {
    let resource = Bundle.module.url(
      forResource: "parity", withExtension: "json", subdirectory: "Fixtures")
    guard let url = resource,
      let data = try? Data(contentsOf: url),
      let value = try? data.withUnsafeBytes({ try JSONReader.value(of: $0) })
    else { fatalError("the fixture parity.json is missing or no JSON") }
    return value
  }()

  static var words: [JSONValue] { values["words"]?.array ?? [] }
  static var sentences: [JSONValue] { values["sentences"]?.array ?? [] }
  static var paragraphs: [JSONValue] { values["paragraphs"]?.array ?? [] }
}

extension JSONValue {
  var strings: [String] { (array ?? []).compactMap(\.string) }
  var integers: [Int] { (array ?? []).compactMap(\.integer) }
  var floats: [Float] { (array ?? []).compactMap(\.number).map { Float($0) } }
}
