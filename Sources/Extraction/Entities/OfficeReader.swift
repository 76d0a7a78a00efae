/// Finds titles and offices, their holders and what they are offices of.
///
/// Titles stand in fixed places around a name and a country (`Russian Foreign Minister Sergey
/// Lavrov`, `Maria Zakharova, the ministry's spokesperson`), so the order of words is asked first
/// and the tree only for what stands further off.
struct OfficeReader {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let trees: [SentenceTree]

  /// The offices of a sentence in text order.
  func offices(in sentence: Int, table: EntityTable) -> [OfficeMention] {
    let tree = trees[sentence]
    let words = tree.tokens.map { plain($0.form.lowercased()) }
    var found: [OfficeMention] = []
    var index = 0
    while index < words.count {
      guard let match = lexicon.longestOffice(in: words, at: index), match.length > 0,
        isTitle(index..<(index + match.length), tree, table, sentence)
      else {
        index += 1
        continue
      }
      let reading = Reading(tree: tree, table: table, sentence: sentence, lexicon: lexicon)
      let mention = reading.mention(of: match.title, at: index..<(index + match.length))
      found.append(mention)
      index = max(index + match.length, mention.title.upperBound)
    }
    return found
  }

  /// The title in `ex-president`, which is one word.
  private func plain(_ word: String) -> String {
    guard word.utf8.contains(UInt8(ascii: "-")), let (_, rest) = Self.prefixed(word, lexicon) else {
      return word
    }
    return rest
  }

  /// The prefix of a word that is joined to it by a hyphen, and the rest.
  static func prefixed(_ word: String, _ lexicon: Lexicon) -> (TitlePrefix, String)? {
    let parts = word.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2, let prefix = lexicon.prefix(parts[0]), prefix.standsBefore else {
      return nil
    }
    return (prefix, parts[1])
  }

  /// Whether the words are a title here and not part of a name or a verb: `to chair`, `Prime Video`.
  private func isTitle(
    _ range: Range<Int>, _ tree: SentenceTree, _ table: EntityTable, _ sentence: Int
  ) -> Bool {
    let last = range.upperBound - 1
    let noun: Set<UniversalPartOfSpeech> = [.noun, .properNoun, .adjective, .x]
    guard noun.contains(tree.tokens[last].upos) else { return false }
    if let entity = table.namedEntity(at: last, sentence: sentence),
      table[entity].type != .country
    {
      return false
    }
    return true
  }
}

extension OfficeReader {
  /// The reading of one title in its sentence.
  struct Reading {
    let tree: SentenceTree
    let table: EntityTable
    let sentence: Int
    let lexicon: Lexicon

    func mention(of office: OfficeTitle, at words: Range<Int>) -> OfficeMention {
      // 'president-elect' is a title of its own.
      let suffix = suffix(behind: words)
      let title = suffix == nil ? words : words.lowerBound..<(words.upperBound + 2)
      let head = title.upperBound - 1
      var mention = OfficeMention(
        sentence: sentence, title: title, phrase: title, head: head, office: office)
      let plural = tree.tokens[head].features.contains("Number=Plur")
      mention.isPlural = plural || ["NNS", "NNPS"].contains(tree.tokens[head].xpos)
      readLeft(&mention)
      if mention.prefix == nil {
        mention.prefix =
          suffix ?? OfficeReader.prefixed(tree.form(title.lowerBound), lexicon)?.0
          ?? outerPrefix(of: head)
      }
      if office.toProperty != nil, title.upperBound < tree.tokens.count,
        tree.form(title.upperBound) == "to"
      {
        mention.destinations = scopesAfter(title)
      }
      if mention.scopes.isEmpty, mention.destinations.isEmpty {
        mention.scopes = scopesAfter(title)
      }
      if mention.scopes.isEmpty { mention.scopes = possessors(of: head) }
      mention.holders = holders(of: mention)
      if mention.scopes.isEmpty, mention.destinations.isEmpty, !mention.isPlural {
        mention.scopes = scopesBehindName(of: mention)
      }
      return mention
    }

    /// The `elect` of `president-elect`.
    private func suffix(behind title: Range<Int>) -> TitlePrefix? {
      let next = title.upperBound
      guard next + 1 < tree.tokens.count, tree.form(next) == "-",
        let suffix = lexicon.prefix(tree.form(next + 1)), suffix.standsAfter
      else { return nil }
      return suffix
    }

    // MARK: - Scopes

