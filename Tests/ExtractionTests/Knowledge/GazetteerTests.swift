import Testing

@testable import Extraction

struct GazetteerTests {
  static let countries = """
    # id	name	qid	aliases	adjectives	people-singular	people-plural	capital	status	ambiguous
    norvia	Norvia	Q1	Republic of Norvia|N.V.	Norvian|Norvo-	Norvian	Norvians	Halm	sovereign	-
    guinea-sund	Guinea-Sund	-	-	Sundese	Sundese	Sundese	-	sovereign	-
    jordan	Jordan	-	-	Jordanian	Jordanian	Jordanians	-	sovereign	Jordan
    """
  static let regions = """
    # id	name	qid	class	kind	countries	aliases	adjectives
    jordan-vale	Jordan	-	Region	subdivision	norvia	-	-
    cote	Côte d’Ember	-	Region	subdivision	norvia	OR	-
    """
  static let cities = """
    # name	country	region	qid	flags	population	aliases
    Halm	norvia	cote	Q7	capital	900000	-
    Halm	guinea-sund	-	-	-	-	-
    """
  static let organizations = """
    # id	name	qid	kind	country	parent	members	acronyms	aliases	ambiguous
    nordic-union	Nordic Union	-	international	-	-	norvia|jordan	NOUN	People's Union	-
    """
  static let metonyms = """
    # metonym	qid	class	kind	acts-for	aliases
    Red Court	-	Organization	presidency	norvia	-
    """

  static func gazetteer(user: String? = nil) throws -> Gazetteer {
    var tables: [(GazetteerTable.Kind, Table)] = [
      (.countries, try SmallOntology.table(countries)),
      (.regions, try SmallOntology.table(regions)), (.cities, try SmallOntology.table(cities)),
      (.organizations, try SmallOntology.table(organizations)),
      (.metonyms, try SmallOntology.table(metonyms, key: "metonym")),
    ]
    if let user {
      tables.append(
        (
          .user,
          try Table(
            text: user, file: "mine.tsv", key: "type", fallback: ["name", "type", "qid", "aliases"])
        ))
    }
    return try Gazetteer(tables: tables)
  }

  /// The words of the longest name at the beginning of a text and the entries behind it.
  static func match(
    _ text: String, ignoringCase: Bool = false, user: String? = nil
  ) throws -> String? {
    let gazetteer = try gazetteer(user: user)
    let words = text.split(separator: " ").map(String.init)
    return gazetteer.longestMatch(words, at: 0, ignoringCase: ignoringCase).map { match in
      let names = match.candidates.map { "\(gazetteer.name(of: $0)):\(gazetteer.type(of: $0))" }
      return "\(match.length) " + names.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Norvia said", "1 Norvia:country"),
    ("Guinea-Sund said", "1 Guinea-Sund:country"),
    ("Guinea - Sund said", "3 Guinea-Sund:country"),
    ("Guinea Sund said", "2 Guinea-Sund:country"),
    ("N.V. said", "1 Norvia:country"),
    ("Cote d'Ember said", "2 Côte d’Ember:region"),
    ("Côte d' Ember said", "3 Côte d’Ember:region"),
    ("People 's Union said", "3 Nordic Union:organization"),
    ("Noun said", "1 Nordic Union:organization"),
    ("Republic of Norvia .", "3 Norvia:country"),
    ("Norvia 's army", "1 Norvia:country"),
    ("norvia said", nil),
    ("of Norvia", nil),
    ("' Norvia", nil),
  ])
  func namesMatchHoweverTheyAreTypedAndCut(_ text: String, _ expected: String?) throws {
    #expect(try Self.match(text) == expected)
  }

  @Test func headlinesInCapitalsMatchWhenAsked() throws {
    #expect(try Self.match("NORVIA SAYS") == nil)
    #expect(try Self.match("NORVIA SAYS", ignoringCase: true) == "1 Norvia:country")
  }

  @Test func codesOfStatesStandAfterAComma() throws {
    let gazetteer = try Self.gazetteer()
    #expect(gazetteer.longestMatch(["Halm", ",", "OR"], at: 2)?.length == 1)
    #expect(gazetteer.longestMatch(["EITHER", "OR"], at: 1) == nil)
  }

  @Test func theLikelierEntryComesFirst() throws {
    #expect(try Self.match("Jordan") == "1 Jordan:country Jordan:region")
    let gazetteer = try Self.gazetteer()
    #expect(gazetteer.longestMatch(["Jordan"], at: 0)?.isAmbiguous == true)
    #expect(gazetteer.longestMatch(["Norvia"], at: 0)?.isAmbiguous == false)
  }

