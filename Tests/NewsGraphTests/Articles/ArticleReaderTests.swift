import Extraction
import Foundation
import Testing

@testable import NewsGraph

extension Articles {
  @Suite final class ArticleReaderTests {
    private let home: TemporaryFolder
    private var folder: String { home.path }

    init() throws { home = try TemporaryFolder() }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }

    private func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// What reading gives, as rows with the folder left out.
    private func read(_ names: [String] = [""], options: ArticleOptions = ArticleOptions())
      -> [String]
    {
      let input = ArticleInput(
        paths: names.map { $0.isEmpty ? folder : folder + "/" + $0 }, options: options)
      return input.map { reading in
        switch reading {
        case .article(let article): "article \(article.id)"
        case .rejected(let rejected): "rejected \(rejected)"
        case .skipped(let path): "skipped \(path)"
        case .note(let note): "note \(note)"
        }
      }.map { $0.replacingOccurrences(of: folder + "/", with: "") }
    }

    @Test func foldersAreReadByNameWithEachFileNamed() throws {
      try write("b/two.txt", filler)
      try write("a.txt", filler)
      try write("b/one.html", "<p>\(filler)</p>")
      try write("c.jsonl", "{\"text\":\"One.\"}\n\n{\"id\":\"x\",\"text\":\"Two.\"}\n")
      try write("d.json", "[{\"text\":\"One.\"},{\"id\":\"y\",\"text\":\"Two.\"}]")
      try write("e.json", "{\"id\":\"z\",\"text\":\"One.\"}")
      try write("f.csv", "1,2")
      try write(".hidden", "x")
      #expect(
        read() == [
          "skipped .hidden", "article a", "article one", "article two", "article c-1", "article x",
          "article d-1", "article y", "article z", "skipped f.csv",
        ])
    }

    @Test func brokenFilesAreNamedAndTheOthersGoOn() throws {
      try write("a.txt", "")
      try write("b.txt", " \n\u{A0}\n")
      try write("c.txt", [0x00, 0x01])
      try write("d.txt", [0x61, 0x81])
      try write("e.txt", "* * *")
      try write("f.html", "<p>x</p>")
      try write("g.html", "<meta charset=klingon><p>\(filler)</p>")
      try write("h.jsonl", "{\"text\":1}\n{\"text\":\"One.\"}\nx\n")
      try write("i.json", "{\"text\"}")
      try write("j.txt.gz", try Gzip.compress(Array(filler.utf8)).dropLast(9))
      try write("k.txt", String(repeating: "x", count: 2000))
      try write("l.txt", filler)
      #expect(
        read(options: ArticleOptions(sizeLimit: 1000)) == [
          "rejected a.txt: is empty", "rejected b.txt: is empty",
          "rejected c.txt: is not text but binary data",
          "rejected d.txt: is not valid utf-8 at byte 1", "rejected e.txt: holds no article text",
          "rejected f.html: holds no article text",
          "rejected g.html: declares the encoding 'klingon', which is not known",
          "rejected h.jsonl:1: expected a string in 'text', found a number", "article h-2",
          "rejected h.jsonl:3: malformed JSON: expected a value at byte 0",
          "rejected i.json: malformed JSON: expected ':' at byte 7",
          "rejected j.txt.gz: is cut off: the gzip data end in the middle",
          "rejected k.txt: is over the size limit of 1000 bytes", "article l",
        ])
    }

    @Test func missingFilesAreRejectedInTheSystemsWords() {
      #expect(
        read(["none.txt"]) == ["rejected none.txt: cannot be read: No such file or directory"])
    }

    @Test func gzipOfAnythingIsUnpackedUnderTheLimit() throws {
      try write(
        "a.txt.gz", try Gzip.compress(Array(filler.utf8)) + Gzip.compress(Array(" More.".utf8)))
      try write("b.html.gz", try Gzip.compress(Array("<p>\(filler)</p>".utf8)))
      try write("c.jsonl.gz", try Gzip.compress(Array("{\"text\":\"One.\"}".utf8)))
      try write("d.txt", try Gzip.compress(Array(filler.utf8)))
      try write("e.txt.gz", try Gzip.compress([UInt8](repeating: 0x61, count: 5_000_000)))
      #expect(
        read(options: ArticleOptions(sizeLimit: 1_000_000)) == [
          "article a", "article b", "article c-1", "article d",
          "rejected e.txt.gz: is over the size limit of 1000000 bytes",
        ])
    }

    @Test func aNamedFileMayBeCalledAnything() throws {
      try write("page.bak", "<!DOCTYPE html><p>\(filler)</p>")
      try write("records", "{\"id\":\"r\",\"text\":\"One.\"}\n{\"id\":\"s\",\"text\":\"Two.\"}\n")
      try write("list.x", " [ {\"id\":\"l\",\"text\":\"One.\"} ]")
      try write("notes.md", filler)
      #expect(
        read(["page.bak", "records", "list.x", "notes.md"]) == [
          "article page", "article r", "article s", "article l", "article notes",
        ])
    }

    @Test func sameIdsAreMadeUniqueAndReported() throws {
      try write("a/x.txt", filler)
      try write("b/x.txt", filler)
      try write("c/x-2.txt", filler)
      #expect(
        read() == [
          "article x", "note b/x.txt: the id 'x' is taken, this article is 'x-2'", "article x-2",
          "note c/x-2.txt: the id 'x-2' is taken, this article is 'x-2-2'", "article x-2-2",
        ])
    }

    @Test func encodingsAreGuessedOrGiven() throws {
      try write("a.txt", [0x41, 0xE9, 0x20] + Array(filler.utf8))
      #expect(read() == ["note a.txt: is not UTF-8 and was read as windows-1252", "article a"])
      #expect(
        read(options: ArticleOptions(defaultEncoding: TextEncoding(label: "koi8-r"))) == [
          "article a"
        ])
    }

    @Test func aLoopOfLinksIsWalkedOnce() throws {
      try write("a/x.txt", filler)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a/loop", withDestinationPath: "..")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a/gone.txt", withDestinationPath: "nowhere")
      #expect(
        read() == [
          "rejected a/gone.txt: cannot be read: No such file or directory", "skipped a/loop",
          "article x",
        ])
    }

    @Test func longLinesArePassedOverAndTheOthersRead() throws {
      let long = String(repeating: "x", count: 300_000)
      try write(
        "a.jsonl",
        "{\"text\":\"One.\"}\n{\"text\":\"\(long)\"}\r\n{\"text\":\"Three.\"}\n{\"text\":\"\(long)\"}"
      )
      #expect(
        read(options: ArticleOptions(sizeLimit: 1000)) == [
          "article a-1", "rejected a.jsonl:2: is over the size limit of 1000 bytes", "article a-3",
          "rejected a.jsonl:4: is over the size limit of 1000 bytes",
        ])
    }
  }
}
