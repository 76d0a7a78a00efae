/// Cities that stand in datelines without a country after them.
///
/// The capitals of the world, and the large cities that agencies' style guides let stand alone.
enum DatelinePlaces {
  /// Whether a folded name is such a city.
  static func contains(_ folded: String) -> Bool { places.contains(folded) }

  private static let places = Set(capitals + cities)

  private static let capitals = [
    "abu dhabi", "abuja", "accra", "addis ababa", "algiers", "amman", "amsterdam", "ankara",
    "antananarivo", "apia", "ashgabat", "asmara", "astana", "asuncion", "athens", "baghdad", "baku",
    "bamako", "bandar seri begawan", "bangkok", "bangui", "banjul", "beijing", "beirut", "belgrade",
    "berlin", "bern", "berne", "bishkek", "bissau", "bogota", "bratislava", "brasilia",
    "brazzaville", "bridgetown", "brussels", "bucharest", "budapest", "buenos aires", "bujumbura",
    "cairo", "canberra", "caracas", "chisinau", "colombo", "conakry", "copenhagen", "dakar",
    "damascus", "dhaka", "dili", "djibouti", "dodoma", "doha", "dublin", "dushanbe", "freetown",
    "gaborone", "georgetown", "gitega", "guatemala city", "hanoi", "harare", "havana", "helsinki",
    "honiara", "islamabad", "jakarta", "jerusalem", "juba", "kabul", "kampala", "kathmandu",
    "khartoum", "kigali", "kingston", "kinshasa", "kuala lumpur", "kuwait city", "kyiv", "kiev",
    "la paz", "libreville", "lilongwe", "lima", "lisbon", "ljubljana", "lome", "london", "luanda",
    "lusaka", "luxembourg", "madrid", "malabo", "male", "managua", "manama", "manila", "maputo",
    "maseru", "mbabane", "mexico city", "minsk", "mogadishu", "monaco", "monrovia", "montevideo",
    "moroni", "moscow", "muscat", "n'djamena", "nairobi", "nassau", "naypyitaw", "new delhi",
    "niamey", "nicosia", "nouakchott", "nuku'alofa", "nur-sultan", "oslo", "ottawa", "ouagadougou",
    "panama city", "paramaribo", "paris", "phnom penh", "podgorica", "port-au-prince",
    "port louis", "port moresby", "port of spain", "porto-novo", "prague", "praia", "pretoria",
    "pristina", "pyongyang", "quito", "rabat", "reykjavik", "riga", "riyadh", "rome", "roseau",
    "san jose", "san marino", "san salvador", "sanaa", "santiago", "santo domingo", "sarajevo",
    "seoul", "singapore", "skopje", "sofia", "stockholm", "sucre", "suva", "taipei", "tallinn",
    "tashkent", "tbilisi", "tegucigalpa", "tehran", "thimphu", "tirana", "tokyo", "tripoli",
    "tunis", "ulaanbaatar", "vaduz", "valletta", "vatican city", "victoria", "vienna", "vientiane",
    "vilnius", "warsaw", "washington", "wellington", "windhoek", "yamoussoukro", "yangon",
    "yaounde", "yerevan", "zagreb",
  ]

  private static let cities = [
    "geneva", "zurich", "milan", "munich", "frankfurt", "hamburg", "barcelona", "istanbul",
    "st. petersburg", "saint petersburg", "the hague", "strasbourg", "edinburgh", "belfast",
    "glasgow", "cardiff", "hong kong", "shanghai", "macau", "mumbai", "kolkata", "chennai",
    "bengaluru", "bangalore", "hyderabad", "lucknow", "srinagar", "karachi", "lahore", "peshawar",
    "quetta", "dubai", "jeddah", "gaza", "gaza city", "tel aviv", "ramallah", "aleppo", "basra",
    "erbil", "benghazi", "casablanca", "lagos", "johannesburg", "cape town", "sydney",
    "melbourne", "brisbane", "perth", "auckland", "toronto", "montreal", "vancouver",
    "new york", "los angeles", "chicago", "houston", "dallas", "boston", "philadelphia",
    "san francisco", "seattle", "miami", "atlanta", "detroit", "denver", "phoenix", "baltimore",
    "united nations", "sao paulo", "rio de janeiro", "stepanakert", "odesa", "kharkiv", "lviv",
    "donetsk", "simferopol", "grozny", "batumi", "gyumri", "ganja", "tabriz", "mashhad", "osaka",
    "hiroshima", "busan", "davos", "salzburg", "krakow", "gdansk", "marseille", "lyon", "nice",
  ]
}
