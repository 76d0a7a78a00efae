import ArgumentParser

/// `newsgraph corpus`: articles and the versions of their graph in one file.
struct CorpusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Keeps articles and the versions of their graph in one file.",
    discussion: """
      Articles are read once, when they are added, and again only after they, the program or its \
      tables changed. A version is never changed. The file is named by --corpus, by the variable \
      NEWSGRAPH_CORPUS, or is corpus.ngcorpus in the current folder.

      A VERSION is a number, 'latest', or a day or time in UTC, which stands for the last version \
      by its end: 3, latest, 2026-11-01, 2026-11-01T09:30. 'newsgraph diff' takes versions too: \
      news.ngcorpus@3.

      EXAMPLES
        newsgraph corpus add articles/
        newsgraph corpus commit -m "Monday morning"
        newsgraph corpus diff 2026-11-01 latest
        newsgraph corpus export latest -o graph.nq.gz

      EXIT STATUS
        0 done; 1 done, with rejected input (diff: different); 2 nothing could be done;
        64 wrong usage; 130 ended by Ctrl-C, 143 by SIGTERM: what was done is kept.
      """,
    subcommands: [
      CorpusAdd.self, CorpusRemove.self, CorpusList.self, CorpusStatus.self, CorpusCommit.self,
      CorpusLog.self, CorpusExport.self, CorpusDiff.self, CorpusVerify.self, CorpusCompact.self,
    ])
}
