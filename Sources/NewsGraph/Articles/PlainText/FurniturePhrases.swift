/// The phrases by which pages invite, warn and navigate, as opposed to tell.
enum FurniturePhrases {
  /// Whether a folded passage is nothing but such a phrase.
  static func matches(_ folded: String, wordCount: Int) -> Bool {
    let isShort = folded.utf8.count <= 60
    let bare = folded.trimmingMarks
    if isShort, whole.contains(bare) || isCount(bare) { return true }
    guard let first = bare.utf8.split(separator: 0x20, maxSplits: 1).first,
      let candidates = openings[String(Substring(first))]
    else { return false }
    return candidates.contains { opening in
      wordCount <= opening.maximumWords && bare.hasPrefix(opening.phrase)
        && (opening.needs.isEmpty || opening.needs.contains { bare.holds($0) })
    }
  }

  /// `3 min read`, `12 comments`, `reading time: 4 minutes`.
  private static func isCount(_ text: String) -> Bool {
    guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    let words = text.split(separator: " ")
    guard words.count <= 5, words.contains(where: { $0.allSatisfy(\.isNumber) }) else {
      return false
    }
    return text.hasSuffix("min read") || text.hasSuffix("minute read")
      || text.hasSuffix("minutes read") || text.hasPrefix("reading time")
      || (words.count == 2 && ["comments", "shares", "views"].contains(words[1]))
  }

  private struct Opening: Sendable {
    var phrase: String
    /// One of these must follow; nothing where the opening says enough.
    var needs: [String] = []
    var maximumWords = 40
  }

  /// Lines that are boilerplate when they stand alone.
  private static let whole: Set<String> = [
    "story continues", "story continues below", "story continues below advertisement",
    "story continues after advertisement", "article continues below", "continue reading",
    "article continues after this ad", "article continues below advertisement", "keep reading",
    "continue reading the main story", "continue reading below", "advertisement", "advertisements",
    "advertising", "sponsored", "sponsored content", "sponsored link", "paid content", "promoted",
    "scroll to continue", "advertisement - scroll to continue", "ads", "ads by google",
    "skip to content", "skip to main content", "skip advertisement", "skip to navigation",
    "share", "share this", "share this article", "share this story", "share this page",
    "share on facebook", "share on twitter", "share via email", "tweet", "tweet this", "retweet",
    "whatsapp", "facebook", "twitter", "print this", "copy link",
    "linkedin", "pinterest", "instagram", "youtube",
    "facebook twitter", "facebook twitter email", "share tweet", "share save", "link copied",
    "comments", "comment", "leave a comment", "post a comment", "view comments", "show comments",
    "join the conversation", "add a comment", "back to top", "go to top",
    "subscribe", "subscribe now", "sign in", "sign up", "log in", "login", "my account",
    "accept all", "accept cookies", "accept all cookies", "manage cookies",
    "cookie settings", "privacy policy", "cookie policy", "terms of use", "terms of service",
    "follow us", "follow us on", "connect with us", "contact us", "about us", "watch now",
    "watch live", "play video", "mute", "unmute", "loading video",
    "listen to this article", "listen to article", "listen to story", "click to enlarge",
    "enlarge this image", "enlarge image", "toggle caption", "hide caption", "image source",
    "all rights reserved", "report an error", "report a typo", "correct a mistake", "next article",
    "previous article", "load more", "read full story",
    "read the full story", "read full article", "breaking news", "newsletter", "get the app",
    "download the app", "give feedback", "text size", "font size", "(adsbygoogle",
  ]

