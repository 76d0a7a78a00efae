import Extraction

/// The reader of our JSON Lines: articles, entities and claims, one object a line.
struct KnowledgeRecords {
  private(set) var graph = KnowledgeGraph()
  private(set) var report = GraphReadingReport()
  /// The conflicts, which name statements that may come later.
  private var conflicts: [KnowledgeRecord] = []
  private let fileName: String
  private let options: GraphReadingOptions

  init(fileName: String, options: GraphReadingOptions) {
    self.fileName = fileName
    self.options = options
  }

  /// Reads all lines.
  ///
  /// - Parameter onRejected: Takes the lines that a lenient reader skips.
  mutating func read(_ input: any ByteInput, onRejected: (RejectedStatement) throws -> Void) throws
  {
    var window = ByteWindow(input, limit: options.limits.termLength)
    var start = 0
    while true {
      let hasMore = try window.refill(dropping: start)
      let bytes = window.bytes
      start = 0
      while let end = bytes[start...].firstIndex(of: 0x0A) ?? (hasMore ? nil : bytes.endIndex),
        start < bytes.endIndex
      {
        let line = bytes[start..<end]
        if !line.allSatisfy({ $0 <= 0x20 }) {
          do {
            try take(Array(line))
          } catch {
            let located = GraphReadingError(
              file: fileName, line: window.place(of: start).line, rule: "record",
              reason: String(describing: error))
            guard options.isLenient else { throw located }
            report.rejectedCount += 1
            try onRejected(
              RejectedStatement(error: located, text: String(decoding: line, as: UTF8.self)))
          }
        }
        start = min(end + 1, bytes.endIndex)
      }
      if !hasMore {
        addConflicts()
        return
      }
    }
  }

  private mutating func take(_ line: [UInt8]) throws {
    let record = try KnowledgeRecord(line)
    switch try record.text("kind") {
    case "article": graph.add(try record.article())
    case "entity": graph.add(try record.entity())
    case "claim": graph.add(try record.statement())
    case "conflict": conflicts.append(record)
    // Records of kinds that came later say more about what the others say.
    default: break
    }
  }
}

extension KnowledgeRecords {
  /// Conflicts are of the whole graph, and void as soon as something is added to it.
  private mutating func addConflicts() {
    let keys = Dictionary(
      graph.statements.values.map { ($0.iri, $0.key) }, uniquingKeysWith: { first, _ in first })
    graph.conflicts = conflicts.compactMap { $0.conflict(keys) }.sorted()
  }
}

/// One object of the records.
private struct KnowledgeRecord {
  private let fields: [String: JSONValue]

  /// What is wrong with a record.
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  init(_ line: [UInt8]) throws {
    guard let fields = try JSONValue(parsing: line).object else {
      throw Fault(description: "expected an object")
    }
    self.fields = fields
  }

  private init(fields: [String: JSONValue]) { self.fields = fields }

  func text(_ name: String) throws -> String {
    guard let text = fields[name]?.string else { throw Fault(description: "expected '\(name)'") }
    return text
  }

  private func optional(_ name: String) -> String? { fields[name]?.string }

  private func iri(_ name: String) throws -> IRI { try IRI(text(name)) }

  private func number(_ name: String) throws -> Int {
    guard case .integer(let number)? = fields[name] else {
      throw Fault(description: "expected a number as '\(name)'")
    }
    return number
  }

  private func range() throws -> TextRange {
    let (begin, end) = (try number("begin"), try number("end"))
    guard 0 <= begin, begin <= end else {
      throw Fault(description: "expected 'begin' not to be behind 'end'")
    }
    return TextRange(begin, end)
  }

  private func objects(_ name: String) -> [KnowledgeRecord] {
    guard case .array(let values)? = fields[name] else { return [] }
    return values.compactMap { $0.object.map(KnowledgeRecord.init(fields:)) }
  }

  private func texts(_ name: String) -> [String] {
    guard case .array(let values)? = fields[name] else { return [] }
    return values.compactMap(\.string)
  }

  func article() throws -> ArticleNode {
    ArticleNode(
      iri: try iri("iri"), id: try text("article"), title: optional("title"),
      published: optional("published").flatMap(Timestamp.init(parsing:)),
      publisher: optional("publisher"), authors: texts("authors"), language: optional("language"),
      characterCount: try number("characters"))
  }

