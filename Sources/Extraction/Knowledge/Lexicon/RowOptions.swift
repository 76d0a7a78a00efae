/// The options in a cell of the lexicon: `symmetric,objtype=Person|Group,conf=0.9`.
///
/// Each option is taken once; what is left at the end is unknown and an error.
struct RowOptions {
  /// Few enough that looking through them is faster than hashing.
  private var values: [(key: String, value: String)] = []
  let row: TableRow
  let ontology: Ontology

  init(_ cell: String, row: TableRow, ontology: Ontology) throws(KnowledgeError) {
    self.row = row
    self.ontology = ontology
    for option in cell.parts(between: UInt8(ascii: ",")) {
      let (key, value) = option.halves(at: UInt8(ascii: "="))
      guard !key.isEmpty, !values.contains(where: { $0.key == key }) else {
        throw row.error("the option \"\(option)\" is there twice or has no name")
      }
      values.append((key, value ?? ""))
    }
  }

  private mutating func take(_ key: String) -> String? {
    guard let index = values.firstIndex(where: { $0.key == key }) else { return nil }
    return values.remove(at: index).value
  }

  mutating func flag(_ key: String) throws(KnowledgeError) -> Bool {
    switch take(key) {
    case nil, "no": return false
    case "", "yes": return true
    case let value?: throw row.error("\"\(key)=\(value)\": expected \"\(key)\" alone")
    }
  }

  mutating func text(_ key: String) -> String? { take(key) }

  mutating func list(_ key: String) -> [String] {
    (take(key) ?? "").parts(between: UInt8(ascii: "|")).map(\.spaced)
  }

  /// Takes all options whose value is a standing: what the cue gives in a certain tense or place.
  mutating func standings() -> [String: String] {
    let found = values.filter { option in
      option.key != "modality"
        && (option.value.hasPrefix("keep")
          || Modality(rawValue: option.value) != nil)
    }
    values.removeAll { option in found.contains { $0.key == option.key } }
    return Dictionary(found.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func modality(_ key: String) throws(KnowledgeError) -> Modality? {
    try take(key).map { value throws(KnowledgeError) in
      try row.modality(value)
    }
  }

  mutating func gender() throws(KnowledgeError) -> Gender? {
    guard let value = take("gender") else { return nil }
    guard let gender = Gender(rawValue: value) else {
      throw row.error("\"gender=\(value)\": expected female or male")
    }
    return gender
  }

  mutating func confidence() throws(KnowledgeError) -> Double? {
    guard let value = take("conf") else { return nil }
    guard let number = Double(value), (0...1).contains(number) else {
      throw row.error("\"conf=\(value)\": expected a number from 0 to 1")
    }
    return number
  }

  mutating func property(_ key: String) throws(KnowledgeError) -> String? {
    guard let value = take(key) else { return nil }
    return try row.property(value, in: ontology)
  }

  /// The classes of an option, as written and as entity types.
  mutating func types(
    _ key: String
  ) throws(KnowledgeError) -> (text: String?, types: EntityTypeSet) {
    guard let value = take(key) else { return (nil, .all) }
    return (value, try row.types(value, in: ontology))
  }

  mutating func slots(_ key: String) throws(KnowledgeError) -> [Slot] {
    try row.slots(take(key) ?? "")
  }

  mutating func conditions(_ key: String) throws(KnowledgeError) -> [SlotCondition] {
    guard let value = take(key) else { return [] }
    return try row.conditions(value)
  }

  /// Throws a `KnowledgeError` where an option is left that nothing asked for.
  func finish() throws(KnowledgeError) {
    guard let unknown = values.first?.key else { return }
    throw row.error("no option called \"\(unknown)\" in this table")
  }
}

// MARK: - Cells with a meaning

extension TableRow {
  func property(_ name: String, in ontology: Ontology) throws(KnowledgeError) -> String {
    guard ontology.property(name) != nil else {
      throw error("no property called \"\(name)\" in the ontology")
    }
    return name
  }

  func modality(_ name: String) throws(KnowledgeError) -> Modality {
    if let modality = Modality(rawValue: name) { return modality }
    let known = Modality.allCases.map(\.rawValue).joined(separator: ", ")
    throw error("no modality called \"\(name)\"; a modality is one of \(known)")
  }

  func types(_ names: String, in ontology: Ontology) throws(KnowledgeError) -> EntityTypeSet {
    var types: EntityTypeSet = []
    for name in names.parts(between: UInt8(ascii: "|")) {
      guard ontology.hasClass(name) else {
        throw error("no class called \"\(name)\" in the ontology")
      }
      types.formUnion(ontology.types(inClass: name))
    }
    return types
  }

  /// The slots of a cell, `by|poss`.
  func slots(_ cell: String) throws(KnowledgeError) -> [Slot] {
    var slots: [Slot] = []
    for name in cell.parts(between: UInt8(ascii: "|")) {
      guard let slot = Slot(name: name) else {
        throw error("\"\(name)\" is neither a slot nor a preposition")
      }
      slots.append(slot)
    }
    return slots
  }

  /// The conditions of an option, `xcomp(guilty|innocent)|to`.
  func conditions(_ text: String) throws(KnowledgeError) -> [SlotCondition] {
    var conditions: [SlotCondition] = []
    for part in Self.splitOutsideBrackets(text) {
      let (name, lemmas) = try bracketed(part)
      guard let slot = Slot(name: name) else {
        throw error("\"\(name)\" is neither a slot nor a preposition")
      }
      conditions.append(SlotCondition(slot: slot, lemmas: lemmas))
    }
    return conditions
  }

  /// A word with alternatives in brackets after it, `hold(meeting|summit)`.
  func bracketed(
    _ text: String
  ) throws(KnowledgeError) -> (word: String, alternatives: Set<String>) {
    let (word, rest) = text.halves(at: UInt8(ascii: "("))
    guard let rest else { return (word, []) }
    guard rest.utf8.last == UInt8(ascii: ")") else {
      throw error("\"\(text)\": no closing bracket at the end")
    }
    let words = rest.dropLast().parts(between: UInt8(ascii: "|")).map(\.spaced)
    guard !words.isEmpty else { throw error("\"\(text)\": nothing between the brackets") }
    return (word, Set(words))
  }

  private static func splitOutsideBrackets(_ text: String) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    for character in text {
      if character == "|", depth == 0 {
        parts.append("")
        continue
      }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      parts[parts.count - 1].append(character)
    }
    return parts
  }
}