  /// Beginnings that say that the whole passage is boilerplate, by their first word.
  private static let openings: [String: [Opening]] = Dictionary(
    grouping: [
      Opening(phrase: "sign up", needs: Self.mailings),
      Opening(phrase: "subscribe", needs: Self.mailings),
      Opening(phrase: "register now", needs: Self.mailings),
      Opening(phrase: "register for", needs: Self.mailings),
      Opening(phrase: "get the latest", needs: Self.mailings),
      Opening(phrase: "get our", needs: Self.mailings),
      Opening(phrase: "get breaking", needs: Self.mailings),
      Opening(phrase: "get all the latest", needs: Self.mailings + ["app"]),
      Opening(phrase: "stay up to date", needs: Self.mailings),
      Opening(phrase: "never miss", needs: Self.mailings),
      Opening(phrase: "want more", needs: Self.mailings),
      Opening(phrase: "enter your email"), Opening(phrase: "enter your e-mail"),
      Opening(phrase: "please enter a valid"), Opening(phrase: "thanks for signing up"),
      Opening(phrase: "thank you for subscribing"),
      Opening(phrase: "you have successfully subscribed"),
      Opening(phrase: "follow us on"), Opening(phrase: "follow our", needs: Self.networks),
      Opening(phrase: "follow @"),
      Opening(phrase: "follow", needs: Self.networks, maximumWords: 14),
      Opening(phrase: "find us on"), Opening(phrase: "like us on"), Opening(phrase: "join us on"),
      Opening(phrase: "join our", needs: Self.networks + ["channel", "newsletter", "community"]),
      Opening(phrase: "download our", needs: ["app"]),
      Opening(phrase: "download the", needs: [" app"], maximumWords: 16),
      Opening(phrase: "click here to", maximumWords: 20),
      Opening(phrase: "click here for", maximumWords: 20),
      Opening(phrase: "tap here", maximumWords: 20),
      Opening(phrase: "scroll down to", maximumWords: 12),
      Opening(phrase: "we use cookies", maximumWords: 90),
      Opening(phrase: "this site uses cookies", maximumWords: 90),
      Opening(phrase: "this website uses cookies", maximumWords: 90),
      Opening(phrase: "our website uses cookies", maximumWords: 90),
      Opening(phrase: "our site uses cookies", maximumWords: 90),
      Opening(
        phrase: "we and our partners", needs: ["cookie", "data", "device"], maximumWords: 99),
      Opening(phrase: "we value your privacy", maximumWords: 90),
      Opening(phrase: "by continuing to", needs: ["cookie", "terms", "privacy"], maximumWords: 70),
      Opening(
        phrase: "by clicking", needs: ["cookie", "agree", "accept", "consent"], maximumWords: 70),
      Opening(phrase: "by using this", needs: ["cookie", "agree", "terms"], maximumWords: 70),
      Opening(phrase: "by signing up", maximumWords: 60),
      Opening(phrase: "by subscribing", maximumWords: 60),
      Opening(phrase: "to continue reading", needs: ["subscri", "sign", "log in", "register"]),
      Opening(phrase: "already a subscriber"), Opening(phrase: "this content is only available to"),
      Opening(phrase: "this material may not be published", maximumWords: 60),
      Opening(phrase: "this article was originally published"),
      Opening(phrase: "this article originally appeared"),
      Opening(phrase: "this article first appeared"),
      Opening(phrase: "this article was first published"),
      Opening(phrase: "this article has been adapted"),
      Opening(phrase: "this story was originally published"),
      Opening(phrase: "this story originally appeared"),
      Opening(phrase: "this story was first published"),
      Opening(phrase: "this story has been published from a wire", maximumWords: 60),
      Opening(phrase: "(this story has", maximumWords: 60),
      Opening(phrase: "(this article", maximumWords: 60),
      Opening(phrase: "(except for the headline", maximumWords: 60),
      Opening(phrase: "except for the headline, this story", maximumWords: 60),
      Opening(phrase: "the views expressed in this", maximumWords: 60),
      Opening(phrase: "our standards:"), Opening(phrase: "please support our", maximumWords: 30),
      Opening(phrase: "support our journalism"), Opening(phrase: "disclaimer:", maximumWords: 90),
      Opening(phrase: "tags:", maximumWords: 30), Opening(phrase: "topics:", maximumWords: 30),
      Opening(phrase: "keywords:", maximumWords: 30),
      Opening(phrase: "filed under:", maximumWords: 30),
      Opening(phrase: "share this article", maximumWords: 12),
      Opening(phrase: "share this story", maximumWords: 12),
      Opening(phrase: "story continues below", maximumWords: 8),
      Opening(phrase: "article continues", maximumWords: 8),
      Opening(phrase: "have you got a story", maximumWords: 40),
      Opening(phrase: "got a tip", maximumWords: 40),
      Opening(phrase: "your browser does not support", maximumWords: 40),
      Opening(phrase: "please enable javascript", maximumWords: 40),
      Opening(phrase: "javascript is", needs: ["disabled", "required"], maximumWords: 40),
    ],
    by: { $0.phrase.split(separator: " ").first.map(String.init) ?? "" })

  private static let mailings = [
    "newsletter", "inbox", "alerts", "notifications", "briefing", "email", "e-mail", "our channel",
    "podcast", "youtube", "for free", "to our",
  ]
  private static let networks = [
    "twitter", "facebook", "instagram", "telegram", "youtube", "linkedin", "whatsapp", "tiktok",
    "google news", "on x", "threads", "mastodon", "bluesky",
  ]
}

extension String {
  /// The text without marks at its ends that carry no word: `→ Share:` is `Share`.
  var trimmingMarks: String {
    let marks = Self.marks
    guard let first = unicodeScalars.firstIndex(where: { !marks.contains($0) }),
      let last = unicodeScalars.lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }

  private static let marks: Set<Unicode.Scalar> = Set(" .:;!*|-_>»›→▶•…#[]".unicodeScalars)
}
