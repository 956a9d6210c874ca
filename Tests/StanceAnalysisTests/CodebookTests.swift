import StanceAnalysis
import Testing

@Suite struct CodebookTests {
  private let header = "concept_id\tlabel_de\tlabel_en\tsupport_cues\toppose_cues\tnote\n"

  @Test func readsCues() {
    let line =
      "truce\tWaffenruhe\tTruce\t=Waffenruhe; Waffe+schweigen|ruhen\tnicht+ruhen\t[policy] A note."
    let codebook = Codebook(Array((header + line).utf8), path: "c.tsv")
    #expect(codebook.diagnostics.isEmpty)
    let entry = codebook.entries.first
    #expect(entry?.concept.labelGerman == "Waffenruhe")
    #expect(entry?.kind == .policy)
    #expect(entry?.supportCues.map(\.isTopic) == [true, false])
    #expect(entry?.supportCues.last?.parts == [[["Waffe"]], [["schweigen"], ["ruhen"]]])
    #expect(entry?.opposeCues.first?.parts == [[["nicht"]], [["ruhen"]]])
  }

  @Test func aBadLineCostsItselfOnly() {
    let text =
      header + "Bad Id\tx\tx\tA\t\t\ngood\tGut\tGood\tA; B++C\t\t\ngood\tGut\tGood\tA\t\t\n"
    let codebook = Codebook(Array(text.utf8), path: "c.tsv")
    #expect(codebook.entries.map(\.concept.id.rawValue) == ["good"])
    #expect(codebook.entries.first?.supportCues.count == 1)
    let messages = codebook.diagnostics.map(\.message)
    #expect(messages.count == 3)
    #expect(messages.allSatisfy { $0.hasPrefix("line ") })
    #expect(messages.contains { $0.hasPrefix("line 2: expected a concept id") })
    #expect(messages.contains { $0.contains("\"B++C\"") })
    #expect(
      messages.contains { $0.hasPrefix("line 4: the concept good stands in an earlier line") })
  }

  @Test func aFileWithoutHeaderIsRefused() {
    let codebook = Codebook(Array("truce\tWaffenruhe\n".utf8), path: "c.tsv")
    #expect(codebook.entries.isEmpty)
    #expect(codebook.diagnostics.first?.severity == .failure)
  }

  @Test func theBuiltInOneIsClean() {
    let codebook = Codebook(files: .embedded)
    #expect(codebook.diagnostics.isEmpty, "\(codebook.diagnostics)")
    let ids = Set(codebook.concepts.map(\.id.rawValue))
    for id in [
      "ceasefire", "peace-negotiations", "preconditions", "minsk-as-venue", "wagner-in-belarus",
    ] {
      #expect(ids.contains(id))
    }
  }
}
