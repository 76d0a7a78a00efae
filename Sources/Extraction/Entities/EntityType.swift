/// The class of an entity; the raw value is the local name of its class in the ontology.
public enum EntityType: String, Sendable, CaseIterable, Comparable {
  case person = "Person"
  case country = "Country"
  case region = "Region"
  case city = "City"
  case place = "Place"
  case facility = "Facility"
  case organization = "Organization"
  case group = "Group"
  case office = "Office"
  case event = "Event"
  case weapon = "Weapon"
  case work = "Work"
  case product = "Product"
  case document = "Document"
  case award = "Award"
  case thing = "Thing"

  /// Orders by name, so that sorted output does not depend on the order of the cases.
  public static func < (left: EntityType, right: EntityType) -> Bool {
    left.rawValue < right.rawValue
  }
}
