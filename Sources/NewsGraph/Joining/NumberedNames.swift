import Extraction

/// What became of the entities of a corpus's articles, in memory, where they are looked up at random.
struct NumberedNames {
  let names: [ResolvedName]
  /// The entities of all articles one after the other.
  private var numbers: [Int32]
  private var starts = [0]

  init(_ named: [EntityNaming.Named], entityCounts: [Int]) {
    names = named.map(ResolvedName.init)
    for count in entityCounts { starts.append(starts[starts.count - 1] + count) }
    numbers = [Int32](repeating: 0, count: starts[starts.count - 1])
    for (number, entity) in named.enumerated() {
      for member in entity.cluster.members {
        numbers[starts[Int(member.article)] + Int(member.entity)] = Int32(number)
      }
    }
  }

  /// The numbers of the nodes of an article's entities, by the article's number.
  func nodes(of article: Int) -> ArraySlice<Int32> {
    numbers[starts[article]..<starts[article + 1]]
  }

  /// The nodes of the entities of an article, by the article's number.
  subscript(article: Int) -> [ResolvedName] {
    nodes(of: article).map { names[Int($0)] }
  }
}
