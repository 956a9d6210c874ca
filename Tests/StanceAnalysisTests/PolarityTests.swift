import GermanLanguage
import Testing
import TextModel

@testable import StanceAnalysis

@Suite struct PolarityTests {
  private func statement(_ ordinal: Int, _ actor: String?, in host: Int? = nil) -> Statement {
    var statement = Statement(
      ordinal: ordinal, zone: .body, type: .direct, medium: .speech,
      quote: [TextSpan(ordinal, ordinal + 1)], parent: host, rule: "test", confidence: 1)
    if let actor { statement.actors = [ActorID(rawValue: actor)] }
    return statement
  }

  private let yes = PolarityScores(support: 3, oppose: 0, neutral: 0)
  private let no = PolarityScores(support: 0, oppose: 3, neutral: 0)

  @Test func theLargestSumWinsAndItsShareIsItsConfidence() {
    #expect(yes.winner().sign == 1)
    #expect(no.winner().sign == -1)
    #expect(PolarityScores.none.winner().sign == 0)
    #expect(abs(PolarityScores.none.winner().share - 1 / 3) < 0.001)
    // e³ / (e³ + 2)
    #expect(abs(yes.winner().share - 0.9094) < 0.001)
  }

  @Test func whatIsToldOfAStatementIsCentredLogarithms() {
    let told = yes.told()
    #expect(abs(told.x + told.y + told.z) < 0.001)
    #expect(abs(told.x - told.y - 3) < 0.01)
    let wild = PolarityScores(support: 900, oppose: 0, neutral: 0).told()
    #expect(wild.x < 5, "one wild score does not decide for all")
  }

  @Test func kinAreTheHostTheNestedTheSameAndTheOthers() {
    let statements = [
      statement(1, "a"), statement(2, "b", in: 1), statement(3, "a"), statement(4, nil),
    ]
    let context = StatementKin(statements).context([yes, no, no, yes])
    func told(_ position: Int, _ relation: StatementKin.Relation) -> SIMD4<Float> {
      context[position * StatementKin.Relation.allCases.count + relation.rawValue]
    }
    #expect(told(0, .itself) == yes.told())
    #expect(told(0, .nested) == no.told())
    #expect(told(1, .host) == yes.told())
    #expect(told(0, .host) == .zero)
    #expect(told(0, .sameActor) == no.told())
    #expect(told(0, .sameActorBeside) == .zero)
    #expect(told(0, .othersBeside) == no.told())
    // Of nobody known: all but itself are others.
    let mean = (yes.told() + no.told() + no.told()) / 3
    let difference = told(3, .others) - mean
    #expect(abs(difference.x) + abs(difference.y) + abs(difference.z) < 0.001)
  }

  @Test(arguments: [true, false]) func everyRowOfTheTablesIsRead(learned: Bool) {
    let model = PolarityModel(.embedded, learned: learned)
    var rows = 0
    for word in ["fordert", "lehnt", "gut", "schlecht", "skandal"] {
      let bytes = Array(word.utf8)
      let found = bytes.withUnsafeBufferPointer { model.words.rows(of: $0) }
      for place in 0..<4 where found[place] >= 0 { rows += 1 }
    }
    #expect(rows >= 3, "common words of judging have weights")
  }

  @Test func aTableOfTheUserWinsOverWhatWasLearned() {
    let table = "place\tstem\tsupport\toppose\tneutral\ncontent\tzzyx\t9\t0\t0\n"
    let files = LexiconFiles(overrides: ["stance-words.tsv": Array(table.utf8)])
    let words = PolarityModel(files, learned: true).words
    func row(_ word: String) -> Int32 {
      Array(word.utf8).withUnsafeBufferPointer { words.rows(of: $0)[0] }
    }
    #expect(row("Zzyx") == 0)
    #expect(row("gut") == -1)
  }
}
