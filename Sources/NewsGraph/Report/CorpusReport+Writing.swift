extension CorpusReport {
  /// A form in which a report is written.
  public enum Format: String, Sendable, CaseIterable {
    /// Plain text in lines of a width.
    case text
    /// Markdown (CommonMark).
    case markdown
    /// One JSON object; see `ReportJSON` for its members.
    case json
  }

  /// Writes the report and finishes the sink.
  ///
  /// - Parameter width: The number of characters of a line of plain text.
  public func write(_ format: Format, to sink: OutputSink, width: Int = 80) throws {
    switch format {
    case .text: try sink.write(ReportOutline(self).text(width: width))
    case .markdown: try sink.write(ReportOutline(self).markdown)
    case .json:
      var writer = ReportJSON(to: sink)
      try writer.write(self)
    }
    try sink.finish()
  }
}
