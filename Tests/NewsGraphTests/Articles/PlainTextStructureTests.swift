import Extraction
import Testing

@testable import NewsGraph

extension Articles {
  @Suite struct PlainTextStructureTests {
    @Test func headerLinesAreToldFromTheBodyAndUsed() throws {
      let article = try plain(
        """
        Ferry line to the outer isles cut after storm
        Updated 22:43, 09-Mar-2021
        NSTV
        \(filler)

        01:13

        \(secondFiller)
        """)
      #expect(
        rows(article) == [
          "headline | Ferry line to the outer isles cut after storm",
          "boilerplate | Updated 22:43, 09-Mar-2021",
          "boilerplate | NSTV",
          "paragraph | \(filler)",
          "boilerplate | 01:13",
          "paragraph | \(secondFiller)",
        ])
      #expect(article.title == "Ferry line to the outer isles cut after storm")
      #expect(article.publisher == "NSTV")
      #expect(article.published?.description == "2021-03-09T22:43")
    }

    @Test func aTextWithoutHeaderSaysNothingAboutItself() throws {
      let article = try plain("\(filler)\n\n\(secondFiller)")
      #expect(rows(article) == ["paragraph | \(filler)", "paragraph | \(secondFiller)"])
      #expect(article.title == nil && article.published == nil && article.publisher == nil)
      #expect(article.authors.isEmpty && article.inferredDate == nil)
    }

