/// The order of statements by subject, predicate and object, for many of them.
///
/// Each subject, predicate and object is ranked once, so that the sort moves and compares small
/// numbers; sorting the statements themselves took two thirds of the time of writing a large graph.
enum StatementOrder {
  /// The statements, each of which has another key, in the order of `Statement.<`.
  static func sorted(_ statements: [Statement]) -> [Statement] {
    guard statements.count > 1 else { return statements }
    var subjects = Ranking<IRI>()
    var predicates = Ranking<IRI>()
    var objects = Ranking<Term>()
    var names: [String: Int] = [:]
    var places: [Place] = []
    places.reserveCapacity(statements.count)
    for (index, statement) in statements.enumerated() {
      let key = statement.key
      let predicate: Int
      if let known = names[key.predicate] {
        predicate = known
      } else {
        predicate = predicates.number(of: statement.predicate)
        names[key.predicate] = predicate
      }
      places.append(
        Place(
          subject: subjects.number(of: key.subject), predicate: predicate,
          object: objects.number(of: key.object), index: index))
    }
    let ranks = (subjects.ranks(), predicates.ranks(), objects.ranks())
    for index in places.indices {
      places[index].subject = ranks.0[places[index].subject]
      places[index].predicate = ranks.1[places[index].predicate]
      places[index].object = ranks.2[places[index].object]
    }
    places.sort()
    return places.map { statements[$0.index] }
  }

  /// A statement by its ranks.
  private struct Place: Comparable {
    var subject: Int
    var predicate: Int
    var object: Int
    var index: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.subject, left.predicate, left.object, left.index)
        < (right.subject, right.predicate, right.object, right.index)
    }
  }

  /// Numbers for elements in the order in which they come, and their ranks among each other.
  private struct Ranking<Element: Hashable & Comparable> {
    private var numbers: [Element: Int] = [:]
    private var elements: [Element] = []

    mutating func number(of element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = elements.count
      elements.append(element)
      return elements.count - 1
    }

    /// The rank of each number.
    func ranks() -> [Int] {
      let order = elements.indices.sorted { elements[$0] < elements[$1] }
      var ranks = [Int](repeating: 0, count: elements.count)
      for (rank, number) in order.enumerated() { ranks[number] = rank }
      return ranks
    }
  }
}
