/// Latin letters with diacritics and ligatures, as newspapers without them print them.
///
/// The decompositions are those of Unicode's compatibility decomposition (UAX #15) without the
/// combining marks; letters that have none, such as ø, ł, ı and ə, are spelt as English does.
enum LatinLetters {
  /// The one or two ASCII letters for a letter, or nothing where it has none.
  ///
  /// Two letters stand in one word, the first in the low byte.
  static func plain(_ scalar: UInt32) -> UInt16? {
    let letters: UInt16
    switch scalar {
    case 0xC0..<0x250: letters = extended[Int(scalar - 0xC0)]
    case 0x259: letters = UInt16(UInt8(ascii: "a"))
    case 0x1E00..<0x1F00: letters = additional[Int(scalar - 0x1E00)]
    default: return nil
    }
    return letters == 0 ? nil : letters
  }

  private static func parse(_ text: String) -> [UInt16] {
    text.split { $0 == " " || $0 == "\n" }.map { letters in
      letters == "-" ? 0 : letters.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    }
  }

  /// U+00C0 to U+024F.
  private static let extended = parse(
    """
    A A A A A A Ae C E E E E I I I I D N O O O O O - O U U U U Y Th ss
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y
    A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g
    G g G g H h H h I i I i I i I i I i IJ ij J j K k q L l L l L l -
    - L l N n N n N n - N n O o O o O o Oe oe R r R r R r S s S s S s
    S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s
    b B B b - - O C c D D D d - E A E F f G G hv I I K k l - M N n O
    O o - - P p - - - - - t T t T U u - V Y y Z z - - - - - - - - -
    - - - - DZ Dz dz LJ Lj lj NJ Nj nj A a I i O o U u U u U u U u U u a A a
    A a Ae ae G g G g K k O o O o - - j DZ Dz dz G g Hv - N n A a Ae ae O o
    A a A a E e E e I i I i O o O o R r R r U u U u S s T t - - H h
    N d - - Z z A a E e O o O o O o O o Y y l n t j db - A C c L T s
    z - - B U - E e J j - - R r Y y
    """)

  /// U+1E00 to U+1EFF.
  private static let additional = parse(
    """
    A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f
    G g H h H h H h H h H h I i I i K k K k K k L l L l L l L l M m
    M m M m N n N n N n N n O o O o O o O o P p P p R r R r R r R r
    S s S s S s S s S s T t T t T t T t U u U u U u U u U u V v V v
    W w W w W w W w W w X x X x Y y Z z Z z Z z h t w y - s - - Ss -
    A a A a A a A a A a A a A a A a A a A a A a A a E e E e E e E e
    E e E e E e E e I i I i O o O o O o O o O o O o O o O o O o O o
    O o O o U u U u U u U u U u U u U u Y y Y y Y y Y y - - - - - -
    """)
}
