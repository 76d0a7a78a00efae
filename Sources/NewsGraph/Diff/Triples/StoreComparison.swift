/// The comparison of two graphs in memory, which may have blank nodes.
struct StoreComparison {
  let old: QuadStore
  let new: QuadStore
  let workLimit: Int

  /// Compares the graphs; the note says what could not be made sure.
  func run() -> (changes: TripleChanges, note: String?) {
    let matching = BlankMatching(old: old, new: new, workLimit: workLimit)
    let names = names(of: matching)
    var table = LineKeyTable(capacity: old.entries.count)
    var changes = TripleChanges()
    for entry in old.entries { table.insertOld(table.key(line(entry, of: old, [:]))) }
    for entry in new.entries {
      let line = line(entry, of: new, names)
      if table.insertNew(table.key(line)) {
        changes.added.append(String(decoding: line, as: UTF8.self))
      }
    }
    if table.hasOldOnly {
      for entry in old.entries {
        let line = line(entry, of: old, [:])
        if table.takeOld(table.key(line)) {
          changes.removed.append(String(decoding: line, as: UTF8.self))
        }
      }
    }
    changes.sort()
    return (changes, matching.note)
  }

  /// What the blank nodes of the new graph are called in the old one.
  private func names(of matching: BlankMatching) -> [Int32: [UInt8]] {
    var names: [Int32: [UInt8]] = [:]
    var next = 0
    for term in 0..<Int32(new.termCount) where new.isBlank(term) {
      if let partner = matching.partners[term] {
        names[term] = Array(old.bytes(of: partner))
      } else {
        while old.term("_:new\(next)") != nil { next += 1 }
        names[term] = Array("_:new\(next)".utf8)
        next += 1
      }
    }
    return names
  }

  /// A line of N-Quads without its line feed.
  private func line(_ entry: QuadStore.Entry, of store: QuadStore, _ names: [Int32: [UInt8]])
    -> [UInt8]
  {
    var line: [UInt8] = []
    for term in [entry.subject, entry.predicate, entry.object, entry.graph]
    where term >= 0 {
      if let name = names[term] { line += name } else { line += store.bytes(of: term) }
      line.append(UInt8(ascii: " "))
    }
    line.append(UInt8(ascii: "."))
    return line
  }
}
