/// Bytes made into text, with a word on what had to be guessed.
struct TextDecoding: Hashable {
  /// The text, without byte order mark.
  var text: String
  /// The encoding it was read in.
  var encoding: TextEncoding
  /// What the user should know about the way it was read.
  var facts: [ReadingNote.Fact] = []
}

extension TextDecoding {
  /// What to do at bytes that the encoding does not have.
  enum Strictness {
    /// The input is rejected: plain text and records.
    case strict
    /// They become U+FFFD as in a browser, as long as they are few: markup.
    case replacing
  }

  /// Decodes `bytes`.
  ///
  /// In this order: the byte order mark; the encoding that the input declares; the one the user
  /// gave; UTF-8; windows-1252 where the bytes hold no sign of UTF-8 and nothing that windows-1252
  /// lacks.
  init(
    _ bytes: [UInt8], declared: TextEncoding? = nil, fallback: TextEncoding? = nil,
    strictness: Strictness = .strict
  ) throws(RejectedInput.Reason) {
    if let (encoding, length) = TextDecoding.byteOrderMark(bytes) {
      try self.init(Array(bytes[length...]), in: encoding, offset: length, strictness)
    } else if let known = declared ?? fallback, known != .utf8 {
      try self.init(bytes, in: known, offset: 0, strictness)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, encoding: .utf8)
    } else if fallback == nil, declared == nil, TextDecoding.isPlausibleWindows1252(bytes) {
      try self.init(bytes, in: .windows1252, offset: 0, strictness)
      facts.append(.assumedEncoding(encoding.name))
    } else {
      try self.init(bytes, in: .utf8, offset: 0, strictness)
    }
  }

  private init(
    _ bytes: [UInt8], in encoding: TextEncoding, offset: Int, _ strictness: Strictness
  ) throws(RejectedInput.Reason) {
    var bad: [Int] = []
    let isStrict = strictness == .strict
    let text = TextDecoding.text(of: bytes, encoding) { position in
      bad.append(position)
      return !isStrict
    }
    // A page with one bad byte in fifty is in another encoding than it says.
    if let first = bad.first, isStrict || bad.count * 50 > bytes.count {
      throw .undecodable(encoding: encoding.name, offset: first + offset)
    }
    self.init(text: text, encoding: encoding)
    if !bad.isEmpty { facts = [.replacedBytes(count: bad.count, encoding: encoding.name)] }
  }

  private static func text(
    of bytes: [UInt8], _ encoding: TextEncoding, onError: (Int) -> Bool
  ) -> String {
    switch encoding.scheme {
    case .utf8:
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      return ByteScanning.utf8(bytes, onError: onError)
    case .utf16(let isBigEndian):
      return ByteScanning.utf16(bytes, isBigEndian: isBigEndian, onError: onError)
    case .windows1252:
      var view = String.UnicodeScalarView()
      view.append(contentsOf: bytes.lazy.map(Windows1252.scalar))
      return String(view)
    case .system(let name):
      let utf8 = SystemDecoder(name)?.decode(bytes, onError: onError) ?? []
      return String(decoding: utf8, as: UTF8.self)
    }
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Whether bytes that are not UTF-8 may be windows-1252: they use no unassigned byte, and not
  /// most of their upper bytes form UTF-8 characters, as they would in a damaged UTF-8 file.
  private static func isPlausibleWindows1252(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(where: Windows1252.isUnassigned) else { return false }
    var bad = 0
    let text = ByteScanning.utf8(bytes) { _ in
      bad += 1
      return true
    }
    let good = text.unicodeScalars.count { !$0.isASCII } - bad
    return good <= bad
  }
}