    /// Walks from the title to the left over prefixes, countries and organizations.
    private func readLeft(_ mention: inout OfficeMention) {
      var index = mention.title.lowerBound - 1
      var scopes: [Int] = []
      while index >= 0 {
        let word = tree.form(index)
        if let prefix = lexicon.prefix(word), prefix.standsBefore, !isVerb(index) {
          mention.prefix = prefix
        } else if word == "-", index > 0,
          index + 1 == mention.title.lowerBound || !scopes.isEmpty,
          let prefix = lexicon.prefix(tree.form(index - 1)), prefix.standsBefore
        {
          // 'then-president Lind', 'then-Chilean president Lind'
          mention.prefix = prefix
          index -= 1
        } else if ["'s", "’s", "'", "’"].contains(word), index > 0,
          let owner = scopeEntity(at: index - 1)
        {
          scopes.insert(owner, at: 0)
          index = start(ofMentionAt: index - 1)
        } else if let owner = scopeEntity(at: index), scopes.isEmpty || joins(index),
          !isPhraseOfItsOwn(index)
        {
          scopes.insert(owner, at: 0)
          index = start(ofMentionAt: index)
        } else if ["and", ",", "&", "/"].contains(word), !scopes.isEmpty, index > 0,
          tree.tokens[index - 1].upos == .adjective, scopeEntity(at: index - 1) != nil
        {
          index -= 1
          continue
        } else if word == "whose", scopes.isEmpty, let owner = antecedent(ofRelativeAt: index) {
          scopes.insert(owner, at: 0)
          break
        } else if ["the", "a", "an", "new"].contains(word) {
          index -= 1
          break
        } else {
          break
        }
        index -= 1
      }
      mention.scopes = scopes
      mention.phrase = min(index + 1, mention.title.lowerBound)..<mention.title.upperBound
    }

    /// `suspected President Lind of lying` tells of no suspected president.
    private func isVerb(_ index: Int) -> Bool {
      tree.tokens[index].upos == .verb && tree.child(of: index, "nsubj", "obj") != nil
    }

    /// A prefix that stands further off: `former ports minister`.
    private func outerPrefix(of head: Int) -> TitlePrefix? {
      let own = tree.children(of: head, "amod").lazy.compactMap { lexicon.prefix(tree.form($0)) }
        .first { $0.standsBefore }
      if let own { return own }
      // 'Helio's former manager and president' was both.
      let first = tree.firstConjunct(of: head)
      guard first != head, tree.child(of: head, "det", "nmod:poss") == nil,
        let shared = tree.children(of: first, "amod").lazy
          .compactMap({ lexicon.prefix(tree.form($0)) }).first(where: \.standsBefore),
        shared.effect == .ended
      else { return nil }
      return shared
    }

    /// `Helio, whose chairman Jan Lind spoke`: the name right before.
    private func antecedent(ofRelativeAt index: Int) -> Int? {
      guard index > 0 else { return nil }
      let before = tree.form(index - 1) == "," ? index - 2 : index - 1
      return before >= 0 ? scopeEntity(at: before) : nil
    }

    /// `In Chile Minister Lind spoke`: Chile is where he spoke.
    private func isPhraseOfItsOwn(_ index: Int) -> Bool {
      tree.tokens[index].upos == .properNoun && tree.has(index, "obl")
        && tree.children(of: index, "case").contains { tree.tokens[$0].xpos != "POS" }
    }

    private func joins(_ index: Int) -> Bool {
      index + 1 < tree.tokens.count && ["and", ",", "&", "/"].contains(tree.form(index + 1))
    }

    /// A named country, region, city or organization that covers a token.
    private func scopeEntity(at token: Int) -> Int? {
      guard let entity = table.namedEntity(at: token, sentence: sentence),
        [.country, .region, .city, .organization, .group].contains(table[entity].type)
      else { return nil }
      return entity
    }

    private func start(ofMentionAt token: Int) -> Int {
      guard let entity = table.namedEntity(at: token, sentence: sentence) else { return token }
      var first = token
      while first > 0, table.namedEntity(at: first - 1, sentence: sentence) == entity { first -= 1 }
      return first
    }

    /// What follows with `of`, `for`, `to`, `at`, with all that is coordinated.
    private func scopesAfter(_ title: Range<Int>) -> [Int] {
      let next = title.upperBound
      guard next < tree.tokens.count, ["of", "for", "to", "at", "in"].contains(tree.form(next))
      else { return [] }
      let phrase = tree.children(of: title.upperBound - 1, "nmod", "obl")
        .first {
          $0 > next && tree.preposition(of: $0).map { $0.hasPrefix(tree.form(next)) } == true
        }
      let heads = phrase.map { tree.conjuncts(of: $0) } ?? []
      let linked = heads.flatMap { table.entities(atHead: $0, sentence: sentence) }
        .filter { isScope($0) }
      if !linked.isEmpty, !heads.contains(where: { tree.isPossessor($0) }) { return linked }
      var index = next + 1
      while index < tree.tokens.count, ["the", "both"].contains(tree.form(index)) { index += 1 }
      guard index < tree.tokens.count, let scope = scopeEntity(at: index) else { return [] }
      // 'head of Chile's lawyers' federation': who owns the next noun is not what is headed.
      var end = index
      while end < tree.tokens.count,
        table.namedEntity(at: end, sentence: sentence) == scope
      {
        end += 1
      }
      return end < tree.tokens.count && tree.tokens[end].xpos == "POS" ? [] : [scope]
    }

