import Extraction

/// Finds what each article says of the events that it names by common nouns.
struct EventReader {
  let graph: KnowledgeGraph
  let ontology: Ontology
  let kinds: EventKinds

  /// One article's word on an event.
  struct Site: Hashable {
    var node: IRI
    var article: String
  }

  /// What the claims of one article tell of an event.
  struct Findings {
    private var days: Set<DateSpan> = []
    private var places: Set<IRI> = []
    private var participants: Set<IRI> = []

    /// Takes in a piece of evidence for a statement in which the event has a part.
    mutating func add(_ part: EventRole.Part, date: String?, place: IRI?) {
      switch part {
      case .participant(let agent): participants.insert(agent)
      case .place(let place): places.insert(place)
      case .day(let day): days.insert(day)
      }
      if let span = date.flatMap(DateSpan.init(iso:)) { days.insert(span) }
      if let place { places.insert(place) }
    }

    /// Whether the article gives the event one day.
    var hasDay: Bool { EventReader.day(days) != nil }

    /// What the claims name: places and who takes part.
    var entities: Set<IRI> { places.union(participants) }

    /// What the article says of the event, all told.
    func occurrence(
      at site: Site, name: String, noun: EventKinds.Noun, _ placement: Hierarchy,
      _ offices: Hierarchy
    ) -> EventOccurrence {
      let place = EventReader.finest(places, placement)
      return EventOccurrence(
        node: site.node, article: site.article, name: name, noun: noun,
        day: EventReader.day(days), place: place,
        placesAround: place.map(placement.above) ?? [],
        participants: Dictionary(
          uniqueKeysWithValues: participants.map { ($0, offices.above($0)) }))
    }
  }

  /// The occurrences, sorted.
  func occurrences() -> [EventOccurrence] {
    let findings = findings()
    let placement = Hierarchy(graph, ontology, where: Hierarchy.isPlacement)
    let offices = Hierarchy(graph, ontology, where: Hierarchy.isOffice)
    var found: [EventOccurrence] = []
    for entity in graph.sortedEntities where entity.type == .event && entity.links.isEmpty {
      for article in entity.articles {
        guard let name = entity.commonName(in: article), let noun = kinds.noun(of: name) else {
          continue
        }
        let site = Site(node: entity.iri, article: article)
        found.append(
          (findings[site] ?? Findings())
            .occurrence(at: site, name: name, noun: noun, placement, offices))
      }
    }
    return found.sorted()
  }

  /// The day on which all agree that give one, be it with less precision.
  private static func day(_ spans: Set<DateSpan>) -> CalendarDate? {
    let days = Set(spans.compactMap(\.day))
    guard days.count == 1, let day = days.first else { return nil }
    return spans.allSatisfy { $0.overlaps(DateSpan(day: day)) } ? day : nil
  }

  /// The one place that lies in all the others.
  private static func finest(_ places: Set<IRI>, _ placement: Hierarchy) -> IRI? {
    places.sorted().first { placement.above($0).isSuperset(of: places) }
  }

  // MARK: - Claims about events

  private func findings() -> [Site: Findings] {
    var found: [Site: Findings] = [:]
    for statement in graph.statements.values {
      guard let role = EventRole(statement.key, in: graph, ontology) else { continue }
      for evidence in statement.evidence where evidence.tellsOfEvents {
        let site = Site(node: role.event, article: evidence.article)
        found[site, default: Findings()].add(role.part, date: evidence.date, place: evidence.place)
      }
    }
    return found
  }
}

extension Evidence {
  /// Whether it was taken over for the day, place or sort of an event, which its name says too.
  var isOfEventName: Bool { rule.hasPrefix(EventRewriter.rulePrefix) }

  /// Whether it says that an event takes or will take place, and is read from an article.
  var tellsOfEvents: Bool {
    basis == .read && (isAffirming || modality == .planned)
  }
}

/// What a statement says of an event: who takes part, where it is, when it is.
struct EventRole {
  enum Part {
    case participant(IRI)
    case place(IRI)
    case day(DateSpan)
  }

