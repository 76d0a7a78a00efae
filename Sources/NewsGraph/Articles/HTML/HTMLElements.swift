/// What elements are for, as far as the text of an article goes.
enum HTMLElements {
  /// Elements that never hold text of the article.
  static let silent: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed",
    "audio", "video", "map", "button", "select", "textarea", "input", "label", "option", "datalist",
    "progress", "meter", "dialog", "head", "title", "meta", "link", "nav", "aside", "footer",
    "menu",
  ]

  /// Elements that begin and end a paragraph of their own.
  static let blocks: Set<String> = [
    "#document", "html", "body", "div", "p", "section", "article", "main", "header", "footer",
    "aside", "nav", "h1",
    "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "figure",
    "figcaption", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form",
    "fieldset",
    "address", "hr", "details", "summary", "center", "hgroup",
  ]

  /// Elements that no rule by class may drop.
  static let roots: Set<String> = ["#document", "html", "body", "article", "main"]

  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// ARIA roles of what is not the article (WAI-ARIA 1.2, 5.3.4 and 5.3.2).
  static let silentRoles: Set<String> = [
    "navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu",
    "menubar", "toolbar", "tablist", "banner", "form", "alert", "tooltip",
  ]

  /// Parts of class names and ids of what is not the article.
  static let clutterWords: Set<String> = [
    "comment", "comments", "disqus", "cookie", "cookies", "consent", "gdpr", "onetrust",
    "newsletter",
    "subscribe", "subscription", "signup", "share", "sharing", "sharebar", "social", "sociable",
    "related", "recommended", "recommendations", "recirc", "promo", "promotion", "promos",
    "sponsor",
    "sponsored", "advert", "adverts", "advertisement", "advertising", "ad", "ads", "adsbygoogle",
    "taboola", "outbrain", "popup", "modal", "overlay", "sidebar", "breadcrumb", "breadcrumbs",
    "nav",
    "navbar", "navigation", "menu", "footer", "pagination", "pager", "paywall", "trending",
    "mostread", "tags", "taglist", "toolbar", "masthead", "rss", "feedback", "login", "signin",
    "banner", "teaser", "teasers", "readnext", "morestories", "tooltip", "skip", "hidden-print",
    "livechat", "poll", "survey", "donate", "donation", "bio", "aboutauthor", "printonly",
  ]

  /// Parts of class names of by-lines, dates and credits.
  static let metadataWords: Set<String> = [
    "byline", "author", "authors", "timestamp", "dateline", "date", "datetime", "pubdate",
    "published",
    "updated", "posted", "time", "credit", "credits", "copyright", "publisher", "readtime",
  ]

  /// The parts of the class names and the id of an element, in lower case.
  static func words(_ attributes: [HTMLDocument.Attribute]) -> [String] {
    var words: [String] = []
    for attribute in attributes where attribute.name == "class" || attribute.name == "id" {
      var word = ""
      var isLower = false
      for scalar in attribute.value.unicodeScalars.prefix(400) {
        let isLetter = scalar.properties.isAlphabetic
        if !word.isEmpty, !isLetter || (isLower && scalar.isCapital) {
          words.append(word)
          word = ""
        }
        isLower = isLetter && !scalar.isCapital
        if isLetter { word += String(scalar).lowercased() }
      }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }
}
