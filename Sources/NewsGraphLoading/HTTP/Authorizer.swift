import Crypto
import Foundation
import Synchronization

/// What makes the header `Authorization` for every request.
///
/// A name and a password are not given away before a server asks for them, and then as Digest where
/// it takes that (RFC 7616), else as Basic (RFC 7617).
final class Authorizer: Sendable {
  private enum Scheme {
    case unknown
    case basic
    case digest(DigestChallenge)
  }

  private struct State {
    var scheme = Scheme.unknown
    var requestCount = 0
    /// Whether the server took what was given to it.
    var isTrusted = false
  }

  private let credentials: StoreCredentials
  private let state = Mutex(State())

  init(_ credentials: StoreCredentials) { self.credentials = credentials }

  /// The headers for a request.
  func headers(method: String, target: String) -> [StoreCredentials.Header] {
    switch credentials {
    case .none: return []
    case .headers(let headers): return headers
    case .password(let user, let password):
      return state.withLock { state in
        switch state.scheme {
        case .unknown: return []
        case .basic:
          let token = Data("\(user):\(password)".utf8).base64EncodedString()
          return [.init(name: "Authorization", value: "Basic \(token)")]
        case .digest(let challenge):
          state.requestCount += 1
          let value = challenge.answer(
            user: user, password: password, method: method, target: target,
            count: state.requestCount,
            clientNonce: String(UInt64.random(in: .min ... .max), radix: 16))
          return [.init(name: "Authorization", value: value)]
        }
      }
    }
  }

  /// Takes note that the server took the credentials.
  func succeed() { state.withLock { $0.isTrusted = true } }

  /// Takes the challenges of a 401; whether the request is worth sending again.
  ///
  /// - Parameter isRepeated: Whether credentials had gone with the request already: then only a
  ///   new nonce of Digest, in the place of one that is stale or was good before, makes a difference.
  func accept(_ challenges: [String], isRepeated: Bool) -> Bool {
    guard case .password = credentials else { return false }
    let digest = challenges.lazy.compactMap { DigestChallenge($0) }.first
    return state.withLock { state in
      if let digest {
        if isRepeated, !digest.isStale, !state.isTrusted { return false }
        state.scheme = .digest(digest)
        state.requestCount = 0
        state.isTrusted = false
        return true
      }
      guard !isRepeated, challenges.contains(where: { $0.lowercased().hasPrefix("basic") }) else {
        return false
      }
      state.scheme = .basic
      return true
    }
  }
}

/// A challenge of the scheme Digest. https://www.rfc-editor.org/rfc/rfc7616
struct DigestChallenge: Sendable, Hashable {
  private var parameters: [String: String] = [:]
  private var usesSHA256: Bool

  /// Reads a header `WWW-Authenticate`; nothing where it is of another scheme, or asks for an
  /// algorithm or protection that is not known here.
  init?(_ header: String) {
    guard header.lowercased().hasPrefix("digest ") else { return nil }
    parameters = Self.parameters(String(header.dropFirst(7)))
    let algorithm = (parameters["algorithm"] ?? "MD5").uppercased()
    guard algorithm == "MD5" || algorithm == "SHA-256" else { return nil }
    usesSHA256 = algorithm == "SHA-256"
    guard parameters["nonce"] != nil, parameters["realm"] != nil else { return nil }
    if let protection = parameters["qop"] {
      let choices = protection.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      guard choices.contains("auth") else { return nil }
    }
  }

  /// Whether the old nonce was refused only for its age.
  var isStale: Bool { parameters["stale"]?.lowercased() == "true" }

  /// The header `Authorization` for a request.
  func answer(
    user: String, password: String, method: String, target: String, count: Int,
    clientNonce: String
  ) -> String {
    let realm = parameters["realm"] ?? ""
    let nonce = parameters["nonce"] ?? ""
    let digits = String(count, radix: 16)
    let number = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    let first = hash("\(user):\(realm):\(password)")
    let second = hash("\(method):\(target)")
    let hasProtection = parameters["qop"] != nil
    let response = hash(
      hasProtection
        ? "\(first):\(nonce):\(number):\(clientNonce):auth:\(second)"
        : "\(first):\(nonce):\(second)")
    var fields = [
      "username=\(Self.quoted(user))", "realm=\(Self.quoted(realm))",
      "nonce=\(Self.quoted(nonce))", "uri=\(Self.quoted(target))", "response=\"\(response)\"",
      "algorithm=\(usesSHA256 ? "SHA-256" : "MD5")",
    ]
    if hasProtection { fields += ["qop=auth", "nc=\(number)", "cnonce=\"\(clientNonce)\""] }
    if let opaque = parameters["opaque"] { fields.append("opaque=\(Self.quoted(opaque))") }
    return "Digest " + fields.joined(separator: ", ")
  }

  private func hash(_ text: String) -> String {
    let data = Data(text.utf8)
    let bytes =
      usesSHA256 ? Array(SHA256.hash(data: data)) : Array(Insecure.MD5.hash(data: data))
    return bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
    return "\"" + escaped.replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }

  /// The parameters of a challenge, by their names in small letters.
  private static func parameters(_ text: String) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "," || $0 == "\t" }
      guard let equals = rest.firstIndex(of: "=") else { return result }
      let name = rest[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
      rest = rest[rest.index(after: equals)...].drop { $0 == " " }
      var value = ""
      if rest.first == "\"" {
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
          value.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
      } else {
        let word = rest.prefix { $0 != "," && $0 != " " }
        value = String(word)
        rest = rest[word.endIndex...]
      }
      if result[name] == nil { result[name] = value }
    }
  }
}
