import CLearnedWeights
import GermanLanguage
import TextModel

/// Weighs what speaks in a statement for each polarity: first the statement alone, by its signals and
/// its words; then what the other statements of the article say of it.
///
/// Two multinomial logistic regressions, one upon the other. Their weights stand in three tables, a line a
/// signal (`stance-weights.tsv`), a word (`stance-words.tsv`) and a relation (`stance-context.tsv`), so that
/// each can be read, doubted and changed.
struct PolarityModel: Sendable {
  private var signals: [SIMD4<Float>]
  let words: WordWeights
  /// Empty when nothing is known of context: then each statement stands for itself.
  private var context: [SIMD4<Float>] = []
  private var contextBias = SIMD4<Float>(repeating: 0)

  /// - Parameter learned: whether what was learned from the public data set is preferred.
  init(_ files: LexiconFiles, learned: Bool) {
    func table(_ name: String) -> [UInt8] {
      if files.overrides[name] == nil, learned {
        var count = 0
        if let start = learned_weights(name, &count) {
          return Array(UnsafeBufferPointer(start: start, count: count))
        }
      }
      return files.bytes(name)
    }
    signals = Array(repeating: .zero, count: StanceSignal.allCases.count)
    for row in TabSeparatedTable(table("stance-weights.tsv")).rows {
      guard let signal = StanceSignal.named[row["signal"]] else { continue }
      signals[signal.rawValue] = weights(row)
    }
    words = WordWeights(table("stance-words.tsv"))
    for row in TabSeparatedTable(table("stance-context.tsv")).rows {
      if row["relation"] == "always" { contextBias = weights(row) }
      guard let relation = StatementKin.Relation(name: row["relation"]),
        let said = ["support", "oppose", "neutral"].firstIndex(of: row["said"])
      else { continue }
      if context.isEmpty {
        context = Array(repeating: .zero, count: StatementKin.Relation.allCases.count * 3)
      }
      context[relation.rawValue * 3 + said] = weights(row)
    }
  }

  /// What speaks for each polarity in the statement alone.
  func scores(_ values: StanceSignals, wordSum: SIMD4<Float>) -> PolarityScores {
    var sums = wordSum
    // Also those that are 0: to ask each costs more than to add nothing.
    for index in signals.indices { sums += values.values[index] * signals[index] }
    return PolarityScores(sums: sums)
  }

  /// The same with what its kin say.
  ///
  /// - Parameters:
  ///   - told: `StatementKin.context` of the article.
  ///   - position: of the statement in it.
  func scores(_ alone: PolarityScores, context told: [SIMD4<Float>], at position: Int)
    -> PolarityScores
  {
    guard !context.isEmpty else { return alone }
    var sums = contextBias
    let width = StatementKin.Relation.count
    for relation in 0..<width {
      let logs = told[position * width + relation]
      for said in 0..<3 { sums += logs[said] * context[relation * 3 + said] }
    }
    return PolarityScores(sums: sums)
  }
}

extension PolarityScores {
  init(sums: SIMD4<Float>) { self.sums = sums }
}

/// The three weights of a row.
func weights(_ row: TabSeparatedTable.Row) -> SIMD4<Float> {
  SIMD4(Float(row["support"]) ?? 0, Float(row["oppose"]) ?? 0, Float(row["neutral"]) ?? 0, 0)
}
