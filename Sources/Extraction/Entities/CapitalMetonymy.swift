/// Tells the capital that stands for its state (`Baku was giving Armenia a chance`) from the city
/// (`reporting from Baku`).
struct CapitalMetonymy {
  let gazetteer: Gazetteer
  let lexicon: Lexicon
  let trees: [SentenceTree]

  /// Moves the mentions of capitals that act or are spoken to, to their countries.
  func apply(to clustering: inout NameClustering, names: [NameCandidate], owners: [Int])
    -> EntityTable
  {
    var table = clustering.table
    for (name, owner) in zip(names, owners) where !name.isNested && name.type == .city {
      guard let entry = name.entry, let body = body(in: entry, called: name.text, among: names),
        actsAsState(name.head, trees[name.sentence])
      else { continue }
      let state = clustering.entity(ofEntry: body)
      table = clustering.table
      table.reassign(
        head: name.head, sentence: name.sentence, from: owner, to: state, reason: .metonym)
      clustering.replaceTable(table)
    }
    return clustering.table
  }

  /// The state whose capital a city is, or the body that sits there where the article speaks of that
  /// and not of the state: Brussels is Belgium or the European Union.
  private func body(in city: Int, called name: String, among names: [NameCandidate]) -> Int? {
    let country = gazetteer.countryOfCapital(city)
    guard let seat = gazetteer.metonym(name), let body = gazetteer[seat].parent,
      gazetteer.type(of: body) == .organization
    else { return country }
    let entries = Set(names.compactMap(\.entry))
    let isOfState = country.map(entries.contains) ?? false
    let isOfBody = entries.contains { $0 == body || gazetteer[$0].parent == body }
    return isOfBody && !isOfState ? body : country
  }

  /// Whether a city's name stands where a state acts: as a subject, an agent, an owner of policies,
  /// one of two that have ties.
  func actsAsState(_ token: Int, _ tree: SentenceTree) -> Bool {
    let first = tree.firstConjunct(of: token)
    guard let head = tree.tokens[first].head else { return false }
    switch tree.tokens[first].deprel {
    case "nsubj", "nsubj:pass": return isSubjectOfAction(head, tree)
    case "obl:agent": return true
    case "nmod:poss": return isPolicy(head, tree)
    case "obj", "iobj":
      return lexicon.attribution(tree.lemma(head), upos: .verb) != nil
        || Self.addressed.contains(tree.lemma(head))
    case "nmod", "obl":
      guard let preposition = tree.preposition(of: first) else { return false }
      if ["between", "by", "against", "with"].contains(preposition) { return true }
      // 'called on Washington to withdraw'
      return ["on", "upon"].contains(preposition) && tree.lemma(head) == "call"
        && tree.tokens[head].upos == .verb
    default: return false
    }
  }

  private func isSubjectOfAction(_ head: Int, _ tree: SentenceTree) -> Bool {
    guard tree.child(of: head, "cop") != nil else {
      return tree.tokens[head].upos == .verb && !Self.happening.contains(tree.lemma(head))
    }
    let noun = lexicon.nominal(tree.lemma(head))?.type
    return noun != .city && noun != .place && noun != .region
      && tree.children(of: head, "case").isEmpty && tree.lemma(head) != "capital"
  }

  /// Whether a noun names what states have: plans, ties, leaders, not streets.
  private func isPolicy(_ head: Int, _ tree: SentenceTree) -> Bool {
    switch tree.tokens[head].phraseType {
    case .abstract, .event, .organization, .person: true
    default: false
    }
  }

  private static let addressed: Set<String> = [
    "accuse", "blame", "condemn", "criticise", "criticize", "tell", "urge", "warn", "ask", "press",
    "pressure", "back", "support", "anger", "sanction", "threaten", "assure", "persuade",
  ]
  private static let happening: Set<String> = [
    "lie", "burn", "grow", "wake", "sit", "see", "celebrate", "experience", "fall",
  ]
}
