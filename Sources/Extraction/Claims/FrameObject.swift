/// What stands in the object slot of a frame.
enum FrameObject: Sendable, Hashable {
  case entity(Filler)
  /// A number, a date or words, with the datatype's local name and the word that it hangs on.
  case literal(value: String, datatype: String, token: Int)

  /// The word.
  var token: Int {
    switch self {
    case .entity(let filler): filler.token
    case .literal(_, _, let token): token
    }
  }

  /// The entity, where it is one.
  var entity: Int? {
    guard case .entity(let filler) = self else { return nil }
    return filler.entity
  }
}
