import Testing

@testable import NewsGraph

#if canImport(Glibc)
  import Glibc

  @Suite struct FreedMemoryTests {
    /// The bytes of memory that the process has.
    private func resident() -> Int {
      guard let file = fopen("/proc/self/statm", "r") else { return 0 }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 200)
      guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      let fields = text.split(separator: " ")
      return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// How many bytes less the process has after freed memory was given back.
    private func givenBack() -> Int {
      // Less than what the C library asks the system for alone.
      var kept: [[UInt8]] = []
      var freed: [[UInt8]] = []
      for _ in 0..<4000 {
        freed.append([UInt8](repeating: 1, count: 32 << 10))
        kept.append([UInt8](repeating: 1, count: 64))
      }
      let full = resident()
      freed = []
      FreedMemory.giveBack()
      return kept.count == 4000 ? full - resident() : 0
    }

    @Test func `what lies between memory in use is given back`() throws {
      try #require(resident() > 0)
      // Other tests, which run beside this one, may take memory meanwhile.
      let isGivenBack = (0..<20).contains { _ in givenBack() > 64 << 20 }
      #expect(isGivenBack)
    }
  }
#endif