  @Test func capitalsBelongToTheirCountry() throws {
    let gazetteer = try Self.gazetteer()
    let norvia = try #require(gazetteer.country(id: "norvia"))
    let capital = try #require(gazetteer.capital(of: norvia))
    #expect(gazetteer.name(of: capital) == "Halm")
    #expect(gazetteer.countryOfCapital(capital) == norvia)
    #expect(gazetteer[capital].isCapital)
    #expect(gazetteer[capital].population == 900_000)
    #expect(gazetteer.entries(named: "Halm").first == capital)
  }

  @Test func entriesPointToEachOther() throws {
    let gazetteer = try Self.gazetteer()
    let norvia = try #require(gazetteer.country(id: "norvia"))
    let union = gazetteer[try #require(gazetteer.entries(named: "Nordic Union").first)]
    #expect(union.members.map { gazetteer.name(of: $0) } == ["Norvia", "Jordan"])
    #expect(union.aliases == ["NOUN", "People's Union"])
    let court = gazetteer[try #require(gazetteer.metonym("Red Court"))]
    #expect(court.country == norvia)
    #expect(court.kind == "presidency")
    #expect(gazetteer.metonym("Norvia") == nil)
  }

  @Test func demonymsTellAdjectiveAndNoun() throws {
    let gazetteer = try Self.gazetteer()
    let norvian = try #require(gazetteer.demonym("Norvian"))
    #expect(norvian.isAdjective && norvian.isPeopleNoun && !norvian.isPlural)
    #expect(gazetteer.demonym("Norvians")?.isPlural == true)
    #expect(gazetteer.demonym("Sundese")?.isPlural == false)
    #expect(gazetteer.demonym("Norvia") == nil)
    #expect(gazetteer.demonymAdjective(of: norvian.country) == "Norvian")
    #expect(gazetteer.longestDemonym(["the", "Norvian"], at: 1)?.length == 1)
  }

  @Test func userEntriesComeFirst() throws {
    let user = "Norvia\tWork\tQ99\t-\nHalm Bank\tOrganization\t-\tHB|Bank of Halm\n"
    #expect(try Self.match("Norvia", user: user) == "1 Norvia:work Norvia:country")
    #expect(try Self.match("Bank of Halm", user: user) == "3 Halm Bank:organization")
  }

  @Test func anUnknownClassInAUserFileIsReported() {
    let error = #expect(throws: KnowledgeError.self) {
      try Self.gazetteer(user: "name\ttype\tqid\taliases\nAda\tPerson\t-\t-\nBob\tPersn\t-\t-\n")
    }
    #expect(error?.line == 3)
    #expect(error?.message.hasPrefix(#"no class called "Persn"; an entry is one of"#) == true)
  }

  @Test func organizationPatternsNameTheBodiesOfACountry() throws {
    var gazetteer = try Self.gazetteer()
    try gazetteer.addPatterns(
      SmallOntology.table(
        """
        # canonical	heads	property	class	kind
        {adj} navy	navy|naval forces	governmentOf	Organization	navy
        Mint of {country}	mint	governmentOf	Organization	-
        """, key: "canonical"), ontology: SmallOntology.ontology())
    let norvia = try #require(gazetteer.country(id: "norvia"))
    let found = try #require(gazetteer.organizationPattern(["the", "naval", "forces"], at: 1))
    #expect(found.length == 2)
    #expect(gazetteer.canonicalName(found.pattern, country: norvia) == "Norvian navy")
    let mint = try #require(gazetteer.organizationPattern(["mint"], at: 0))
    #expect(gazetteer.canonicalName(mint.pattern, country: norvia) == "Mint of Norvia")
  }

  @Test func leadersAreFoundBySurname() throws {
    var gazetteer = try Self.gazetteer()
    try gazetteer.addLeaders(
      SmallOntology.table(
        """
        # name	of	office	surname	from	to	qid	aliases
        Ada Holm	norvia	president	Holm	2015-02	2020-10-08	-	Ada Hølm-Berg
        """))
    let leader = try #require(gazetteer.leaders(named: "Holm").first)
    #expect(leader.scope == gazetteer.country(id: "norvia"))
    #expect(gazetteer.leaders(named: "Holm-Berg") == [leader])
    let day = try #require(CalendarDate(year: 2015, month: 2, day: 1))
    let later = try #require(CalendarDate(year: 2020, month: 10, day: 9))
    #expect(leader.isInOffice(on: day))
    #expect(!leader.isInOffice(on: later))
  }

  @Test func givenNamesHaveAGenderOrNone() throws {
    var gazetteer = try Self.gazetteer()
    try gazetteer.addGivenNames(
      SmallOntology.table("# name\tgender\nZoë\tfemale\nKim\tboth\nOle\tmale\n"))
    #expect(gazetteer.gender(ofGivenName: "Zoe") == .female)
    #expect(gazetteer.gender(ofGivenName: "Ole") == .male)
    #expect(gazetteer.gender(ofGivenName: "Kim") == nil)
  }
}
