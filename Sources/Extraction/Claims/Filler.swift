/// An entity in a slot of a frame, with the word that stands for it.
struct Filler: Sendable, Hashable {
  /// The entity.
  var entity: Int
  /// The word.
  var token: Int
}