  func entity() throws -> EntityNode {
    let article = try text("article")
    let type = try text("type")
    guard let known = EntityType(rawValue: type) else {
      throw Fault(description: "'\(type)' is no type of entities")
    }
    let mentions = try objects("mentions").map { mention in
      Mention(
        range: try mention.range(),
        form: Mention.Form(rawValue: try mention.text("form")) ?? .name)
    }
    return EntityNode(
      iri: try iri("id"), type: known, nameVoters: [try text("name"): [article]],
      aliases: Set(texts("aliases")), links: Set([optional("link")].compactMap { $0 }),
      mentions: mentions.isEmpty ? [:] : [article: mentions])
  }

  func statement() throws -> Statement {
    guard let subject = fields["subject"]?.object, let object = fields["object"]?.object else {
      throw Fault(description: "expected 'subject' and 'object'")
    }
    // A record has the order of the text, a symmetric statement that of the names.
    let (first, second) = isReversed ? (object, subject) : (subject, object)
    let key = Statement.Key(
      subject: try KnowledgeRecord(fields: first).iri("id"), predicate: try text("predicate"),
      object: try KnowledgeRecord(fields: second).term())
    return Statement(iri: try iri("statement"), key: key, evidence: [try evidence()])
  }

  private var isReversed: Bool {
    if case .bool(true)? = fields["reversed"] { return true }
    return false
  }

  private func term() throws -> Term {
    if let id = optional("id") {
      return id.hasPrefix("_:") ? .blank(String(id.dropFirst(2))) : .iri(try IRI(id))
    }
    let value = try text("value")
    if let language = optional("language") { return .literal(Literal(value, language: language)) }
    return .literal(
      Literal(value, datatype: try optional("datatype").map { try IRI($0) } ?? XSD.string))
  }

  private func evidence() throws -> Evidence {
    let name = try text("modality")
    guard let modality = Modality(rawValue: name) else {
      throw Fault(description: "'\(name)' is no modality")
    }
    let range = try range()
    var sentence = range
    if case .array(let ends)? = fields["sentence"], ends.count == 2,
      case .integer(let begin) = ends[0], case .integer(let end) = ends[1], 0 <= begin, begin <= end
    {
      sentence = TextRange(begin, end)
    }
    let confidence: Double
    switch fields["confidence"] {
    case .number(let value): confidence = value
    case .integer(let value): confidence = Double(value)
    default: throw Fault(description: "expected a number as 'confidence'")
    }
    var evidence = Evidence(
      iri: try iri("id"), article: try text("article"), modality: modality,
      attributedTo: try texts("attributedTo").map { try IRI($0) },
      date: optional("interval") ?? optional("date"),
      place: try optional("place").map { try IRI($0) }, range: range, sentenceRange: sentence,
      confidence: confidence, rule: optional("rule") ?? "")
    evidence.firstPrintedIn = optional("firstPrintedIn")
    evidence.basis = optional("basis").flatMap(Claim.Basis.init(rawValue:)) ?? .read
    evidence.addressees = try texts("addressees").map { try IRI($0) }
    evidence.content = optional("content")
    evidence.unit = optional("unit")
    evidence.isReversed = isReversed
    evidence.bound = optional("bound").flatMap(ValueBound.init(rawValue:))
    return evidence
  }

  /// The conflict, where both of its statements are known.
  func conflict(_ keys: [IRI: Statement.Key]) -> Conflict? {
    let claims = texts("claims").compactMap { try? IRI($0) }
    let statements = texts("statements").compactMap { (try? IRI($0)).flatMap { keys[$0] } }
    guard claims.count == 2, statements.count == 2,
      let kind = optional("type").flatMap(Conflict.Kind.init(rawValue:)),
      let grade = optional("grade").flatMap(Conflict.Grade.init(rawValue:)),
      let property = optional("property"), let node = try? iri("node")
    else { return nil }
    return Conflict(
      kind: kind, grade: grade, property: property, node: node,
      first: Conflict.Side(statement: statements[0], claim: claims[0]),
      second: Conflict.Side(statement: statements[1], claim: claims[1]))
  }
}
