/// The names that stand in photo credits, datelines and by-lines.
enum NewsAgencies {
  /// Whether a name is that of an agency or picture service, or a word that credits stand with.
  ///
  /// Names of two or three letters count in capitals only: `AA` is an agency, `aa` is not.
  static func contains(_ name: some StringProtocol) -> Bool {
    let folded = Folding.fold(name)
    guard names.contains(folded) || creditWords.contains(folded) else { return false }
    return folded.utf8.count > 3 || name.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }

  /// Whether a name is that of an agency that also publishes: it may stand as the publisher.
  static func isPublisher(_ name: some StringProtocol) -> Bool {
    contains(name) && !creditWords.contains(Folding.fold(name))
      && !pictureServices.contains(Folding.fold(name))
  }

  /// Whether the words of a name are such as outlets and press offices have: `… Times`, `… News`.
  static func looksLikeOutlet(_ words: [some StringProtocol]) -> Bool {
    guard let last = words.last.map({ Folding.fold($0) }) else { return false }
    if words.count == 1, last.hasSuffix(".com") || last.hasSuffix(".org") || last.hasSuffix(".net")
    {
      return true
    }
    return words.contains { outletWords.contains(Folding.fold($0).trimmingMarks) }
  }

  /// Whether the words of a credit name a press office or a network: `Foreign Ministry Press
  /// Service`.
  static func looksLikePressOffice(_ words: [some StringProtocol]) -> Bool {
    words.contains { officeWords.contains(Folding.fold($0).trimmingMarks) }
  }

  private static let names: Set<String> = pictureServices.union([
    "afp", "agence france-presse", "reuters", "thomson reuters", "ap", "associated press",
    "the associated press", "aa", "anadolu", "anadolu agency", "xinhua", "tass", "itar-tass",
    "ria novosti", "ria", "sputnik", "interfax", "dpa", "ansa", "efe", "kyodo", "kyodo news",
    "yonhap", "jiji", "jiji press", "pa", "pa media", "press association", "ians", "pti", "ani",
    "uni", "upi", "bloomberg", "belga", "tt", "ntb", "ritzau", "stt", "apa", "ukrinform", "belta",
    "azertac", "azertag", "trend", "turan", "armenpress", "irna", "mna", "mehr", "tasnim", "isna",
    "fars", "spa", "wam", "petra", "sana", "mena", "cihan", "dha", "iha", "unian", "ctk", "pap",
    "mti", "agerpres", "lusa", "antara", "bernama", "vna", "cna", "aap", "cp", "canadian press",
    "the canadian press", "europa press", "notimex", "telam", "agencia brasil", "panapress", "app",
    "bss", "unb", "ptv", "gna", "nan", "kuna", "qna", "bna", "ona", "saba", "wafa", "cnn", "bbc",
    "rfe/rl", "rferl", "voa", "dw", "mbc", "who", "nyt", "wsj", "tanjug", "hina", "fena", "bta",
    "agencies", "news agencies", "wires", "wire services",
  ])

  private static let pictureServices: Set<String> = [
    "epa", "epa-efe", "getty", "getty images", "gettyimages", "via getty images", "alamy",
    "alamy stock photo", "shutterstock", "istock", "istockphoto", "sipa", "sipa usa", "zuma",
    "zuma press", "zuma wire", "imago", "imago images", "picture alliance", "picture-alliance",
    "picture alliance/dpa", "rex", "rex features", "wenn", "nurphoto", "barcroft", "corbis",
    "magnum",
    "magnum photos", "ap photo", "afp photo", "ap images", "pa images", "pa wire", "pa archive",
    "reuters photo", "wikimedia commons", "wikimedia", "wikipedia", "flickr", "unsplash", "pexels",
    "pixabay", "nasa", "photoshot", "eyevine", "panos", "polaris", "redux", "abaca", "hans lucas",
    "anadolu images", "maxar", "maxar technologies", "planet labs",
  ]

  private static let creditWords: Set<String> = [
    "handout", "file", "file photo", "file picture", "file image", "pool", "pool photo", "twitter",
    "facebook", "instagram", "youtube", "telegram", "screengrab", "screenshot", "supplied",
    "courtesy", "stringer", "archive", "via reuters", "via ap", "via afp", "photo", "stock photo",
    "social media", "video grab", "representational image",
  ]

  private static let outletWords: Set<String> = [
    "news", "times", "post", "press", "agency", "tv", "radio", "today", "journal", "herald",
    "tribune", "guardian", "telegraph", "observer", "gazette", "chronicle", "daily", "weekly",
    "magazine", "media", "online", "broadcasting", "independent", "mirror", "standard", "monitor",
    "review", "globe", "star", "sun", "mail", "newspaper", "network", "wire", "television",
    "correspondent", "bureau", "reporter", "staff", "desk", "agencies", "service", "insider",
  ]

  private static let officeWords: Set<String> = [
    "press", "service", "ministry", "agency", "news", "images", "photo", "photos", "pictures",
    "office", "handout", "tv", "television", "archive", "archives", "media", "twitter", "facebook",
    "instagram", "telegram", "youtube", "pool", "via",
  ]
}
