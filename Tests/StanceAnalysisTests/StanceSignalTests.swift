import Foundation
import GermanLanguage
import StanceAnalysis
import Testing
import TextModel

@Suite struct StanceSignalTests {
  private let names = Set(StanceSignal.allCases.map(\.name))

  @Test func everyWeightBelongsToASignalAndEverySignalHasWeights() {
    let rows = TabSeparatedTable(LexiconFiles.embedded.bytes("stance-weights.tsv")).rows
    #expect(Set(rows.map { $0["signal"] }) == names)
    for row in rows {
      for column in ["support", "oppose", "neutral"] {
        #expect(Float(row[column]) != nil, "\(row["signal"]) \(column)")
      }
    }
  }

  @Test func everyWordGivesAKnownSignal() {
    for row in TabSeparatedTable(LexiconFiles.embedded.bytes("stance-signals.tsv")).rows {
      #expect(names.contains(row["signal"]), "\(row["word"])")
      #expect(["content", "report", "speaker"].contains(row["place"]), "\(row["word"])")
    }
  }

  @Test func wordsThatJudgeAreListedOnceAndKnowTheirSide() {
    var seen: Set<String> = []
    for row in TabSeparatedTable(LexiconFiles.embedded.bytes("evaluatives.tsv")).rows {
      #expect(["+", "-", "0-"].contains(row["polarity"]), "\(row["word"])")
      #expect(["adj", "noun", "verb"].contains(row["kind"]), "\(row["word"])")
      #expect(seen.insert(row["word"] + row["kind"]).inserted, "\(row["word"]) stands there twice")
    }
    #expect(seen.count > 2000)
  }

  /// What the documentation offers to scholars has to be readable.
  @Test(arguments: ["migration", "climate"]) func theCodebooksOfTheDocumentationAreClean(
    _ name: String
  ) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "docs/codebooks/\(name).tsv"))
    let codebook = Codebook([UInt8](bytes), path: name)
    #expect(codebook.diagnostics.isEmpty)
    #expect(codebook.entries.count >= 7)
    #expect(codebook.entries.contains { $0.kind.isClaim })
  }
}
