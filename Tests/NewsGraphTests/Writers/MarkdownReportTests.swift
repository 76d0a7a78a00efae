import Extraction
import Testing

@testable import NewsGraph

extension WritersTests {
  struct MarkdownReportTests {
    @Test func theReportCountsAndNames() throws {
      var sample = GraphSample()
      sample.article("a1")
      let alma = sample.entity("Alma *Vanter*", link: "Q1")
      let town = sample.entity("Velmora", .city)
      sample.state(alma, "visited", town, at: TextRange(3, 30))
      sample.state(alma, "visited", town, .denied, by: [town], at: TextRange(40, 50))
      let sink = OutputSink.memory()
      let report = MarkdownReport(
        graph: sample.graph, rejected: [("in/<bad>.txt", "empty")], notes: ["Slow disk"],
        exports: [
          WritingReport(format: .graphml, byteCount: 1, losses: [.init(.mentionPositions, 2)])
        ])
      try report.write(to: sink)
      #expect(
        sink.text == #"""
          # NewsGraph report

          |  | number |
          | --- | ---: |
          | Articles | 1 |
          | Rejected input | 1 |
          | Entities | 2 |
          | of them linked to Wikidata | 1 |
          | Mentions | 2 |
          | Statements | 1 |
          | of them stated as fact | 1 |
          | of them disputed | 1 |
          | of them in more than one article | 0 |
          | of them from more than one independent source | 0 |
          | Claims | 2 |

          ## Entities by class

          | Class | Entities |
          | --- | ---: |
          | City | 1 |
          | Person | 1 |

          ## Statements by property and standing

          The standing is the strongest that a source gives; what only a claimant asserts counts as
          alleged.

          | Property | all | asserted | denied | alleged | planned | conditional |
          | --- | ---: | ---: | ---: | ---: | ---: | ---: |
          | visited | 1 | 1 |  |  |  |  |

          ## Claims by modality

          | Modality | in the article's voice | attributed |
          | --- | ---: | ---: |
          | asserted | 1 |  |
          | denied |  | 1 |
          | alleged |  |  |
          | planned |  |  |
          | conditional |  |  |

          ## Disputed statements

          - Alma \*Vanter\* visited Velmora
            - asserted — a1, characters 3–30
            - denied by Velmora — a1, characters 40–50

          ## Rejected input

          - in/\<bad\>.txt: empty

          ## Left out

          - GraphML: the positions of 2 mentions

          ## Notes

          - Slow disk

          """#)
    }

    @Test func anEmptyGraphHasAReport() throws {
      let sink = OutputSink.memory()
      try MarkdownReport(graph: KnowledgeGraph()).write(to: sink)
      #expect(sink.text.contains("| Articles | 0 |"))
      #expect(!sink.text.contains("##"))
    }
  }
}
