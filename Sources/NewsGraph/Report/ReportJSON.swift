import Extraction

/// A writer of reports as one JSON object, whose members keep their names.
///
///     {"report":1,                       the version of this description
///      "focus":NAME|null,
///      "counts":{"articles":N,"entities":N,"statements":N,"facts":N,"corroborated":N,"disputed":N,
///                "conflicts":N,"differences":N,"claims":N,"attributed":N},
///      "corroborated":LIST of ENTRY,     facts in two articles or more, most articles first
///      "disputed":LIST of {"statement":IRI,"text":…,"affirming":[ENTRY…],"denying":[VOICE…]},
///      "conflicts":LIST of {"type":"rivalSubjects|rivalValues|differentValues",
///                           "grade":"conflicts|differs","text":…,"sides":[ENTRY…]},
///      "entities":LIST of {"id":IRI,"name":…,"type":"Person","link":"Q1"|null,"mentions":N,
///                          "articles":N,"statements":[ENTRY…],"more":N},
///      "claimed":LIST of ENTRY, "planned":LIST of ENTRY, "conditional":LIST of ENTRY,
///      "denied":LIST of ENTRY}           statements with no better standing
///
/// LIST is `{"shown":[…],"more":N}`, N being the number of elements that `--top` cuts off. ENTRY is
/// `{"statement":IRI,"text":…,"standing":…,"disputed":true|false,"articles":[ID…],
/// "independentSources":N|null,"claims":[VOICE…]}`. VOICE is `{"claim":IRI,"claimants":[NAME…],
/// "modality":…,"article":ID,"title":…|null,"published":DATE|null,
/// "bound":"atLeast|atMost|about"|null,"date":ISO|null,"place":NAME|null,
/// "begin":N,"end":N,"sentence":…|null,"confidence":0.93}`.
struct ReportJSON {
  private let sink: OutputSink
  private var json = JSONText()

  init(to sink: OutputSink) { self.sink = sink }

  /// Writes a report; the sink stays open.
  mutating func write(_ report: CorpusReport) throws {
    json.beginObject()
    json.member("report", 1)
    json.member("focus", report.focus)
    write(report.counts)
    write("corroborated", report.corroborated) { $0.write($1) }
    write("disputed", report.disputes) { $0.write($1) }
    write("conflicts", report.contests) { $0.write($1) }
    write("entities", report.entities) { $0.write($1) }
    write("claimed", report.claimed) { $0.write($1) }
    write("planned", report.planned) { $0.write($1) }
    write("conditional", report.conditional) { $0.write($1) }
    write("denied", report.denied) { $0.write($1) }
    json.endObject()
    try json.endLine(to: sink)
    try json.flush(to: sink)
  }

  private mutating func write(_ counts: CorpusReport.Counts) {
    json.key("counts")
    json.beginObject()
    json.member("articles", counts.articles)
    json.member("entities", counts.entities)
    json.member("statements", counts.statements)
    json.member("facts", counts.facts)
    json.member("corroborated", counts.corroborated)
    json.member("disputed", counts.disputed)
    json.member("conflicts", counts.conflicts)
    json.member("differences", counts.differences)
    json.member("claims", counts.claims)
    json.member("attributed", counts.attributed)
    json.endObject()
  }

  private mutating func write<Element>(
    _ name: String, _ section: CorpusReport.Section<Element>,
    _ body: (inout ReportJSON, Element) -> Void
  ) {
    json.key(name)
    json.beginObject()
    write("shown", section.shown, body)
    json.member("more", section.more)
    json.endObject()
  }

  private mutating func write<Element>(
    _ name: String, _ elements: [Element], _ body: (inout ReportJSON, Element) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements { body(&self, element) }
    json.endArray()
  }

  private mutating func write(_ entry: CorpusReport.Entry) {
    json.beginObject()
    json.member("statement", entry.statement.string)
    json.member("text", entry.words)
    json.member("standing", entry.standing.rawValue)
    json.member("disputed", entry.isDisputed)
    json.member("articles", entry.corroboration.articles)
    json.key("independentSources")
    json.value(number: entry.corroboration.independentSources.map(String.init) ?? "null")
    write("claims", entry.voices) { $0.write($1) }
    json.endObject()
  }

  private mutating func write(_ dispute: CorpusReport.Dispute) {
    json.beginObject()
    json.member("statement", dispute.statement.string)
    json.member("text", dispute.words)
    write("affirming", dispute.affirming) { $0.write($1) }
    write("denying", dispute.denying) { $0.write($1) }
    json.endObject()
  }

  private mutating func write(_ contest: CorpusReport.Contest) {
    json.beginObject()
    json.member("type", contest.kind.rawValue)
    json.member("grade", contest.grade.rawValue)
    json.member("text", contest.words)
    write("sides", contest.sides) { $0.write($1) }
    json.endObject()
  }

  private mutating func write(_ profile: CorpusReport.Profile) {
    json.beginObject()
    json.member("id", profile.entity.string)
    json.member("name", profile.name)
    json.member("type", profile.type.rawValue)
    json.member("link", profile.link)
    json.member("mentions", profile.mentions)
    json.member("articles", profile.articles)
    write("statements", profile.statements) { $0.write($1) }
    json.member("more", profile.more)
    json.endObject()
  }

  private mutating func write(_ voice: CorpusReport.Voice) {
    json.beginObject()
    json.member("claim", voice.claim.string)
    json.member("claimants", voice.claimants)
    json.member("modality", voice.modality.rawValue)
    json.member("article", voice.article)
    json.member("title", voice.title)
    json.member("published", voice.published)
    json.member("bound", voice.bound?.rawValue)
    json.member("date", voice.date)
    json.member("place", voice.place)
    json.member("begin", voice.range.begin)
    json.member("end", voice.range.end)
    json.member("sentence", voice.sentence)
    json.key("confidence")
    json.value(number: DecimalText.twoPlaces(voice.confidence))
    json.endObject()
  }
}
