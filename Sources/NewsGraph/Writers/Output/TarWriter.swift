/// A writer of archives in the `ustar` format of POSIX, with the same bytes for the same files.
///
/// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
struct TarWriter {
  private let sink: OutputSink

  init(to sink: OutputSink) { self.sink = sink }

  /// Adds a file; its name is ASCII and no longer than 99 characters.
  mutating func add(_ name: String, _ contents: SpillFile) throws(OutputError) {
    var header = [UInt8](repeating: 0, count: Self.block)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.prefix(100).enumerated() { header[offset + index] = byte }
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(contents.count, 11), at: 124)
    put(Self.octal(0, 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    // The sum is that of the header with blanks in its place.
    let sum = header.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, 6), at: 148)
    header[154] = 0
    try sink.write(header)
    for begin in stride(from: 0, to: contents.count, by: OutputSink.chunkSize) {
      let end = min(begin + OutputSink.chunkSize, contents.count)
      try sink.write(contents.read(begin..<end))
    }
    let rest = contents.count % Self.block
    if rest > 0 { try sink.write([UInt8](repeating: 0, count: Self.block - rest)) }
  }

  /// Ends the archive; the sink stays open.
  mutating func finish() throws(OutputError) {
    try sink.write([UInt8](repeating: 0, count: 2 * Self.block))
  }

  private static let block = 512

  private static func octal(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 8)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
