import Testing

@testable import Extraction

/// Offices and work that are over, or still to come, seen from Friday, 9 October 2020.
@Suite struct FormerOfficeTests {
  /// Claims as `subject | predicate | object | modality | date`.
  private func claims(in text: String, published: String? = "2020-10-09") throws -> Set<String> {
    let day = published.flatMap { CalendarDate(iso: $0) }
    let article = Article(
      id: "a", published: day.map { Timestamp(date: $0) }, text: ArticleText(text))
    let reading = try ClaimTests.extractor.get()
      .extract(ModelAnnotator.standard().annotate(article))
    return Set(
      reading.claims.compactMap { claim in
        guard case .entity(let object) = claim.object else { return nil }
        return [
          reading.entities[claim.subject].name, claim.predicate, reading.entities[object].name,
          claim.modality.rawValue, claim.date ?? "-",
        ].joined(separator: " | ")
      })
  }

  @Test(arguments: [
    (
      "Former Chilean President Jan Nowak met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | asserted | ../2020-10-08"
    ),
    (
      "Chile's then-president Jan Nowak met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | asserted | ../2020-10-08"
    ),
    (
      "Then-Chilean president Jan Nowak met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | asserted | ../2020-10-08"
    ),
    (
      "Jan Nowak, ex-president of Chile, met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | asserted | ../2020-10-08"
    ),
    (
      "The president-elect of Chile, Jan Nowak, met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | planned | -"
    ),
    (
      "Anna Berzina, a former lawyer of Helio, sued Chile.",
      "Anna Berzina | representativeOf | Helio | asserted | ../2020-10-08"
    ),
    (
      "Anna Berzina is Spotify's former lawyer.",
      "Anna Berzina | worksFor | Spotify | asserted | ../2020-10-08"
    ),
    (
      "Anna Berzina previously worked for Spotify.",
      "Anna Berzina | worksFor | Spotify | asserted | ../2020-10-08"
    ),
    // Who is to take office does not hold it yet.
    (
      "Incoming Chilean President Jan Nowak met Anna Berzina.",
      "Jan Nowak | presidentOf | Chile | planned | -"
    ),
    // What is not over has no end, nor has what was only begun before.
    ("Anna Berzina works for Spotify.", "Anna Berzina | worksFor | Spotify | asserted | -"),
    (
      "Spotify previously hired Anna Berzina.", "Anna Berzina | worksFor | Spotify | asserted | -"
    ),
  ])
  func `what is over ends the day before`(text: String, claim: String) throws {
    let found = try claims(in: text)
    #expect(found.contains(claim), "found \(found.sorted())")
  }

  @Test(arguments: [
    ("Former Chilean President Jan Nowak met Anna Berzina.", "presidentOf"),
    ("Anna Berzina, Spotify's former lawyer, sued Chile.", "representativeOf"),
    ("Anna Berzina previously worked for Spotify.", "worksFor"),
  ])
  func `without a day nothing would say that it is over`(text: String, predicate: String) throws {
    let found = try claims(in: text, published: nil)
    #expect(!found.contains { $0.contains(" | \(predicate) | ") }, "found \(found.sorted())")
  }
}
