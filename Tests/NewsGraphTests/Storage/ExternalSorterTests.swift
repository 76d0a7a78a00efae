import Testing

@testable import NewsGraph

@Suite struct ExternalSorterTests {
  private func sorted(_ records: [(key: [UInt8], value: [UInt8])], memory: Int) throws
    -> [[[UInt8]]]
  {
    let sorter = ExternalSorter(TemporaryStorage(memory: memory))
    for record in records { try sorter.add(key: record.key, value: record.value) }
    let result = try sorter.finish()
    var found: [[[UInt8]]] = []
    while let record = try result.next() { found.append([record.key, record.value]) }
    return found
  }

  @Test func `records come by key, those of one key as they were added, in any memory`() throws {
    for seed in 0..<30 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var records: [(key: [UInt8], value: [UInt8])] = []
      for number in 0..<Int.random(in: 0...400, using: &random) {
        let length = Int.random(in: 0...(number % 50 == 0 ? 5000 : 4), using: &random)
        let bytes: [UInt8] = [0, 1, 0x7F, 0xFF]
        let key = (0..<length).map { _ in bytes.randomElement(using: &random) ?? 0 }
        records.append((key, Array("\(number)".utf8.dropFirst(number % 4))))
      }
      let order = records.indices.sorted { left, right in
        if records[left].key == records[right].key { return left < right }
        return records[left].key.lexicographicallyPrecedes(records[right].key)
      }
      let expected: [[[UInt8]]] = order.map { [records[$0].key, records[$0].value] }
      for memory in [1, 100, 3000, 1 << 20] {
        #expect(try sorted(records, memory: memory) == expected, "seed \(seed), \(memory) bytes")
      }
    }
  }

  @Test func `of nothing comes nothing`() throws {
    #expect(try sorted([], memory: 1).isEmpty)
    #expect(try sorted([([], [])], memory: 1) == [[[], []]])
  }

  @Test func `numbers come by size, each as often as it was added`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let numbers = (0..<Int.random(in: 0...20_000, using: &random)).map { _ in
        Bool.random(using: &random) ? UInt64.random(in: 0...9, using: &random) : random.next()
      }
      for memory in [700, 9000, 1 << 20] {
        let sorter = NumberSorter(TemporaryStorage(memory: memory))
        for number in numbers { try sorter.add(number) }
        let result = try sorter.finish()
        var found: [UInt64] = []
        while let number = try result.next() { found.append(number) }
        #expect(found == numbers.sorted(), "seed \(seed), \(memory) bytes")
      }
    }
  }

  @Test func `a full disk is an error that says so`() throws {
    let sorter = ExternalSorter(.small(room: 100))
    let error = #expect(throws: OutputError.self) {
      for number in 0..<100 as Range<UInt8> { try sorter.add(key: [number], value: [1, 2, 3]) }
    }
    #expect(
      try #require(error).description.hasPrefix(
        "cannot write a small disk: No space left on device"))
    let numbers = NumberSorter(.small(room: 100))
    #expect(throws: OutputError.self) {
      for number in 0..<1000 as Range<UInt64> { try numbers.add(number) }
    }
  }

  @Test func `a folder that is not there is an error with its name`() throws {
    let file = SpillFile(TemporaryStorage(folder: "/nowhere/at/all", memory: 1))
    let error = #expect(throws: OutputError.self) { try file.append([1, 2, 3]) }
    #expect(try #require(error).description.contains("a temporary file in /nowhere/at/all"))
  }

  @Test func `files have no names`() throws {
    let folder = try SpillFolder()
    let file = SpillFile(TemporaryStorage(folder: folder.path, memory: 1))
    let places = try (0..<50 as Range<UInt8>).map { number in
      try file.append([UInt8](repeating: number, count: Int(number)))
    }
    #expect(file.isOnDisk)
    #expect(try folder.names() == [])
    for (number, place) in places.enumerated().reversed() {
      #expect(try file.read(place) == [UInt8](repeating: UInt8(number), count: number))
    }
  }

  @Test func `keys sort as what they were made of`() {
    let texts = ["", "a", "a\u{0}", "a\u{0}b", "a\u{1}", "ab", "b", "\u{0}", "é", "e\u{301}", "😀"]
    // Labels are compared as Swift's strings, in which the two ways to write é are one.
    let labels = texts.filter { $0 != "é" }
    let terms =
      labels.map { Term.blank($0) } + texts.map { Term.literal(Literal($0)) }
      + texts.map { Term.literal(Literal($0, language: "en")) }
      + texts.filter { !$0.isEmpty }.map { Term.iri(IRI(checked: "https://e/\($0)")) }
    func key(_ term: Term) -> [UInt8] {
      var key = SortKey()
      key.append(term)
      return key.bytes
    }
    for left in terms {
      for right in terms {
        #expect((left < right) == (ByteOrder.compare(key(left), key(right)) < 0))
        #expect((left == right) == (key(left) == key(right)))
      }
    }
  }
}
