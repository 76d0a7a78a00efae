import Extraction
import Testing

@testable import NewsGraph

@Suite struct PersonResolutionTests {
  @Test(arguments: [
    ("Sergei Bortnikin", "Sergey Bortnikin"), ("Nikol Pashinian", "Nikol Pashinyan"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Volodymyr Zelenskiy", "Vladimir Zelensky"),
    ("Ilham Aliyev", "Ilham Aliev"), ("Alexander Lukashenko", "Alyaksandr Lukashenka"),
    ("Mohammed Haddadi", "Muhammad Haddadi"), ("Recep Tayyip Erdoğan", "Recep Erdogan"),
    ("Xi Jinping", "Jinping Xi"), ("Kim Jong-un", "Kim Jong Un"), ("Kim Jongun", "Kim Jong Un"),
    ("Bashar al-Assad", "Bashar Assad"), ("Dr. Orla Quennell", "Orla Quennell"),
    ("William Quennell", "Bill Quennell"), ("V. Tarkhanov", "Viktor Tarkhanov"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"), ("Moammar Gadhafi", "Muammar Gaddafi"),
    ("Ruben Vardanyan", "Ruben Vardanian"), ("Mikheil Saakashvili", "Mikheil Sakashvili"),
  ])
  func `spellings of one name are one node`(first: String, second: String) throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person(first))
    try corpus.article("b", CorpusSample.person(second))
    let nodes = try corpus.firsts()
    #expect(nodes[0] == nodes[1], "\(nodes)")
  }

