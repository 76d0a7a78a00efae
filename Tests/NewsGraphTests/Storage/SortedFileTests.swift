import Testing

@testable import NewsGraph

@Suite struct SortedFileTests {
  /// A key of two bytes and more, in the order of the numbers.
  private func key(_ number: Int) -> [UInt8] {
    [UInt8(number >> 8), UInt8(number & 0xFF)] + [UInt8](repeating: 7, count: number % 5)
  }

  private func value(_ number: Int) -> [UInt8] { Array("\(number)".utf8.dropFirst(number % 3)) }

  @Test(arguments: [0, 1, 15, 16, 17, 1023, 1024, 1025, 20_000])
  func `finds what was added and nothing else`(count: Int) throws {
    for memory in [1, 1 << 16, TemporaryStorage.standardMemory] {
      let file = SortedFile(TemporaryStorage(memory: memory))
      for number in 0..<count { try file.append(key: key(2 * number + 1), value: value(number)) }
      #expect(file.count == count)
      var random = SeededGenerator(seed: UInt64(count))
      var looked = [0, count - 1, count / 2].filter { (0..<count).contains($0) }
      looked += (0..<min(count, 500)).map { _ in Int.random(in: 0..<count, using: &random) }
      for number in looked {
        let found = try #require(try file.find(key(2 * number + 1)))
        #expect(found.number == number && found.value == value(number))
        let record = try #require(try file.record(number))
        #expect(record.key == key(2 * number + 1) && record.value == value(number))
        #expect(try file.find(key(2 * number)) == nil)
      }
      #expect(try file.find([]) == nil && file.find([0xFF, 0xFF, 0xFF]) == nil)
      #expect(try file.record(count) == nil && file.record(-1) == nil)
    }
  }

  @Test func `finds what is there while more comes, and hands it on in order`() throws {
    let file = SortedFile(TemporaryStorage(memory: 1))
    for number in 0..<3000 {
      try file.append(key: key(number), value: value(number))
      guard number % 97 == 0 else { continue }
      for known in [0, number / 2, number] {
        #expect(try file.find(key(known))?.number == known)
        #expect(try file.record(known)?.value == value(known))
      }
      #expect(try file.find(key(number + 1)) == nil)
    }
    var reader = file.reader()
    for number in 0..<3000 {
      #expect(try reader.next() == key(number))
      #expect(try reader.next() == value(number))
    }
    #expect(try reader.next() == nil)
  }

  @Test func `a full disk is an error that says so`() throws {
    let file = SortedFile(.small(room: 1000))
    let error = #expect(throws: OutputError.self) {
      for number in 0..<2000 { try file.append(key: key(number), value: value(number)) }
    }
    #expect("\(try #require(error))".contains("a small disk"))
  }
}
