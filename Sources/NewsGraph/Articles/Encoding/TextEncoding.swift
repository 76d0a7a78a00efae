/// A character encoding that articles come in.
public struct TextEncoding: Hashable, Sendable {
  enum Scheme: Hashable, Sendable {
    case utf8
    case utf16(isBigEndian: Bool)
    case windows1252
    /// Read by the system's `iconv` under this name.
    case system(String)
  }

  /// The name in lower case, such as `utf-8` or `windows-1251`.
  public let name: String
  let scheme: Scheme

  /// UTF-8.
  public static let utf8 = TextEncoding(name: "utf-8", scheme: .utf8)
  /// The Windows code page of western Europe, which also stands for ASCII and Latin-1.
  public static let windows1252 = TextEncoding(name: "windows-1252", scheme: .windows1252)
  static let utf16LittleEndian = TextEncoding(
    name: "utf-16le", scheme: .utf16(isBigEndian: false))
  static let utf16BigEndian = TextEncoding(name: "utf-16be", scheme: .utf16(isBigEndian: true))

  private init(name: String, scheme: Scheme) {
    self.name = name
    self.scheme = scheme
  }

  /// Looks up the encoding of a label such as `ISO-8859-1`, `utf8` or `koi8-r`, or nothing where
  /// the label is not known.
  ///
  /// Labels mean what browsers take them for (WHATWG Encoding Standard, 4.2): a page that says
  /// Latin-1 is read as windows-1252.
  public init?(label: String) {
    let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch name {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "utf16", "ucs-2", "unicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "windows-1252", "cp1252", "x-cp1252", "cp-1252", "ascii", "us-ascii", "ansi_x3.4-1968",
      "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "ansi":
      self = .windows1252
    default:
      let allowed = name.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0))
      }
      // UTF-7 hides markup in letters; no browser reads it.
      guard allowed, name.utf8.count <= 40, !name.hasPrefix("utf-7"), !name.isEmpty else {
        return nil
      }
      let systemName = TextEncoding.systemNames[name] ?? name.uppercased()
      guard SystemDecoder.isKnown(systemName) else { return nil }
      self.init(name: name, scheme: .system(systemName))
    }
  }

  /// Labels of the web that `iconv` calls otherwise, or that browsers widen to a later code page.
  private static let systemNames = [
    "gb2312": "GB18030", "gbk": "GB18030", "gb_2312-80": "GB18030", "x-gbk": "GB18030",
    "shift_jis": "CP932", "shift-jis": "CP932", "x-sjis": "CP932", "sjis": "CP932",
    "windows-31j": "CP932", "euc-kr": "CP949", "ks_c_5601-1987": "CP949", "ksc5601": "CP949",
    "iso-8859-9": "CP1254", "latin5": "CP1254", "tis-620": "CP874", "iso-8859-11": "CP874",
    "windows-874": "CP874", "iso-8859-8-i": "ISO-8859-8", "x-mac-cyrillic": "MAC-CYRILLIC",
    "macintosh": "MACINTOSH", "x-user-defined": "",
  ]
}
