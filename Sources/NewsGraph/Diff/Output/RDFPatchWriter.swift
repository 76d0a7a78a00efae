import Crypto

/// A writer of RDF Patch: what was removed, then what was added, in one transaction.
///
/// Blank nodes have the labels of the old version, by which a store that kept them finds them; a
/// label that it does not have is a new node. The id in the header is a hash of the changes.
/// https://afs.github.io/rdf-delta/rdf-patch.html
struct RDFPatchWriter {
  private let sink: OutputSink

  init(to sink: OutputSink) { self.sink = sink }

  /// Writes the changes; the sink stays open.
  func write(_ triples: TripleChanges) throws {
    var buffer = TextBuffer(capacity: OutputSink.chunkSize)
    buffer.append("H id <urn:uuid:\(Self.id(of: triples))> .\nTX .\n")
    for (letter, lines) in [("D ", triples.removed), ("A ", triples.added)] {
      for line in lines {
        buffer.append(letter)
        buffer.append(line)
        buffer.append(UInt8(ascii: "\n"))
        try buffer.flushIfLarge(to: sink)
      }
    }
    buffer.append("TC .\n")
    try buffer.flush(to: sink)
  }

  /// A UUID of version 8 (RFC 9562): the same changes have the same one.
  private static func id(of triples: TripleChanges) -> String {
    var hash = SHA256()
    for (letter, lines) in [("D", triples.removed), ("A", triples.added)] {
      for line in lines { hash.update(data: Array("\(letter)\(line)\n".utf8)) }
    }
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let lengths = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return lengths.map { bytes[$0].hexadecimal }.joined(separator: "-")
  }
}
