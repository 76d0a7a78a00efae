/// The faces that people draw with punctuation.
enum Emoticon {
  private static let faces: [[Unicode.Scalar]] = [
    ":'-(", ":-))", ":-)", ":-(", ";-)", ":-D", ":-P", ":-p", ":-/", ":-|", ":-O", ":'(", "^_^",
    ">:(", "(-:", ":))", ":((", ":)", ":(", ";)", ":D", ":P", ":p", ":/", ":|", ":O", "=)", "=(",
    "=D", "<3", "(:", "(;",
  ].map { Array($0.unicodeScalars) }

  /// The number of code points of the emoticon that begins at `position`, or nothing.
  ///
  /// It must stand apart: no letter or digit may touch it.
  static func length(
    in scalars: [Unicode.Scalar], at position: Int, chunk: Range<Int>
  ) -> Int? {
    switch scalars[position] {
    case ":", ";", "=", "^", "<", ">", "(": break
    default: return nil
    }
    guard position == chunk.lowerBound || !scalars[position - 1].characterClass.beginsWord else {
      return nil
    }
    for face in faces where position + face.count <= chunk.upperBound {
      let end = position + face.count
      if scalars[position..<end].elementsEqual(face),
        end == chunk.upperBound || !scalars[end].characterClass.beginsWord
      {
        return face.count
      }
    }
    return nil
  }
}