  @Test(arguments: [
    ("Kim Jong Un", "Kim Yo Jong"), ("Kim Jong Un", "Kim Jong Il"), ("Anna Torv", "Hanna Torv"),
    ("Thomas Martin", "Martin Thomas"), ("Francis Doyle", "Frances Doyle"),
    ("George Harlan Jr.", "George Harlan Sr."), ("Bill Quennell", "Hillary Quennell"),
    ("John A. Marlow", "John B. Marlow"), ("Li Wei", "Liu Wei"), ("Ivan Petrov", "Igor Petrov"),
    ("Marta Lunde", "Martin Lunde"),
  ])
  func `names of two people stay apart`(first: String, second: String) throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person(first))
    try corpus.article("b", CorpusSample.person(second))
    let nodes = try corpus.firsts()
    #expect(nodes[0] != nodes[1], "\(nodes)")
  }

  @Test func `two people of one name with other countries and offices stay apart`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("John Smith", ("foreignMinisterOf", "Canada")))
    try corpus.article("b", CorpusSample.person("John Smith", ("presidentOf", "Ireland")))
    try corpus.article("c", CorpusSample.person("John Smith", ("foreignMinisterOf", "Canada")))
    let nodes = try corpus.firsts()
    #expect(nodes[0] == nodes[2])
    #expect(nodes == ["person/john-smith-canada", "person/john-smith-ireland", nodes[0]])
  }

  @Test func `one person in two offices of one country is one node`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Maren Holt", ("defenceMinisterOf", "Norway")))
    try corpus.article("b", CorpusSample.person("Maren Holt", ("primeMinisterOf", "Norway")))
    #expect(Set(try corpus.firsts()) == ["person/maren-holt"])
  }

  @Test func `a surname alone is the one person who bears it`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Oleg Tarkhanov"))
    try corpus.article("b", CorpusSample.person("Tarkhanov"))
    #expect(Set(try corpus.firsts()) == ["person/oleg-tarkhanov"])
    let joins = try corpus.resolved().entities.first { $0.type == .person }?.joins
    #expect(joins?.map(\.reason) == [.surname])
    #expect(joins?.first?.otherArticle == "b")
  }

  @Test func `a surname that two people bear joins the one whose country agrees, else none`() throws
  {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Oleg Tarkhanov", ("foreignMinisterOf", "Latvia")))
    try corpus.article("b", CorpusSample.person("Nina Tarkhanov", ("presidentOf", "Chile")))
    try corpus.article("c", CorpusSample.person("Tarkhanov", ("presidentOf", "Chile")))
    try corpus.article("d", CorpusSample.person("Tarkhanov"))
    let nodes = try corpus.firsts()
    #expect(nodes[2] == nodes[1])
    #expect(nodes[3] == "person/d/tarkhanov")
  }

  @Test func `a surname of another country is somebody else`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Oleg Tarkhanov", ("foreignMinisterOf", "Latvia")))
    try corpus.article("b", CorpusSample.person("Tarkhanov", ("presidentOf", "Chile")))
    #expect(Set(try corpus.firsts()).count == 2)
  }

  @Test func `a common surname alone joins nobody`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Gregory Johnson"))
    try corpus.article("b", CorpusSample.person("Johnson"))
    try corpus.article("c", CorpusSample.person("Johnson"))
    #expect(
      try corpus.firsts()
        == ["person/gregory-johnson", "person/b/johnson", "person/c/johnson"])
  }

  @Test func `a couple with one surname stays two, and the surname alone neither`() throws {
    var corpus = CorpusSample()
    try corpus.article(
      "a", CorpusSample.person("Edda Ravnkilde"), CorpusSample.person("Jens Ravnkilde"))
    try corpus.article("b", CorpusSample.person("Ravnkilde"))
    let resolution = try corpus.resolved()
    #expect(resolution.entities.count == 3)
  }

  @Test func `initials that fit two people join neither`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Viktor Tarkhanov"))
    try corpus.article("b", CorpusSample.person("Vasily Tarkhanov"))
    try corpus.article("c", CorpusSample.person("V. Tarkhanov"))
    #expect(Set(try corpus.firsts()).count == 3)
  }

  @Test(arguments: 0..<24)
  func `the order of the articles changes nothing`(seed: UInt64) throws {
    var corpus = CorpusSample()
    let names = [
      "Sergei Bortnikin", "Sergey Bortnikin", "Bortnikin", "S. Bortnikin", "Kim Jong Un",
      "Kim Yo Jong", "Kim", "John Smith", "John A. Smith", "John B. Smith", "J. Smith", "Smith",
      "Muhammad Haddadi", "Mohammed Haddadi", "Haddadi",
    ]
    let offices: [[(String, String)]] = [
      [], [("presidentOf", "Chile")], [("foreignMinisterOf", "Canada")], [],
    ]
    for (index, name) in names.enumerated() {
      var given = CorpusSample.person(name)
      given.offices = offices[index % offices.count].map { (property: $0.0, country: $0.1) }
      try corpus.article(
        "article-\(index)", given, CorpusSample.organization("Harbour Watch Group"))
    }
    let plain = try corpus.resolved()
    let shuffled = try corpus.resolved(shuffledBy: seed)
    #expect(shuffled.entities.map(\.iri) == plain.entities.map(\.iri))
    #expect(shuffled.entities.map(\.name) == plain.entities.map(\.name))
    #expect(shuffled.entities.map(\.joins) == plain.entities.map(\.joins))
    #expect(shuffled.numbers == plain.numbers)
  }

  @Test func `the name of the node is the most complete one and not the one seen first`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Quennell"))
    try corpus.article("b", CorpusSample.person("O. Quennell"))
    try corpus.article("c", CorpusSample.person("Orla Quennell"))
    let resolution = try corpus.resolved()
    #expect(resolution.entities.map(\.name) == ["Orla Quennell"])
    #expect(resolution.entities.first?.iri.string.hasSuffix("person/orla-quennell") == true)
  }

  @Test func `near names that were kept apart are given with the reason`() throws {
    var corpus = CorpusSample()
    try corpus.article("a", CorpusSample.person("Edda Ravnkilde"))
    try corpus.article("b", CorpusSample.person("Jens Ravnkilde"))
    try corpus.article("c", CorpusSample.person("Somebody Else"))
    let resolution = try corpus.resolved()
    let edda = try #require(resolution.entities.first { $0.name == "Edda Ravnkilde" })
    let near = resolution.neighbours(of: edda)
    #expect(near.map(\.entity.name) == ["Jens Ravnkilde"])
    #expect([.otherGender, .otherGivenName].contains(near.first?.reason))
  }

  @Test func `ten thousand articles of a few people each are joined in little time`() throws {
    var corpus = CorpusSample()
    let surnames = (0..<400).map { "Tark\(["an", "ol", "em", "us"][$0 % 4])\(Self.letters($0))ov" }
    let given = ["Oleg", "Nina", "Viktor", "Elena", "Boris"]
    for number in 0..<10_000 {
      let surname = surnames[number % surnames.count]
      let name = number % 3 == 0 ? surname : "\(given[number % given.count]) \(surname)"
      try corpus.article("article-\(number)", CorpusSample.person(name))
    }
    let clock = ContinuousClock()
    let start = clock.now
    let resolution = try corpus.resolved()
    // Far more than it takes; the square of the articles would take longer by far.
    #expect(clock.now - start < .seconds(120))
    #expect(resolution.entities.count < 10_000)
  }

  private static func letters(_ number: Int) -> String {
    String(number, radix: 20).map { character in
      let index = Int(String(character), radix: 20) ?? 0
      return String(Array("bcdfghjklmnprstvzxqw")[index])
    }.joined(separator: "a")
  }
}
