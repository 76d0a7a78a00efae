/// The first line that a worker writes: what it is, so that results of unlike workers are not mixed.
///
///     {"newsgraph":"0.7.0","protocol":1,"step":"read","fingerprint":"3f0c…"}
public struct WorkerHello: Sendable, Hashable {
  /// The version of the lines that workers read and write.
  public static let protocolVersion = 1

  /// The version of the program.
  public var program: String
  /// What the worker does.
  public var step: Worker.Step
  /// The digest of the `ReadingFingerprint`: program, model, tables and base.
  public var fingerprint: String

  /// The line, without its end.
  public var line: String {
    var json = JSONText()
    json.beginObject()
    json.member("newsgraph", program)
    json.member("protocol", Self.protocolVersion)
    json.member("step", step.rawValue)
    json.member("fingerprint", fingerprint)
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }
}
