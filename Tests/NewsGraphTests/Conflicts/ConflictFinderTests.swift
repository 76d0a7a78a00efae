import Extraction
import Testing

@testable import NewsGraph

@Suite struct ConflictFinderTests {
  private func conflicts(_ sample: GraphSample) throws -> [Conflict] {
    ConflictFinder(ontology: try TestKnowledge.ontology()).conflicts(in: sample.graph)
  }

  private func twoDays() -> GraphSample {
    var sample = GraphSample()
    sample.article("a1", published: "2021-03-01")
    sample.article("a2", published: "2021-03-01")
    sample.article("b1", published: "2021-03-15")
    sample.article("c1", published: "2023-03-15")
    return sample
  }

  // MARK: - Denials

  @Test func `a denial conflicts with who says the same, and with what implies it`() throws {
    var sample = twoDays()
    let north = sample.entity("Northreach", .country)
    let town = sample.entity("Velmora", .city)
    sample.state(north, "attacked", town, .denied, by: [north])
    sample.state(north, "attacked", town, .alleged, by: [town], in: "a2")
    sample.state(north, "shelled", town, in: "a2")
    sample.state(north, "visited", town, in: "a2")
    let found = try conflicts(sample)
    #expect(found.map(\.kind) == [.denial, .denial])
    #expect(Set(found.map(\.first.statement.predicate)) == ["attacked", "shelled"])
    #expect(Set(found.map(\.second.statement.predicate)) == ["attacked"])
    #expect(found.allSatisfy { $0.grade == .conflicts && $0.node == north })
  }

  @Test func `that something wider is so is no conflict with the denial of the narrower`() throws {
    var sample = twoDays()
    let north = sample.entity("Northreach", .country)
    let town = sample.entity("Velmora", .city)
    sample.state(north, "shelled", town, .denied, by: [north])
    sample.state(north, "attacked", town)
    #expect(try conflicts(sample).isEmpty)
  }

  @Test func `an inverse property is denied with its other`() throws {
    var sample = twoDays()
    let bank = sample.entity("Plain Bank", .organization)
    let port = sample.entity("Port of Velmora", .organization)
    sample.state(bank, "owns", port, .denied, by: [bank])
    sample.state(port, "ownedBy", bank, in: "a2")
    #expect(try conflicts(sample).map(\.kind) == [.denial])
  }

  @Test func `plans, conditions and other days are not denied`() throws {
    var sample = twoDays()
    let north = sample.entity("Northreach", .country)
    let town = sample.entity("Velmora", .city)
    sample.state(north, "attacked", town, .denied, by: [north], date: "2021-02-28")
    sample.state(north, "attacked", town, .planned, in: "a2")
    sample.state(north, "attacked", town, .conditional, in: "a2")
    sample.state(north, "attacked", town, in: "a2", date: "2015")
    #expect(try conflicts(sample).isEmpty)
    #expect(sample.graph.statements.values.allSatisfy { !$0.isDisputed })
  }

  @Test func `what only the gazetteer knows is denied by nobody`() {
    var known = RandomGraph.evidence(modality: .asserted, attributedTo: [])
    let denial = RandomGraph.evidence(modality: .denied, attributedTo: [])
    #expect(known.conflicts(with: denial) && denial.conflicts(with: known))
    known.basis = .background
    #expect(!known.conflicts(with: denial) && !denial.conflicts(with: known))
    let statement = RandomGraph.statement(evidence: [known])
    #expect(ContestedStatement(statement).affirming.isEmpty)
    #expect(statement.affirmingArticles.isEmpty)
  }

  // MARK: - Rivals