  let event: IRI
  let part: Part

  /// The role of an event in a statement; nothing where it tells neither of an event nor this of it.
  init?(_ key: Statement.Key, in graph: KnowledgeGraph, _ ontology: Ontology) {
    self.init(key, ontology) { graph.entities[$0]?.type == .event }
  }

  /// The role of an event in a statement.
  ///
  /// - Parameter isEvent: Tells which entities are events.
  init?(_ key: Statement.Key, _ ontology: Ontology, isEvent: (IRI) -> Bool) {
    switch key.object {
    case .iri(let object):
      if isEvent(object), Self.isPart(key.predicate, ontology) {
        (event, part) = (object, .participant(key.subject))
      } else if isEvent(key.subject), key.predicate == "hasParticipant" {
        (event, part) = (key.subject, .participant(object))
      } else if isEvent(key.subject), key.predicate == "tookPlaceIn" {
        (event, part) = (key.subject, .place(object))
      } else {
        return nil
      }
    case .literal(let literal):
      guard isEvent(key.subject), key.predicate == "occurredOn",
        let span = DateSpan(iso: literal.lexicalForm)
      else { return nil }
      (event, part) = (key.subject, .day(span))
    case .blank: return nil
    }
  }

  /// Whether statements with a property can tell of events.
  static func tells(_ name: String, _ ontology: Ontology) -> Bool {
    ["hasParticipant", "tookPlaceIn", "occurredOn"].contains(name) || isPart(name, ontology)
  }

  /// Hosts count with those who take part: an event with another host is another one.
  private static func isPart(_ name: String, _ ontology: Ontology) -> Bool {
    ["hosted", "organised"].contains(name) || ontology.isSubproperty(name, of: "participatedIn")
  }
}

extension EntityNode {
  /// The articles that name the entity, sorted.
  var articles: [String] {
    nameVoters.values.reduce(into: Set(mentions.keys)) { $0.formUnion($1) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The name in an article where common nouns alone name it there.
  func commonName(in article: String) -> String? {
    guard let mentions = mentions[article], !mentions.isEmpty,
      !mentions.contains(where: { $0.form == .name })
    else { return nil }
    return nameVoters.filter { $0.value.contains(article) }.keys.min {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

/// What stands above an entity by properties of one sort: the places around a place, the bodies
/// that a person acts for.
struct Hierarchy {
  /// Whether a property says in what a place lies.
  static func isPlacement(_ name: String, _ ontology: Ontology) -> Bool {
    ontology.isSubproperty(name, of: "locatedIn")
  }

  /// Whether a property says for whom a person acts.
  static func isOffice(_ name: String, _ ontology: Ontology) -> Bool {
    ontology.property(name)?.group == "offices"
  }

  private var parents: [IRI: Set<IRI>] = [:]

  /// Makes a hierarchy of nothing.
  init() {}

  /// Puts one entity above another one.
  mutating func add(_ entity: IRI, below parent: IRI) {
    parents[entity, default: []].insert(parent)
  }

  /// Reads the statements whose property passes a test, background among them, but nothing that is
  /// denied, planned or conditional.
  init(
    _ graph: KnowledgeGraph, _ ontology: Ontology, where isUpward: (String, Ontology) -> Bool
  ) {
    var known: [String: Bool] = [:]
    for statement in graph.statements.values {
      guard case .iri(let object) = statement.key.object else { continue }
      let name = statement.key.predicate
      let upward = known[name] ?? isUpward(name, ontology)
      known[name] = upward
      guard upward, statement.evidence.contains(where: \.isAffirming) else { continue }
      parents[statement.key.subject, default: []].insert(object)
    }
  }

  /// The entity itself and all above it.
  func above(_ entity: IRI) -> Set<IRI> {
    var found: Set<IRI> = [entity]
    var open = [entity]
    while let next = open.popLast() {
      for parent in parents[next] ?? [] where found.insert(parent).inserted { open.append(parent) }
    }
    return found
  }
}
