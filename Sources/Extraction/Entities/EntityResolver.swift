/// Finds the entities of an article: its names first, then what titles, nouns and pronouns mean.
struct EntityResolver: Sendable {
  let knowledge: Knowledge

  /// Makes a resolver.
  init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Resolves an article.
  func resolve(_ annotated: AnnotatedArticle) -> ResolvedArticle {
    let repair = TreeRepair(
      knowledge: knowledge, quotations: QuotationFinder.quotations(in: annotated.article))
    let trees = annotated.sentences.map(repair.tree)
    let detector = NameDetector(gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon)
    let agreement = DocumentAgreement(
      gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon, trees: trees,
      letterCases: annotated.sentences.map { LetterCase(of: $0.tokens) })
    let names = agreement.agreed(
      annotated.sentences.enumerated().flatMap { index, sentence in
        detector.names(in: sentence, at: index, tree: trees[index])
      })
    var clustering = NameClustering(
      gazetteer: knowledge.gazetteer, sentenceCount: annotated.sentences.count)
    let owners = clustering.cluster(names)
    let metonymy = CapitalMetonymy(
      gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon, trees: trees)
    let table = metonymy.apply(to: &clustering, names: names, owners: owners)
    var resolved = ResolvedArticle(
      annotated: annotated, trees: trees, table: table, offices: [],
      names: Array(zip(names, owners)).map { (name: $0.0, entity: $0.1) }, roles: RoleMemory())
    // 'Chad's army' is 'the army' from then on.
    for (name, owner) in zip(names, owners) where name.country != nil {
      let head = trees[name.sentence].tokens[name.head]
      if head.upos == .noun { resolved.table[owner].descriptors.insert(head.lemma.lowercased()) }
    }
    readOffices(&resolved)
    resolveRest(&resolved)
    resolved.table.dropFaint()
    SpeakerPronouns(lexicon: knowledge.lexicon).resolve(in: &resolved)
    return resolved
  }

  // MARK: - Offices

  private func readOffices(_ resolved: inout ResolvedArticle) {
    let reader = OfficeReader(
      gazetteer: knowledge.gazetteer, lexicon: knowledge.lexicon, trees: resolved.trees)
    for sentence in resolved.trees.indices {
      resolved.offices += reader.offices(in: sentence, table: resolved.table)
    }
    let bodies = OfficeBodies(gazetteer: knowledge.gazetteer)
    resolved.offices = resolved.offices.map { bodies.resolved($0, in: &resolved.table) }
    for office in resolved.offices {
      resolved.roles.note(office, in: resolved.table)
      noteApposition(of: office, in: &resolved)
    }
    for office in resolved.offices where !office.office.isHonorific {
      noteHolder(of: office, in: &resolved)
    }
  }

  /// A title that stands beside its holder's name, and not right before it, is a mention of its
  /// own: `Ida Lund, the minister of health`.
  private func noteApposition(of mention: OfficeMention, in resolved: inout ResolvedArticle) {
    let tree = resolved.trees[mention.sentence]
    // 'the former president' is not who is called the president.
    let descriptor = NominalResolver.descriptor(
      tree.lemma(mention.head), isFormer: mention.prefix?.effect == .ended)
    for holder in mention.holders { resolved.table[holder].descriptors.insert(descriptor) }
    let next = mention.title.upperBound
    guard mention.holders.count == 1, let holder = mention.holders.first,
      !mention.office.isHonorific, tree.child(of: mention.head, "cop") == nil,
      resolved.table.namedEntity(at: next, sentence: mention.sentence) != holder,
      resolved.table.entities(atHead: mention.head, sentence: mention.sentence).isEmpty
    else { return }
    resolved.table.note(
      LocatedMention(
        sentence: mention.sentence, tokens: mention.phrase, head: mention.head, form: .nominal,
        reason: .apposition),
      of: holder)
  }

  /// A title without a name is a mention of its holder where the article names one, else of the
  /// office.
  private func noteHolder(of mention: OfficeMention, in resolved: inout ResolvedArticle) {
    guard !mention.scopes.isEmpty, mention.holders.isEmpty, mention.isFull,
      resolved.trees[mention.sentence].child(of: mention.head, "cop") == nil
    else { return }
    for scope in mention.scopes {
      let holder = resolved.roles.holder(of: mention.office, scope: scope)
      // 'the presidents of Norway and Iran' are one of each, 'the ministers of Norway' many.
      let isOne =
        !mention.isPlural
        || mention.scopes.count > 1
          && Set(mention.scopes.map { resolved.table[$0].type }).count == 1
      let entity = holder ?? (isOne ? resolved.table.office(mention.office, of: scope) : nil)
      guard let entity else { continue }
      resolved.table.note(
        LocatedMention(
          sentence: mention.sentence, tokens: mention.phrase, head: mention.head, form: .nominal,
          reason: holder == nil ? .office : .role),
        of: entity)
    }
  }
}
