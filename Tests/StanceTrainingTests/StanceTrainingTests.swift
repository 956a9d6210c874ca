import GermanLanguage
import Testing

@testable import StanceTraining

@Suite struct StanceTrainingTests {
  /// A statement of one feature, and one that all have.
  private func example(_ feature: Int, label: Int, common: Int? = nil)
    -> SoftmaxRegression.Example
  {
    var features: [(number: Int, value: Float)] = [(feature, 1)]
    if let common { features.append((common, 1)) }
    return SoftmaxRegression.Example(features: features, label: label)
  }

  @Test func theRegressionLearnsWhichFeatureMeansWhat() {
    let examples = (0..<60).map { example($0 % 3, label: $0 % 3, common: 3) }
    let weights = SoftmaxRegression().fit(examples, pulls: [0.1, 0.1, 0.1, 0.1])
    for label in 0..<3 {
      for other in 0..<3 where other != label {
        #expect(weights[label][label] > weights[label][other] + 1)
      }
      #expect(abs(weights[3][label]) < 0.1, "what all have in common tells nothing")
    }
  }

  @Test func aStrongPullKeepsWeightsSmall() {
    let examples = [example(0, label: 0), example(1, label: 1)]
    let loose = SoftmaxRegression().fit(examples, pulls: [0.01, 0.01])
    let tight = SoftmaxRegression().fit(examples, pulls: [10, 10])
    #expect(abs(tight[0].x) < abs(loose[0].x) / 4)
  }

  private static let sentences = Array(
    (["polarity\ttext"]
      + (0..<12).flatMap { number in
        [
          "s\tHerr Meier\(number) sagte, der Deich sei ein Segen.",
          "o\tHerr Meier\(number) sagte, der Deich sei ein Skandal.",
          "n\tHerr Meier\(number) sagte, der Deich sei aus Lehm.",
        ]
      }).joined(separator: "\n").utf8)

  @Test func sentencesTeachTheirWords() throws {
    let tables = try StanceTables(sentences: Self.sentences, labels: [], folder: "")
    let rows = TabSeparatedTable(Array(tables.words.utf8)).rows
    func weight(_ stem: String, _ column: String) -> Float {
      rows.first { $0["stem"] == stem && $0["place"] == "content" }
        .flatMap { Float($0[column]) } ?? 0
    }
    #expect(weight("sege", "support") > weight("sege", "oppose"))
    #expect(weight("skandal", "oppose") > weight("skandal", "support"))
    #expect(weight("lehm", "neutral") > max(weight("lehm", "support"), weight("lehm", "oppose")))
    #expect(TabSeparatedTable(Array(tables.context.utf8)).rows.isEmpty, "no article, no context")
    #expect(tables.report.hasPrefix("sentences: 36 statements"))
  }

  @Test func theSameSentencesGiveTheSameTables() throws {
    let first = try StanceTables(sentences: Self.sentences, labels: [], folder: "")
    let second = try StanceTables(sentences: Self.sentences, labels: [], folder: "")
    #expect(first.words == second.words)
    #expect(first.signals == second.signals)
  }

  @Test func aMisspeltSettingIsSaid() {
    #expect(throws: UnknownSetting.self) {
      try StanceTables(sentences: Self.sentences, labels: [], folder: "", settings: ["wordpull": 1])
    }
  }

  @Test func aFolderThatIsNotThereIsSaid() {
    let labels = Array("document\tbegin\tend\tpolarity\tsure\n1\t0\t5\tsupport\tyes\n".utf8)
    #expect(throws: (any Error).self) {
      try StanceTables(sentences: [], labels: labels, folder: "/nonexistent")
    }
  }
}