    /// `Governor Jan Lind of Ohio`: what follows the name is what he governs.
    private func scopesBehindName(of mention: OfficeMention) -> [Int] {
      guard mention.holders.count == 1,
        let name = tree.tokens.indices.first(where: {
          $0 >= mention.title.upperBound && person(at: $0) == mention.holders[0]
        }), name == mention.title.upperBound
      else { return [] }
      var end = name
      while person(at: end) == mention.holders[0] { end += 1 }
      guard end + 1 < tree.tokens.count, tree.form(end) == "of",
        let scope = scopeEntity(at: tree.form(end + 1) == "the" ? end + 2 : end + 1)
      else { return [] }
      return [scope]
    }

    private func possessors(of head: Int) -> [Int] {
      tree.children(of: head, "nmod:poss", "compound", "amod")
        .flatMap { tree.conjuncts(of: $0) }
        .flatMap { table.entities(atHead: $0, sentence: sentence) }
        .filter { isScope($0) }
    }

    private func isScope(_ entity: Int) -> Bool {
      [.country, .region, .city, .organization, .group].contains(table[entity].type)
    }

    // MARK: - Holders

    private func holders(of mention: OfficeMention) -> [Int] {
      if let after = personAfter(mention) { return after }
      if let before = personBefore(mention) { return [before] }
      let applied =
        tree.children(of: mention.head, "appos", "flat", "nmod:desc")
        + (tree.has(mention.head, "appos")
          ? [tree.tokens[mention.head].head].compactMap(\.self) : [])
      let applicants = applied.flatMap { tree.conjuncts(of: $0) }.flatMap { persons(atHead: $0) }
      if !applicants.isEmpty { return applicants }
      guard tree.child(of: mention.head, "cop") != nil,
        let subject = tree.child(of: mention.head, "nsubj")
      else { return [] }
      return tree.conjuncts(of: subject).flatMap { persons(atHead: $0) }
    }

    private func persons(atHead head: Int) -> [Int] {
      table.entities(atHead: head, sentence: sentence).filter { table[$0].type == .person }
    }

    private func person(at token: Int) -> Int? {
      guard tree.tokens.indices.contains(token),
        let entity = table.namedEntity(at: token, sentence: sentence),
        table[entity].type == .person
      else { return nil }
      return entity
    }

    /// `Foreign Minister Sergey Lavrov`, `Russia's foreign minister, Sergei Lavrov,`, and for
    /// plurals `ministers A, B and C`.
    private func personAfter(_ mention: OfficeMention) -> [Int]? {
      var index = end(of: mention)
      if index < tree.tokens.count, tree.form(index) == "," { index += 1 }
      let comma = index > 0 && tree.form(index - 1) == ","
      guard let first = person(at: index) else { return nil }
      if comma, mention.scopes.isEmpty, mention.destinations.isEmpty { return nil }
      guard mention.isPlural else { return [first] }
      var found = [first]
      while index < tree.tokens.count {
        if let next = person(at: index) {
          if found.last != next { found.append(next) }
        } else if ![",", "and"].contains(tree.form(index)) {
          break
        }
        index += 1
      }
      return found
    }

    /// The position after a title and to whom its bearer is sent.
    private func end(of mention: OfficeMention) -> Int {
      var index = mention.title.upperBound
      guard !mention.destinations.isEmpty else { return index }
      index += 1
      while index < tree.tokens.count, tree.form(index) == "the" { index += 1 }
      while index < tree.tokens.count,
        let entity = table.namedEntity(at: index, sentence: sentence),
        mention.destinations.contains(entity)
      {
        index += 1
      }
      return index
    }

    /// The person before a title in apposition: `Sergey Lavrov, the Russian foreign minister,`.
    private func personBefore(_ mention: OfficeMention) -> Int? {
      let comma = mention.phrase.lowerBound - 1
      guard comma > 0, [",", "(", "-", "–", "—"].contains(tree.form(comma)),
        let holder = person(at: comma - 1)
      else { return nil }
      // 'Lavrov, President Putin and …' is a list, not an apposition.
      let next = mention.title.upperBound
      // '…, said Lund, the president of Chile calls for' begins a clause of its own.
      guard !tree.has(mention.head, "nsubj") else { return nil }
      return person(at: next) == nil ? holder : nil
    }
  }
}
