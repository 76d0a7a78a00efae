import Extraction

extension EntityExplanation {
  /// The explanation for people, in lines.
  public var text: String {
    var lines = ["\(entity.name) (\(entity.type.rawValue))", "  \(entity.iri)"]
    if let sameAs, let linkReason {
      lines.append("  same as \(sameAs), by \(linkReason)")
    } else {
      lines.append("  not linked to Wikidata")
    }
    if !entity.countries.isEmpty {
      lines.append("  of " + entity.countries.joined(separator: ", "))
    }
    if !entity.affiliations.isEmpty {
      lines.append("  holds: " + entity.affiliations.joined(separator: "; "))
    }
    lines.append("\nNames")
    for alias in aliases {
      lines.append("  \(alias.name): \(Self.counted(alias.mentions, "mention"))")
    }
    lines.append("\nMentions")
    for source in sources {
      lines.append("  \(source.article)" + (source.title.map { ": \($0)" } ?? ""))
      for occurrence in source.mentions {
        let range = occurrence.mention.range
        lines.append(
          "    \(range.begin)–\(range.end) “\(Self.line(occurrence.text))” "
            + "(\(occurrence.mention.form.rawValue), \(occurrence.mention.reason.rawValue))")
      }
    }
    lines.append("\nJoined")
    lines +=
      entity.joins.isEmpty ? ["  nothing: one name in one article"] : entity.joins.map(Self.line)
    lines.append("\nKept apart")
    lines +=
      neighbours.isEmpty ? ["  no entity has a name near this one"] : neighbours.map(Self.line)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ join: ResolvedEntity.Join) -> String {
    "  “\(join.otherName)” (\(join.otherArticle)\(others(join.articleCount))) with “\(join.name)” "
      + "(\(join.article)): \(join.reason.rawValue), \(join.reason.explanation)"
  }

  private static func line(_ neighbour: CorpusResolution.Neighbour) -> String {
    "  \(neighbour.entity.name) (\(neighbour.entity.type.rawValue)) \(neighbour.entity.iri): "
      + "\(neighbour.reason.rawValue), \(neighbour.reason.explanation)"
  }

  private static func others(_ count: Int) -> String {
    count > 1 ? " and \(counted(count - 1, "more article"))" : ""
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