  @Test func `two heads of a state on one day are a conflict`() throws {
    var sample = twoDays()
    let land = sample.entity("Velmora", .country)
    let alma = sample.entity("Alma Vanter")
    let bero = sample.entity("Bero Massimi")
    sample.state(alma, "headOfStateOf", land)
    sample.state(land, "hasHeadOfState", bero, in: "a2")
    sample.state(bero, "monarchOf", land, in: "a2")
    let found = try conflicts(sample)
    #expect(found.count == 2)
    #expect(
      found.allSatisfy {
        $0.kind == .rivalSubjects && $0.property == "headOfStateOf" && $0.node == land
          && $0.grade == .conflicts
      })
  }

  @Test func `days near each other differ, days far apart do not`() throws {
    var sample = twoDays()
    let land = sample.entity("Velmora", .country)
    sample.state(sample.entity("Alma Vanter"), "presidentOf", land)
    sample.state(sample.entity("Bero Massimi"), "presidentOf", land, in: "b1")
    sample.state(sample.entity("Cira Aruna"), "presidentOf", land, in: "c1")
    let found = try conflicts(sample)
    #expect(found.map(\.grade) == [.differs])
    #expect(
      Set(found.flatMap { [$0.first.statement.subject, $0.second.statement.subject] })
        == [GraphSample.iri("person/alma-vanter"), GraphSample.iri("person/bero-massimi")])
  }

  @Test func `a former holder, a successor and a short name are no rivals`() throws {
    var sample = twoDays()
    let land = sample.entity("Velmora", .country)
    let alma = sample.entity("Alma Vanter")
    let bero = sample.entity("Bero Massimi")
    sample.state(alma, "presidentOf", land, date: "../2019")
    sample.state(bero, "presidentOf", land, in: "a2", date: "2020/..")
    sample.state(sample.entity("Massimi"), "presidentOf", land, in: "a2")
    #expect(try conflicts(sample).isEmpty)

    var succession = twoDays()
    let cira = succession.entity("Cira Aruna")
    let dovan = succession.entity("Dovan Okoruma")
    let city = succession.entity("Bryndale", .city)
    succession.state(cira, "mayorOf", city)
    succession.state(dovan, "mayorOf", city)
    #expect(try conflicts(succession).count == 1)
    succession.state(dovan, "succeeded", cira, in: "b1")
    #expect(try conflicts(succession).isEmpty)
  }

  @Test func `a plan and a denial make no rival`() throws {
    var sample = twoDays()
    let land = sample.entity("Velmora", .country)
    sample.state(sample.entity("Alma Vanter"), "presidentOf", land)
    sample.state(sample.entity("Bero Massimi"), "presidentOf", land, .planned)
    sample.state(sample.entity("Cira Aruna"), "presidentOf", land, .denied)
    #expect(try conflicts(sample).isEmpty)
  }

  // MARK: - Values

  @Test func `two dates of birth are a conflict, a year and a day of it are not`() throws {
    var sample = twoDays()
    let alma = sample.entity("Alma Vanter")
    sample.state(alma, "bornOn", .literal(Literal("1960", datatype: XSD.gYear)))
    sample.state(alma, "bornOn", .literal(Literal("1960-05-02", datatype: XSD.date)), in: "a2")
    #expect(try conflicts(sample).isEmpty)
    sample.state(alma, "bornOn", .literal(Literal("1961", datatype: XSD.gYear)), in: "c1")
    let found = try conflicts(sample)
    #expect(found.map(\.kind) == [.rivalValues, .rivalValues])
    #expect(found.allSatisfy { $0.grade == .conflicts })
  }

  @Test func `numbers of an event conflict on one day and differ from day to day`() throws {
    var sample = twoDays()
    let quake = sample.entity("earthquake in Velmora", .event)
    sample.state(quake, "numberKilled", .literal(Literal("12", datatype: XSD.integer)))
    sample.state(
      quake, "numberKilled", .literal(Literal("15", datatype: XSD.integer)), in: "a2")
    sample.state(
      quake, "numberKilled", .literal(Literal("40", datatype: XSD.integer)), in: "b1")
    let found = try conflicts(sample)
    #expect(found.allSatisfy { $0.kind == .differentValues })
    #expect(found.filter { $0.grade == .conflicts }.count == 1)
    #expect(found.filter { $0.grade == .differs }.count == 2)
  }

  @Test(arguments: [
    (12, ValueBound.atLeast, 15, false), (15, .atMost, 12, false), (12, .atLeast, 9, true),
    (300, .about, 310, false), (300, .about, 390, true),
  ])
  func `bounds and round numbers leave room`(
    number: Int, bound: ValueBound, other: Int, isConflict: Bool
  ) {
    let left = ClaimedValue(Literal(String(number), datatype: XSD.integer))
    let right = ClaimedValue(Literal(String(other), datatype: XSD.integer))
    #expect(left.agrees(with: right, bound, nil) == !isConflict)
    #expect(right.agrees(with: left, nil, bound) == !isConflict)
  }

  @Test func `numbers of what is no event want one time`() throws {
    var sample = twoDays()
    let army = sample.entity("Army of Velmora", .organization)
    let value = { (number: Int) in
      Term.literal(Literal(String(number), datatype: XSD.integer))
    }
    sample.state(army, "numberKilled", value(3))
    sample.state(army, "numberKilled", value(9), in: "b1")
    #expect(try conflicts(sample).isEmpty)
    sample.state(army, "numberKilled", value(5), in: "a2", date: "2021-02-28")
    sample.state(army, "numberKilled", value(7), in: "b1", date: "2021-02")
    #expect(try conflicts(sample).map(\.grade) == [.differs])
  }

  // MARK: - The whole

  @Test(arguments: 0..<30)
  func `conflicts depend on the graph alone and bind claims that are there`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<5).map { RandomGraph.make(article: "article-\($0)", using: &random) }
    let finder = ConflictFinder(ontology: try TestKnowledge.ontology())
    let whole = parts.reduce(into: KnowledgeGraph()) { $0.merge($1) }
    let found = finder.conflicts(in: whole)
    let shuffled = parts.shuffled(using: &random).reduce(into: KnowledgeGraph()) { $0.merge($1) }
    #expect(finder.conflicts(in: shuffled) == found)
    let claims = Set(whole.statements.values.flatMap { $0.evidence.map(\.iri) })
    for conflict in found {
      #expect(claims.contains(conflict.first.claim) && claims.contains(conflict.second.claim))
      #expect(conflict.first.claim != conflict.second.claim)
    }
    let denied = Set(
      found.filter { $0.kind == .denial && $0.first.statement == $0.second.statement }
        .map(\.second.statement))
    #expect(denied == Set(whole.statements.values.filter(\.isDisputed).map(\.key)))
  }

  @Test func `links grow with the claims and not with their square`() throws {
    var sample = GraphSample()
    let land = sample.entity("Velmora", .country)
    let alma = sample.entity("Alma Vanter")
    let bero = sample.entity("Bero Massimi")
    for number in 0..<200 {
      sample.article("n\(number)", published: "2021-03-01")
      sample.state(number % 2 == 0 ? alma : bero, "presidentOf", land, in: "n\(number)")
    }
    let found = try conflicts(sample)
    #expect(found.count < 200)
    let linked = Set(found.flatMap { [$0.first.claim, $0.second.claim] })
    #expect(linked.count == 200)
  }

  @Test func `what is added makes the conflicts void`() throws {
    var sample = twoDays()
    let alma = sample.entity("Alma Vanter")
    sample.state(alma, "bornOn", .literal(Literal("1960", datatype: XSD.gYear)))
    sample.state(alma, "bornOn", .literal(Literal("1961", datatype: XSD.gYear)))
    var graph = sample.graph
    graph.markConflicts(with: try TestKnowledge.ontology())
    #expect(graph.conflicts.count == 1)
    graph.merge(KnowledgeGraph())
    #expect(graph.conflicts.count == 1)
    graph.merge(sample.graph)
    #expect(graph.conflicts.isEmpty)
  }
}
