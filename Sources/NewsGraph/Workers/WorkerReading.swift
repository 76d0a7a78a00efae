import Extraction
import Foundation

/// Reads articles that come as records of JSON lines, and says of each what became of it.
struct WorkerReading {
  let pipeline: Pipeline
  /// The name of the file that the articles are from.
  let name: String?

  /// The name of an article without id and URL: that of its own file, which a record tells in
  /// `file`, or its place in a file of many.
  private func fallback(_ line: Int, _ value: JSONValue) -> String? {
    if let file = value.object?["file"]?.string { return InputFormat.stem(file) }
    return name.map { "\($0)-\(line)" }
  }

  /// The result of one record.
  func result(of record: RecordReader.Record) -> WorkerResult {
    do throws(RejectedInput.Reason) {
      let value = try record.value.get()
      let fields = try ArticleRecord(value)
      let article = try fields.article(fallback: fallback(record.number, value) ?? "")
      guard !article.id.isEmpty else { throw .nameless }
      let notes = fields.unreadableDate.map { [ReadingNote.Fact.unreadableDate($0).description] }
      return WorkerResult(
        line: record.number, notes: notes ?? [], outcome: .read(pipeline.record(of: article)))
    } catch {
      return WorkerResult(line: record.number, outcome: .rejected(error.description))
    }
  }
}

/// What became of one article that a worker was given.
///
/// After the last one comes a line that says so; without it the worker did not come to its end.
///
///     {"status":"read","line":1,"id":"talks","entities":7,"claims":12,"notes":[],"record":"TkdS…"}
///     {"status":"rejected","line":2,"reason":"malformed JSON: expected ':' at byte 17"}
///     {"status":"end","read":1,"rejected":1}
struct WorkerResult {
  /// The status of the line after the last result.
  static let end = "end"

  enum Outcome {
    case read(ReadingRecord)
    /// Why it was not read.
    case rejected(String)
  }

  /// The line that the article stood in, from 1.
  var line: Int
  /// What a user may want to know about an article that was read all the same.
  var notes: [String] = []
  var outcome: Outcome

  /// The result as a line, without its end.
  var text: String {
    var json = JSONText()
    json.beginObject()
    switch outcome {
    case .read(let record):
      json.member("status", "read")
      json.member("line", line)
      json.member("id", record.article.id)
      json.member("entities", record.entityCount)
      json.member("claims", record.claimCount)
      json.member("notes", notes)
      json.member("record", WorkerOutput.base64(record.encoded()))
    case .rejected(let reason):
      json.member("status", "rejected")
      json.member("line", line)
      json.member("reason", reason)
    }
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }

  /// The line after the last result.
  static func endText(read: Int, rejected: Int) -> String {
    var json = JSONText()
    json.beginObject()
    json.member("status", end)
    json.member("read", read)
    json.member("rejected", rejected)
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }

  /// Reads a line.
  ///
  /// - Throws: `WorkerError` without path and line where it is no result.
  init(_ fields: [String: JSONValue]) throws(WorkerError) {
    func fault(_ expected: String) -> WorkerError {
      WorkerError(line: 0, reason: "is no result of a worker: expected \(expected)")
    }
    guard case .integer(let line)? = fields["line"] else { throw fault("a number in 'line'") }
    self.line = line
    notes = (fields["notes"] ?? .array([])).elements.compactMap(\.string)
    switch fields["status"]?.string {
    case "rejected":
      guard let reason = fields["reason"]?.string else { throw fault("a string in 'reason'") }
      outcome = .rejected(reason)
    case "read":
      guard let text = fields["record"]?.string, let data = Data(base64Encoded: text) else {
        throw fault("Base64 in 'record'")
      }
      do throws(RecordError) {
        outcome = .read(try ReadingRecord(decoding: Array(data)))
      } catch {
        throw WorkerError(line: 0, reason: error.description)
      }
    default: throw fault("'read' or 'rejected' in 'status'")
    }
  }

  init(line: Int, notes: [String] = [], outcome: Outcome) {
    self.line = line
    self.notes = notes
    self.outcome = outcome
  }
}
