/// Decoders that tell where the first bad byte stands.
enum ByteScanning {
  /// Decodes UTF-8 with U+FFFD for each maximal bad part (Unicode 16, 3.9.6).
  ///
  /// `onError` is told the offset of a bad part and says whether to go on.
  static func utf8(_ bytes: [UInt8], onError: (Int) -> Bool) -> String {
    var decoder = Unicode.UTF8.ForwardParser()
    var view = String.UnicodeScalarView()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        view.append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        guard onError(offset) else { return String(view) }
        view.append("\u{FFFD}")
        offset += length
      case .emptyInput:
        return String(view)
      }
    }
  }

  /// The offset of the first byte that is not UTF-8; nothing where all are.
  static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var first: Int?
    _ = utf8(bytes) { offset in
      first = offset
      return false
    }
    return first
  }

  /// Decodes UTF-16 with U+FFFD for each lone surrogate and for an odd byte at the end.
  static func utf16(_ bytes: [UInt8], isBigEndian: Bool, onError: (Int) -> Bool) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map { at -> UInt16 in
      let first = UInt16(bytes[at])
      let second = UInt16(bytes[at + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var decoder = Unicode.UTF16.ForwardParser()
    var view = String.UnicodeScalarView()
    var iterator = units.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        view.append(Unicode.UTF16.decode(encoded))
        offset += encoded.count * 2
      case .error(let length):
        guard onError(offset) else { return String(view) }
        view.append("\u{FFFD}")
        offset += length * 2
      case .emptyInput:
        if bytes.count % 2 == 1, onError(bytes.count - 1) { view.append("\u{FFFD}") }
        return String(view)
      }
    }
  }
}
