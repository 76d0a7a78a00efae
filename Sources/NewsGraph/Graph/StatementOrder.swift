/// Many statements in the order of their subjects, predicates and objects.
///
/// Each subject, predicate and object is ranked once, so that the sort moves and compares small
/// numbers; sorting the statements themselves took two thirds of the time of writing a large graph.
struct StatementOrder {
  /// A statement by the ranks of its parts.
  struct Place: Comparable {
    /// The rank of the subject among `terms`.
    fileprivate(set) var subject: Int
    fileprivate var predicate: Int
    /// The rank of the object among `terms`.
    fileprivate(set) var object: Int
    fileprivate var index: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.subject, left.predicate, left.object, left.index)
        < (right.subject, right.predicate, right.object, right.index)
    }
  }

  private let statements: [Statement]
  /// The statements in order.
  private(set) var places: [Place] = []
  /// The subjects and objects, sorted.
  let terms: [Term]

  /// Puts statements in order, each of which has another key.
  init(_ statements: [Statement]) {
    self.statements = statements
    var terms = Ranking<Term>()
    var predicates = Ranking<IRI>()
    var names: [String: Int] = [:]
    places.reserveCapacity(statements.count)
    for (index, statement) in statements.enumerated() {
      let name = statement.key.predicate
      let predicate = names[name] ?? predicates.number(of: statement.predicate)
      names[name] = predicate
      places.append(
        Place(
          subject: terms.number(of: .iri(statement.key.subject)), predicate: predicate,
          object: terms.number(of: statement.key.object), index: index))
    }
    let (sorted, ranks) = terms.sorted()
    let predicateRanks = predicates.sorted().ranks
    self.terms = sorted
    for index in places.indices {
      places[index].subject = ranks[places[index].subject]
      places[index].predicate = predicateRanks[places[index].predicate]
      places[index].object = ranks[places[index].object]
    }
    places.sort()
  }

  /// The statement at a place.
  subscript(place: Place) -> Statement { statements[place.index] }

  /// The statements in the order of `Statement.<`.
  static func sorted(_ statements: [Statement]) -> [Statement] {
    let order = StatementOrder(statements)
    return order.places.map { order[$0] }
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

    /// The elements in order, and the rank of each number.
    func sorted() -> (elements: [Element], ranks: [Int]) {
      let order = elements.indices.sorted { elements[$0] < elements[$1] }
      var ranks = [Int](repeating: 0, count: elements.count)
      for (rank, number) in order.enumerated() { ranks[number] = rank }
      return (order.map { elements[$0] }, ranks)
    }
  }
}
