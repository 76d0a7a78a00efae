import Extraction
import Foundation
import GRDB
import NewsGraph
import NewsGraphCorpus
import Testing

@Suite struct RobustnessTests {
  private func error(_ body: () throws -> Void) -> CorpusError? {
    do {
      try body()
      return nil
    } catch {
      return error as? CorpusError
    }
  }

  /// Changes a corpus behind its back.
  private func tamper(_ test: TestCorpus, _ sql: String) throws {
    let queue = try DatabaseQueue(path: test.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  @Test func `what is no corpus is left as it is`() throws {
    let test = try TestCorpus()
    #expect(error { _ = try test.open(.reading) } == .missing(path: test.path))
    #expect(error { _ = try test.open(.writing) } == .missing(path: test.path))
    let text = "no corpus, but a text of some length"
    try Data(text.utf8).write(to: URL(fileURLWithPath: test.path))
    #expect(error { _ = try test.open(.creating) } == .notACorpus(path: test.path))
    #expect(try String(contentsOfFile: test.path, encoding: .utf8) == text)
    try FileManager.default.removeItem(atPath: test.path)
    // A database of another program.
    try tamper(test, "CREATE TABLE things (name TEXT)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: test.path))
    #expect(error { _ = try test.open(.creating) } == .notACorpus(path: test.path))
    #expect(error { _ = try test.open(.reading) } == .notACorpus(path: test.path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: test.path)) == bytes)
    #expect(error { _ = try Corpus(path: test.folder, access: .creating) } != nil)
  }

  @Test func `a file that was made and never filled can be filled`() throws {
    let test = try TestCorpus()
    try Data().write(to: URL(fileURLWithPath: test.path))
    #expect(error { _ = try test.open(.reading) } == .empty(path: test.path))
    #expect(try test.open().articleIDs() == [])
  }

  @Test func `a corpus of a newer release is refused`() throws {
    let test = try TestCorpus()
    _ = try test.open()
    try tamper(test, "INSERT INTO grdb_migrations VALUES ('99')")
    for access in [Corpus.Access.reading, .writing, .creating] {
      #expect(error { _ = try test.open(access) } == .newer(path: test.path))
    }
  }

  @Test func `a second writer waits, or is told who writes`() throws {
    let test = try TestCorpus()
    var first: Corpus? = try Corpus(
      path: test.path, access: .creating, waiting: Corpus.Waiting(purpose: "corpus add"))
    try first?.store(TestCorpus.input([SmallNews.article(1)]))
    guard case .inUse(_, let process) = error({ _ = try test.open(.writing) }) else {
      Issue.record("two write at once")
      return
    }
    #expect(process?.contains("newsgraph corpus add") == true)
    // Others read meanwhile.
    #expect(try test.open(.reading).articleIDs() == ["news-1"])
    first = nil
    #expect(try test.open(.writing).articleIDs() == ["news-1"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: test.folder).contains {
        $0.hasSuffix("-lock")
      } == false)
  }

  @Test func `a full disk leaves what was there`() async throws {
    let test = try TestCorpus()
    let corpus = try test.open()
    let committed = try await corpus.commit([SmallNews.article(1)])
    let version = try #require(committed)
    let before = try corpus.graph(of: version).text(.nquads)
    try corpus.limitPages(to: 1)
    #expect(
      error { _ = try corpus.store(TestCorpus.input((2..<200).map { SmallNews.article($0) })) }
        == .diskFull(path: test.path))
    #expect(try corpus.articleIDs() == ["news-1"])
    #expect(try corpus.graph(of: version).text(.nquads) == before)
    try corpus.limitPages(to: 1 << 20)
    let next = try await corpus.commit([SmallNews.article(1), SmallNews.article(2)])
    #expect(next?.number == 2)
    #expect(try corpus.verify().problems == [])
  }

  @Test(arguments: CommitStep.allCases)
  func `a commit that is ended makes no version`(_ step: CommitStep) async throws {
    let test = try TestCorpus()
    // Only of the first version all articles are joined.
    let known = step == .joining ? 0 : 1
    if known > 0 { _ = try await test.open().commit([SmallNews.article(1)]) }
    let numbers = 1..<30
    do {
      let corpus = try test.open()
      try corpus.store(TestCorpus.input(numbers.map { SmallNews.article($0) }))
      let pipeline = try TestCorpus.pipeline()
      try await corpus.readUnread(with: pipeline)
      #expect(
        error {
          _ = try corpus.commit("", with: pipeline) { if $0 == step { corpus.interrupt() } }
        } == .interrupted(unread: 0))
    }
    let corpus = try test.open()
    #expect(try corpus.versions().count == known)
    #expect(try corpus.verify().problems == [])
    let next = try await corpus.commit(numbers.map { SmallNews.article($0) })
    #expect(next?.number == known + 1)
    #expect(try corpus.verify(joining: TestCorpus.pipeline()).problems == [])
  }

  @Test func `versions are not changed`() async throws {
    let test = try TestCorpus()
    for numbers in [[1, 2], [1, 3]] {
      _ = try await test.open().commit(numbers.map { SmallNews.article($0) }, "a message")
    }
    for sql in [
      "UPDATE version SET message = 'x'", "DELETE FROM version",
      "UPDATE piece SET until = NULL WHERE until = 2", "UPDATE piece SET content = x'00'",
      "UPDATE member SET since = 2 WHERE since = 1",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") { try tamper(test, sql) }
    }
    #expect(try test.open(.reading).verify().problems == [])
  }

  @Test(arguments: [
    "UPDATE content SET packed = x'01' || substr(packed, 3) WHERE id = 1",
    "UPDATE content SET hash = zeroblob(32) WHERE id = 1",
    "UPDATE reading SET packed = x'00' WHERE content = 1",
    "DROP TRIGGER piece_stays; UPDATE piece SET content = x'00' WHERE id = 1",
    "DELETE FROM piece WHERE id = (SELECT max(id) FROM piece)",
    "DROP TRIGGER version_stays; UPDATE version SET message = 'another' WHERE number = 1",
    "DROP TRIGGER version_stays; UPDATE version SET time = '1999-01-01' WHERE number = 2",
    "DROP TRIGGER version_remains; DELETE FROM version WHERE number = 1",
    "DELETE FROM member WHERE article = 'news-1'",
    "PRAGMA foreign_keys = 0; DELETE FROM fingerprint; INSERT INTO fingerprint VALUES (1, '', '{}')",
  ])
  func `whatever is damaged is found`(_ sql: String) async throws {
    let test = try TestCorpus()
    for numbers in [[1, 2], [1, 3]] {
      _ = try await test.open().commit(numbers.map { SmallNews.article($0) }, "a message")
    }
    try tamper(test, sql)
    #expect(try test.open(.reading).verify().problems != [])
  }
}
