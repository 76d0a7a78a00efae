import Testing

@testable import Extraction

struct LexiconTests {
  static func lexicon(_ texts: String...) throws -> Lexicon {
    try Lexicon(texts: texts, ontology: SmallOntology.ontology())
  }

  static func fault(_ text: String) -> String? {
    do {
      _ = try lexicon(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  static let verbs =
    "# table: verbs\n# columns: property\tverb\tsubject\tobject\toptions\texample\n"

  @Test func verbsHaveFramesWithOptions() throws {
    let lexicon = try Self.lexicon(
      Self.verbs + """
        met	hold(meeting|summit)	subj	with|between	subjtype=Person|Group,requires=to(war)|xcomp	x
        leaderOf	set_up	obj	as	passive,negated,modality=planned,content=ccomp	x

        """)
    let held = try #require(lexicon.verbFrames("hold").first)
    #expect(held.objectNouns == ["meeting", "summit"])
    #expect(held.object == [.preposition("with"), .between])
    #expect(held.subjectTypes == [.person, .group])
    #expect(held.objectTypes == .all)
    #expect(held.isSymmetric)
    #expect(held.confidence == 0.8)
    #expect(
      held.requirements == [
        SlotCondition(slot: .preposition("to"), lemmas: ["war"]),
        SlotCondition(slot: .openComplement, lemmas: []),
      ])
    let setUp = try #require(lexicon.verbFrames("set").first)
    #expect(setUp.particle == "up")
    #expect(setUp.isPassive && setUp.isNegated)
    #expect(setUp.modality == .planned)
    #expect(setUp.line == 4)
  }

  @Test func nounsAndPredicatesHaveFrames() throws {
    let lexicon = try Self.lexicon(
      """
      # table: nouns
      # columns: property	nouns	subject	object	kind	options	example
      met	talk|round_of_talks	poss	with	event	light=hold|have	x
      leaderOf	boss	self	of|poss	relational	-	x
      # table: predicates
      # columns: property	predicate	subject	object	options	example
      met	at_odds	subj	with	-	x
      governmentOf	hyphen:run	first	head	-	x

      """)
    #expect(lexicon.nounFrames("talk").first?.lightVerbs == ["hold", "have"])
    let found = lexicon.longestNounFrames(in: ["a", "round", "of", "talks"], at: 1)
    #expect(found?.length == 3)
    #expect(lexicon.nounFrames("boss").first?.subject == [.bearer])
    #expect(lexicon.longestPredicateFrames(in: ["at", "odds", "with"], at: 0)?.length == 2)
    #expect(lexicon.hyphenFrames("run").first?.object == [.head])
  }

  @Test func titlesMatchInTheLongestFormAndInThePlural() throws {
    let lexicon = try Self.lexicon(
      """
      # table: offices
      # columns: title	country	organization	place	office	class	flags
      minister	ministerOf	-	ministerOf	Minister	Person	-
      foreign minister	ministerOf	-	-	Foreign Minister	Person	exclusive
      chief of staff	ministerOf	-	-	Chief of Staff	Person	person=leaderOf
      co-chair	-	leaderOf	-	Co-Chair	Person	-
      sir	-	-	-	-	Person	honorific
      # table: prefixes
      # columns: prefix	effect	modality	flags	example
      former	ended	asserted	before	x
      vice	deputy	asserted	before,hyphen	x

      """)
    let found = lexicon.longestOffice(in: ["the", "foreign", "ministers", "met"], at: 1)
    #expect(found?.title.canonicalName == "Foreign Minister")
    #expect(found?.length == 2)
    #expect(lexicon.longestOffice(in: ["chiefs", "of", "staff"], at: 0)?.length == 3)
    #expect(lexicon.longestOffice(in: ["co", "-", "chairs"], at: 0)?.length == 3)
    #expect(lexicon.longestOffice(in: ["foreign", "policy"], at: 0) == nil)
    #expect(lexicon.longestOffice(in: ["sir"], at: 0)?.title.isHonorific == true)
    #expect(lexicon.prefix("former")?.effect == .ended)
    #expect(lexicon.longestPrefix(in: ["vice", "-", "chair"], at: 0)?.prefix.takesHyphen == true)
  }

  @Test func cuesStandUnderTheirLemma() throws {
    let lexicon = try Self.lexicon(
      """
      # table: attribution
      # columns: cue	pos	kind	modality	options	example
      say	VERB	say	asserted	direct,unspecified,addressee=to	x
      point_out	VERB	say	asserted	direct	x
      according_to	ADP	report	asserted	claimant=case	x
      # table: modality
      # columns: cue	pos	scope	modality	options	example
      must	AUX	head	planned	have=alleged	x
      be_about_to	ADJ	xcomp	planned	lemma=about	x
      manage	VERB	xcomp	keep	-	x

      """)
    #expect(lexicon.attribution("say", upos: .verb)?.addressee == [.preposition("to")])
    #expect(lexicon.attribution("say", upos: .noun) == nil)
    #expect(lexicon.attributionCues("point").first?.particle == "out")
    #expect(lexicon.longestAttribution(in: ["according", "to", "it"], at: 0)?.length == 2)
    #expect(lexicon.modalityCues("must").first?.exceptions == ["have": "alleged"])
    #expect(lexicon.modalityCues("about").first?.modality == .planned)
    #expect(lexicon.modalityCues("manage").first?.modality == nil)
  }

  @Test func nominalsGetANameInTheirScope() throws {
    let lexicon = try Self.lexicon(
      """
      # table: nominals
      # columns: noun	class	name	flags
      government	Organization	{country:adj} government	collective,claimant,property=governmentOf
      foreign_ministry	Organization	Ministry of Foreign Affairs of {country}	claimant

      """)
    let government = try #require(lexicon.nominal("government"))
    #expect(government.name(scope: "Norvia", adjective: "Norvian") == "Norvian government")
    #expect(government.nameWithoutScope == "government")
    let ministry = try #require(lexicon.longestNominal(in: ["foreign", "ministry"], at: 0))
    #expect(ministry.nominal.nameWithoutScope == "Ministry of Foreign Affairs")
    #expect(
      ministry.nominal.name(scope: "Norvia", adjective: "Norvian")
        == "Ministry of Foreign Affairs of Norvia")
  }

  @Test func laterRowsReplaceEarlierOnesAndTakeThemOut() throws {
    let lexicon = try Self.lexicon(
      Self.verbs + "met\tmeet\tsubj\tobj\tconf=0.9\tx\nmet\tgreet\tsubj\tobj\tconf=0.9\tx\n",
      Self.verbs + "met\tmeet\tsubj\tobj\tconf=0.6\tx\nmet\tgreet\tsubj\tobj\tconf=0\tx\n")
    #expect(lexicon.verbFrames("meet").map(\.confidence) == [0.6])
    #expect(lexicon.verbFrames("greet") == [])
  }

  @Test(arguments: [
    ("foo\tmeet\tsubj\tobj\t-\tx", #"no property called "foo" in the ontology"#),
    ("met\tmeet\tsubj\twiht\t-\tx", #""wiht" is neither a slot nor a preposition"#),
    ("met\tmeet\tsubj\tobj\tmodality=maybe\tx", #"no modality called "maybe""#),
    ("met\tmeet\tsubj\tobj\tobjtype=King\tx", #"no class called "King" in the ontology"#),
    ("met\tmeet\tsubj\tobj\tconf=2\tx", #""conf=2": expected a number from 0 to 1"#),
    ("met\tmeet\tsubj\tobj\tsymetric\tx", #"no option called "symetric" in this table"#),
    ("met\tmeet\tsubj\tobj\tcontext=sport\tx", #"no context called "sport""#),
    ("met\thold(meeting\tsubj\tobj\t-\tx", "no closing bracket at the end"),
    ("met\tmeet\teach\tobj\t-\tx", #""each" has to stand in both columns"#),
    ("met\tmeet\tsubj\t-\t-\tx", "a frame needs a slot for the subject and one for the object"),
  ])
  func faultsAreReportedWithTheirLine(_ row: String, _ message: String) throws {
    let fault = try #require(Self.fault(Self.verbs + row + "\n"))
    #expect(fault.hasPrefix("text1.tsv:3: "))
    #expect(fault.contains(message))
  }

  @Test(arguments: [
    ("labour", "expected sense=CONTEXT:NOUN"),
    ("labuor:walkout", #"no context called "labuor""#),
    ("labour:walkuot", #"no noun called "walkuot""#),
  ])
  func aSenseNamesAContextAndANoun(_ sense: String, _ message: String) throws {
    let tables = """
      # table: contexts
      # columns: context	cues
      labour	union|pay
      # table: nominals
      # columns: noun	class	name	flags
      walkout	Event	-	kind=strike
      strike	Event	-	kind=attack,sense=\(sense)

      """
    let fault = try #require(Self.fault(tables))
    #expect(fault.hasPrefix("text1.tsv:7: "))
    #expect(fault.contains(message))
  }

  @Test func aTableThatIsNoneIsReported() {
    #expect(
      Self.fault("# table: werbs\n")?.hasPrefix(#"text1.tsv:1: no table called "werbs""#) == true)
    #expect(Self.fault("met\tmeet\n") == "text1.tsv:1: a row before a line \"# table: NAME\"")
  }
}
