import Testing

@testable import NewsGraph

@Suite struct StoredNumbersTests {
  @Test func `numbers are at their places, also while more come`() throws {
    for memory in [1, TemporaryStorage.standardMemory] {
      let numbers = StoredNumbers(TemporaryStorage(memory: memory))
      #expect(numbers.count == 0)
      let expected = (0..<2000).map { $0 * $0 * 4_000_037_003 }
      for (place, number) in expected.enumerated() {
        try numbers.append(number)
        if place % 61 == 0 {
          #expect(try numbers[place] == number)
          #expect(try numbers[place / 3] == expected[place / 3])
        }
      }
      #expect(numbers.count == expected.count)
      for place in [1999, 0, 511, 512, 1024, 3] {
        #expect(try numbers[place] == expected[place])
      }
    }
  }
}
