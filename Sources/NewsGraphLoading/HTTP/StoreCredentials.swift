import Foundation

/// Who the user is to the server; never shown anywhere.
public enum StoreCredentials: Sendable {
  /// Nobody.
  case none
  /// Headers that go with every request, such as `Authorization`.
  case headers([Header])
  /// A name and a password, given only to a server that asks, as Basic or Digest.
  case password(user: String, password: String)

  /// A header.
  public struct Header: Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// Makes a header.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Texts that no message may have.
  var secrets: [String] {
    switch self {
    case .none: []
    case .headers(let headers):
      headers.flatMap { [$0.value] + $0.value.split(separator: " ").dropFirst().map(String.init) }
    case .password(let user, let password):
      [password, Data("\(user):\(password)".utf8).base64EncodedString()]
    }
  }
}

extension StoreCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// What kind they are, and nothing of what they hold.
  public var description: String {
    switch self {
    case .none: "no credentials"
    case .headers(let headers): "\(headers.count) headers"
    case .password: "a name and a password"
    }
  }

  /// The same as the description.
  public var debugDescription: String { description }

  /// Nothing, so that `dump` shows nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension StoreCredentials {
  /// Reads headers from a file: `Name: value` in each line, `#` before remarks.
  ///
  /// - Throws: `LoadError.credentials`.
  public init(headerFile path: String) throws {
    var headers: [Header] = []
    for (index, line) in try Self.text(path).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let text = line.trimmingCharacters(in: .whitespaces.union(["\r"]))
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else {
        throw LoadError.credentials("\(path):\(index + 1): expected 'Name: value'")
      }
      headers.append(
        try Self.header(
          String(text[..<colon]),
          text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces),
          place: "\(path):\(index + 1)"))
    }
    guard !headers.isEmpty else { throw LoadError.credentials("\(path): there is no header") }
    self = .headers(headers)
  }

  /// Takes the value of the header `Authorization` from a variable of the environment.
  ///
  /// - Throws: `LoadError.credentials` where it cannot be one.
  public init(authorization value: String, variable: String) throws {
    self = .headers([try Self.header("Authorization", value, place: variable)])
  }

  /// Reads the name and the password for a host from a netrc file, as curl and ftp do.
  ///
  /// - Parameters:
  ///   - path: The file: words after `machine`, `login`, `password`, and `default` for all hosts.
  ///   - address: The address whose host is looked for.
  /// - Throws: `LoadError.credentials` where the file cannot be read or has no entry for the host.
  public init(netrc path: String, address: String) throws {
    guard let host = URLComponents(string: address)?.host else {
      throw LoadError.address("'\(address)' has no host")
    }
    guard let entry = Netrc(try Self.text(path)).entry(for: host) else {
      throw LoadError.credentials("\(path): there is no entry for the host \(host)")
    }
    self = .password(user: entry.login, password: entry.password)
  }

  private static func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LoadError.credentials("\(path): there is no such file, or it cannot be read")
    }
    guard data.count <= 1 << 20, let text = String(data: data, encoding: .utf8) else {
      throw LoadError.credentials("\(path): not a text file of up to a mebibyte in UTF-8")
    }
    return text
  }

  private static func header(_ name: String, _ value: String, place: String) throws -> Header {
    let isName = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
    let isValue = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    guard isName, isValue, !value.isEmpty else {
      throw LoadError.credentials("\(place): not a header of HTTP")
    }
    return Header(name: name, value: value)
  }
}

/// The entries of a netrc file.
struct Netrc {
  /// What is said of a host.
  struct Entry {
    /// The host; nothing for all.
    var machine: String?
    var login = ""
    var password = ""
  }

  private(set) var entries: [Entry] = []

  /// Reads the words of a file; those it does not know are passed over, and macros to their end.
  init(_ text: String) {
    var words = Self.words(text)[...]
    while let word = words.popFirst() {
      switch word {
      case "machine": entries.append(Entry(machine: words.popFirst() ?? ""))
      case "default": entries.append(Entry(machine: nil))
      case "login": setLast(\.login, words.popFirst())
      case "password": setLast(\.password, words.popFirst())
      case "account": _ = words.popFirst()
      default: continue
      }
    }
  }

  /// The first entry for a host, else the one for all.
  func entry(for host: String) -> Entry? {
    entries.first { $0.machine?.lowercased() == host.lowercased() }
      ?? entries.first { $0.machine == nil }
  }

  private mutating func setLast(_ member: WritableKeyPath<Entry, String>, _ value: String?) {
    guard let value, !entries.isEmpty else { return }
    entries[entries.count - 1][keyPath: member] = value
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isMacro = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingCharacters(in: .whitespaces.union(["\r"]))
      if line.isEmpty { isMacro = false }
      if isMacro || line.hasPrefix("#") { continue }
      var rest = line[...]
      while true {
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard let first = rest.first else { break }
        if first == "\"" {
          words.append(quoted(&rest))
        } else {
          let word = rest.prefix { $0 != " " && $0 != "\t" }
          rest = rest[word.endIndex...]
          if word == "macdef" {
            isMacro = true
            break
          }
          words.append(String(word))
        }
      }
    }
    return words
  }

  /// A word in quotation marks, in which a backslash stands before any character.
  private static func quoted(_ rest: inout Substring) -> String {
    var word = ""
    rest.removeFirst()
    while let character = rest.popFirst(), character != "\"" {
      if character == "\\", let next = rest.popFirst() {
        word.append(next)
      } else {
        word.append(character)
      }
    }
    return word
  }
}
