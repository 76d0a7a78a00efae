/// The datatypes of XML Schema. https://www.w3.org/TR/xmlschema11-2/
public enum XSD {
  /// The namespace.
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// A string.
  public static let string = datatype("string")
  /// A whole number.
  public static let integer = datatype("integer")
  /// A whole number that is not negative.
  public static let nonNegativeInteger = datatype("nonNegativeInteger")
  /// A decimal number.
  public static let decimal = datatype("decimal")
  /// A day.
  public static let date = datatype("date")
  /// A day and a time of day.
  public static let dateTime = datatype("dateTime")
  /// A month of a year.
  public static let gYearMonth = datatype("gYearMonth")
  /// A year.
  public static let gYear = datatype("gYear")

  /// The datatype with a local name: `integer`.
  public static func datatype(_ localName: String) -> IRI {
    IRI(checked: namespace + localName)
  }
}
