import Testing

@testable import NewsGraph

@Suite struct RecentValuesTests {
  @Test func `what is looked up often is found once`() {
    var values = RecentValues<Int, Int>(limit: 8)
    var found: [Int] = []
    for number in 0..<100 {
      for key in [1, 2, number] {
        let value = values.value(of: key) {
          found.append(key)
          return key * 2
        }
        #expect(value == key * 2)
      }
    }
    #expect(found.count { $0 == 1 } == 1 && found.count { $0 == 2 } == 1)
    // What comes once is forgotten: not all can be known.
    for number in 0..<100 {
      _ = values.value(of: number) {
        found.append(number)
        return 0
      }
    }
    #expect(found.count > 180)
  }
}
