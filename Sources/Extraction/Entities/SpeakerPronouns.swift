/// Gives the pronouns of the first person in quotations to whom they mean: `I` is the speaker,
/// `we` and `our` are the speaker's side.
struct SpeakerPronouns {
  let lexicon: Lexicon

  func resolve(in resolved: inout ResolvedArticle) {
    let quotations = QuotationFinder.quotations(in: resolved.annotated.article)
    guard !quotations.isEmpty else { return }
    let known = resolved
    let speakers = SpeakerFinder(
      lexicon: lexicon, resolved: known, quotations: quotations,
      entities: { word, sentence in
        known.trees[sentence].conjuncts(of: word).flatMap {
          known.table.entities(atHead: $0, sentence: sentence)
        }
      }
    ).speakers()
    for sentence in resolved.trees.indices {
      let tokens = resolved.trees[sentence].tokens
      for index in tokens.indices where tokens[index].features.contains("Person=1") {
        guard tokens[index].upos == .pronoun,
          let quotation = quotations.first(where: { $0.range.contains(tokens[index].range) }),
          speakers[quotation.index].count == 1, let speaker = speakers[quotation.index].first,
          let meant = meant(by: tokens[index], speaker: speaker, resolved)
        else { continue }
        resolved.table.note(
          LocatedMention(
            sentence: sentence, tokens: index..<(index + 1), head: index, form: .pronoun,
            reason: .speaker),
          of: meant)
      }
    }
  }

  /// The speaker for the singular; for the plural the body that speaks or the country that the
  /// speaker acts for.
  private func meant(
    by pronoun: Token, speaker: Int, _ resolved: ResolvedArticle
  ) -> Int? {
    let entity = resolved.table[speaker]
    if pronoun.features.contains("Number=Sing") { return entity.type == .person ? speaker : nil }
    switch entity.type {
    case .person: return resolved.roles.country(of: speaker)
    case .country, .organization, .group, .region: return speaker
    default: return nil
    }
  }
}
