import Extraction

/// Notes on the evidence of a statement which article printed the same text first.
struct CopyMarker: Sendable {
  private let table: CopyTable
  private let ids: [String]
  private let numbers: [String: Int]

  /// Makes a marker.
  ///
  /// - Parameters:
  ///   - table: Which articles and passages are copies.
  ///   - ids: The ids of the articles by number, in their order; articles that are not among them
  ///     have no copies.
  init(table: CopyTable, ids: [String]) {
    self.table = table
    self.ids = ids
    numbers = Dictionary(ids.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
  }

  /// Marks all evidence of one statement.
  func mark(_ evidence: inout [Evidence]) {
    guard Set(evidence.map(\.article)).count > 1 else { return }
    // What the gazetteer knows is printed nowhere.
    let places = evidence.map { piece in
      (piece.basis == .read ? numbers[piece.article] ?? -1 : -1, piece.range)
    }
    var groups = Array(evidence.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while groups[index] != index { index = groups[index] }
      return index
    }
    var byStory: [Int: Int] = [:]
    var byArticle: [Int: [Int]] = [:]
    for (index, place) in places.enumerated() where place.0 >= 0 {
      let story = table.story(of: place.0)
      if let first = byStory[story] {
        groups[root(index)] = root(first)
      } else {
        byStory[story] = index
      }
      byArticle[place.0, default: []].append(index)
    }
    for (index, place) in places.enumerated() where place.0 >= 0 {
      for passage in table.passages[place.0] ?? [] {
        for other in byArticle[passage.other] ?? []
        where table.areCopies(place.0, place.1, passage.other, places[other].1) {
          let ends = (root(index), root(other))
          groups[max(ends.0, ends.1)] = min(ends.0, ends.1)
        }
      }
    }
    var first: [Int: Int] = [:]
    for (index, place) in places.enumerated() where place.0 >= 0 {
      let group = root(index)
      first[group] = min(first[group] ?? place.0, place.0)
    }
    for index in evidence.indices where places[index].0 >= 0 {
      guard let number = first[root(index)], number != places[index].0 else { continue }
      evidence[index].firstPrintedIn = ids[number]
    }
  }
}
