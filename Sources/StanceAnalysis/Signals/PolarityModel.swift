import GermanLanguage
import TextModel

/// Weighs the signals of a statement: a sum for each polarity, the largest wins.
///
/// The weights stand in `stance-weights.tsv`, a line a signal, so that each can be read, doubted and
/// changed. Multinomial logistic regression, so that the share of the winner is its confidence.
struct PolarityModel: Sendable {
  private var support: [Float]
  private var oppose: [Float]
  private var neutral: [Float]

  init(_ bytes: [UInt8]) {
    let zero = [Float](repeating: 0, count: StanceSignal.allCases.count)
    (support, oppose, neutral) = (zero, zero, zero)
    for row in TabSeparatedTable(bytes).rows {
      guard let signal = StanceSignal.named[row["signal"]] else { continue }
      support[signal.rawValue] = Float(row["support"]) ?? 0
      oppose[signal.rawValue] = Float(row["oppose"]) ?? 0
      neutral[signal.rawValue] = Float(row["neutral"]) ?? 0
    }
  }

  /// +1, -1 or 0, and how sure that is, between 1/3 and 1.
  func judge(_ signals: StanceSignals) -> (sign: Int, confidence: Double) {
    var sums: (support: Float, oppose: Float, neutral: Float) = (0, 0, 0)
    for (index, value) in signals.values.enumerated() where value != 0 {
      sums.support += value * support[index]
      sums.oppose += value * oppose[index]
      sums.neutral += value * neutral[index]
    }
    let top = max(sums.support, sums.oppose, sums.neutral)
    let total =
      exponential(sums.support - top) + exponential(sums.oppose - top)
      + exponential(sums.neutral - top)
    let sign = sums.neutral == top ? 0 : sums.support == top ? 1 : -1
    return (sign, Double(1 / total))
  }

  /// e to a power of at most zero, by halving it until a short series is exact enough for two decimals.
  private func exponential(_ power: Float) -> Float {
    guard power > -16 else { return 0 }
    let x = power / 64
    var result = 1 + x + x * x / 2 + x * x * x / 6
    for _ in 0..<6 { result *= result }
    return result
  }
}
