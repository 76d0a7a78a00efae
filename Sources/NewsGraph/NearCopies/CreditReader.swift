import Extraction

/// Finds to whom an article owes its text: its publisher, and the agencies in its dateline, its
/// by-line and its credits.
struct CreditReader: Sendable {
  let gazetteer: Gazetteer

  /// The names of publisher and agencies, folded.
  func credits(of article: Article) -> Set<String> {
    var credits: Set<String> = []
    if let publisher = article.publisher {
      credits.insert(folded(publisher))
      credits.formUnion(agencies(in: publisher))
    }
    for author in article.authors { credits.formUnion(agencies(in: author)) }
    for block in article.blocks where block.kind == .dateline || block.kind == .boilerplate {
      credits.formUnion(agencies(in: article.text[block.range]))
    }
    return credits
  }

  private func agencies(in text: String) -> Set<String> {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }
      .map { String($0.trimmingPrefix { $0 == "." || $0 == "-" }) }
    // Credits are short; a page's worth of links is none.
    guard words.count <= 40 else { return [] }
    var found: Set<String> = []
    var index = 0
    while index < words.count {
      guard let match = gazetteer.longestMatch(words, at: index) else {
        index += 1
        continue
      }
      for id in match.candidates where gazetteer[id].kind == "news-agency" {
        found.insert(folded(gazetteer.name(of: id)))
      }
      index += match.length
    }
    return found
  }

  private func folded(_ name: String) -> String {
    NameFolding.plainWords(of: name).joined(separator: " ")
  }
}
