/// A title that persons bear, and what it says about them and what the title belongs to.
public struct OfficeTitle: Sendable, Hashable {
  /// The words in lower case.
  public var words: [String]
  /// The properties that link the bearer to a country, the most telling first.
  public var countryProperties: [String] = []
  /// The properties that link the bearer to an organization.
  public var organizationProperties: [String] = []
  /// The properties that link the bearer to a region, city or facility.
  public var regionProperties: [String] = []
  /// The property that links the bearer to another person: `the president's spokesman`.
  public var personProperty: String?
  /// The property that links the bearer to what stands after `to`: `ambassador to Chile`.
  public var toProperty: String?
  /// The property instead where the text speaks of sport: a captain of a team.
  public var sportProperty: String?
  /// The name of the office, as `Prime Minister` for `premier`; nothing for forms of address.
  public var canonicalName: String?
  /// The class of those who bear the title.
  public var holderClass = EntityType.person.rawValue
  /// The entity types in that class.
  public var holderTypes: EntityTypeSet = [.person]
  /// The name of the body that the title belongs to inside its scope: `police` for a police chief.
  public var objectName: String?
  /// The spelling that the title needs, as `PM`, where another one is another word.
  public var casedForm: String?
  /// Whether the scope has one bearer at a time.
  public var isExclusive = false
  /// Whether it is a form of address and no office: `Sir`.
  public var isHonorific = false
  /// Whether it is an occupation more than an office: `singer`.
  public var isOccupation = false
  /// Whether it is a military or police rank.
  public var isRank = false
  /// Whether it is an abbreviation: `Gen.`.
  public var isAbbreviation = false
  /// Whether it is a title only directly before a name: `Father`.
  public var needsName = false
  /// The gender of all who bear the title: `Mrs`, `king`.
  public var gender: Gender?
  /// The line in the table.
  public var line = 0

  /// The first property that links the bearer to a country.
  public var countryProperty: String? { countryProperties.first }
  /// The first property that links the bearer to an organization.
  public var organizationProperty: String? { organizationProperties.first }
  /// The first property that links the bearer to a region, city or facility.
  public var regionProperty: String? { regionProperties.first }

  /// Makes a title of words in lower case.
  public init(words: [String]) {
    self.words = words
  }
}
