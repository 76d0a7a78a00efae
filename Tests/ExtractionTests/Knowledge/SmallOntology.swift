import Foundation

@testable import Extraction

/// A small ontology and small tables for tests.
enum SmallOntology {
  static let classes = """
    name	label	superclasses	definition
    Entity	entity		Anything.
    Agent	agent	Entity	Who acts.
    Body	body	Agent Entity	A collective agent.
    Person	person	Agent Entity	A human being.
    Country	country	Agent Body Entity	A state.
    Region	region	Agent Body Entity	A territory.
    City	city	Agent Body Entity	A town.
    Place	place	Entity	A mountain.
    Facility	facility	Agent Body Entity	A building.
    Organization	organization	Agent Body Entity	A company.
    Group	group	Agent Body Entity	Persons.
    Office	office	Agent Entity	A post.
    Event	event	Entity	A war.
    Weapon	weapon	Entity	A gun.
    Work	work	Entity	A film.
    Product	product	Entity	A car.
    Document	document	Entity	A law.
    Award	award	Entity	A prize.
    Thing	thing	Entity	Anything else.
    """

  static let properties = """
    name	label	domain	range	inverse	symmetric	exclusive	kind	datatype	subPropertyOf	group	definition	singleValued	writtenAs
    met	met	Agent	Agent		yes	no	object			diplomacy	They met.	no	
    leaderOf	leader of	Person	Body		no	no	object			offices	Leads.	no	
    presidentOf	president of	Person	Body		no	yes	object		leaderOf	offices	Presides.	no	
    ministerOf	minister of	Person	Body		no	no	object			offices	Is a minister.	no	
    age	age	Person	xsd:integer		no	no	datatype	xsd:integer		people	Years.	yes	
    parentOf	parent of	Person	Person	childOf	no	no	object			family	Is a parent.	no	
    childOf	child of	Person	Person	parentOf	no	no	object			family	Is a child.	no	parentOf
    governmentOf	government of	Body	Body		no	no	object			organizations	Governs.	no	
    """

  static func ontology() throws -> Ontology {
    try Ontology(
      properties: Table(text: properties, file: "properties.tsv", key: "subPropertyOf"),
      classes: Table(text: classes, file: "classes.tsv", key: "superclasses"))
  }

  static func table(_ text: String, key: String = "name", file: String = "t.tsv") throws -> Table {
    try Table(text: text, file: file, key: key)
  }
}

/// Folders of temporary files for tests.
struct TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("newsgraph-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
