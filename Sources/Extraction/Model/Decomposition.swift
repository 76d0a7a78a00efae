// The standard library keeps its canonical decomposition in an interface of its own. Foundation has
// one too, but loading Foundation takes longer than loading the model.
@_spi(_Unicode) import Swift

/// Unicode's canonical decomposition (NFD; UAX #15).
enum Decomposition {
  /// The code points of `scalars` in canonical decomposition.
  static func canonical(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view)._nfd)
  }
}
