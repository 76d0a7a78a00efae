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

    @Test func `what lies between memory in use is given back`() throws {
      // Less than what the C library asks the system for alone.
      let size = 32 << 10
      var kept: [[UInt8]] = []
      var freed: [[UInt8]] = []
      for _ in 0..<4000 {
        freed.append([UInt8](repeating: 1, count: size))
        kept.append([UInt8](repeating: 1, count: 64))
      }
      let full = resident()
      try #require(full > 0)
      freed = []
      FreedMemory.giveBack()
      // Other tests run beside this one.
      #expect(resident() < full - 4000 * size / 2)
      #expect(kept.count == 4000)
    }
  }
#endif