    @Test(arguments: [
      "READ MORE: Islanders ask who will pay for the pier",
      "Read also:Explained: Why the pier broke", "See also: Storms of the decade",
      "READ MORE:\u{A0} Minister visits the isles", "Related: What the mayor knew",
      "WATCH: The pier goes down in the waves", "Story continues", "Advertisement",
      "Sign up for our daily newsletter and get the news in your inbox.",
      "Follow us on Facebook and Twitter", "Follow @islenews on Twitter",
      "We use cookies to make the site better. By going on you agree.",
      "Source: IsleTV and agencies", "© 2021 Isle Gazette. All rights reserved.",
      "Copyright 2021 The Isle Press. All rights reserved.",
      "This material may not be published, broadcast, rewritten or redistributed.",
      "Reporting by Ann Smith; Editing by Karl Moss", "(Reporting by Ann Smith in Skerry)",
      "Published: March 9, 2021", "Last updated: 9 March 2021, 10:15 GMT",
      "Posted on March 9, 2021 at 3:15 p.m. EST", "Updated 3 hours ago", "* * *", "01:13",
      "1:02:03",
      "newsdesk@isle.example", "https://isle.example/ferry", "Share this article", "3 min read",
      "This article was originally published on Isle Weekly.", "Tags: ferry, storm, pier",
      "Our Standards: The Isle Trust Principles.", "Image: Harbour Office",
    ])
    func clearPatternsBetweenParagraphsAreBoilerplate(line: String) throws {
      let article = try plain("\(filler)\n\n\(line)\n\n\(secondFiller)\n\n\(filler)\n\n\(filler)")
      #expect(rows(article)[1] == "boilerplate | \(line)")
      #expect(
        article.blocks.map(\.kind) == [
          .paragraph, .boilerplate, .paragraph, .paragraph, .paragraph,
        ])
    }

    @Test(arguments: [
      "Read more widely, the head teacher told the children.",
      "He told them: watch the pier and listen to the harbour master.",
      "Watch: the storm will return on Sunday, the harbour master said.",
      "Advertisement revenue fell by a third, the paper said.",
      "The source: an old letter that lay in the harbour office for ninety years.",
      "Follow the coast and you will see the pier, said the guide.",
      "By Friday the ferry will sail again, the office said.",
      "By noon Monday nothing had changed.", "Share prices fell.",
      "Source code was stolen from the harbour office in the night.",
      "On 9 March 2021 the ferry sailed for the last time.", "It began at 10:30.",
      "Sign up, the mayor told young islanders who want to sail.",
      "Copyright law protects the song, the judge said.", "\"We lost everything.\"", "Yes.", ":)",
    ])
    func sentencesThatResembleBoilerplateAreRead(line: String) throws {
      let article = try plain("\(filler)\n\n\(line)\n\n\(secondFiller)\n\n\(filler)\n\n\(filler)")
      #expect(article.blocks.allSatisfy { $0.isRead })
      #expect(article.blocks.contains { article.text[$0.range] == line })
    }

    @Test func linksUnderALabelEndWithTheFirstSentence() throws {
      let article = try plain(
        """
        \(filler)

        Read more:

        Islanders ask who will pay for the pier

        Who owns the ferry?

        \(secondFiller)
        """)
      #expect(
        article.blocks.map(\.kind) == [
          .paragraph, .boilerplate, .boilerplate, .boilerplate, .paragraph,
        ])
    }

    @Test func aParagraphThatBeginsWithALinkIsRead() throws {
      let line = "Read more: Who owns the ferry? \(filler) \(secondFiller)"
      #expect(try rows(plain("\(filler)\n\(line)"))[1] == "paragraph | \(line)")
    }

    @Test func headingsStandBeforeParagraphs() throws {
      let article = try plain(
        "\(filler)\n\nWho will pay\n\n\(secondFiller)\n\nIs there a plan?\n\n\(filler)\n\nThe end")
      #expect(
        article.blocks.map(\.kind) == [
          .paragraph, .heading, .paragraph, .heading, .paragraph, .paragraph,
        ])
    }

    @Test func sentencesOnLinesOfTheirOwnAreAllRead() throws {
      let sentences = [
        "Ferry line cut after storm.", filler, "Nobody was hurt.", secondFiller, "\"It was loud.",
        "Yes",
        "\"He left at ten.", "The pier broke in three places .", "Skerry", filler,
      ]
      let article = try plain(sentences.joined(separator: "\n") + "\n")
      #expect(article.blocks.allSatisfy { $0.isRead })
      #expect(article.blocks.count == sentences.count)
      #expect(article.blocks.count { $0.kind == .paragraph } >= 8)
    }

    @Test func creditsAtTheEndOfAParagraphAreCutOff() throws {
      let article = try plain(
        "\(filler)\n\n\(secondFiller) (Reporting by Ann Smith; Editing by Karl Moss)")
      #expect(
        rows(article) == [
          "paragraph | \(filler)", "paragraph | \(secondFiller)",
          "boilerplate | (Reporting by Ann Smith; Editing by Karl Moss)",
        ])
      #expect(article.authors == ["Ann Smith"])
    }

    @Test func agenciesBehindTheLastParagraphMakeItNoCaption() throws {
      let article = try plain("\(filler)\n\n\(secondFiller) (AFP, Reuters)")
      #expect(article.blocks.map(\.kind) == [.paragraph, .paragraph, .boilerplate])
    }

    @Test func aCaptionThatStandsTwiceIsReadOnce() throws {
      let caption = "The mayor (L) and the baker look at the pier on March 9, 2021."
      let article = try plain("\(filler)\n\n\(caption)\n\(caption) (AA)\n\n\(secondFiller)")
      #expect(
        rows(article) == [
          "paragraph | \(filler)", "caption | \(caption)", "boilerplate | \(caption) (AA)",
          "paragraph | \(secondFiller)",
        ])
      #expect(article.published == nil)
      #expect(article.inferredDate?.description == "2021-03-09")
    }

    @Test func offsetsCountCodePointsOfTheOriginal() throws {
      let first =
        "The\u{A0}mayor’s co\u{AD}operative cafe\u{301} opened 👩‍👩‍👧 on Monday, she said in “Skerry”."
      let article = try plain("\u{200B}\r\n\(first)\r\n\r\n\(secondFiller)\r\n")
      #expect(article.text.string == "\u{200B}\r\n\(first)\r\n\r\n\(secondFiller)\r\n")
      #expect(rows(article).last == "paragraph | \(secondFiller)")
      #expect(article.text[article.blocks[1].range] == first)
      #expect(article.blocks[1].range.begin == 3)
      #expect(article.blocks[1].range.count == first.unicodeScalars.count)
    }
  }
}
