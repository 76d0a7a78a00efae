import Testing

@testable import Extraction

struct OntologyTests {
  @Test func propertiesHaveTheirColumns() throws {
    let ontology = try SmallOntology.ontology()
    let president = try #require(ontology.property("presidentOf"))
    #expect(president.isExclusive)
    #expect(president.superproperty == "leaderOf")
    #expect(ontology.property("met")?.isSymmetric == true)
    #expect(ontology.property("childOf")?.writtenAs == "parentOf")
    #expect(ontology.property("age")?.datatype == "integer")
    #expect(ontology.property("nothing") == nil)
  }

  @Test func domainAndRangeDecide() throws {
    let ontology = try SmallOntology.ontology()
    #expect(ontology.allows("leaderOf", subject: .person, object: .country))
    #expect(!ontology.allows("leaderOf", subject: .country, object: .country))
    #expect(!ontology.allows("leaderOf", subject: .person, object: .event))
    #expect(!ontology.allows("age", subject: .person, object: .person))
    #expect(ontology.allowsLiteral("age", subject: .person, datatype: "integer"))
    #expect(!ontology.allowsLiteral("age", subject: .person, datatype: "date"))
    #expect(ontology.isSubclass(.city, of: "Body"))
    #expect(!ontology.isSubclass(.weapon, of: "Agent"))
    #expect(ontology.isSubproperty("presidentOf", of: "leaderOf"))
    #expect(!ontology.isSubproperty("leaderOf", of: "presidentOf"))
  }

  @Test func anUnknownClassIsReportedWithItsLine() throws {
    let properties =
      SmallOntology.properties + "\nrules\trules\tKing\tBody\t\tno\tno\tobject\t\t\t\t\tno\t"
    let error = #expect(throws: KnowledgeError.self) {
      try Ontology(
        properties: Table(text: properties, file: "properties.tsv", key: "subPropertyOf"),
        classes: Table(text: SmallOntology.classes, file: "classes.tsv", key: "superclasses"))
    }
    #expect(
      error?.description == #"properties.tsv:10: no class called "King" in classes.tsv"#)
  }

  @Test func entityTypeSetsAreSets() {
    var types: EntityTypeSet = [.person, .group]
    #expect(types.contains(.group))
    types.remove(.group)
    #expect(types == [.person])
    #expect(EntityTypeSet.all.types == EntityType.allCases)
    #expect(types.union([.city]).subtracting([.person]) == [.city])
  }
}
