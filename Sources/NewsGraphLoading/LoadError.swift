import NewsGraph

/// Why a graph could not be loaded.
public enum LoadError: Error, Sendable {
  /// An address cannot be used; the text says why.
  case address(String)
  /// A file with a password or a header cannot be used; the text says why, and never what is in it.
  case credentials(String)
  /// The server answered with an error.
  case refused(Refusal)
  /// No answer came, after a number of attempts; the text is the last reason.
  case unreachable(address: String, attempts: Int, reason: String)
  /// What is asked for cannot be done; the text says why, and what can.
  case impossible(String)
  /// The store does not hold what it should; the graphs that differ.
  case different([CountDifference])
  /// The user ended it.
  case cancelled

  /// An answer that is an error.
  public struct Refusal: Sendable, Hashable {
    /// The method of the request.
    public var method: String
    /// The address.
    public var address: String
    /// The status, such as 403.
    public var status: Int
    /// What the server said, in one line.
    public var message: String
    /// How often it said so.
    public var attempts = 1
  }

  /// A graph whose number of statements is not the expected one.
  public struct CountDifference: Sendable, Hashable {
    /// The name of the graph; nothing for the default graph.
    public var graph: String?
    /// How many statements it should have, at least and at most.
    public var expected: ClosedRange<Int>
    /// How many it has.
    public var found: Int
  }
}

extension LoadError: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .address(let text), .credentials(let text), .impossible(let text): text
    case .refused(let refusal): refusal.description
    case .unreachable(let address, let attempts, let reason):
      "\(address): no answer" + (attempts > 1 ? " in \(attempts) attempts" : "") + ": \(reason)"
    case .different(let differences):
      differences.prefix(5).map(\.description).joined(separator: "; ")
        + (differences.count > 5 ? "; and \(differences.count - 5) more" : "")
    case .cancelled: "ended before it was done"
    }
  }
}

extension LoadError.Refusal: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    let hint =
      switch status {
      case 401: "the server asks for credentials, or does not accept these"
      case 403: "the server does not allow it"
      case 404, 405: "there is no Graph Store Protocol at this address, or it is read-only"
      case 300...399: "the server points to another address; give that one"
      case 413: "the request is too large for the server"
      case 507: "the server's disk is full"
      default: ""
      }
    var text = "\(method) \(address): the server answered \(status)"
    if attempts > 1 { text += " in \(attempts) attempts" }
    if !hint.isEmpty { text += ", \(hint)" }
    return text + (message.isEmpty ? "" : ": \(message)")
  }
}

extension LoadError.CountDifference: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    let wanted =
      expected.lowerBound == expected.upperBound
      ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
    return "\(TargetGraph(name: graph).label) has \(found) statements instead of \(wanted)"
  }
}

/// A load that ended before it was done: why, what is loaded, and how to go on.
public struct LoadFailure: Error, CustomStringConvertible {
  /// Why: a `LoadError`, a `GraphReadingError`.
  public var cause: any Error
  /// What was loaded before.
  public var progress: LoadProgress
  /// How to go on, in a sentence.
  public var advice: String
  /// Whether a request was sent that the server may have taken without an answer.
  public var mayHaveLoadedMore = false

  /// A sentence for people.
  public var description: String {
    var loaded =
      progress.statements == 0
      ? "nothing was loaded"
      : "\(progress.statements) statements were loaded before, in \(progress.requests) requests"
    if mayHaveLoadedMore { loaded += ", but for a request whose answer did not come" }
    return "\(cause); \(loaded)" + (advice.isEmpty ? "" : "; \(advice)")
  }
}
