import Extraction

/// A person's name taken apart, for comparison with others.
struct PersonName: Sendable, Hashable {
  /// A word of a name.
  struct Word: Sendable, Hashable {
    /// The word in lower case without marks.
    let plain: String
    /// What stands for all spellings and forms of it.
    let key: String
    /// What all spellings have in common.
    let skeleton: String
    /// Whether it is one letter that stands for a name.
    var isInitial: Bool { plain.unicodeScalars.count == 1 }
  }

  /// The words without titles, particles and marks of generation, in their order.
  let words: [Word]
  /// `jr`, `sr`, `iii`, where the name has one.
  let generation: String?

  /// Takes a name that was taken apart before.
  init(words: [Word], generation: String?) {
    self.words = words
    self.generation = generation
  }

  init(_ name: String, variants: NameVariants) {
    var plain = NameFolding.plainWords(of: name)
    var mark: String?
    while plain.count > 2, let last = plain.last, let found = variants.generation(last) {
      mark = found
      plain.removeLast()
    }
    while plain.count > 1, let first = plain.first, variants.isTitle(first) { plain.removeFirst() }
    let content = plain.filter { !variants.isParticle($0) }
    generation = mark
    words = (content.isEmpty ? plain : content).map { word in
      let key = variants.key(word)
      return Word(plain: word, key: key, skeleton: Romanisation.skeleton(key))
    }
  }

  /// The last word, which is the surname in most of the world.
  var surname: Word? { words.last }

  /// Whether it is one word, or initials and one word: the surname of somebody.
  var isShort: Bool { words.count { !$0.isInitial } < 2 }

  /// The number of words that are no initials, then of all words: how much a name tells.
  var completeness: (Int, Int) { (words.count { !$0.isInitial }, words.count) }

  /// All words as one, since `Jong-un` and `Jongun` are written both ways.
  var joined: String { words.map(\.key).joined() }

  /// The keys of the words with blanks between them.
  var text: String { words.map(\.key).joined(separator: " ") }
}

extension PersonName {
  /// The words that may name the person alone: the surname, and the first word of a name in the
  /// order of East Asia, as far as its length shows that.
  func surnames(_ isGivenName: (String) -> Bool) -> [Word] {
    guard words.count > 1, let last = words.last, let first = words.first else { return words }
    let mayLead =
      words.count <= 3 && !first.isInitial && first.plain.unicodeScalars.count <= 4
      && !isGivenName(first.plain)
    return mayLead && first != last ? [last, first] : [last]
  }
}
