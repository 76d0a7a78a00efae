import Extraction

extension EntityExplanation {
  /// Writes the explanation as one JSON object on a line; the sink stays open.
  ///
  /// - Throws: `OutputError` where the sink cannot be written.
  public func writeJSON(to sink: OutputSink) throws(OutputError) {
    var json = JSONText()
    json.beginObject()
    json.member("id", entity.iri.string)
    json.member("name", entity.name)
    json.member("type", entity.type.rawValue)
    json.member("link", entity.link)
    json.member("sameAs", sameAs?.string)
    json.member("linkReason", linkReason)
    json.member("countries", entity.countries)
    json.member("affiliations", entity.affiliations)
    json.key("aliases")
    json.beginArray()
    for alias in aliases {
      json.beginObject()
      json.member("name", alias.name)
      json.member("mentions", alias.mentions)
      json.member("articles", alias.articles)
      json.endObject()
    }
    json.endArray()
    writeSources(&json)
    writeJoins(&json)
    writeNeighbours(&json)
    json.endObject()
    try json.endLine(to: sink)
    try json.flush(to: sink)
  }

  private func writeSources(_ json: inout JSONText) {
    json.key("articles")
    json.beginArray()
    for source in sources {
      json.beginObject()
      json.member("article", source.article)
      json.member("title", source.title)
      json.key("mentions")
      json.beginArray()
      for occurrence in source.mentions {
        json.beginObject()
        json.member("begin", occurrence.mention.range.begin)
        json.member("end", occurrence.mention.range.end)
        json.member("text", occurrence.text)
        json.member("form", occurrence.mention.form.rawValue)
        json.member("reason", occurrence.mention.reason.rawValue)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private func writeJoins(_ json: inout JSONText) {
    json.key("joined")
    json.beginArray()
    for join in entity.joins {
      json.beginObject()
      json.member("reason", join.reason.rawValue)
      json.member("explanation", join.reason.explanation)
      json.member("name", join.name)
      json.member("article", join.article)
      json.member("otherName", join.otherName)
      json.member("otherArticle", join.otherArticle)
      json.member("articleCount", join.articleCount)
      json.endObject()
    }
    json.endArray()
  }

  private func writeNeighbours(_ json: inout JSONText) {
    json.key("keptApart")
    json.beginArray()
    for neighbour in neighbours {
      json.beginObject()
      json.member("id", neighbour.entity.iri.string)
      json.member("name", neighbour.entity.name)
      json.member("type", neighbour.entity.type.rawValue)
      json.member("reason", neighbour.reason.rawValue)
      json.member("explanation", neighbour.reason.explanation)
      json.endObject()
    }
    json.endArray()
  }
}
