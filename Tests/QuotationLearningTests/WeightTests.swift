import GermanLanguage
import Testing
import TextModel

@testable import QuotationLearning

@Suite struct WeightTests {
  /// A few features with plain weights.
  private static let chain = ChainWeights(
    (1...200).map { number in
      (key: UInt32(number) &* 0x9E37_79B1, row: TagScores(repeating: 0).with(number % 16, 2))
    }, transitions: Array(repeating: .zero, count: StepKind.allCases.count * 16),
    buckets: 256)
  private static let choice = ChoiceWeights(
    (1...40).map { (key: UInt32($0) &* 0x85EB_CA6B, weight: Float($0) / 10) }, buckets: 64)

  private var model: QuotationModel {
    let files = LexiconFiles.embedded
    var model = QuotationModel(
      chain: Self.chain, marks: Self.choice, roles: Self.chain, speakers: Self.choice,
      extractor: FeatureExtractor(files: files, lexicon: GermanLexicon(files: files)))
    model.boldness = 0.25
    return model
  }

  @Test("a packed choice keeps its weights within half a step, and knows no other feature")
  func packing() {
    for number in 1...40 {
      let score = Self.choice.score([UInt32(number) &* 0x85EB_CA6B])
      #expect(abs(score - Float(number) / 10) <= 4.0 / 127 / 2 + 1e-4)
    }
    let unknown = (1000...2000).count { Self.choice.score([UInt32($0) &* 0x27D4_EB2F]) != 0 }
    #expect(unknown < 5)
  }

  @Test("a weight file gives the same model back")
  func roundTrip() throws {
    let bytes = model.encoded
    let again = try #require(
      bytes.withUnsafeBufferPointer { QuotationModel(weights: $0, extractor: model.extractor) })
    #expect(again.encoded == bytes)
    #expect(again.boldness == 0.25)
  }

  @Test("anything else is refused", arguments: [0, 3, 4, 100, 5000])
  func damaged(length: Int) {
    let bytes = Array(model.encoded.prefix(length))
    let read = bytes.withUnsafeBufferPointer {
      QuotationModel(weights: $0, extractor: model.extractor)
    }
    if read != nil { Issue.record("\(length) bytes were taken as a model") }
  }

  @Test("any text is read without a fault", arguments: ["", "„", "„“", "Er", "„„ “ “ sagte. : ,"])
  func anyText(text: String) {
    let source = SourceText(text)
    let tokens = Tokeniser(lexicon: GermanLexicon(files: .embedded)).tokens(ofLines: source)
    for statement in model.statements(tokens, text: source, rules: []) {
      #expect(statement.quote.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= tokens.count })
      #expect(statement.confidence >= 0 && statement.confidence <= 1)
    }
  }
}

extension TagScores {
  fileprivate func with(_ lane: Int, _ value: Float) -> TagScores {
    var copy = self
    copy[lane] = value
    return copy
  }
}
