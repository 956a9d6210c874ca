import Foundation
import GermanLanguage
import StanceAnalysis
import Testing
import TextModel

private let cases: [StanceCase] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  let files =
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
    ?? []
  return files.filter { $0.pathExtension == "txt" }
    .sorted { $0.path < $1.path }
    .flatMap { StanceCase.parse((try? String(contentsOf: $0, encoding: .utf8)) ?? "") }
}()

private let tokeniser = Tokeniser(lexicon: GermanLexicon(files: .embedded))
private let analyser = StanceAnalyser(codebook: Codebook(files: .embedded))

private func analyse(_ text: String, _ statements: [Statement]) -> [Statement] {
  let source = SourceText(text)
  return analyser.analyse(source, statements, tokens: tokeniser.tokens(ofLines: source), actors: [])
}

@Suite struct StanceAnalyserTests {
  @Test(arguments: cases) func example(_ example: StanceCase) {
    for fields in example.statements { #expect(example.mistakes(fields).isEmpty) }
    let given = example.statements.enumerated().map { example.statement($1, ordinal: $0 + 1) }
    for (fields, statement) in zip(example.statements, analyse(example.text, given)) {
      #expect(!statement.quote.isEmpty, "the quote stands in the text")
      if let act = fields["act"] { #expect(statement.act.rawValue == act) }
      if let polarity = fields["polarity"] { #expect(statement.polarity.rawValue == polarity) }
      if let wanted = fields["stance"] {
        let found = statement.stances.map { "\($0.concept):\($0.polarity.rawValue)" }
        #expect(found.contains(wanted), "\(found)")
      }
    }
  }

  @Test func thereAreCases() { #expect(cases.count >= 10) }

  @Test func evidenceLiesInTheTextAndConfidenceIsAProbability() {
    for example in cases {
      let source = SourceText(example.text)
      let given = example.statements.enumerated().map { example.statement($1, ordinal: $0 + 1) }
      for statement in analyse(example.text, given) {
        for stance in statement.stances {
          #expect((0...1).contains(stance.confidence))
          #expect(!stance.evidence.isEmpty)
          for span in stance.evidence {
            #expect(source.span.contains(span) && source.isCodePointBoundary(span.begin))
          }
        }
        for span in statement.target { #expect(source.span.contains(span)) }
      }
    }
  }

  @Test func aStatementWithoutTokensIsNeutral() {
    let statement = Statement(
      ordinal: 1, zone: .body, type: .direct, medium: .speech, quote: [], rule: "test",
      confidence: 1)
    let result = analyse("", [statement])
    #expect(result.first?.polarity == .neutral)
    #expect(result.first?.stances.isEmpty == true)
  }
}
