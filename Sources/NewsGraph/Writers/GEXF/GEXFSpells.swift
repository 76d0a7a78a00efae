import Extraction

/// The times at which the edges of GEXF are there.
enum GEXFSpells {
  /// The stretches of days of a statement's claims, sorted; those that share a day are one, as
  /// Gephi wants them apart.
  static func of(_ statement: Statement) -> [DateSpan] {
    let spans = Set(statement.evidence.compactMap(\.date)).compactMap(DateSpan.init(iso:))
      .sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    var merged: [DateSpan] = []
    for span in spans {
      if let last = merged.last, span.first <= last.last {
        merged[merged.count - 1] = last.union(span)
      } else {
        merged.append(span)
      }
    }
    return merged
  }

  /// The first and last days that any claim tells; nothing where none tells one.
  static func all(_ contents: some GraphContents) throws -> DateSpan? {
    var whole: DateSpan?
    try contents.statements().forEach { statement in
      for span in of(statement) { whole = whole?.union(span) ?? span }
    }
    return whole
  }

  /// Writes the stretches; an open end is left out.
  static func write(_ spans: [DateSpan], _ out: MarkupText) {
    guard !spans.isEmpty else { return }
    out.append("<spells>")
    for span in spans {
      out.append("<spell\(bounds(span))/>")
    }
    out.append("</spells>")
  }

  /// ` start="2020-10-09" end="2020-10-11"`, both ends included.
  static func bounds(_ span: DateSpan) -> String {
    let start = span.first == Int.min ? nil : CalendarDate(dayNumber: span.first)
    let end = span.last == Int.max ? nil : CalendarDate(dayNumber: span.last)
    return (start.map { " start=\"\($0)\"" } ?? "") + (end.map { " end=\"\($0)\"" } ?? "")
  }
}
