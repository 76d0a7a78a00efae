import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct TextDecodingTests {
    private let sample = "Zoë’s café — 20 €"

    @Test func byteOrderMarksDecide() throws {
      let utf8: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(sample.utf8)
      let units = sample.utf16.map { (low: UInt8($0 & 0xFF), high: UInt8($0 >> 8)) }
      let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [$0.low, $0.high] }
      let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [$0.high, $0.low] }
      for bytes in [utf8, little, big] {
        let decoding = try TextDecoding(bytes, declared: .windows1252)
        #expect(decoding.text == sample && decoding.facts.isEmpty)
      }
    }

    @Test func westernBytesAreReadAsWindows1252WithAWord() throws {
      var bytes: [UInt8] = Array("Zo".utf8) + [0xEB, 0x92]
      bytes += Array("s caf".utf8) + [0xE9, 0x20, 0x97, 0x20, 0x80]
      let decoding = try TextDecoding(bytes)
      #expect(decoding.text == "Zoë’s café — €")
      #expect(decoding.facts == [.assumedEncoding("windows-1252")])
    }

    @Test func damagedUTF8IsNotTakenForWindows1252() {
      let bytes = Array("Čeští lékaři — ".utf8) + [0xC4] + Array(" přišli".utf8)
      let offset = "Čeští lékaři — ".utf8.count
      #expect(throws: RejectedInput.Reason.undecodable(encoding: "utf-8", offset: offset)) {
        try TextDecoding(bytes)
      }
    }

    @Test func bytesThatWindows1252LacksAreRejected() {
      #expect(throws: RejectedInput.Reason.undecodable(encoding: "utf-8", offset: 1)) {
        try TextDecoding([0x61, 0x81, 0x62])
      }
    }

    @Test func oddUTF16IsRejectedAtItsPlace() {
      #expect(throws: RejectedInput.Reason.undecodable(encoding: "utf-16le", offset: 4)) {
        try TextDecoding([0xFF, 0xFE, 0x61, 0x00, 0x62])
      }
      #expect(throws: RejectedInput.Reason.undecodable(encoding: "utf-16be", offset: 2)) {
        try TextDecoding([0xFE, 0xFF, 0xDC, 0x00, 0x00, 0x61])
      }
    }

    @Test(arguments: [
      ("windows-1251", [0xC0, 0xE1] as [UInt8], "Аб"), ("KOI8-R", [0xC1, 0xC2], "аб"),
      ("iso-8859-2", [0xB1, 0xE6], "ąć"), ("Shift_JIS", [0x83, 0x41], "ア"),
      ("GB2312", [0xC4, 0xE3], "你"),
      ("ISO-8859-1", [0x93, 0xE9], "“é"), ("latin-1", [0xE9], "é"), ("us-ascii", [0x61], "a"),
    ])
    func declaredEncodingsAreRead(label: String, bytes: [UInt8], expected: String) throws {
      let encoding = try #require(TextEncoding(label: label))
      #expect(try TextDecoding(bytes, declared: encoding).text == expected)
    }

    @Test(arguments: ["", "utf-7", "klingon", "../etc", "utf-8; drop"])
    func unknownLabelsAreRefused(label: String) {
      #expect(TextEncoding(label: label) == nil)
    }

    @Test func pagesKeepTheirTextAroundABadByte() throws {
      let bytes = Array(String(repeating: "harbour ", count: 20).utf8) + [0xFF]
      let decoding = try TextDecoding(bytes, declared: .utf8, strictness: .replacing)
      #expect(decoding.text.hasSuffix("\u{FFFD}"))
      #expect(decoding.facts == [.replacedBytes(count: 1, encoding: "utf-8")])
    }

    @Test(arguments: [
      ("<meta charset=windows-1251>", "windows-1251"), ("<META CHARSET='utf-8'>", "utf-8"),
      (
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\">", "iso-8859-2"
      ),
      ("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "koi8-r"),
      ("<meta charset=utf-16>", "utf-8"),
      ("<html><p>charset=koi8-r", nil),
    ])
    func pagesDeclareTheirEncoding(markup: String, expected: String?) throws {
      #expect(try DeclaredEncoding.find(in: Array(markup.utf8))?.name == expected)
    }

    @Test(arguments: [
      "%PDF-1.7 and text", "PK\u{3}\u{4}", "a\0b", "\u{1}\u{2}\u{3}", "{\\rtf1 text}",
    ])
    func binaryFilesAreToldFromText(start: String) {
      #expect(throws: RejectedInput.Reason.self) { try BinarySignature.check(Array(start.utf8)) }
    }

    @Test func textWithTabsAndBordersIsNoBinary() throws {
      try BinarySignature.check(Array("a\tb\r\nc\u{C}d".utf8))
      try BinarySignature.check([])
    }
  }
}
